import { findOperation, operationNames } from './operationNames.ts';
import { editDistance, withoutPrefix } from './wrongNames.ts';

/**
 * The operation that was meant by a name that is none. The verb says what is done: only the same verb, a slip in it, or
 * another word for the same may stand for it, so that no name ever turns into its opposite.
 */
export function operationMeant(local: string, isEmpty: boolean): string | undefined {
  const plain = withoutPrefix(local).replace(/(?:Request|Response|Type)$/, '');
  const known =
    findOperation(local)?.requestElement ??
    findOperation(plain)?.requestElement ??
    (isEmpty ? customary[plain] : undefined);
  if (known !== undefined) return known;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of operationNames()) {
    const far = distanceTo(plain, name);
    if (far < least) [best, least] = [name, far];
  }
  return best;
}

/** Words for the same deed, as people write them in place of the verb of an operation. */
const otherVerbs: Readonly<Record<string, readonly string[]>> = {
  Remove: ['Delete'],
  Delete: ['Remove'],
  Add: ['Create', 'New', 'Insert'],
  Create: ['Add', 'New'],
  Set: ['Rename', 'Update', 'Change', 'Edit', 'Modify'],
  Update: ['Set', 'Change', 'Edit', 'Modify'],
  Get: ['Find', 'List', 'Read', 'Fetch'],
  Find: ['Get', 'List', 'Search'],
};

/** Names by which people look for an operation that is called otherwise. */
const customary: Readonly<Record<string, string>> = {
  GetImList: 'GetImItemList',
  GetImGroup: 'GetImItemList',
  GetImGroups: 'GetImItemList',
  GetImContacts: 'GetImItemList',
};

/** How far a word is from the name of an operation; infinite where its verb means something else. */
function distanceTo(word: string, name: string): number {
  const verb = /^[A-Z][a-z]*/.exec(name)?.[0] ?? name;
  const rest = name.slice(verb.length).toLowerCase();
  const least = (given: string, cost: number) => {
    const far = editDistance(given.toLowerCase(), rest, rest.length);
    return far <= Math.max(1, Math.floor(rest.length / 3)) ? far + cost : Number.POSITIVE_INFINITY;
  };
  const sameVerb = [verb.length - 1, verb.length, verb.length + 1]
    .filter(length => isSlipOf(word.slice(0, length), verb))
    .map(length => least(word.slice(length), Number(word.slice(0, length) !== verb)));
  const otherVerb = (otherVerbs[verb] ?? [])
    .filter(other => word.startsWith(other))
    .map(other => least(word.slice(other.length), 0.5));
  return Math.min(...sameVerb, ...otherVerb);
}

/** The verb with at most one slip; a short one keeps its first letter, since Get and Set are one letter apart. */
function isSlipOf(word: string, verb: string): boolean {
  const [a, b] = [word.toLowerCase(), verb.toLowerCase()];
  return a === b || (editDistance(a, b, 2) < 2 && (verb.length > 4 || a[0] === b[0]));
}

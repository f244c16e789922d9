import { requestHeaders, unboundHeaders } from '../ews/headers.ts';
import type { NamespaceKey } from '../ews/namespaces.ts';
import { findOperation, operationNames } from '../ews/operationNames.ts';
import { operations } from '../ews/operations/index.ts';
import type { ElementParticle, EwsName } from '../ews/schema.ts';
import { descendants, type XmlElement } from '../xml/index.ts';
import { editDistance, splitEwsName } from './names.ts';
import { optionsOf } from './problems/children.ts';

/** What a prefix surely stands for, by the names of the elements that have it; undefined when they do not tell. */
export function namespaceByUse(root: XmlElement, prefix: string): NamespaceKey | undefined {
  return namespaceOfNames(
    [...descendants(root)].filter(element => element.prefix === prefix).map(({ local }) => local),
  );
}

/** The one namespace that has all these local names; undefined when none has, or more than one. */
export function namespaceOfNames(locals: readonly string[]): NamespaceKey | undefined {
  const known = locals.map(local => keysOf(local)).filter(keys => keys.length > 0);
  const [first = []] = known;
  const common = first.filter(key => known.every(keys => keys.includes(key)));
  return common.length === 1 ? common[0] : undefined;
}

/** Every way from a header down to an element of that name, outermost first; empty when no header holds it. */
export function wayThroughHeaders(name: EwsName): readonly ElementParticle[] {
  for (const header of requestHeaders) {
    const way = wayTo(name, header);
    if (way.length > 1) return way;
  }
  return [];
}

/** The operations that take elements of these names, and require no other ones. */
export function operationsTaking(names: readonly EwsName[]): readonly string[] {
  return operations
    .filter(({ request }) => {
      const options = optionsOf(request).map(particle => particle.name);
      const required = optionsOf(request.filter(({ occurs }) => occurs.min === 1)).map(particle => particle.name);
      return names.every(name => options.includes(name)) && required.every(name => names.includes(name));
    })
    .map(({ name }) => name);
}

/**
 * The operation that was meant by a name that is none. The verb says what is done: only the same verb, a slip in it, or
 * another word for the same may stand for it, so that no name ever turns into its opposite.
 */
export function operationMeant(local: string): string | undefined {
  const plain = local.replace(/(?:Request|Type)$/, '');
  const known = findOperation(local)?.requestElement ?? findOperation(plain)?.requestElement ?? customary[plain];
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

function keysOf(local: string): readonly NamespaceKey[] {
  if (/^(?:Envelope|Header|Body)$/i.test(local)) return ['soap'];
  if (findOperation(local)) return ['messages'];
  keysByName ??= gathered();
  return keysByName.get(local) ?? [];
}

let keysByName: ReadonlyMap<string, readonly NamespaceKey[]> | undefined;

function gathered(): ReadonlyMap<string, readonly NamespaceKey[]> {
  const found = new Map<string, readonly NamespaceKey[]>();
  const note = (name: EwsName) => {
    const { key, local } = splitEwsName(name);
    found.set(local, [...new Set([...(found.get(local) ?? []), key])]);
  };
  const visit = (particle: ElementParticle) => {
    note(particle.name);
    if (particle.type.content.kind === 'elements')
      for (const inner of optionsOf(particle.type.content.particles)) visit(inner);
  };
  for (const particle of [...operations.flatMap(({ request }) => optionsOf(request)), ...requestHeaders])
    visit(particle);
  for (const name of unboundHeaders) note(name);
  return found;
}

function wayTo(name: EwsName, particle: ElementParticle): readonly ElementParticle[] {
  if (particle.name === name) return [particle];
  if (particle.type.content.kind !== 'elements') return [];
  for (const inner of optionsOf(particle.type.content.particles)) {
    const way = wayTo(name, inner);
    if (way.length > 0) return [particle, ...way];
  }
  return [];
}

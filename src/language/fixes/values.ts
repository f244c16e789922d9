import { requestHeaders } from '../../ews/headers.ts';
import { descendants, elementsOf, type XmlElement } from '../../xml/index.ts';
import { elementSnippet } from '../completion/insertion.ts';
import { Naming } from '../completion/naming.ts';
import { mostSimilar } from '../names.ts';
import { versionChoices } from '../snippets.ts';
import { attributeAt, type Case, type Fix, likely, possible, replace, sure, wordOf, wordsIn } from './fix.ts';
import { insertChild, plainText } from './insertion.ts';

/** Offers allowed values: the one that was meant first, of a version those that make sense. */
export function chooseValue(given: Case): readonly Fix[] {
  const allowed = wordsIn(given, 'allowed');
  const suggestion = wordOf(given, 'suggestion') ?? mostSimilar(wordOf(given, 'value') ?? '', allowed);
  const isVersion = allowed.includes('Exchange2013');
  const best = suggestion ?? (isVersion ? versionChoices[0] : undefined);
  const rest = isVersion ? versionChoices : bySimilarity(wordOf(given, 'value') ?? '', allowed);
  const others = rest.filter(value => value !== best).slice(0, 4);
  const first = best === undefined ? [] : likely(`Change to ${best}`, replace(given.problem, best));
  return [...first, ...others.map(value => possible(`Change to ${value}`, replace(given.problem, value)))];
}

/** Offers allowed values for an attribute that has none. */
export function fillIn(given: Case): readonly Fix[] {
  const attribute = attributeAt(given.element, given.problem.from);
  const allowed = wordsIn(given, 'allowed');
  if (!attribute?.valueRange || allowed.length === 0) return [];
  const range = attribute.valueRange;
  return chooseValue({ ...given, problem: { ...given.problem, ...range } });
}

/** Those that are like the word, the nearest first, and then the others. */
function bySimilarity(word: string, values: readonly string[]): readonly string[] {
  const near: string[] = [];
  let left = values;
  for (let next = mostSimilar(word, left); next !== undefined; next = mostSimilar(word, left)) {
    near.push(next);
    left = values.filter(value => !near.includes(value));
  }
  return [...near, ...left];
}

/** Writes a version that has the operation. */
export function chooseVersion({ problem }: Case): readonly Fix[] {
  return versionChoices.map((value, index) => ({
    title: `Change to ${value}`,
    edits: [replace(problem, value)],
    preferred: index === 0,
    safe: false,
  }));
}

/** Adds RequestServerVersion, and the Header when there is none. */
export function insertVersion({ request }: Case): readonly Fix[] {
  const { envelope, body } = request;
  const header = envelope && elementsOf(envelope).find(({ local }) => local.toLowerCase() === 'header');
  // A Header or version with a slip around it is mended first.
  if (header !== request.header || (envelope && [...descendants(envelope)].some(isVersion))) return [];
  const particle = requestHeaders.find(({ name }) => name === 't:RequestServerVersion');
  const parent = header ?? envelope;
  if (!parent || !envelope || !particle) return [];
  const naming = new Naming(request.text, parent);
  const version = plainText(elementSnippet(naming, particle));
  const title = 'Add RequestServerVersion Exchange2013_SP1';
  if (header)
    return sure(title, ...insertChild(request, header, version, elementsOf(header)[0]), ...naming.declarations());
  const name = naming.nameOf('soap:Header');
  const text = `<${name}>\n\t${version}\n</${name}>`;
  return sure(title, ...insertChild(request, envelope, text, body), ...naming.declarations());
}

function isVersion({ local }: XmlElement): boolean {
  return local.toLowerCase() === 'requestserverversion';
}

/** Writes a value in the form that it should have, where it is clear what was meant. */
export function correctForm(given: Case): readonly Fix[] {
  const value = wordOf(given, 'value') ?? '';
  const wanted = wordOf(given, 'wanted') ?? '';
  const range = given.problem;
  const [, yes, no] = /^(true), (false)\b/.exec(wanted) ?? /^(1) or (0)$/.exec(wanted) ?? [];
  if (yes !== undefined && no !== undefined) {
    const meant = saysYes.test(value) ? yes : saysNo.test(value) ? no : undefined;
    return meant === undefined ? [] : likely(`Change to ${meant}`, replace(range, meant));
  }
  if (wanted.startsWith('a language tag') && value.includes('_'))
    return likely(`Change to ${value.replaceAll('_', '-')}`, replace(range, value.replaceAll('_', '-')));
  const braces = /^\{(.*)\}$/.exec(value.trim());
  return wanted.startsWith('a GUID') && braces ? likely('Remove the braces', replace(range, braces[1] ?? '')) : [];
}

const saysYes = /^\s*(?:true|yes|on|t|y)\s*$/i;
const saysNo = /^\s*(?:false|no|off|f|n)\s*$/i;

/** Declares UTF-8, which is what the editor sends. */
export function declareUtf8({ problem }: Case): readonly Fix[] {
  return sure('Declare UTF-8', replace(problem, 'utf-8'));
}

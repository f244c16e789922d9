import { frequentPropertyTypes } from '../../ews/types.ts';
import { descendants, elementsOf, type TextEdit, type XmlElement } from '../../xml/index.ts';
import { Naming } from '../completion/naming.ts';
import { declarationOf } from '../declarations.ts';
import { mostSimilar } from '../names.ts';
import { valueFault } from '../problems/values.ts';
import { arePropertyTypes, byUse } from '../propertyTypes.ts';
import type { RequestDocument } from '../request.ts';
import { versionChoices } from '../snippets.ts';
import { attributeAt, type Case, type Fix, likely, possible, replace, sure, wordOf, wordsIn } from './fix.ts';
import { insertChild } from './insertion.ts';

/** Offers allowed values: the one that was meant first, of a version those that make sense. */
export function chooseValue(given: Case): readonly Fix[] {
  const allowed = wordsIn(given, 'allowed');
  const suggestion = wordOf(given, 'suggestion') ?? mostSimilar(wordOf(given, 'value') ?? '', allowed);
  const isVersion = allowed.includes('Exchange2013');
  const best = suggestion ?? (isVersion ? versionChoices[0] : undefined);
  const rest = isVersion ? versionChoices : worthOffering(wordOf(given, 'value') ?? '', allowed);
  const others = rest.filter(value => value !== best).slice(0, best === undefined ? 5 : 4);
  const renamed = otherAttribute(given, (wordOf(given, 'value') ?? '').trim());
  if (renamed.length > 0) return renamed;
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

/** Those that are like the word, the nearest first, and then the others; of the types of properties those in use. */
function worthOffering(word: string, values: readonly string[]): readonly string[] {
  if (arePropertyTypes(values)) return byUse(values);
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

/** Adds RequestServerVersion. */
export function insertVersion({ request }: Case): readonly Fix[] {
  const edits = withVersion(request, 'Exchange2013_SP1');
  return edits.length > 0 ? sure('Add RequestServerVersion Exchange2013_SP1', ...edits) : [];
}

/** RequestServerVersion with a value, and the Header when there is none. */
export function withVersion(request: RequestDocument, value: string): readonly TextEdit[] {
  const { envelope, body } = request;
  const header = envelope && elementsOf(envelope).find(({ local }) => local.toLowerCase() === 'header');
  // A Header or version with a slip around it is mended first.
  if (header !== request.header || (envelope && [...descendants(envelope)].some(isVersion))) return [];
  const parent = header ?? envelope;
  if (!parent || !envelope) return [];
  const naming = new Naming(request.text, parent);
  const version = `<${naming.nameOf('t:RequestServerVersion')} Version="${value}"/>`;
  if (header) return [...insertChild(request, header, version, elementsOf(header)[0]), ...naming.declarations()];
  const name = naming.nameOf('soap:Header');
  const text = `<${name}>\n\t${version}\n</${name}>`;
  return [...insertChild(request, envelope, text, body), ...naming.declarations()];
}

function isVersion({ local }: XmlElement): boolean {
  return local.toLowerCase() === 'requestserverversion';
}

/** Offers values in the place of a placeholder; only of versions one is right for everybody. */
export function replacePlaceholder(given: Case): readonly Fix[] {
  const allowed = wordsIn(given, 'allowed');
  if (allowed.includes('Exchange2013')) return chooseVersion(given);
  const offered = arePropertyTypes(allowed) ? byUse(allowed) : allowed;
  return offered.slice(0, 5).map(value => possible(`Change to ${value}`, replace(given.problem, value)));
}

/** Offers other types for a property. */
export function choosePropertyType({ problem }: Case): readonly Fix[] {
  return frequentPropertyTypes.map(value => possible(`Change to ${value}`, replace(problem, value)));
}

/** Writes a value in the form that it should have, where it is clear what was meant. */
export function correctForm(given: Case): readonly Fix[] {
  const value = (wordOf(given, 'value') ?? '').trim();
  const wanted = wordOf(given, 'wanted') ?? '';
  const correction = corrections.find(({ form, from }) => form.test(wanted) && from.test(value));
  if (!correction) return otherAttribute(given, value);
  const meant = correction.to(value);
  return likely(`Change to ${meant}`, replace(given.problem, meant));
}

interface Correction {
  /** The form that is wanted, in the words of the problem. */
  readonly form: RegExp;
  /** The form that was written instead. */
  readonly from: RegExp;
  readonly to: (value: string) => string;
}

/** Quotes, the sign of a variable, and what ends a sentence may stand around; a sign that says "not" may not. */
const yes = /^["'`$\s]{0,9}(?:true|yes|on|t|y)["'`\s.,;]{0,9}$/i;
const no = /^["'`$\s]{0,9}(?:false|no|off|f|n)["'`\s.,;]{0,9}$/i;

const corrections: readonly Correction[] = [
  { form: /^true, false/, from: yes, to: () => 'true' },
  { form: /^true, false/, from: no, to: () => 'false' },
  { form: /^1 or 0/, from: yes, to: () => '1' },
  { form: /^1 or 0/, from: no, to: () => '0' },
  { form: /^a language tag/, from: /^[\w-]*_[\w-]*$/, to: value => value.replaceAll('_', '-') },
  { form: /^a GUID/, from: /^\{[\da-f-]*\}$/i, to: value => value.slice(1, -1) },
  // A whole property tag of MAPI has the type behind the tag; those from 0x8000 on are refused anyhow.
  { form: /^a number from 0 to 65535/, from: /^0x[0-7][\da-f]{7}$/i, to: value => value.slice(0, 6) },
  { form: /^a whole number/, from: /^0x[\da-f]{1,7}$/i, to: value => String(Number(value)) },
];

/** A property set has two attributes, one for its name and one for its GUID. */
function otherAttribute({ element, problem }: Case, value: string): readonly Fix[] {
  const attribute = attributeAt(element, problem.from);
  const other = setAttributes.find(name => name !== attribute?.name);
  if (!element || !attribute || !other || !setAttributes.includes(attribute.name)) return [];
  const declaration = declarationOf(element);
  const attributes = declaration?.kind === 'element' ? declaration.particle.type.attributes : [];
  const type = attributes.find(({ name }) => name === other)?.type;
  const isFree = element.attributes.every(({ name }) => name !== other);
  if (!type || !isFree || valueFault(type, value)) return [];
  return likely(`Change ${attribute.name} to ${other}`, replace(attribute.nameRange, other));
}

const setAttributes: readonly string[] = ['DistinguishedPropertySetId', 'PropertySetId'];

/** Declares UTF-8, which is what the editor sends. */
export function declareUtf8({ problem }: Case): readonly Fix[] {
  return sure('Declare UTF-8', replace(problem, 'utf-8'));
}

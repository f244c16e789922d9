import { namespaces } from '../../ews/namespaces.ts';
import { frequentPropertyTypes } from '../../ews/types.ts';
import {
  elementsOf,
  escapeXml,
  htmlCharacter,
  isBlank,
  isElement,
  type Range,
  type TextEdit,
  trimmedRange,
  type XmlElement,
  type XmlNode,
} from '../../xml/index.ts';
import { contentOf, declarationOf, particlesOf } from '../declarations.ts';
import { lineLike } from '../lines.ts';
import { ewsNameOf } from '../names.ts';
import { optionsOf } from '../particles.ts';
import { wordsOf } from '../snippets.ts';
import { type Case, type ElementCase, type Fix, likely, possible, replace, sure, withLine, wordOf } from './fix.ts';
import { withoutTextOutside } from './structure.ts';

/** Writes a bare ampersand as XML wants it. */
export function escapeAmpersand(given: Case): readonly Fix[] {
  const { problem, request } = given;
  // In a tag that is not finished a whole reference is no better.
  if (/^&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);/.test(request.text.slice(problem.from, problem.from + 12)))
    return [];
  if (isOutside(given)) return likely('Remove the text', replace(trimmedRange(request.text, textAround(given)), ''));
  const escaping = replace({ from: problem.from, to: problem.from + 1 }, '&amp;');
  const reference = wordOf(given, 'reference');
  if (reference === undefined) return sure('Replace & by &amp;', escaping);
  const at = problem.from + reference.length;
  return [
    ...likely(`Write ${reference};`, { from: at, to: at, insert: ';' }),
    possible('Replace & by &amp;', escaping),
  ];
}

/** Whether it stands before or behind the root, where no text may be; a tag without a name is no root. */
function isOutside({ problem, request }: Case): boolean {
  const isAround = (node: XmlNode) => node.from < problem.to && problem.from < node.to;
  return !request.xml.children.some(node => isElement(node) && node.name !== '' && isAround(node));
}

function textAround({ problem, request: { text } }: Case): Range {
  const next = text.indexOf('<', problem.to);
  return { from: text.lastIndexOf('>', problem.from) + 1, to: next < 0 ? text.length : next };
}

/** Replaces a reference of HTML by its character, or makes it text. */
export function replaceEntity(given: Case): readonly Fix[] {
  const name = wordOf(given, 'name') ?? '';
  const character = htmlCharacter(name);
  const asText = `&amp;${name};`;
  const fixes =
    character === undefined
      ? []
      : likely(`Replace &${name}; by its character`, replace(given.problem, escapeXml(character)));
  return isAmongElements(given)
    ? fixes
    : [...fixes, possible(`Replace it by ${asText}`, replace(given.problem, asText))];
}

/** Between the tags of an element that holds no text: what is written there is no text either. */
function isAmongElements({ element, problem }: Case): boolean {
  const declaration = element && declarationOf(element);
  const isBetween = element !== undefined && problem.from >= element.startTag.to;
  return isBetween && declaration !== undefined && contentOf(declaration)?.kind === 'elements';
}

/** Puts blanks between the hyphens inside a comment. */
export function separateHyphens({ request: { text }, problem }: Case): readonly Fix[] {
  if (problem.data['inComment'] !== true) return [];
  const range = { from: text.lastIndexOf('<!--', problem.from) + 4, to: text.indexOf('-->', problem.from) };
  const separated = text.slice(range.from, range.to).replace(/-(?=-|$)/g, '- ');
  return likely('Put a blank between the hyphens', replace(range, separated));
}

/** Removes a document type declaration or a processing instruction. */
export function removeNode({ request, problem }: Case): readonly Fix[] {
  const edit = replace(withLine(request.text, problem), '');
  // What it defines may be in use.
  const inUse = request.text.slice(problem.from, problem.to).includes('<!ENTITY');
  return inUse ? [possible('Remove it', edit)] : likely('Remove it', edit);
}

/** Makes the XML declaration the first thing in the text, or removes it where an element comes before it. */
export function placeDeclaration(given: Case): readonly Fix[] {
  const { request, problem } = given;
  const before = request.text.slice(0, problem.from);
  if (before.includes('<')) return removeNode(given);
  const edit = replace({ from: 0, to: problem.from }, '');
  const further = removeNode(given).map(fix => ({ ...fix, title: 'Remove the XML declaration', preferred: false }));
  if (isBlank(before.replace(/^\ufeff/, ''))) return [...sure('Remove what is before it', edit), ...further];
  const behind = withoutTextOutside(request).filter(({ from }) => from > problem.from);
  // Text before it would still be outside of the root if the declaration went.
  return likely(behind.length > 0 ? 'Remove the text around the request' : 'Remove what is before it', edit, ...behind);
}

/** Writes the end tag of the element that is open. */
export function correctEndTag(given: Case): readonly Fix[] {
  const expected = wordOf(given, 'expected');
  const { request, problem } = given;
  // What is open has no name: its own problem comes first.
  if (expected === '') return [];
  if (expected !== undefined) {
    // All that stands up to its > was written as the name.
    const written = /^[^\s<>]*(?:\s+[^\s<>]+)*(?=\s*>)/.exec(request.text.slice(problem.from, problem.to + 200))?.[0];
    const to = Math.max(problem.to, problem.from + (written?.length ?? 0));
    return likely(`Change to </${expected}>`, replace({ from: problem.from, to }, expected));
  }
  const from = request.text.lastIndexOf('</', problem.from);
  const to = request.text.indexOf('>', problem.to) + 1;
  return to > 0 ? likely('Remove the end tag', replace(withLine(request.text, { from, to }), '')) : [];
}

/** Closes an element behind its content, or at once when it has none; an end tag that comes too late is moved there. */
export function closeElement({ element, request, problem }: ElementCase): readonly Fix[] {
  const { text } = request;
  const content = text.slice(element.startTag.to, element.to);
  const endTag = `</${element.name}>`;
  const at = element.startTag.to + content.trimEnd().length;
  // An end tag has been begun.
  if (content.trimEnd().endsWith('</')) return likely(`Add ${endTag}`, { from: at - 2, to: at, insert: endTag });
  const closing = { from: at, to: at, insert: lineForEnd(text, element) + endTag };
  const [stray] = problem.related;
  if (stray) return likely(`Move ${endTag} behind its content`, closing, replace(withLine(text, stray), ''));
  const kind = swallowing(element);
  if (kind === 'text') {
    const own = text.slice(element.startTag.to, elementsOf(element)[0]?.from).trimEnd().length;
    return likely(`Add ${endTag}`, { from: element.startTag.to + own, to: element.startTag.to + own, insert: endTag });
  }
  if (content.trim() === '' || kind === 'empty') {
    const end = element.startTag.to - 1;
    return likely(`Write <${element.name} …/>`, { from: end, to: element.startTag.to, insert: '/>' });
  }
  return likely(`Add ${endTag}`, closing);
}

/** The beginning of a line of its own for the end tag of an element, where its first child has one; nothing otherwise. */
function lineForEnd(text: string, element: XmlElement): string {
  const [first] = elementsOf(element);
  const isLaidOut = first && /[\r\n]/.test(text.slice(element.startTag.to, first.from));
  return isLaidOut ? lineLike(text, element.from) : '';
}

/** What an element should hold that has swallowed what should stand beside it. */
function swallowing(element: XmlElement): 'empty' | 'text' | undefined {
  const own = declarationOf(element);
  const around = element.parent && declarationOf(element.parent);
  const kind = own && contentOf(own)?.kind;
  if (!around || kind === undefined || kind === 'elements') return undefined;
  const names = optionsOf(particlesOf(around)).map(({ name }) => name);
  const inner = elementsOf(element);
  return inner.length > 0 && inner.every(child => names.some(name => name === ewsNameOf(child))) ? kind : undefined;
}

/** Ends a start tag, or an end tag. */
export function finishTag(given: Case): readonly Fix[] {
  const { element, request, problem } = given;
  if (problem.data['end'] === true) return finishEndTag(given);
  if (problem.data['name'] === '') return nameTag(given);
  if (!element || element.name === '') return [];
  if (element.name.endsWith(':'))
    return likely(`Remove <${element.name}`, replace({ from: element.from, to: problem.to }, ''));
  const open = openTagEnd(request.text, element);
  if (open !== undefined) return likely('Add >', { from: open, to: open, insert: '>' });
  const at = request.text.slice(0, element.startTag.to).trimEnd().length;
  // The tag goes on behind something that does not belong there, and would become text.
  if (/^[^<\r\n]*[^<\r\n\s>][^<\r\n]*>/.test(request.text.slice(at, at + 2000))) return [];
  const slash = request.text[at - 1] === '/';
  return likely(slash ? 'Add >' : 'Add />', { from: at, to: at, insert: slash ? '>' : '/>' });
}

/** A `>` behind the name, or what stands between the two taken away. */
function finishEndTag({ request, problem: { from, to, data } }: Case): readonly Fix[] {
  const odd = /^[^\s<>]+(?=>)/.exec(request.text.slice(to, to + 100))?.[0];
  // What the parser takes for the name may be the beginning of it.
  if (odd !== undefined && request.text.slice(from, to) !== data['name'])
    return likely(`Change to </${data['name']}>`, { from, to: to + odd.length, insert: String(data['name']) });
  if (odd !== undefined) return likely(`Remove ${odd}`, { from: to, to: to + odd.length, insert: '' });
  return likely('Add >', { from: to, to, insert: '>' });
}

/** Encloses a value in quotes, or adds the missing one. */
export function addQuote({ request, problem }: Case): readonly Fix[] {
  const before = request.text[problem.from - 1] ?? '';
  if (before === '"' || before === "'") {
    const value = request.text.slice(problem.from, problem.to);
    const to = problem.from + value.trimEnd().length;
    return likely('Add the missing quote', { from: to, to, insert: before });
  }
  return likely('Enclose the value in quotes', replace(problem, `"${request.text.slice(problem.from, problem.to)}"`));
}

/** Gives an attribute a value to begin with. */
export function addValue({ element, problem, request }: Case): readonly Fix[] {
  const equals = /^\s*=/.exec(request.text.slice(problem.to, problem.to + 100))?.[0].length ?? 0;
  const insert = (value: string) => ({ from: problem.to, to: problem.to + equals, insert: `="${value}"` });
  return fillIn(String(problem.data['name']), element, 'likely', insert);
}

/** Puts the missing blank between two attributes. */
export function separateAttributes({ problem, request }: Case): readonly Fix[] {
  // Without a value it is hardly an attribute: rather a part of the value before it.
  const hasValue = /^\s*=\s*["']/.test(request.text.slice(problem.to, problem.to + 100));
  return (hasValue ? sure : likely)('Add a blank', { from: problem.from, to: problem.from, insert: ' ' });
}

/** Gives a required attribute a value: a placeholder or what is right anyhow; of values that are neither, one fix each. */
export function fillIn(
  name: string,
  element: XmlElement | undefined,
  by: 'sure' | 'likely',
  edit: (value: string) => TextEdit,
): readonly Fix[] {
  const choice = toChoose[name];
  if (choice) return choice.map(value => possible(`Add ${name}="${value}"`, edit(value)));
  const make = by === 'sure' ? sure : likely;
  return make(by === 'sure' ? `Add ${name}="…"` : 'Add ="…"', edit(sampleValue(name, element)));
}

/** Values of which only the author knows the right one, the most frequent first. */
const toChoose: Readonly<Record<string, readonly string[]>> = {
  PropertyType: frequentPropertyTypes,
  InstanceIndex: ['1'],
};

function sampleValue(name: string, element: XmlElement | undefined): string {
  const sample = samples[name];
  if (sample !== undefined) return sample;
  const declaration = element && declarationOf(element);
  if (name === 'Id' && declaration?.kind === 'element')
    return `{{${wordsOf(declaration.particle, element?.parent?.local ?? '')}}}`;
  return `{{${name
    .replace(/^.*:/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()}}}`;
}

const samples: Readonly<Record<string, string>> = {
  Version: 'Exchange2013_SP1',
  'xmlns:soap': namespaces.soap,
  'xmlns:s': namespaces.soap,
  'xmlns:soapenv': namespaces.soap,
  'xmlns:m': namespaces.messages,
  'xmlns:t': namespaces.types,
};

/** Where a start tag ends whose end tag follows; undefined when none does. */
function openTagEnd(text: string, { attributes, name, nameRange, startTag }: XmlElement): number | undefined {
  const behind = text.slice(startTag.to);
  const closing = /^<\/([^\s<>]+)/.exec(behind)?.[1];
  // Text right behind the name looks like a part of it.
  if (closing && name !== closing && name.startsWith(closing)) return nameRange.from + closing.length;
  if (!isClosed(behind, name)) return undefined;
  return attributes.findLast(({ valueRange }) => valueRange)?.to ?? nameRange.to;
}

function isClosed(behind: string, name: string): boolean {
  let depth = 1;
  for (const [, slash, found, rest = ''] of behind.matchAll(/<(\/?)([^\s<>/]+)([^<>]*)/g)) {
    if (found !== name || (slash === '' && rest.endsWith('/'))) continue;
    depth += slash === '' ? 1 : -1;
    if (depth === 0) return true;
  }
  return false;
}

/** White space, or no name at all, behind `<`. */
function nameTag(given: Case): readonly Fix[] {
  const { element, problem, request } = given;
  const { text } = request;
  const { from } = problem;
  const tag = /^<(\s+)[\p{L}_][\p{L}\p{N}_.:-]*(?:\s+[^\s=<>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?>/u.exec(
    text.slice(from),
  );
  const isOfRoot = isOutside(given);
  const asText = possible('Replace < by &lt;', { from, to: from + 1, insert: '&lt;' });
  if (tag) {
    const blanks = tag[1]?.length ?? 0;
    const named = likely('Remove the white space', { from: from + 1, to: from + 1 + blanks, insert: '' });
    return isOfRoot ? named : [...named, asText];
  }
  if (isOfRoot) return /^<\s*$/.test(text.slice(from)) ? likely('Remove <', { from, to: from + 1, insert: '' }) : [];
  const declaration = element && declarationOf(element);
  return [{ ...asText, preferred: declaration !== undefined && contentOf(declaration)?.kind === 'text' }];
}

/** Declares the version of XML that Exchange reads. */
export function declareVersion({ problem }: Case): readonly Fix[] {
  return likely('Write 1.0', replace(problem, '1.0'));
}

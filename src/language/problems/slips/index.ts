import { type NamespaceKey, namespaces } from '../../../ews/namespaces.ts';
import type { Range, XmlElement } from '../../../xml/index.ts';
import { customaryPrefixes } from '../../names.ts';
import type { RequestDocument } from '../../request.ts';
import { doctypeExtent } from '../markup.ts';
import { unifiedDiff } from './diff.ts';
import { escapedLineEnds, escapedText } from './escaped.ts';
import { slipInTag } from './inTag.ts';
import { stretchLike } from './likeness.ts';
import { linePrefixes } from './linePrefixes.ts';
import { begunComment, wrongComment, wrongDeclaration } from './markup.ts';
import { oddBlanks } from './oddBlanks.ts';
import { unpaired } from './pairing.ts';
import { misboundPrefix, undeclaredPrefix } from './prefixes.ts';
import { type Slip, slip } from './slip.ts';

/** The first slip in a text whose mending shows what else is wrong; undefined when there is none. */
export function slipIn(request: RequestDocument): Slip | undefined {
  const isBroken = request.flaw !== undefined || isNameless(request.envelope) || isNameless(request.payload);
  return (
    oddBlanks(request) ??
    (isBroken ? firstSlip(request) : (escapedLineEnds(request) ?? unifiedDiff(request) ?? unpaired(request))) ??
    misboundPrefix(request)
  );
}

function firstSlip(request: RequestDocument): Slip | undefined {
  for (const find of finders) {
    const slip = find(request);
    if (slip) return slip;
  }
  return undefined;
}

const finders: readonly ((request: RequestDocument) => Slip | undefined)[] = [
  furtherMark,
  escapedText,
  unifiedDiff,
  linePrefixes,
  openDoctype,
  typographicQuotes,
  shoutedDeclaration,
  wrongDeclaration,
  wrongComment,
  misspeltDeclaration,
  undeclaredPrefix,
  misspeltTag,
  lessThanInValue,
  slipInTag,
  unpaired,
  begunComment,
];

/** In no namespace, and without a prefix that could have one. */
function isNameless(element: XmlElement | undefined): boolean {
  return element?.uri === '';
}

/** XML knows one byte order mark; a further one is a character before the declaration, which nobody sees. */
function furtherMark({ text }: RequestDocument): Slip | undefined {
  const marks = /^\ufeff{2,}/.exec(text)?.[0].length;
  if (marks === undefined) return undefined;
  const range = { from: 1, to: marks };
  return slip('xml.outside-root', range, { element: false, mark: true }, [{ ...range, insert: '' }], {
    title: 'Remove the second byte order mark',
  });
}

/** A document type without its end takes the start tag behind it for a part of it. */
function openDoctype({ flaw, text }: RequestDocument): Slip | undefined {
  const extent = flaw && doctypeExtent(text);
  if (!extent || extent.closed) return undefined;
  return slip('dtd.present', extent, {}, [{ from: extent.from, to: extent.to, insert: '' }]);
}

const marks = '“”„‟«»‘’‚‛″′`´';
const opened = new RegExp(`=[\\t ]*([${marks}])([^<>"'${marks}\\r\\n]*)([${marks}"'])(?=[\\s/>?])`, 'gu');
const closed = new RegExp(`=[\\t ]*(["'])([^<>"'${marks}\\r\\n]*)([${marks}])(?=\\s*[/?]?>|\\s+[^\\s=<>]+\\s*=)`, 'gu');

/** Quotes of a word processor around the values of attributes; whoever has them in one place has them everywhere. */
function typographicQuotes({ text: whole }: RequestDocument): Slip | undefined {
  if (!new RegExp(`[${marks}]`, 'u').test(whole)) return undefined;
  const text = withoutSections(whole);
  const found = inTags(
    text,
    [...text.matchAll(opened), ...text.matchAll(closed)].sort((a, b) => a.index - b.index),
  );
  const [first] = found;
  if (!first) return undefined;
  const [, begin = '', , end = ''] = first;
  const places = found.map(({ index, 0: whole }) => ({
    from: index + 1 + blanksBehind(whole),
    to: index + whole.length,
  }));
  const edits = places.flatMap(({ from, to }) => [
    { from, to: from + 1, insert: '"' },
    { from: to - 1, to, insert: '"' },
  ]);
  const quote = marks.includes(begin) ? begin : end;
  return slip('xml.quotes', places[0] ?? { from: 0, to: 0 }, { quote }, edits);
}

function blanksBehind(whole: string): number {
  return whole.slice(1).search(/[^\t ]/);
}

/** Of matches in the order of the text those that stand behind a `<` and not behind its `>`. */
function inTags(text: string, matches: readonly RegExpExecArray[]): readonly RegExpExecArray[] {
  let at = 0;
  let isInside = false;
  return matches.filter(({ index }) => {
    for (; at < index; at++) isInside = text[at] === '<' || (isInside && text[at] !== '>');
    return isInside;
  });
}

/** The text with blanks in place of comments and CDATA sections: nothing in them is a tag. */
function withoutSections(text: string): string {
  if (!text.includes('<!')) return text;
  return text.replace(/<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/g, section => ' '.repeat(section.length));
}

/** As far as declarations stand in any envelope. */
const beginning = 5000;

/** `XMLNS:m="…"`, and every other way to write it in capitals; what is written as it should be is no match. */
const capitals = /\s((?!xmlns)[Xx][Mm][Ll][Nn][Ss](:[^\s=:<>"']+)?\s*=\s*("[^"<>]*"|'[^'<>]*'))/g;

/** A declaration in capitals. */
function shoutedDeclaration({ text }: RequestDocument): Slip | undefined {
  const [match] = inTags(text, [...withoutSections(text).slice(0, beginning).matchAll(capitals)]);
  if (!match) return undefined;
  const [whole, attribute = '', prefix = '', value = ''] = match;
  const range = { from: match.index + whole.length - attribute.length, to: match.index + whole.length };
  const insert = `xmlns${prefix}=${value}`;
  return slip('namespace.declaration-misspelt', range, { prefix: prefix.slice(1), expected: insert }, [
    { ...range, insert },
  ]);
}

/** Nobody uses more that are not declared, and each is searched for. */
const mostPrefixes = 10;

/** A declaration of one of the three namespaces that differs in a character or two, so that its prefix means nothing. */
function misspeltDeclaration({ text }: RequestDocument): Slip | undefined {
  const start = text.slice(0, beginning);
  const used = prefixesIn(text);
  const declared = new Set([...start.matchAll(soundDeclaration)].map(([, prefix = '']) => prefix));
  for (const prefix of [...used].filter(prefix => !declared.has(prefix)).slice(0, mostPrefixes)) {
    const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
    for (const key of keysFor(prefix)) {
      const expected = `${name}="${namespaces[key]}"`;
      const found = stretchLike(start, expected);
      if (!found || isOfOther(start.slice(found.from, found.to), used, prefix)) continue;
      return slip('namespace.declaration-misspelt', found, { prefix, expected }, [{ ...found, insert: expected }]);
    }
  }
  return undefined;
}

const soundDeclaration = /\sxmlns(?::([^\s=:<>"']+))?\s*=\s*(?:"[^"<&]*"|'[^'<&]*')(?=\s|[/?]?>)/g;

/**
 * A sound declaration of another prefix is no slip of this one when it is in use, or when it is what everybody writes: then
 * the names lack their prefix. Names without a prefix lack it rather than that somebody wrote a prefix into `xmlns`.
 */
function isOfOther(stretch: string, used: ReadonlySet<string>, wanted: string): boolean {
  const [match] = ` ${stretch} `.matchAll(soundDeclaration);
  const prefix = match?.[1] ?? '';
  if (match?.[0].trim() !== stretch) return false;
  return used.has(prefix) || (prefix !== '' && (wanted === '' || customaryPrefixes[prefix] !== undefined));
}

/** The prefixes of the tags; the empty one for names without. */
function prefixesIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/<\/?(?:([^\s:<>/="'!?]+):)?[^\s:<>/="'!?]/g)].map(([, prefix = '']) => prefix));
}

function keysFor(prefix: string): readonly NamespaceKey[] {
  const customary = customaryPrefixes[prefix];
  return customary ? [customary] : ['soap', 'messages', 'types'];
}

/** `/ >`, `\>`, `< /name>`, `</ name>`, `<\name>`, `</name/>`: groups are the wrong end, or the name of the end tag. */
const wrongTag =
  /<[^\s<>/!?\\][^<>"']*(?:(?:"[^"<>]*"|'[^'<>]*')[^<>"']*)*?(\/\s+>|\\\s*>)|<(?:\s+\/\s*|\/\s+|\\)([^\s<>/\\]+)\s*>|<\/([^\s<>/\\]+)\s*\/\s*>/g;

function misspeltTag({ flaw, text }: RequestDocument): Slip | undefined {
  if (!flaw) return undefined;
  for (const { index, 0: whole, 1: end, 2: name, 3: closedName } of withoutSections(text).matchAll(wrongTag)) {
    const to = index + whole.length;
    const range = { from: end === undefined ? index : to - end.length, to };
    const both = blankInBoth(text, { from: index, to });
    if (both) return both;
    const expected = end === undefined ? `</${name ?? closedName}>` : '/>';
    return slip('xml.tag-misspelt', range, { expected }, [{ ...range, insert: expected }]);
  }
  return undefined;
}

/** `< name>…</ name>`, with the same white space in both tags. */
function blankInBoth(text: string, endTag: Range): Slip | undefined {
  const [, blanks, name] = /^<\/(\s+)([^\s<>/]+)/.exec(text.slice(endTag.from, endTag.to)) ?? [];
  if (blanks === undefined || name === undefined) return undefined;
  const from = text.lastIndexOf(`<${blanks}${name}`, endTag.from);
  const to = from + 1 + blanks.length + name.length;
  if (from < 0 || !/[\s>]/.test(text.charAt(to))) return undefined;
  const edits = [from + 1, endTag.from + 2].map(at => ({ from: at, to: at + blanks.length, insert: '' }));
  return slip('xml.tag-misspelt', { from, to }, { expected: `<${name}` }, edits, { title: 'Remove the white space' });
}

/** A `<` in a value that is closed: without an attribute behind it, nothing there is a tag. */
const lessThan =
  /=\s*(?:"[^"<>\r\n]*(<)(?:[^"<>=\r\n]*|[^\s"<>=]*=*)"|'[^'<>\r\n]*(<)(?:[^'<>=\r\n]*|[^\s'<>=]*=*)')(?=[\s/>])/d;
const messageId = /=\s*(["'])(<)[^\s<>"'@]+@[^\s<>"'@]+>\1(?=[\s/>])/d;

function lessThanInValue({ flaw, text: whole }: RequestDocument): Slip | undefined {
  if (!flaw) return undefined;
  const text = withoutSections(whole);
  const id = messageId.exec(text);
  const match = id ?? lessThan.exec(text);
  const [from, to] = match?.indices?.[2] ?? match?.indices?.[1] ?? [];
  if (from === undefined || to === undefined) return undefined;
  return slip('xml.raw-less-than', { from, to }, { messageId: id !== null }, [{ from, to, insert: '&lt;' }]);
}

import {
  descendants,
  isBlank,
  isElement,
  leafMarks,
  type Range,
  trimmedRange,
  type XmlElement,
  type XmlLeaf,
  type XmlNode,
} from '../../xml/index.ts';
import type { RequestDocument } from '../request.ts';
import type { Check } from './context.ts';

/**
 * Checks what is no tag: comments, CDATA sections, instructions, characters and references. True when something is begun
 * and never ended, so that the rest of the text is lost in it.
 */
export function checkLeaves(check: Check): boolean {
  let unterminated = false;
  const limit = check.reporter.problems.length + mostFaults;
  // What it declares is not read: with a document type any name may be one of an entity.
  const known = check.request.xml.children.some(({ kind }) => kind === 'doctype') ? 'all' : 'five';
  for (const leaf of leavesOf(check.request)) {
    if (check.reporter.problems.length >= limit) return unterminated;
    unterminated = checkTerminated(check, leaf) || unterminated;
    if (leaf.kind === 'comment' && !unterminated) checkComment(check, leaf);
    else if (leaf.kind === 'instruction') checkTarget(check, leaf);
    else if (leaf.kind === 'text') checkText(check, leaf);
    if (leaf.kind !== 'doctype') checkCharacters(check, leaf, leaf.kind === 'reference' ? known : 'unread');
  }
  for (const element of elementsIn(check.request)) {
    if (check.reporter.problems.length >= limit) return unterminated;
    for (const { valueRange } of element.attributes) if (valueRange) checkCharacters(check, valueRange, known);
  }
  return unterminated;
}

/** More than that many faults are the consequence of one. */
const mostFaults = 10;

/** A surrogate without the other one: half of a character that UTF-16 writes as two. */
export const halfCharacter = /\p{Cs}/u;

/** Reports what stands beside the one element that a document is. */
export function checkOutside(check: Check, doctype: Range | undefined): void {
  const { text, xml } = check.request;
  if (!xml.root) {
    if (halfCharacter.test(text)) return;
    const reason = 'it has no element, and a request begins with an Envelope';
    check.reporter.report('xml.not-well-formed', firstLine(text, trimmedRange(text, { from: 0, to: text.length })), {
      reason,
    });
    return;
  }
  const related = [{ ...xml.root.nameRange, message: 'The document is this element.' }];
  const isBehind = ({ from }: Range) => !doctype || from >= doctype.to;
  const spare = xml.children.filter(isElement).find(element => element !== xml.root && isBehind(element));
  const [first, ...others] = textsOutside(check.request).filter(isBehind);
  if (spare && !(first && first.from < spare.from)) {
    check.reporter.report('xml.outside-root', spare.nameRange, { element: true }, related);
  } else if (first) {
    const further = others.map(range => ({ ...range, message: 'Text stands here too.' }));
    const range = firstLine(text, trimmedRange(text, first));
    check.reporter.report('xml.outside-root', range, { element: false }, [...related, ...further]);
  }
}

/** The stretches of text that stand beside the one element, with the white space around them. */
export function textsOutside({ text, xml }: RequestDocument): readonly Range[] {
  const stretches: { from: number; to: number }[] = [];
  for (const { kind, from, to } of xml.children) {
    if (kind !== 'text' && kind !== 'reference' && kind !== 'cdata') continue;
    const last = stretches.at(-1);
    if (last?.to === from) last.to = to;
    else stretches.push({ from: text[from] === '\ufeff' ? from + 1 : from, to });
  }
  return stretches.filter(({ from, to }) => !isBlank(text.slice(from, to)));
}

function firstLine(text: string, { from, to }: Range): Range {
  const lineEnd = text.slice(from, to).search(/[\r\n]/);
  return { from, to: lineEnd < 0 ? to : from + lineEnd };
}

/** Where the document type declaration stands, if there is one. */
export function doctypeRange({ flaw, text, xml }: RequestDocument): Range | undefined {
  return flaw?.isDoctype || xml.children.some(({ kind }) => kind === 'doctype') ? doctypeExtent(text) : undefined;
}

/**
 * From `<!DOCTYPE` to its own `>`, behind quotes and brackets. One that is not closed ends before the first tag behind it.
 */
export function doctypeExtent(text: string): (Range & { readonly closed: boolean }) | undefined {
  const begin = /<!DOCTYPE[^<]*(?:<[!?][^<]*)*/.exec(text);
  if (!begin || isInside(text, begin.index, '<!--', '-->') || isInside(text, begin.index, '<![CDATA[', ']]>'))
    return undefined;
  const { 0: whole, index: from } = begin;
  let depth = 0;
  for (const { 0: token, index } of whole.matchAll(/"[^"]*"|'[^']*'|<!--[\s\S]*?(?:-->|$)|[[\]>]/g)) {
    if (token === '[') depth += 1;
    else if (token === ']') depth -= 1;
    else if (token === '>' && depth <= 0) return { from, to: from + index + 1, closed: true };
  }
  return { from, to: from + whole.trimEnd().length, closed: false };
}

function isInside(text: string, at: number, begin: string, end: string): boolean {
  return text.lastIndexOf(begin, at) > text.lastIndexOf(end, at);
}

function checkTerminated(check: Check, leaf: XmlLeaf): boolean {
  const [begin, end] = leafMarks[leaf.kind] ?? [];
  const raw = check.request.text.slice(leaf.from, leaf.to);
  if (!begin || !end || (raw.length >= begin.length + end.length && raw.endsWith(end))) return false;
  check.reporter.report('xml.unterminated', { from: leaf.from, to: leaf.from + begin.length }, { begin, end });
  return true;
}

function checkComment(check: Check, { from, to }: XmlLeaf): void {
  const found = check.request.text.indexOf('--', from + 4);
  // The hyphens of the end itself are no fault.
  if (found < 0 || found >= to - 3) return;
  const range = { from: found, to: found + 2 };
  check.reporter.report('xml.not-well-formed', range, {
    reason: 'two hyphens cannot stand inside a comment',
    inComment: true,
  });
}

/** `xml` is the target of the declaration alone, which stands at the very beginning and in lower case. */
function checkTarget(check: Check, { from, to }: XmlLeaf): void {
  const { text } = check.request;
  const raw = text.slice(from, to);
  const target = /^<\?([^\s?]*)/.exec(raw)?.[1] ?? '';
  const range = { from, to };
  if (target.toLowerCase() !== 'xml') return;
  if (target !== 'xml') {
    const reason = 'the XML declaration is written in lower case, <?xml …?>';
    check.reporter.report('xml.not-well-formed', range, { reason });
  } else if (from > 0 && text.slice(0, from) !== '\ufeff') {
    check.reporter.report('xml.declaration-misplaced', range, {});
  }
}

function checkText(check: Check, { from, to }: XmlLeaf): void {
  const at = check.request.text.slice(from, to).indexOf(']]>');
  if (at < 0) return;
  const reason = ']]> ends a CDATA section and cannot stand in text: write ]]&gt;';
  check.reporter.report('xml.not-well-formed', { from: from + at, to: from + at + 3 }, { reason });
}

const forbidden = /[^\t\n\r\u0020-\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const anyReference = /&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([\p{L}_:][\p{L}\p{M}\p{N}._:·-]*));/gu;
const knownReferences: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** The first character that XML does not have, and the references to such characters and to unknown names. */
function checkCharacters(check: Check, { from, to }: Range, entities: 'five' | 'all' | 'unread'): void {
  const raw = check.request.text.slice(from, to);
  const character = forbidden.exec(raw);
  if (character) {
    const at = from + character.index;
    check.reporter.report('xml.character', { from: at, to: at + 1 }, { character: codeOf(character[0].charCodeAt(0)) });
  }
  if (entities === 'unread') return;
  for (const match of raw.matchAll(anyReference)) {
    const range = { from: from + match.index, to: from + match.index + match[0].length };
    const [, hexadecimal, decimal, name] = match;
    if (name !== undefined) {
      if (knownReferences.has(name) || entities === 'all') continue;
      check.reporter.report('xml.entity-unknown', range, { name });
    } else {
      const code = hexadecimal === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hexadecimal, 16);
      if (!isCharacter(code)) check.reporter.report('xml.character', range, { character: codeOf(code) });
    }
  }
}

/** Char of XML 1.0, section 2.2. */
function isCharacter(code: number): boolean {
  if (code === 9 || code === 10 || code === 13) return true;
  if (code < 0x20 || Number.isNaN(code)) return false;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

function codeOf(code: number): string {
  return Number.isNaN(code) ? 'without a number' : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

function* leavesOf(request: RequestDocument): Generator<XmlLeaf> {
  const isLeaf = (node: XmlNode) => node.kind !== 'element';
  yield* request.xml.children.filter(isLeaf) as XmlLeaf[];
  for (const element of elementsIn(request)) yield* element.children.filter(isLeaf) as XmlLeaf[];
}

function* elementsIn(request: RequestDocument): Generator<XmlElement> {
  for (const top of request.xml.children) if (isElement(top)) yield* descendants(top);
}

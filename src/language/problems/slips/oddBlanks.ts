import { elementAt, htmlCharacter, leafAt, type Range, type TextEdit } from '../../../xml/index.ts';
import { namespaceOf } from '../../names.ts';
import type { RequestDocument } from '../../request.ts';
import { type Slip, slip } from './slip.ts';

/** Blanks that are none for XML, separators of lines, and what cannot be seen at all. */
const spaces = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
const lineEnds = '\\u0085\\u2028\\u2029';
const unseen = '\\u00ad\\u180e\\u200b-\\u200f\\u2060-\\u2064\\ufeff';
const odd = new RegExp(`[${spaces}${lineEnds}${unseen}]`);
/** The same as pages in HTML write them. */
const reference =
  '&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|lrm|rlm|shy|#0*(?:160|173|819[2-9]|820[0-7]|8239)|#[xX]0*(?:[aA][0dD]|200[\\da-fA-F]|202[fF]));';
const anyReference = new RegExp(reference);
const onlyOdd = new RegExp(`^(?:[\\s${spaces}${lineEnds}${unseen}]|${reference})*$`);
const token = `<!--|<!\\[CDATA\\[|<\\?|[<>"']|(?:[${spaces}${lineEnds}${unseen}]|${reference})+`;

/** Characters that came in while copying and look like white space, or like nothing: between the tags and in them. */
export function oddBlanks(request: RequestDocument): Slip | undefined {
  const { text } = request;
  // One byte order mark at the beginning is as it should be.
  if (!odd.test(text.slice(1)) && !(text.includes('&') && anyReference.test(text))) return undefined;
  const places = oddPlaces(text).filter(place => place.isInTag || !isForeign(request, place.from));
  const [first] = places;
  if (!first) return undefined;
  const [written] = anyReference.exec(text.slice(first.from, first.to)) ?? [];
  const character = written ?? `U+${text.charCodeAt(first.from).toString(16).toUpperCase().padStart(4, '0')}`;
  return slip(
    'xml.odd-blank',
    first,
    { character, count: places.length },
    places.map(place => plainBlanks(text, place)),
  );
}

interface Place extends Range {
  readonly isInTag: boolean;
}

/** Where nothing but white space may stand. In one pass, whatever the text. */
function oddPlaces(text: string): readonly Place[] {
  const found: Place[] = [];
  let between: Place[] = [];
  let references: Place[] = [];
  let gap = { from: text.startsWith('\ufeff') ? 1 : 0, isBehindStart: false };
  let tag: number | undefined;
  const tokens = new RegExp(token, 'g');
  tokens.lastIndex = gap.from;
  for (let match = tokens.exec(text); match; match = tokens.exec(text)) {
    const { 0: what, index: from } = match;
    const to = from + what.length;
    if (tag === undefined) {
      const leaf = what.length > 1 ? leafAt(text, from) : undefined;
      if (leaf) {
        tokens.lastIndex = leaf.to;
        if (what === '<?' && isLayout(text, gap, from)) {
          // What stands before the declaration is no matter of blanks.
          if (gap.from > 1) found.push(...between);
          between = [];
          gap = { from: tokens.lastIndex, isBehindStart: false };
        }
      } else if (what === '<') {
        if (isLayout(text, gap, from)) found.push(...between);
        tag = from;
      } else if (isOdd(what)) between.push({ from, to, isInTag: false });
    } else if (what === '>') {
      found.push(...references);
      references = [];
      gap = { from: to, isBehindStart: text[tag + 1] !== '/' && text[from - 1] !== '/' };
      between = [];
      tag = undefined;
    } else if (isQuote(what)) tokens.lastIndex = behind(text, what, to) ?? to;
    else if (isOdd(what)) (what.startsWith('&') ? references : found).push({ from, to, isInTag: true });
    // What is begun and not finished may be a bare < in a text, in which a reference may be meant.
    else if (what === '<') references = [];
  }
  if (isLayout(text, gap, text.length)) found.push(...between);
  return found.sort((a, b) => a.from - b.from);
}

function isOdd(what: string): boolean {
  return what.startsWith('&') || odd.test(what);
}

function behind(text: string, what: string, from: number): number | undefined {
  const found = text.indexOf(what, from);
  return found < 0 ? undefined : found + what.length;
}

function isQuote(what: string): boolean {
  return what === '"' || what === "'";
}

/** Nothing but white space and what looks like it, and not all that a single element holds: that is a value. */
function isLayout(text: string, gap: { readonly from: number; readonly isBehindStart: boolean }, to: number): boolean {
  const isValue = gap.isBehindStart && text.startsWith('</', to);
  return !isValue && onlyOdd.test(text.slice(gap.from, to));
}

/** Inside of what is not of EWS, white space is the business of others. */
function isForeign({ xml }: RequestDocument, at: number): boolean {
  const element = elementAt(xml, at);
  return element !== undefined && namespaceOf(element).form === 'foreign';
}

function plainBlanks(text: string, { from, to }: Range): TextEdit {
  const insert = text
    .slice(from, to)
    .replace(new RegExp(reference, 'g'), characterOf)
    .replace(new RegExp(`[${unseen}]`, 'g'), '')
    .replace(new RegExp(`[${lineEnds}]`, 'g'), '\n')
    .replace(new RegExp(`[${spaces}]`, 'g'), ' ');
  return { from, to, insert };
}

function characterOf(written: string): string {
  const name = written.slice(1, -1);
  if (!name.startsWith('#')) return htmlCharacter(name) ?? '';
  return String.fromCodePoint(Number(name.slice(1).replace(/^x/i, '0x')));
}

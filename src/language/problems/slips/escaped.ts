import type { TextEdit } from '../../../xml/index.ts';
import type { RequestDocument } from '../../request.ts';
import { type Slip, slip } from './slip.ts';

/** One way in which programs and pages write a text inside of their own. */
interface Escaping {
  /** Whose way it is, for a sentence. */
  readonly of: string;
  /** What shows it, where that is not quotes and tags. */
  readonly shows?: string;
  /** True for a text that is written like this from end to end. */
  readonly isOf: (text: string) => boolean;
  readonly escaped: RegExp;
  readonly plain: (match: RegExpExecArray) => string;
}

const backslashed: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '' };
const references: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const escapings: readonly Escaping[] = [
  {
    of: 'a string of JSON or of a program',
    isOf: text => /=\s*\\["']/.test(text) && !/=\s*["'][^"'\\<>]/.test(text),
    escaped: /\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g,
    plain: ([, code, character = '']) =>
      code === undefined ? (backslashed[character] ?? character) : String.fromCharCode(Number.parseInt(code, 16)),
  },
  {
    of: 'a string of C#, Visual Basic or CSV',
    isOf: text => /=\s*""[^"<>\s]/.test(text) && !/=\s*"[^"<>]/.test(text),
    escaped: /""/g,
    plain: () => '"',
  },
  {
    of: 'a string of PowerShell',
    isOf: text => /=\s*`"/.test(text) && !/=\s*"[^"<>]/.test(text),
    escaped: /`(["'`$nrt])/g,
    plain: ([, character = '']) => backslashed[character] ?? character,
  },
  {
    of: 'the text of a page in HTML or XML',
    isOf: text => /^[^<]*&lt;(?:\?xml|[\w.-]+:?Envelope)[^<]*$/.test(text),
    escaped: /&(?:(lt|gt|quot|apos|amp)|#(\d{1,3}));/g,
    plain: ([, name, code]) => (name === undefined ? String.fromCharCode(Number(code)) : (references[name] ?? '')),
  },
  {
    of: 'the text of a page in HTML or XML',
    isOf: text => /=\s*&quot;/.test(text) && !/=\s*["'][^"'<>&]/.test(text),
    escaped: /&quot;/g,
    plain: () => '"',
  },
  {
    of: 'a string of JSON or of a program',
    isOf: text => text.includes('<\\/') && !text.includes('</'),
    escaped: /<\\\//g,
    plain: () => '</',
  },
  {
    of: 'the source of a mail',
    shows: '= before the code of a character',
    isOf: text => /=3D\s*["']/.test(text) && !/=\s*["']/.test(text.replace(/=3D\s*["']/g, '')),
    escaped: /=\r?\n|(?:=[0-9A-F]{2})+/g,
    plain: ([code]) => decoded(code),
  },
  {
    of: 'a quotation in a mail',
    shows: '> before every line',
    isOf: text => everyLine(text, /^[\t ]*>/),
    escaped: /^[\t ]*> ?/gm,
    plain: () => '',
  },
  {
    of: 'a listing',
    shows: 'a number before every line',
    isOf: text => everyLine(text, /^[\t ]*\d+[.:|)]?(?:[\t <]|$)/),
    escaped: /^[\t ]*\d+[.:|)]?[\t ]?/gm,
    plain: () => '',
  },
  {
    of: 'the text of a page in HTML',
    shows: '<br> behind every line',
    isOf: text => everyLine(text, /<br ?\/?>[\t ]*$/i),
    escaped: /<br ?\/?>[\t ]*$/gim,
    plain: () => '',
  },
];

/** True when every line that is not blank is like that, and there are several. */
function everyLine(text: string, like: RegExp): boolean {
  // Most texts are done with here.
  if (!like.test(/^.*/.exec(text.trimStart())?.[0] ?? '')) return false;
  const lines = text.split(/\r\n|\r|\n/).filter(line => line.trim() !== '');
  return lines.length > 1 && lines.every(line => like.test(line));
}

/** The text of bytes in hexadecimal, each behind =; a line end behind = is no text. */
function decoded(code: string): string {
  const bytes = [...code.matchAll(/=([0-9A-F]{2})/g)].map(([, digits = '']) => Number.parseInt(digits, 16));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

/** A request as it stands in the source of a program or of a page: no XML until it is taken out of there. */
export function escapedText({ flaw, text }: RequestDocument): Slip | undefined {
  const escaping = flaw && escapings.find(({ isOf }) => isOf(text));
  if (!escaping) return undefined;
  const inner = withoutQuotes(text);
  const matches = [...text.matchAll(escaping.escaped)].filter(({ index }) => index >= inner.from && index < inner.to);
  const [first] = matches;
  if (!first) return undefined;
  const edits: readonly TextEdit[] = [
    { from: 0, to: inner.from, insert: '' },
    ...matches.map(match => ({
      from: match.index,
      to: match.index + match[0].length,
      insert: escaping.plain(match),
    })),
    { from: inner.to, to: text.length, insert: '' },
  ].filter(({ from, to }) => from < to);
  const place = { from: first.index, to: first.index + first[0].length };
  const { of, shows } = escaping;
  return slip('document.escaped', place, { of, ...(shows !== undefined && { shows }) }, edits);
}

/** The quotes around the string, with what a program has in front of the first and behind the last. */
function withoutQuotes(text: string): { readonly from: number; readonly to: number } {
  const begin = /^[^<&]*["']\s*(?=<)/.exec(text)?.[0].length ?? 0;
  const last = text.lastIndexOf('>') + 1;
  const isQuoted = begin > 0 && /^\s*(?:\\[nr])*["']/.test(text.slice(last, last + 20));
  return { from: begin, to: isQuoted ? last : text.length };
}

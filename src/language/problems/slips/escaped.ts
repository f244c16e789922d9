import type { RequestDocument } from '../../request.ts';
import { type QuoteStyle, type StringLiteral, stringLiteral } from './literals.ts';
import { type Offer, type Slip, slip } from './slip.ts';

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
  /** How quotes are written in it, for strings of programs, which may be in pieces. */
  readonly quotes?: QuoteStyle;
}

const backslashed: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '' };
const references: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const withBackslashes = {
  escaped: /\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g,
  plain: ([, code, character = '']: RegExpExecArray) =>
    code === undefined ? (backslashed[character] ?? character) : String.fromCharCode(Number.parseInt(code, 16)),
  quotes: 'backslash',
} as const;

/** As far as the XML declaration and the start tag of the Envelope go. */
const beginning = 5000;

const escapings: readonly Escaping[] = [
  {
    of: 'a string of JSON or of a program',
    isOf: text => /=\s*\\["']/.test(text) && !/=\s*["'][^"'\\<>]/.test(text),
    ...withBackslashes,
  },
  {
    of: 'a string of a program or of a log',
    shows: 'its line ends written as \\n',
    isOf: text => /(?:\?>|[<:]Envelope\b[^<>]{0,2000}>)[\t ]*(?:\\[nrt])+[\t ]*</.test(text.slice(0, beginning)),
    ...withBackslashes,
  },
  {
    of: 'a string of C#, Visual Basic or CSV',
    isOf: text => /=\s*""(?!\/?>)[^"<>\s]/.test(text) && !/=\s*"[^"<>]/.test(text),
    escaped: /""/g,
    plain: () => '"',
    quotes: 'doubled',
  },
  {
    of: 'a string of PowerShell',
    isOf: text => /=\s*`"/.test(text) && !/=\s*"[^"<>]/.test(text),
    escaped: /`(["'`$nrt])/g,
    plain: ([, character = '']) => backslashed[character] ?? character,
    quotes: 'backtick',
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
    of: 'the text of a page in HTML',
    shows: '<br> behind every line',
    isOf: text => everyLine(text, /<br ?\/?>[\t ]*$/i),
    escaped: /<br ?\/?>[\t ]*$/gim,
    plain: () => '',
  },
  {
    of: 'a string of a program',
    shows: 'quotes around its pieces',
    isOf: text => isInPieces(stringLiteral(text, 'backslash')),
    ...withBackslashes,
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

function isInPieces(literal: StringLiteral | undefined): boolean {
  return literal !== undefined && literal.pieces.length > 1 && literal.joined !== 'unread';
}

/** A request as it stands in the source of a program or of a page: no XML until it is taken out of there. */
export function escapedText({ flaw, text }: RequestDocument): Slip | undefined {
  const escaping = flaw && escapings.find(({ isOf }) => isOf(text));
  return escaping && outOf(text, escaping);
}

/** The same for one that is well-formed by accident: its line ends are no white space, but a backslash and a letter. */
export function escapedLineEnds({ text }: RequestDocument): Slip | undefined {
  const [, lineEnds] = escapings;
  return text.includes('>\\') && lineEnds?.isOf(text) ? outOf(text, lineEnds) : undefined;
}

function outOf(text: string, { of, shows, escaped, plain, quotes }: Escaping): Slip | undefined {
  const literal = quotes && stringLiteral(text, quotes);
  const isRead = literal !== undefined && literal.joined !== 'unread';
  const { around, pieces } = isRead ? literal : withoutQuotes(text);
  const escapes = pieces.flatMap(({ from, to }) =>
    [...text.slice(from, to).matchAll(escaped)].map(match => ({
      from: from + match.index,
      to: from + match.index + match[0].length,
      insert: plain(match),
    })),
  );
  const place = escapes[0] ?? around.find(({ from }) => from > 0);
  if (!place) return undefined;
  const edits = [...around, ...escapes].filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
  const data = { of, ...(shows !== undefined && { shows }) };
  const found = slip('document.escaped', place, data, edits, offers[literal?.joined ?? 'sure']);
  return literal && !isRead ? { ...found, hidesRest: true } : found;
}

const title = 'Write it as plain XML';
const offers: Readonly<Record<StringLiteral['joined'], Offer | undefined>> = {
  sure: undefined,
  variables: { title: 'Write it as plain XML, with {{…}} for the variables', isGuess: true },
  unread: { title, isPoor: true },
};

/** The quotes around the string, with what a program has in front of the first and behind the last. */
function withoutQuotes(text: string): Pick<StringLiteral, 'around' | 'pieces'> {
  const begin = /^[^<&]*["']\s*(?=<)/.exec(text)?.[0].length ?? 0;
  const last = text.lastIndexOf('>') + 1;
  const isQuoted = /^\s*(?:\\[nr])*["']/.test(text.slice(last, last + 20));
  const end = isQuoted ? last : text.length;
  return {
    around: [
      { from: 0, to: begin, insert: '' },
      { from: end, to: text.length, insert: '' },
    ],
    pieces: [{ from: begin, to: end }],
  };
}

import type { Range, TextEdit } from '../../../xml/index.ts';

/** A string of a program, perhaps in pieces that the program joins. */
export interface StringLiteral {
  /** What stands between the quotes of each piece. */
  readonly pieces: readonly Range[];
  /** Takes away what is around the pieces and between them. */
  readonly around: readonly TextEdit[];
  /**
   * `sure` when the program does nothing but join the pieces, `variables` when it puts values between them, and `unread` when
   * it does something else.
   */
  readonly joined: 'sure' | 'variables' | 'unread';
}

/** How a quote stands inside a string: behind a backslash, twice, or behind a backtick. */
export type QuoteStyle = 'backslash' | 'doubled' | 'backtick';

/** The string that a text is, with what a program has around it; undefined where there is no quote before the first tag. */
export function stringLiteral(text: string, style: QuoteStyle): StringLiteral | undefined {
  const begin = /^[^<&]*["'`](?=\s*<)/.exec(text)?.[0].length;
  if (begin === undefined) return undefined;
  const pieces = piecesFrom(text, begin, style);
  const [first] = pieces;
  const last = pieces.at(-1);
  const joints = pieces.slice(1).map((piece, index) => jointAt(text, pieces[index] ?? piece, piece.from));
  if (!first || !last || joints.includes(undefined) || text.includes('<', last.to))
    return { pieces, around: [], joined: 'unread' };
  const edits = joints.filter(joint => joint !== undefined);
  return {
    pieces,
    around: [
      { from: 0, to: begin + blanksAt(text, begin), insert: '' },
      ...edits,
      { from: last.to, to: text.length, insert: '' },
    ],
    joined: edits.some(({ insert }) => insert.includes('{{')) ? 'variables' : 'sure',
  };
}

function piecesFrom(text: string, begin: number, style: QuoteStyle): readonly Range[] {
  const pieces: Range[] = [];
  const lastTag = text.lastIndexOf('>');
  for (let from = begin; ; ) {
    const content = contents[style](text[from - 1] ?? '');
    content.lastIndex = from;
    const to = from + (content.exec(text)?.[0].length ?? 0);
    if (text[to] !== text[from - 1]) return pieces;
    pieces.push({ from, to });
    const next = to < lastTag && /^[^"'`<>]*["'`]/.exec(text.slice(to + 1, to + 1 + longestJoint));
    if (!next) return pieces;
    from = to + 1 + next[0].length;
  }
}

/** No program has more between two pieces. */
const longestJoint = 200;

/** What may stand behind a quote up to the one that closes it. */
const contents: Readonly<Record<QuoteStyle, (quote: string) => RegExp>> = {
  backslash: quote => new RegExp(`[^${quote}\\\\]*(?:\\\\[\\s\\S][^${quote}\\\\]*)*`, 'y'),
  doubled: quote => new RegExp(`[^${quote}]*(?:${quote}${quote}[^${quote}]*)*`, 'y'),
  backtick: quote => new RegExp(`[^${quote}\`]*(?:\`[\\s\\S][^${quote}\`]*)*`, 'y'),
};

/** Blanks, line ends, and what continues a line in Visual Basic, C and PowerShell. */
const gap = '(?:\\s|[_\\\\`](?=\\s))*';
const word = '[A-Za-z_$][\\w$]*(?:(?:\\.|->|::)[\\w$]+)*(?:\\(\\))?';
const joining = new RegExp(
  `^["'\`]${gap}(?:[+&.]${gap}(?:${word}${gap}[+&.]${gap})*)?(?:[$@]|\\b[bfru]{1,2})?["'\`]$`,
  'i',
);
const operand = new RegExp(`${word}(?=${gap}[+&.])`, 'g');
const newline =
  /^(?:vbCrLf|vbNewLine|vbLf|Environment\.NewLine|System\.lineSeparator\(\)|PHP_EOL|os\.linesep|os\.EOL)$/i;

/** What becomes of the text from the end of one piece to the beginning of the next; undefined where it is no joint. */
function jointAt(text: string, piece: Range, to: number): TextEdit | undefined {
  const from = piece.to;
  const joint = text.slice(from, to);
  if (!joining.test(joint)) return undefined;
  const lineEnd = /\r\n|\r|\n/.exec(joint)?.[0];
  const words = [...joint.matchAll(operand)].map(([written]) => written).filter(written => written !== '_');
  const values = words.map(written => (newline.test(written) ? (lineEnd ?? '\n') : `{{${written}}}`));
  const keepsLines =
    words.length === 0 && isBetweenTags(text.slice(piece.from, from), text.slice(to, to + longestJoint));
  return { from, to, insert: keepsLines ? (lineEnd ?? '') : values.join('') };
}

/** Where white space changes nothing: pieces that are lines stay lines. */
function isBetweenTags(before: string, after: string): boolean {
  const begin = /^\s*<(\/?)/.exec(after);
  if (!before.endsWith('>') || !begin) return false;
  return begin[1] === '' || /^<\/|\/>$/.test(before.slice(before.lastIndexOf('<')));
}

function blanksAt(text: string, offset: number): number {
  return /^\s*/.exec(text.slice(offset))?.[0].length ?? 0;
}

import type { Range } from '../xml/index.ts';

/** What the first line of a text ends in; LF for a text of one line. */
export function lineEndOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** The white space before the first thing on the line of an offset. */
export function indentationAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/** The beginning of a further line that is indented as that of an offset. */
export function lineLike(text: string, offset: number): string {
  return lineEndOf(text) + indentationAt(text, offset);
}

/** A range together with its line, when it stands alone on it. */
export function withLine(text: string, range: Range): Range {
  let { from } = range;
  // Blanks only are looked at: a line may be as long as the text.
  while (text[from - 1] === ' ' || text[from - 1] === '\t') from -= 1;
  if (!['', '\n', '\r'].includes(text.charAt(from - 1))) return range;
  const after = /^[ \t]*(?:\r\n|\r|\n|$)/.exec(text.slice(range.to));
  return after ? { from, to: range.to + after[0].length } : range;
}

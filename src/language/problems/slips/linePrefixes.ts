import type { TextEdit } from '../../../xml/index.ts';
import { lineStart } from '../../lines.ts';
import type { RequestDocument } from '../../request.ts';
import { heldLines, lineEnd } from './held.ts';
import { type Slip, slip } from './slip.ts';

/** A line, up to where what it says begins. */
interface Line {
  readonly from: number;
  /** The blanks before the mark. */
  readonly before: string;
  /** The word that all lines begin with; empty in a line without. */
  readonly mark: string;
  /** The blanks behind the mark. */
  readonly behind: string;
  /** True where nothing follows. */
  readonly isBlank: boolean;
  /** True where it begins in what the request holds: the mark may be the first character of that. */
  readonly isHeld: boolean;
}

/**
 * A request each line of which begins with the same word, which is no part of it: a quotation in a mail, a listing, a diff, a
 * comment of a program, a log, the tree of a browser.
 */
export function linePrefixes({ flaw, text }: RequestDocument): Slip | undefined {
  const word = flaw && wordBefore(text);
  if (!word) return undefined;
  const lines = linesOf(text, word);
  const marked = lines?.filter(({ mark }) => mark !== '') ?? [];
  if (!lines || marked.filter(({ isHeld }) => !isHeld).length < 2) return undefined;
  const isEverywhere = marked.length === lines.length;
  // Where some lines have no mark, one in a text is a bullet of the author's.
  const edits = withoutMarks(isEverywhere ? lines : lines.filter(({ isHeld }) => !isHeld));
  const [first = { from: 0, to: 0 }] = edits;
  const isGuess = marked.some(({ isHeld }) => isHeld);
  return slip(
    'document.escaped',
    first,
    meaning(word, isEverywhere),
    edits,
    isGuess ? { title: 'Write it as plain XML', isGuess } : undefined,
  );
}

/** A tag of a request: not that of the XML declaration, which a browser shows without a mark. */
const firstTag = /<(?!\?)/;

/** No log has more before a message. */
const longestWord = 200;

/** What stands before the first tag on its line; undefined where it is nothing, or no word of something around the request. */
function wordBefore(text: string): string | undefined {
  const at = text.search(firstTag);
  const word = at < 0 ? '' : text.slice(lineStart(text, at), at).trim();
  // Strings, references and another encoding are told by what they are.
  return word === '' || word.length > longestWord || /["'`&\p{C}]/u.test(word) ? undefined : word;
}

/** The lines of a text, in each of which a word stands first: with other digits, such as those of a time. */
function linesOf(text: string, word: string): readonly Line[] | undefined {
  const mark = word
    .replace(/[^\w\s]/g, '\\$&')
    .replace(/\d+/g, '\\d+')
    .replace(/\s+/g, '[\\t ]+');
  // What ends a comment is no mark.
  const begin = new RegExp(`^([\\t ]*)(?:(${mark})(?!->)([\\t ]*))?`);
  // Of a tree and of a diff, lines without a mark are there as well.
  const isOptional = word === '-' || word === '+';
  const lines: Omit<Line, 'isHeld'>[] = [];
  let bare = '';
  let from = 0;
  for (const end of [...text.matchAll(lineEnd), undefined]) {
    const line = text.slice(from, end?.index);
    const [whole = '', before = '', found = '', behind = ''] = begin.exec(line) ?? [];
    if (line.trim() !== '' && !line.startsWith('<?')) {
      if (found === '' && !isOptional) return undefined;
      lines.push({ from, before, mark: found, behind, isBlank: whole.length === line.length });
    }
    bare += before + ' '.repeat(found.length) + line.slice(before.length + found.length) + (end?.[0] ?? '');
    from = end ? end.index + end[0].length : text.length;
  }
  const held = heldLines(bare);
  const placed = lines.map(line => ({ ...line, isHeld: held.has(line.from) }));
  return placed.some(line => !line.isHeld && isOfOtherText(text, line)) ? undefined : placed;
}

/** A line that begins with a word, and not with the mark or with something of a request. */
function isOfOtherText(text: string, { from, before, mark }: Line): boolean {
  return mark === '' && before === '' && text[from] !== '<';
}

/** What takes the marks away, and all the blanks that every line has behind them. */
function withoutMarks(lines: readonly Line[]): readonly TextEdit[] {
  const written = lines.filter(({ isBlank }) => !isBlank);
  const least = (length: (line: Line) => number) =>
    written.reduce((shortest, line) => Math.min(shortest, length(line)), Number.POSITIVE_INFINITY);
  const behind = least(line => line.behind.length);
  // The request begins in the same column in each line, or as far behind each mark.
  const isInColumns = written.some(({ mark }) => mark === '') || (written[0]?.behind.length ?? 0) > behind;
  const column = isInColumns ? least(widthOf) : undefined;
  return lines.map(line => {
    const { from, before, mark } = line;
    const width = widthOf(line);
    const cut = line.isBlank ? width : (column ?? before.length + mark.length + behind);
    const asBlanks = `${before}${' '.repeat(mark.length)}${line.behind}`;
    return { from, to: from + width, insert: asBlanks.slice(cut) };
  });
}

function widthOf({ before, mark, behind }: Line): number {
  return before.length + mark.length + behind.length;
}

/** Longer words, and those with changing digits, are not shown in a sentence. */
const longestShown = 10;

function meaning(word: string, isEverywhere: boolean): { readonly of: string; readonly shows: string } {
  if (/^>[>\s]*$/.test(word)) return { of: 'a quotation in a mail', shows: '> before every line' };
  if (/^\d+[.:|)]?$/.test(word)) return { of: 'a listing', shows: 'a number before every line' };
  const isShown = word.length <= longestShown && !/\d/.test(word);
  const lines = isEverywhere ? 'every line' : 'some lines';
  return { of: 'a part of another text', shows: `${isShown ? word : 'the same words'} before ${lines}` };
}

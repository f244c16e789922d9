/** A problem as a case names it: `⟦code|text⟧` in a marked text, the range being that of the text. */
export interface Mark {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** A text without its marks, and the marks in the order of the text. */
export interface Unmarked {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Takes the marks out of a text. Marks may stand in one another; a mark that is not closed is an ordinary throw. */
export function unmarked(source: string): Unmarked {
  const open: { readonly code: string; readonly from: number }[] = [];
  const marks: Mark[] = [];
  let text = '';
  let at = 0;
  for (const token of source.matchAll(/⟦([a-z0-9.-]+)\||⟧/g)) {
    text += source.slice(at, token.index);
    at = token.index + token[0].length;
    const code = token[1];
    if (code !== undefined) open.push({ code, from: text.length });
    else {
      const mark = open.pop();
      if (!mark) throw new Error(`A mark is closed that was not opened: ${source}`);
      marks.push({ ...mark, to: text.length });
    }
  }
  if (open.length > 0) throw new Error(`A mark is not closed: ${source}`);
  return { text: text + source.slice(at), marks: marks.sort(inOrder) };
}

/** Puts marks for problems into a text: the opposite of {@link unmarked}, for messages of tests that people read. */
export function marked(text: string, problems: readonly Mark[]): string {
  const ends = problems.flatMap(({ code, from, to }) => [
    { at: from, order: 1, insert: `⟦${code}|` },
    { at: to, order: from === to ? 2 : 0, insert: '⟧' },
  ]);
  let result = '';
  let at = 0;
  for (const end of ends.sort((a, b) => a.at - b.at || a.order - b.order)) {
    result += text.slice(at, end.at) + end.insert;
    at = end.at;
  }
  return result + text.slice(at);
}

/** By place, then by code. */
export function inOrder(a: Mark, b: Mark): number {
  return a.from - b.from || a.to - b.to || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

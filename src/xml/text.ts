import { unescapeXml } from './escape.ts';
import type { Range, XmlDocument, XmlElement } from './tree.ts';

/** One replacement in a text; ranges are those of the text before any edit. */
export interface TextEdit extends Range {
  readonly insert: string;
}

/** A place as people count it: 1-based line, 1-based column in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The text that comes of the edits, which must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  let result = '';
  let at = 0;
  for (const edit of ordered) {
    if (edit.from < at) throw new RangeError(`Edits overlap at offset ${edit.from}`);
    result += text.slice(at, edit.from) + edit.insert;
    at = edit.to;
  }
  return result + text.slice(at);
}

/** Line and column of offsets, after one pass over the text; lines end as XML and VS Code count them: LF, CRLF or CR. */
export function lineIndex(text: string): (offset: number) => Place {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  return offset => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** The character data of an element as a program sees it: text, CDATA and references, its children's left out. */
export function textOf(document: XmlDocument, element: XmlElement): string {
  let text = '';
  for (const child of element.children) {
    const raw = document.text.slice(child.from, child.to);
    if (child.kind === 'text') text += raw.replace(/\r\n?/g, '\n');
    else if (child.kind === 'reference') text += unescapeXml(raw);
    else if (child.kind === 'cdata') text += raw.slice(9, -3).replace(/\r\n?/g, '\n');
  }
  return text;
}

/** True for an empty text and for white space as XML knows it: blank, tab and line ends; a no-break space is text. */
export function isBlank(text: string): boolean {
  return !/[^\t\n\r ]/.test(text);
}

/** A range without the white space at its ends; an empty one at its beginning when there is nothing else. */
export function trimmedRange(text: string, { from, to }: Range): Range {
  const raw = text.slice(from, to);
  const first = raw.search(/[^\t\n\r ]/);
  if (first < 0) return { from, to: from };
  let end = raw.length;
  while (isBlank(raw[end - 1] ?? '')) end--;
  return { from: from + first, to: from + end };
}

/** What stands between the start tag and the end tag, if the element has both. */
export function contentRange(element: XmlElement): Range | undefined {
  if (!element.complete || element.selfClosing) return undefined;
  return { from: element.startTag.to, to: element.endTag?.from ?? element.to };
}

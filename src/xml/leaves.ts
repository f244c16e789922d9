import type { XmlLeaf } from './tree.ts';

/** What comments, CDATA sections and instructions begin and end with; nothing in them is a tag. */
export const leafMarks: Readonly<Partial<Record<XmlLeaf['kind'], readonly [begin: string, end: string]>>> = {
  comment: ['<!--', '-->'],
  cdata: ['<![CDATA[', ']]>'],
  instruction: ['<?', '?>'],
};

/** The comment, CDATA section or instruction that begins at an offset, with the end of the text as its end where it has none. */
export function leafAt(text: string, at: number): { readonly to: number; readonly closed: boolean } | undefined {
  const marks = Object.values(leafMarks).find(([begin]) => text.startsWith(begin, at));
  if (!marks) return undefined;
  const [begin, end] = marks;
  const found = text.indexOf(end, at + begin.length);
  return found < 0 ? { to: text.length, closed: false } : { to: found + end.length, closed: true };
}

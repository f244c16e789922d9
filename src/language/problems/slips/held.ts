/** Comments, sections, values of attributes, and texts that are not blank. */
const contents = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|"[^"<]*"|'[^'<]*'|(?<=>)[^<]*[^<\s][^<]*/g;

/** An end of a line, as texts have them. */
export const lineEnd = /\r\n|\r|\n/g;

/**
 * Where the lines begin that stand in what a request holds, and not between its tags or in them: what they say is the
 * author's. What stands before every line and is no part of the request has to be blank in the text.
 */
export function heldLines(text: string): ReadonlySet<number> {
  const held = new Set<number>();
  for (const { 0: content, index } of text.matchAll(contents))
    for (const end of content.matchAll(lineEnd)) held.add(index + end.index + end[0].length);
  return held;
}

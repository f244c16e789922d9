/** Blanks out what follows very many unfinished tags: no text that anybody types, and the parser takes quadratic time. */
export function withoutDebris(text: string): string {
  let count = 0;
  let end = -1;
  for (let tag = text.indexOf('<'); tag >= 0; ) {
    const next = text.indexOf('<', tag + 1);
    if (end <= tag) end = endOfTag(text, tag);
    if ((next >= 0 && next < end && isStartTag(text, tag)) || text.startsWith('<!DOCTYPE', tag)) count += 1;
    if (count > mostUnfinished) return text.slice(0, tag) + ' '.repeat(text.length - tag);
    tag = next;
  }
  return text;
}

/** Start tags that end where the next tag begins, and document types: of both a text has one or two at most. */
const mostUnfinished = 50;

function endOfTag(text: string, tag: number): number {
  const end = text.indexOf('>', tag);
  return end < 0 ? text.length : end;
}

function isStartTag(text: string, tag: number): boolean {
  return !['!', '?', '/'].includes(text.charAt(tag + 1));
}

/** Blanks out what follows very many unfinished tags: no text that anybody types, and the parser takes quadratic time. */
export function withoutDebris(text: string): string {
  let count = 0;
  for (const { index } of text.matchAll(unfinished)) {
    count += 1;
    if (count > mostUnfinished) return text.slice(0, index) + ' '.repeat(text.length - index);
  }
  return text;
}

/** A start tag that ends where the next tag begins, or a document type: of both a text has one or two at most. */
const unfinished = /<(?![!?/])[^<>]*(?=<)|<!DOCTYPE/g;
const mostUnfinished = 50;

/** Texts longer than this many UTF-16 units are cut: an attachment or a MIME body, never a code or a message. */
const longestText = 65_536;

/** Documents shorter than this are left alone. */
const shortestDocument = 262_144;

/**
 * Cuts every very long run of text between two tags of a well-formed document, so that building its tree takes
 * memory in proportion to its elements and not to its payload. The result is well-formed as well.
 */
export function shortenLongTexts(text: string): string {
  if (text.length < shortestDocument) {
    return text;
  }
  const pieces: string[] = [];
  let copied = 0;
  for (let open = text.indexOf('<'); open !== -1; ) {
    const markup = endOfMarkup(text, open);
    const next = text.indexOf('<', markup.end);
    const cut = longRun(markup, next === -1 ? text.length : next);
    if (cut) {
      pieces.push(text.slice(copied, cut.start), withoutHalfReference(text.slice(cut.start, cut.start + longestText)));
      copied = cut.end;
    }
    open = next;
  }
  return copied === 0 ? text : pieces.join('') + text.slice(copied);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a piece of markup ends; for a CDATA section also where its text lies. */
interface Markup {
  readonly end: number;
  readonly text?: Range;
}

function longRun(markup: Markup, next: number): Range | undefined {
  if (markup.text && markup.text.end - markup.text.start > longestText) {
    return markup.text;
  }
  return next - markup.end > longestText ? { start: markup.end, end: next } : undefined;
}

function endOfMarkup(text: string, open: number): Markup {
  const second = text.charCodeAt(open + 1);
  if (second === questionMark) {
    return { end: after(text, '?>', open) };
  }
  if (second === exclamationMark) {
    const isComment = text.startsWith('<!--', open);
    const end = after(text, isComment ? '-->' : ']]>', open);
    return isComment ? { end } : { end, text: { start: open + '<![CDATA['.length, end: end - ']]>'.length } };
  }
  return { end: endOfTag(text, open) };
}

/** The index after the `>` of a tag, which may hold other `>` inside quoted values. */
function endOfTag(text: string, open: number): number {
  let index = open;
  for (;;) {
    const close = after(text, '>', index);
    const quote = firstQuote(text, index, close);
    if (quote === -1) {
      return close;
    }
    index = after(text, text.charAt(quote), quote + 1);
  }
}

function firstQuote(text: string, start: number, end: number): number {
  for (let index = start; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code === doubleQuote || code === singleQuote) {
      return index;
    }
  }
  return -1;
}

function after(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from);
  return index === -1 ? text.length : index + mark.length;
}

function withoutHalfReference(text: string): string {
  const ampersand = text.lastIndexOf('&');
  return ampersand > text.lastIndexOf(';') ? text.slice(0, ampersand) : text;
}

const questionMark = 0x3f;
const exclamationMark = 0x21;
const doubleQuote = 0x22;
const singleQuote = 0x27;

/** Texts longer than this many UTF-16 units are cut: an attachment or a MIME body, never a code or a message. */
export const longestText = 65_536;

/** Documents shorter than this are left alone. */
const shortestDocument = 262_144;

/**
 * Cuts every very long text and attribute value of a well-formed document, so that building its tree takes memory in
 * proportion to its elements and not to its payload. The result is well-formed as well.
 */
export function shortenLongTexts(text: string): string {
  if (text.length < shortestDocument) {
    return text;
  }
  const pieces: string[] = [];
  let copied = 0;
  const cut = (start: number, end: number) => {
    if (end - start > longestText) {
      pieces.push(text.slice(copied, start), withoutHalfReference(text.slice(start, start + longestText)));
      copied = end;
    }
  };
  for (let open = text.indexOf('<'); open !== -1; ) {
    const end = passMarkup(text, open, cut);
    const next = text.indexOf('<', end);
    cut(end, next === -1 ? text.length : next);
    open = next;
  }
  return copied === 0 ? text : pieces.join('') + text.slice(copied);
}

/** Called for each range of plain text; cuts it when it is too long. */
type Cut = (start: number, end: number) => void;

/** Passes the markup that begins at an index, with the texts inside it, and returns the index after it. */
function passMarkup(text: string, open: number, cut: Cut): number {
  const second = text.charCodeAt(open + 1);
  if (second === questionMark) {
    return after(text, '?>', open);
  }
  if (second !== exclamationMark) {
    return passTag(text, open, cut);
  }
  if (text.startsWith('<!--', open)) {
    return after(text, '-->', open);
  }
  const end = after(text, ']]>', open);
  cut(open + '<![CDATA['.length, end - ']]>'.length);
  return end;
}

/** A tag may hold `>` inside quoted values. */
function passTag(text: string, open: number, cut: Cut): number {
  let index = open;
  let close = -1;
  for (;;) {
    if (close < index) {
      close = text.indexOf('>', index);
    }
    const quote = firstQuote(text, index, close);
    if (quote === -1) {
      return close + 1;
    }
    index = after(text, text.charAt(quote), quote + 1);
    cut(quote + 1, index - 1);
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

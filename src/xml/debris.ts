import { leafAt } from './leaves.ts';

/**
 * Blanks out what follows very many unfinished tags, what is nested deeper than any judge goes, tags that end wrong far below
 * others, and end tags whose start tags are very far to seek: no text that anybody types, and the parser takes quadratic time.
 */
export function withoutDebris(text: string): string {
  const open = new OpenElements(text);
  let count = 0;
  let end = -1;
  for (let tag = text.indexOf('<'); tag >= 0; ) {
    const leafEnd = leafAt(text, tag)?.to;
    const next = text.indexOf('<', leafEnd ?? tag + 1);
    if (leafEnd === undefined) {
      if (end <= tag) end = endOfTag(text, tag);
      if ((next >= 0 && next < end && isStartTag(text, tag)) || text.startsWith('<!DOCTYPE', tag)) count += 1;
      open.take(tag, end);
      if (count > mostUnfinished || open.isTooMuch()) return text.slice(0, tag) + ' '.repeat(text.length - tag);
    }
    tag = next;
  }
  return text;
}

/** Start tags that end where the next tag begins, and document types: of both a text has one or two at most. */
const mostUnfinished = 50;

/** Some hundredths of a second. */
const mostSteps = 1_000_000;

/** The strict verdict has refused the text by then. */
const deepest = 2001;

/** No tag may end in `/ >` deeper than this: at each that does the parser copies what is open. */
const deepestWrong = 200;

/** Counts how often the parser looks at an open element to see whether an end tag is its own. */
class OpenElements {
  private steps = 0;
  private isWrong = false;
  private readonly text: string;
  /** Where the name of each begins. */
  private readonly names: number[] = [];

  constructor(text: string) {
    this.text = text;
  }

  isTooMuch(): boolean {
    return this.isWrong || this.steps > mostSteps || this.names.length > deepest;
  }

  take(tag: number, end: number): void {
    if (isStartTag(this.text, tag)) {
      if (this.text[end - 1] !== '/') this.names.push(tag + 1);
      this.isWrong = this.names.length > deepestWrong && endsWrong(this.text, end);
    } else if (this.text[tag + 1] === '/') this.close(tag + 2);
  }

  private close(name: number): void {
    let at = this.names.length - 1;
    while (at >= 0 && !isSameName(this.text, this.names[at] ?? 0, name)) at -= 1;
    const passed = this.names.length - 1 - at;
    // For each element that is left open the parser looks anew.
    this.steps += at < 0 ? passed : (passed * passed) / 2;
    if (at >= 0) this.names.length = at;
  }
}

function isSameName(text: string, one: number, other: number): boolean {
  for (let length = 0; ; length++) {
    const character = text[one + length] ?? '';
    const ends = isEndOfName(character);
    if (ends || character !== text[other + length]) return ends && isEndOfName(text[other + length] ?? '');
  }
}

function isEndOfName(character: string): boolean {
  return character === '' || ' \t\n\r/<>'.includes(character);
}

function endOfTag(text: string, tag: number): number {
  const end = text.indexOf('>', tag);
  return end < 0 ? text.length : end;
}

/** True of `/ >`, whose blank keeps the slash from ending the element. */
function endsWrong(text: string, end: number): boolean {
  let at = end - 1;
  while (' \t\n\r'.includes(text.charAt(at))) at -= 1;
  return at < end - 1 && text[at] === '/';
}

function isStartTag(text: string, tag: number): boolean {
  return !['!', '?', '/'].includes(text.charAt(tag + 1));
}

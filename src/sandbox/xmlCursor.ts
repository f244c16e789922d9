/** Where .NET's reader stops in a text that is not well-formed, and what it says; `Line …, position …` is added by the caller. */
export interface Malformed {
  readonly offset: number;
  readonly sentence: string;
  /** Where the markup begins that the reader was in: what stands before it has reached the validator. */
  readonly from: number;
  /** The reader names no place. */
  readonly placeless?: true;
}

/** Thrown by {@link XmlCursor} where the reader stops; caught by `malformedness`. */
export class Stop extends Error {
  readonly malformed: Malformed;

  constructor(malformed: Malformed) {
    super(malformed.sentence);
    this.malformed = malformed;
  }
}

const nameStart = /[\p{L}_]/u;
const nameCharacters = /[\p{L}\p{N}\p{M}._\u00B7-]*/uy;
/** The control characters that XML 1.0 allows: tab, line ends, and those from U+007F on. */
const legalControls = /[\t\n\r\u007f-\u009f]/;
const entities: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** A place in a text that moves on as .NET's reader does. Every method throws {@link Stop} where that reader would. */
export class XmlCursor {
  readonly text: string;
  at = 0;
  /** Where the present tag, comment or instruction begins; undefined in text. */
  markupFrom: number | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** The character here or further on; empty behind the end. */
  peek(ahead = 0): string {
    return this.text[this.at + ahead] ?? '';
  }

  /** True when the text goes on like this. */
  sees(words: string): boolean {
    return this.text.startsWith(words, this.at);
  }

  atEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Skips white space; true when there was some. */
  space(): boolean {
    const from = this.at;
    while (/[\t\n\r ]/.test(this.peek())) this.at += 1;
    return this.at > from;
  }

  /** Reads a name, with one prefix at most. */
  name(): string {
    const from = this.at;
    this.plainName();
    if (this.peek() === ':') {
      this.at += 1;
      this.plainName();
      if (this.peek() === ':') this.stopNameCharacter();
    }
    return this.text.slice(from, this.at);
  }

  /** Moves behind a name without prefix. */
  plainName(): void {
    const first = this.peek();
    if (first === '') this.stopEnd('Name');
    if (!nameStart.test(first)) {
      this.stop(
        this.at,
        `Name cannot begin with the ${quoted(first)} character, hexadecimal value ${hexadecimal(first)}.`,
      );
    }
    nameCharacters.lastIndex = this.at + 1;
    this.at += 1 + (nameCharacters.exec(this.text)?.[0].length ?? 0);
    if (this.atEnd()) this.stopEnd('Name');
  }

  /** Moves behind the equals sign after a name and the quote that opens its value; gives the quote. */
  openValue(): string {
    this.space();
    if (this.peek() !== '=') this.stopToken(`'='`);
    this.at += 1;
    this.space();
    const quote = this.peek();
    if (quote !== '"' && quote !== "'") this.stopToken(`'"' or '''`);
    this.at += 1;
    return quote;
  }

  /** Moves behind the next `end`, over characters that XML has. */
  skipTo(end: string, what: string): void {
    const found = this.text.indexOf(end, this.at);
    this.checkCharacters(this.at, found < 0 ? this.text.length : found);
    if (found < 0) this.stopEnd(what, this.readTo(end));
    this.at = found + end.length;
  }

  /** How far the reader gets when the text ends too early: it keeps what may be the beginning of the end. */
  private readTo(end: string): number {
    if (end === '?>') return this.text.length;
    if (this.text.length - this.at < 3) return this.at;
    const kept = end.startsWith('-') ? /-{0,2}$/ : /\]{0,2}$/;
    return this.text.length - (kept.exec(this.text)?.[0].length ?? 0);
  }

  /** Raw ampersands, undeclared entities, `]]>` and characters that XML does not have; leaves the cursor where it is. */
  checkText(from: number, to: number): void {
    this.check(from, to, /[&\p{Cc}\uFFFE\uFFFF]|\]\]>/gu);
  }

  /** As {@link checkText}, where `]]>` may stand. */
  checkValue(from: number, to: number): void {
    this.check(from, to, /[&\p{Cc}\uFFFE\uFFFF]/gu);
  }

  private checkCharacters(from: number, to: number): void {
    this.check(from, to, /[\p{Cc}\uFFFE\uFFFF]/gu);
  }

  private check(from: number, to: number, suspicious: RegExp): void {
    for (const { 0: found, index } of this.text.slice(from, to).matchAll(suspicious)) {
      if (found === '&') this.reference(from + index);
      else if (found === ']]>') this.stop(from + index, `']]>' is not allowed in character data.`);
      else if (!legalControls.test(found)) this.stopCharacter(from + index, found);
    }
  }

  private reference(at: number): void {
    if (at + 1 >= this.text.length) this.stop(at, 'Unexpected end of file has occurred.');
    if (this.text[at + 1] === '#') {
      this.characterReference(at);
      return;
    }
    const name = /^[\p{L}_][\p{L}\p{N}\p{M}._\u00B7-]*/u.exec(this.text.slice(at + 1, at + 200))?.[0];
    const after = at + 1 + (name?.length ?? 0);
    if (name === undefined || this.text[after] === ':' || after >= this.text.length)
      this.stop(at + 1, 'An error occurred while parsing EntityName.');
    if (this.text[after] !== ';') this.stopToken(`';'`, after);
    if (!entities.has(name)) this.stop(at + 1, `Reference to undeclared entity '${name}'.`);
  }

  private characterReference(at: number): void {
    const isHexadecimal = this.text[at + 2] === 'x';
    const from = at + (isHexadecimal ? 3 : 2);
    const digits = (isHexadecimal ? /^[0-9a-fA-F]*/ : /^[0-9]*/).exec(this.text.slice(from, from + 20))?.[0] ?? '';
    if (from + digits.length >= this.text.length) this.stopEnd('', at);
    if (digits === '' || this.text[from + digits.length] !== ';') {
      const kind = isHexadecimal ? 'hexadecimal' : 'decimal';
      this.stop(from + digits.length, `Invalid syntax for a ${kind} numeric entity reference.`);
    }
    const overflow = overflowAt(digits, isHexadecimal ? 16 : 10);
    if (overflow !== undefined) this.stop(from + overflow, 'Invalid value of a character entity reference.');
    const code = Number.parseInt(digits, isHexadecimal ? 16 : 10);
    const legal =
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 0x20 && code < 0xd800) ||
      (code >= 0xe000 && code <= 0x10ffff && code !== 0xfffe && code !== 0xffff);
    if (!legal) this.stopCharacter(from, String.fromCharCode(firstUnit(code)));
  }

  /** What stands at `at` was not expected there; `expected` is in quotes already. */
  stopToken(expected: string, at = this.at): never {
    this.stopAtToken(at, `The expected token is ${expected}.`);
  }

  /** A name follows with nothing before it. */
  stopWithoutSpace(): never {
    this.stopAtToken(this.at, 'Expecting white space.');
  }

  private stopAtToken(at: number, words: string): never {
    const rest = this.text.slice(at, at + 1000);
    if (rest === '') this.stop(this.text.length, 'Unexpected end of file has occurred.');
    const token = /^[\p{L}\p{N}\p{M}._\u00B7-]+/u.exec(rest)?.[0] ?? rest[0];
    this.stop(at, `'${token}' is an unexpected token. ${words}`);
  }

  /** The character here has no place in a name. */
  stopNameCharacter(): never {
    const character = this.peek();
    this.stop(
      this.at,
      `The ${quoted(character)} character, hexadecimal value ${hexadecimal(character)}, cannot be included in a name.`,
    );
  }

  stopCharacter(at: number, character: string): never {
    this.stop(at, `${quoted(character)}, hexadecimal value ${hexadecimal(character)}, is an invalid character.`);
  }

  stopEnd(what: string, at = this.text.length): never {
    this.stop(at, `Unexpected end of file while parsing ${what} has occurred.`);
  }

  stopPlaceless(sentence: string): never {
    throw new Stop({ offset: this.at, from: this.markupFrom ?? this.at, sentence, placeless: true });
  }

  stop(offset: number, sentence: string): never {
    throw new Stop({ offset, from: this.markupFrom ?? offset, sentence });
  }
}

/** The digit at which the number does not fit into 32 bits any more, reckoned as .NET does: with the digit's own code. */
function overflowAt(digits: string, base: number): number | undefined {
  let value = 0;
  for (const [index, digit] of [...digits].entries()) {
    if (value * base + digit.charCodeAt(0) > 0x7fffffff) return index;
    value = value * base + Number.parseInt(digit, base);
  }
  return undefined;
}

/** The first UTF-16 unit that .NET makes of a number beyond the last character, which is none of a pair. */
function firstUnit(code: number): number {
  return code > 0x10ffff ? (0xd800 + Math.floor((code - 0x10000) / 1024)) & 0xffff : code;
}

function quoted(character: string): string {
  return character === '\0' ? `'.'` : `'${character}'`;
}

function hexadecimal(character: string): string {
  return `0x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Where .NET's reader stops in a text that is not well-formed, and what it says; `Line …, position …` is added by the caller. */
export interface Malformed {
  readonly offset: number;
  readonly sentence: string;
  /** The reader names no place. */
  readonly placeless?: true;
}

/** The first thing at which .NET's XML reader stops; undefined for well-formed text. */
export function malformedness(text: string): Malformed | undefined {
  try {
    new Scanner(text).document();
    return undefined;
  } catch (stop) {
    if (stop instanceof Stop) return stop.malformed;
    throw stop;
  }
}

class Stop extends Error {
  readonly malformed: Malformed;

  constructor(malformed: Malformed) {
    super(malformed.sentence);
    this.malformed = malformed;
  }
}

interface OpenElement {
  readonly name: string;
  readonly nameAt: number;
  readonly prefixes: ReadonlySet<string>;
}

const nameStart = /[\p{L}_]/u;
const namePattern = /[\p{L}_][\p{L}\p{N}\p{M}._\u00B7-]*(?::[\p{L}_][\p{L}\p{N}\p{M}._\u00B7-]*)?/uy;
/** The control characters that XML 1.0 allows: tab, line ends, and those from U+007F on. */
const legalControls = /[\t\n\r\u007f-\u009f]/;
const entities: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** Reads the text once, as a reader does, keeping only what the next sentence needs. */
class Scanner {
  private readonly text: string;
  private readonly open: OpenElement[] = [];
  private readonly lineStarts: readonly number[];
  private at = 0;
  private rootSeen = false;

  constructor(text: string) {
    this.text = text;
    this.lineStarts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(match => match.index + match[0].length)];
  }

  document(): void {
    if (this.text.startsWith('\ufeff')) this.at = 1;
    while (this.at < this.text.length) {
      if (this.text[this.at] === '<') this.markup();
      else this.characters();
    }
    if (this.open.length > 0) {
      const names = this.open.map(({ name }) => name).reverse();
      this.stop(
        this.text.length,
        `Unexpected end of file has occurred. The following elements are not closed: ${names.join(', ')}.`,
      );
    }
    if (!this.rootSeen) this.stopPlaceless('Root element is missing.');
  }

  private markup(): void {
    const { text, at } = this;
    if (text.startsWith('<!--', at)) this.skipTo('-->', 4, 'Comment');
    else if (text.startsWith('<?', at)) this.skipTo('?>', 2, 'PI');
    else if (text.startsWith('<![CDATA[', at) && this.open.length > 0) this.skipTo(']]>', 9, 'CDATA');
    else if (text.startsWith('<!DOCTYPE', at)) {
      this.stopPlaceless(
        'For security reasons DTD is prohibited in this XML document. To enable DTD processing set the DtdProcessing property on XmlReaderSettings to Parse and pass the settings into XmlReader.Create method.',
      );
    } else if (text[at + 1] === '/') this.endTag();
    else this.startTag();
  }

  private skipTo(end: string, skip: number, what: string): void {
    const found = this.text.indexOf(end, this.at + skip);
    if (found < 0) this.stop(this.text.length, `Unexpected end of file while parsing ${what} has occurred.`);
    this.at = found + end.length;
  }

  private characters(): void {
    const end = this.text.indexOf('<', this.at);
    const to = end < 0 ? this.text.length : end;
    if (this.open.length === 0) {
      const visible = this.text.slice(this.at, to).search(/[^\t\n\r ]/);
      if (visible >= 0) this.stop(this.at + visible, 'Data at the root level is invalid.');
    }
    this.references(this.at, to);
    this.at = to;
  }

  /** Raw ampersands, undeclared entities and characters that XML does not have. */
  private references(from: number, to: number): void {
    const suspicious = /[&\p{Cc}\uFFFE\uFFFF]|\]\]>/gu;
    suspicious.lastIndex = from;
    for (let match = suspicious.exec(this.text); match && match.index < to; match = suspicious.exec(this.text)) {
      if (match[0] === '&') this.reference(match.index);
      else if (match[0] === ']]>') this.stop(match.index, `']]>' is not allowed in character data.`);
      else if (!legalControls.test(match[0])) this.stopCharacter(match.index, match[0]);
    }
  }

  private reference(at: number): void {
    if (this.text[at + 1] === '#') {
      this.characterReference(at);
      return;
    }
    namePattern.lastIndex = at + 1;
    const name = namePattern.exec(this.text)?.[0];
    if (name === undefined) this.stop(at + 1, 'An error occurred while parsing EntityName.');
    const after = at + 1 + name.length;
    if (this.text[after] !== ';') this.stopToken(after, ';');
    if (!entities.has(name)) this.stop(at + 1, `Reference to undeclared entity '${name}'.`);
  }

  private characterReference(at: number): void {
    const match = /^&#(?:x([0-9a-fA-F]+)|([0-9]+));/.exec(this.text.slice(at, at + 20));
    if (!match) this.stop(at + 2, 'Invalid syntax for a decimal numeric entity reference.');
    const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
    const legal =
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 0x20 && code < 0xd800) ||
      (code >= 0xe000 && code <= 0x10ffff && code !== 0xfffe && code !== 0xffff);
    if (!legal) this.stopCharacter(at + 2, String.fromCodePoint(Math.min(code, 0x10ffff)));
  }

  private startTag(): void {
    const nameAt = this.at + 1;
    if (this.open.length === 0 && this.rootSeen) this.stop(nameAt, 'There are multiple root elements.');
    const name = this.name(nameAt);
    this.rootSeen = true;
    this.at = nameAt + name.length;
    const attributes = this.attributes();
    const prefixes = this.prefixesWith(attributes);
    this.checkPrefix(name, nameAt, prefixes);
    for (const [attribute, at] of attributes)
      if (!attribute.startsWith('xmlns')) this.checkPrefix(attribute, at, prefixes);
    const selfClosing = this.text[this.at] === '/';
    this.at += selfClosing ? 2 : 1;
    if (!selfClosing) this.open.push({ name, nameAt, prefixes });
  }

  private attributes(): readonly (readonly [name: string, at: number])[] {
    const found: [string, number][] = [];
    for (;;) {
      const spaced = this.space();
      const next = this.text[this.at];
      if (next === '>' || (next === '/' && this.text[this.at + 1] === '>')) return found;
      if (next === undefined) this.stop(this.text.length, 'Unexpected end of file while parsing Name has occurred.');
      if (!spaced) this.stopToken(this.at, undefined, 'white space');
      const name = this.name(this.at);
      if (found.some(([other]) => other === name)) this.stop(this.at, `'${name}' is a duplicate attribute name.`);
      found.push([name, this.at]);
      this.at += name.length;
      this.value();
    }
  }

  private value(): void {
    this.space();
    if (this.text[this.at] !== '=') this.stopToken(this.at, '=');
    this.at += 1;
    this.space();
    const quote = this.text[this.at];
    if (quote !== '"' && quote !== "'") this.stopToken(this.at, undefined, `'"' or '''`);
    const from = this.at + 1;
    const end = this.text.indexOf(quote, from);
    const to = end < 0 ? this.text.length : end;
    const less = this.text.indexOf('<', from);
    this.references(from, less >= 0 && less < to ? less : to);
    if (less >= 0 && less < to) this.stop(less, `'<', hexadecimal value 0x3C, is an invalid attribute character.`);
    if (end < 0) this.stop(this.text.length, 'There is an unclosed literal string.');
    this.at = to + 1;
  }

  private endTag(): void {
    const nameAt = this.at + 2;
    const name = this.name(nameAt);
    const last = this.open.pop();
    if (!last) this.stop(nameAt, 'Unexpected end tag.');
    if (last.name !== name) {
      const { line, column } = this.place(last.nameAt);
      this.stop(
        nameAt,
        `The '${last.name}' start tag on line ${line} position ${column} does not match the end tag of '${name}'.`,
      );
    }
    this.at = nameAt + name.length;
    this.space();
    if (this.text[this.at] !== '>') this.stopToken(this.at, '>');
    this.at += 1;
  }

  private name(at: number): string {
    namePattern.lastIndex = at;
    const name = namePattern.exec(this.text)?.[0];
    if (name !== undefined && at + name.length < this.text.length) return name;
    if (name !== undefined || at >= this.text.length)
      this.stop(this.text.length, 'Unexpected end of file while parsing Name has occurred.');
    const character = this.text[at] ?? '';
    if (nameStart.test(character)) return character;
    this.stop(
      at,
      `Name cannot begin with the '${character}' character, hexadecimal value 0x${hexadecimal(character)}.`,
    );
  }

  private space(): boolean {
    const from = this.at;
    while (/[\t\n\r ]/.test(this.text[this.at] ?? '')) this.at += 1;
    return this.at > from;
  }

  private prefixesWith(attributes: readonly (readonly [name: string, at: number])[]): ReadonlySet<string> {
    const inherited = this.open.at(-1)?.prefixes ?? new Set(['xml', 'xmlns']);
    const own = attributes.filter(([name]) => name.startsWith('xmlns:')).map(([name]) => name.slice(6));
    return own.length === 0 ? inherited : new Set([...inherited, ...own]);
  }

  private checkPrefix(name: string, at: number, prefixes: ReadonlySet<string>): void {
    const colon = name.indexOf(':');
    if (colon > 0 && !prefixes.has(name.slice(0, colon)))
      this.stop(at, `'${name.slice(0, colon)}' is an undeclared prefix.`);
  }

  private place(offset: number): { readonly line: number; readonly column: number } {
    const line = this.lineStarts.findLastIndex(start => start <= offset);
    return { line: line + 1, column: offset - (this.lineStarts[line] ?? 0) + 1 };
  }

  private stopToken(at: number, expected: string | undefined, words = `'${expected}'`): never {
    const found = this.text[at];
    if (found === undefined) this.stop(this.text.length, 'Unexpected end of file has occurred.');
    this.stop(at, `'${found}' is an unexpected token. The expected token is ${words}.`);
  }

  private stopCharacter(at: number, character: string): never {
    const shown = character === '\0' ? '.' : character;
    this.stop(at, `'${shown}', hexadecimal value 0x${hexadecimal(character)}, is an invalid character.`);
  }

  private stopPlaceless(sentence: string): never {
    throw new Stop({ offset: this.at, sentence, placeless: true });
  }

  private stop(offset: number, sentence: string): never {
    throw new Stop({ offset, sentence });
  }
}

function hexadecimal(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0');
}

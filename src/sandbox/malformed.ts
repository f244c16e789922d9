import { lineIndex, Scope } from '../xml/index.ts';
import { type Malformed, Stop, XmlCursor } from './xmlCursor.ts';
import { skipDeclaration } from './xmlDeclaration.ts';

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

interface OpenElement {
  readonly name: string;
  readonly nameAt: number;
  readonly prefixes: Scope<string>;
}

interface FoundAttribute {
  readonly name: string;
  readonly nameAt: number;
  readonly value: string;
}

const prohibited =
  'For security reasons DTD is prohibited in this XML document. To enable DTD processing set the DtdProcessing property on XmlReaderSettings to Parse and pass the settings into XmlReader.Create method.';
const declarationFirst =
  'Unexpected XML declaration. The XML declaration must be the first node in the document, and no white space characters are allowed to appear before it.';
const reserved: ReadonlyMap<string, string> = new Map([
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
  ['xmlns', 'http://www.w3.org/2000/xmlns/'],
]);

/** Reads the text once, as a reader does, keeping only what the next sentence needs. */
class Scanner {
  private readonly cursor: XmlCursor;
  private readonly open: OpenElement[] = [];
  private readonly reserved = new Scope(reserved);
  private rootSeen = false;

  constructor(text: string) {
    this.cursor = new XmlCursor(text);
  }

  document(): void {
    const { cursor } = this;
    if (cursor.sees('\ufeff')) cursor.at = 1;
    skipDeclaration(cursor);
    while (!cursor.atEnd()) {
      const isMarkup = cursor.peek() === '<';
      cursor.markupFrom = isMarkup ? cursor.at : undefined;
      if (isMarkup) this.markup();
      else this.characters();
    }
    cursor.markupFrom = undefined;
    if (this.open.length > 0) this.stopUnclosed();
    if (!this.rootSeen) cursor.stopPlaceless('Root element is missing.');
  }

  private markup(): void {
    const { cursor } = this;
    const next = cursor.peek(1);
    if (this.open.length === 0 && cursor.text.length - cursor.at < 4)
      cursor.stop(cursor.at, 'Data at the root level is invalid.');
    if (next === '?') this.instruction();
    else if (next === '!') this.special();
    else if (next === '/') this.endTag();
    else if (next === '') this.stopUnclosed();
    else this.startTag();
  }

  private instruction(): void {
    const { cursor } = this;
    cursor.at += 2;
    const nameAt = cursor.at;
    cursor.plainName();
    if (cursor.peek() === ':') cursor.stopNameCharacter();
    const name = cursor.text.slice(nameAt, cursor.at);
    if (name === 'xml') cursor.stop(nameAt, declarationFirst);
    if (name.toLowerCase() === 'xml') cursor.stop(nameAt, `'${name}' is an invalid name for processing instructions.`);
    if (!cursor.sees('?>') && !cursor.space()) cursor.stopNameCharacter();
    cursor.skipTo('?>', 'PI');
  }

  private special(): void {
    const { cursor } = this;
    const inside = this.open.length > 0;
    if (cursor.text.length - cursor.at < 4) this.stopUnclosed();
    if (cursor.sees('<!--')) this.comment();
    else if (cursor.sees('<!-')) cursor.stopToken(`'-'`, cursor.at + 3);
    else if (cursor.sees('<![') && inside) this.characterData();
    else if (cursor.sees('<![')) cursor.stop(cursor.at, 'Data at the root level is invalid.');
    else if (!inside) cursor.stopPlaceless(prohibited);
    else if (/^<!DOCTYPE(?![\p{L}\p{N}._-])/u.test(cursor.text.slice(cursor.at, cursor.at + 10)))
      cursor.stop(cursor.at + 2, 'Unexpected DTD declaration.');
    else cursor.stopToken(`'<!--' or '<[CDATA['`, cursor.at + 2);
  }

  private comment(): void {
    const { cursor } = this;
    cursor.at += 4;
    cursor.skipTo('--', 'Comment');
    if (cursor.atEnd()) cursor.stopEnd('Comment', cursor.at - 2);
    if (cursor.peek() !== '>')
      cursor.stop(cursor.at - 2, "An XML comment cannot contain '--', and '-' cannot be the last character.");
    cursor.at += 1;
  }

  private characterData(): void {
    const { cursor } = this;
    if (cursor.text.length - cursor.at < 9) this.stopUnclosed();
    if (!cursor.sees('<![CDATA[')) cursor.stopToken(`'CDATA['`, cursor.at + 3);
    cursor.at += 9;
    cursor.skipTo(']]>', 'CDATA');
  }

  private characters(): void {
    const { cursor } = this;
    const end = cursor.text.indexOf('<', cursor.at);
    const to = end < 0 ? cursor.text.length : end;
    if (this.open.length === 0) {
      const visible = cursor.text.slice(cursor.at, to).search(/[^\t\n\r ]/);
      if (visible >= 0) cursor.stop(cursor.at + visible, 'Data at the root level is invalid.');
    }
    cursor.checkText(cursor.at, to);
    cursor.at = to;
  }

  private startTag(): void {
    const { cursor } = this;
    const nameAt = cursor.at + 1;
    if (this.open.length === 0 && this.rootSeen) cursor.stop(nameAt, 'There are multiple root elements.');
    this.rootSeen = true;
    cursor.at = nameAt;
    const name = cursor.name();
    const attributes = this.attributesAfterName();
    const prefixes = this.prefixesWith(attributes);
    this.checkPrefix(name, nameAt, prefixes);
    for (const attribute of attributes) this.checkPrefix(attribute.name, attribute.nameAt, prefixes);
    this.checkRepeated(attributes, prefixes);
    const selfClosing = cursor.peek() === '/';
    cursor.at += selfClosing ? 2 : 1;
    if (!selfClosing) this.open.push({ name, nameAt, prefixes });
  }

  private attributesAfterName(): readonly FoundAttribute[] {
    const { cursor } = this;
    if (cursor.peek() === '>' || cursor.sees('/>')) return [];
    if (cursor.peek() === '/' && cursor.peek(1) === '') cursor.stopEnd('>');
    if (cursor.peek() === '/') cursor.stopToken(`'>'`);
    if (!/[\t\n\r ]/.test(cursor.peek())) cursor.stopNameCharacter();
    const found: FoundAttribute[] = [];
    for (;;) {
      const spaced = cursor.space();
      const next = cursor.peek();
      if (next === '>' || cursor.sees('/>')) return found;
      if (next === '' || (next === '/' && cursor.peek(1) === '')) this.stopUnclosed('');
      if (next === '/') cursor.stopToken(`'>'`, cursor.at + 1);
      if (!spaced && /[\p{L}_]/u.test(next)) cursor.stopWithoutSpace();
      found.push(this.attribute());
    }
  }

  private attribute(): FoundAttribute {
    const { cursor } = this;
    const nameAt = cursor.at;
    const name = cursor.name();
    const quote = cursor.openValue();
    const from = cursor.at;
    const end = cursor.text.indexOf(quote, from);
    const to = end < 0 ? cursor.text.length : end;
    const less = cursor.text.slice(from, to).indexOf('<');
    cursor.checkValue(from, less < 0 ? to : from + less);
    if (less >= 0) cursor.stop(from + less, `'<', hexadecimal value 0x3C, is an invalid attribute character.`);
    if (end < 0) cursor.stop(cursor.text.length, 'There is an unclosed literal string.');
    cursor.at = to + 1;
    const value = cursor.text.slice(from, to);
    this.checkReserved(name, nameAt, value, from);
    return { name, nameAt, value };
  }

  /** Declarations that no document may hold, and xml:space. */
  private checkReserved(name: string, nameAt: number, value: string, valueAt: number): void {
    const { cursor } = this;
    if (name === 'xmlns:xml' && value !== reserved.get('xml')) {
      cursor.stop(
        nameAt,
        `Prefix "xml" is reserved for use by XML and can be mapped only to namespace name "${reserved.get('xml')}".`,
      );
    }
    if (name === 'xmlns:xmlns') cursor.stop(nameAt, 'Prefix "xmlns" is reserved for use by XML.');
    if (name.startsWith('xmlns:') && value === '') cursor.stop(valueAt - 1, 'Invalid namespace declaration.');
    if (name === 'xml:space' && !/^\s*(?:default|preserve)\s*$/.test(value))
      cursor.stop(nameAt, `'${value}' is an invalid xml:space value.`);
  }

  private endTag(): void {
    const { cursor } = this;
    cursor.at += 2;
    const nameAt = cursor.at;
    const last = this.open.at(-1);
    const { name: opened, nameAt: openedAt } = last ?? cursor.stop(cursor.at, 'Unexpected end tag.');
    cursor.at += opened.length;
    if (!cursor.text.startsWith(opened, nameAt) || /[\p{L}\p{N}\p{M}._\u00B7:-]/u.test(cursor.peek())) {
      cursor.at = nameAt;
      const name = cursor.name();
      const { line, column } = lineIndex(cursor.text)(openedAt);
      cursor.stop(
        nameAt,
        `The '${opened}' start tag on line ${line} position ${column} does not match the end tag of '${name}'.`,
      );
    }
    cursor.space();
    if (cursor.atEnd()) this.stopUnclosed();
    if (cursor.peek() !== '>') cursor.stopToken(`'>'`);
    cursor.at += 1;
    this.open.pop();
  }

  private prefixesWith(attributes: readonly FoundAttribute[]): Scope<string> {
    const inherited = this.open.at(-1)?.prefixes ?? this.reserved;
    const own = attributes.filter(({ name }) => name.startsWith('xmlns:'));
    if (own.length === 0) return inherited;
    return new Scope(new Map(own.map(({ name, value }) => [name.slice(6), value])), inherited);
  }

  private checkPrefix(name: string, at: number, prefixes: Scope<string>): void {
    const colon = name.indexOf(':');
    const prefix = name.slice(0, Math.max(0, colon));
    if (colon > 0 && prefix !== 'xmlns' && !prefixes.has(prefix))
      this.cursor.stop(at, `'${prefix}' is an undeclared prefix.`);
  }

  private checkRepeated(attributes: readonly FoundAttribute[], prefixes: Scope<string>): void {
    const seen = new Map<string | undefined, Set<string>>();
    for (const { name, nameAt } of attributes) {
      const colon = name.indexOf(':');
      const uri = colon < 0 ? undefined : (prefixes.get(name.slice(0, colon)) ?? '');
      const alike = seen.get(uri) ?? new Set();
      const local = name.slice(colon + 1);
      if (alike.has(local)) this.cursor.stop(nameAt, `'${name}' is a duplicate attribute name.`);
      seen.set(uri, alike.add(local));
    }
  }

  /** `alone` is said in place of the names when no element is open; undefined: nothing is said of elements then. */
  private stopUnclosed(alone?: string): never {
    const names = this.open.map(({ name }) => name).reverse();
    const listed = names.length > 0 ? `${names.join(', ')}.` : alone;
    const elements = listed === undefined ? '' : ` The following elements are not closed: ${listed}`;
    this.cursor.stop(this.cursor.text.length, `Unexpected end of file has occurred.${elements}`);
  }
}

/** What the quick look found out about a text that it takes for well-formed. */
export interface QuickFindings {
  /** Length of the longest text or attribute value, in UTF-16 units. */
  readonly longestText: number;
}

/**
 * Whether a text is well-formed and namespace-well-formed beyond doubt, no deeper than `maximumDepth`, and made of the
 * plain means that servers use: tags, attributes, texts, the five entities and references to characters. Undefined means
 * that a strict parser has to look: not that anything is wrong. Every text that passes here passes there.
 *
 * A strict parser takes as long as making a tree; this takes a fraction of it, because it makes nothing. The text must hold no lone surrogates.
 */
export function quickLook(text: string, maximumDepth: number): QuickFindings | undefined {
  if (forbiddenCharacter.test(text) || text.includes(']]>') || !hasSoundReferences(text)) {
    return undefined;
  }
  return new QuickScan(text, maximumDepth).run();
}

/** All but the Char of XML 1.0; surrogates come in pairs here. */
const forbiddenCharacter = /[^\t\n\r -\ufffd]/;

/** Characters below the surrogates, written without leading zeros; the rest is left to the strict parser. */
const reference =
  /&(?:amp|lt|gt|quot|apos|#(?:9|10|13|3[2-9]|[4-9]\d|[1-9]\d{2,3}|[1-4]\d{4})|#x(?:[9ADad]|[2-9A-Fa-f][\dA-Fa-f]|[1-9A-Fa-f][\dA-Fa-f]{2}|[1-9A-Ca-c][\dA-Fa-f]{3}));/y;

function hasSoundReferences(text: string): boolean {
  for (let index = text.indexOf('&'); index !== -1; index = text.indexOf('&', reference.lastIndex)) {
    reference.lastIndex = index;
    if (!reference.test(text)) {
      return false;
    }
  }
  return true;
}

const declaration =
  /^<\?xml[ \t\r\n]+version=(?:"1\.0"|'1\.0')(?:[ \t\r\n]+encoding=(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?[ \t\r\n]*\?>/;

/** More attributes on one element than this are left to the strict parser, so that comparing each with each stays cheap. */
const mostAttributes = 16;

/** As many in force at once are left to the strict parser too: each name is looked for among them. */
const mostPrefixes = 64;

/** One look at one text. Names are compared where they stand: nothing is cut out of the text but namespace prefixes. */
class QuickScan {
  private readonly text: string;
  private readonly maximumDepth: number;
  private longestText = 0;
  private index = 0;
  /** Start and end of the name of each open element. */
  private readonly open: number[] = [];
  /** Prefixes in force, and how many of them were in force before each open element. */
  private readonly prefixes: string[] = ['xml'];
  private readonly prefixCounts: number[] = [];
  /** Start and end of each attribute name of the tag at hand. */
  private readonly attributes: number[] = [];

  constructor(text: string, maximumDepth: number) {
    this.text = text;
    this.maximumDepth = maximumDepth;
  }

  run(): QuickFindings | undefined {
    const start = declaration.exec(this.text.slice(0, 200))?.[0].length ?? 0;
    let tag = this.text.indexOf('<', start);
    if (tag === -1 || !this.isBlank(start, tag)) {
      return undefined;
    }
    do {
      const next = this.text.indexOf('<', tag + 1);
      const limit = next === -1 ? this.text.length : next;
      const isSound = this.text.charCodeAt(tag + 1) === slash ? this.endTag(tag + 2) : this.startTag(tag + 1, limit);
      if (!isSound || this.index > limit) {
        return undefined;
      }
      this.longestText = Math.max(this.longestText, limit - this.index);
      tag = next;
    } while (this.open.length > 0 && tag !== -1);
    const isWhole = this.open.length === 0 && tag === -1 && this.isBlank(this.index, this.text.length);
    return isWhole ? { longestText: this.longestText } : undefined;
  }

  private isBlank(from: number, to: number): boolean {
    return this.skipBlanks(from) >= to;
  }

  /** Leaves the index behind the tag. */
  private endTag(from: number): boolean {
    const end = this.open.pop() ?? 0;
    const start = this.open.pop() ?? 0;
    const length = end - start;
    for (let offset = 0; offset < length; offset += 1) {
      if (this.text.charCodeAt(start + offset) !== this.text.charCodeAt(from + offset)) {
        return false;
      }
    }
    this.prefixes.length = this.prefixCounts.pop() ?? 0;
    const close = this.skipBlanks(from + length);
    this.index = close + 1;
    return length > 0 && this.text.charCodeAt(close) === greater;
  }

  private startTag(from: number, limit: number): boolean {
    const nameEnd = this.passName(from);
    const before = this.prefixes.length;
    const end = nameEnd === -1 ? -1 : this.passAttributes(nameEnd, limit);
    if (end === -1 || !this.isBound(from, nameEnd) || !this.areAttributesSound()) {
      return false;
    }
    if (this.text.charCodeAt(end) === slash) {
      this.prefixes.length = before;
      this.index = end + 2;
      return this.text.charCodeAt(end + 1) === greater;
    }
    this.open.push(from, nameEnd);
    this.prefixCounts.push(before);
    this.index = end + 1;
    return this.open.length <= 2 * this.maximumDepth && this.prefixes.length <= mostPrefixes;
  }

  /** The end of a name of ASCII letters with at most one colon inside; -1 when it is none. */
  private passName(from: number): number {
    const first = this.passPart(from);
    if (first === -1 || this.text.charCodeAt(first) !== colonSign) {
      return first;
    }
    const second = this.passPart(first + 1);
    return second === -1 || this.text.charCodeAt(second) === colonSign ? -1 : second;
  }

  private passPart(from: number): number {
    if (characterKinds[this.text.charCodeAt(from)] !== letter) {
      return -1;
    }
    let index = from + 1;
    while ((characterKinds[this.text.charCodeAt(index)] ?? neither) !== neither) {
      index += 1;
    }
    return index;
  }

  /** The index of the `>` or `/` that ends the tag; -1 for anything that is not plain. */
  private passAttributes(from: number, limit: number): number {
    this.attributes.length = 0;
    for (let index = from; ; ) {
      const start = this.skipBlanks(index);
      const code = this.text.charCodeAt(start);
      if (code === greater || code === slash) {
        return start;
      }
      const nameEnd = start === index ? -1 : this.passName(start);
      const quote = this.text.charCodeAt(nameEnd + 1);
      const isPlain = nameEnd !== -1 && this.text.charCodeAt(nameEnd) === equals;
      if (!isPlain || (quote !== doubleQuote && quote !== singleQuote)) {
        return -1;
      }
      const valueEnd = this.text.indexOf(quote === doubleQuote ? '"' : "'", nameEnd + 2);
      if (valueEnd === -1 || valueEnd > limit || !this.bind(start, nameEnd, valueEnd)) {
        return -1;
      }
      this.longestText = Math.max(this.longestText, valueEnd - nameEnd - 2);
      this.attributes.push(start, nameEnd);
      index = valueEnd + 1;
    }
  }

  /** Takes a namespace declaration into force. False for one that the strict parser should judge. */
  private bind(start: number, nameEnd: number, valueEnd: number): boolean {
    if (!this.text.startsWith('xml', start) || this.text.startsWith('xml:', start)) {
      return true;
    }
    const name = this.text.slice(start, nameEnd);
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) {
      return false;
    }
    const uri = this.text.slice(nameEnd + 2, valueEnd);
    const prefix = name.slice('xmlns:'.length);
    if (uri.includes('&') || reservedNamespace.test(uri) || prefix.startsWith('xml')) {
      return false;
    }
    if (prefix !== '') {
      this.prefixes.push(prefix);
    }
    return prefix === '' || uri.trim() !== '';
  }

  /** Each attribute once, its prefix bound; of those with a prefix only one, since two may mean the same name. */
  private areAttributesSound(): boolean {
    const { attributes } = this;
    if (attributes.length > 2 * mostAttributes) {
      return false;
    }
    let prefixed = 0;
    for (let at = 0; at < attributes.length; at += 2) {
      const start = attributes[at] ?? 0;
      const end = attributes[at + 1] ?? 0;
      const isDeclaration = this.text.startsWith('xmlns', start);
      const colon = isDeclaration ? -1 : this.colonIn(start, end);
      prefixed += colon === -1 ? 0 : 1;
      if (prefixed > 1 || (colon !== -1 && !this.isBound(start, end)) || this.isRepeated(at)) {
        return false;
      }
    }
    return true;
  }

  private isRepeated(at: number): boolean {
    const start = this.attributes[at] ?? 0;
    const length = (this.attributes[at + 1] ?? 0) - start;
    for (let other = 0; other < at; other += 2) {
      const otherStart = this.attributes[other] ?? 0;
      const isSameLength = (this.attributes[other + 1] ?? 0) - otherStart === length;
      if (isSameLength && this.text.startsWith(this.text.slice(start, start + length), otherStart)) {
        return true;
      }
    }
    return false;
  }

  private isBound(start: number, end: number): boolean {
    const colon = this.colonIn(start, end);
    if (colon === -1) {
      return true;
    }
    const length = colon - start;
    for (let at = this.prefixes.length - 1; at >= 0; at -= 1) {
      const prefix = this.prefixes[at] ?? '';
      if (prefix.length === length && this.text.startsWith(prefix, start)) {
        return true;
      }
    }
    return false;
  }

  private colonIn(start: number, end: number): number {
    for (let index = start; index < end; index += 1) {
      if (this.text.charCodeAt(index) === colonSign) {
        return index;
      }
    }
    return -1;
  }

  private skipBlanks(from: number): number {
    let index = from;
    while (isBlankCharacter(this.text.charCodeAt(index))) {
      index += 1;
    }
    return index;
  }
}

/** The namespaces that nobody may bind anew. */
const reservedNamespace = /www\.w3\.org\/(?:XML\/1998\/namespace|2000\/xmlns)/;

const greater = 0x3e;
const slash = 0x2f;
const equals = 0x3d;
const colonSign = 0x3a;
const doubleQuote = 0x22;
const singleQuote = 0x27;

function isBlankCharacter(code: number): boolean {
  return code === 0x20 || code === 0x9 || code === 0xa || code === 0xd;
}

const neither = 0;
const letter = 1;
const laterCharacter = 2;

/** By ASCII character: what a name may begin with, and what may only follow. */
const characterKinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[A-Za-z_]/.test(character) ? letter : /[\d.-]/.test(character) ? laterCharacter : neither;
});

/** A file's bytes as text. */
export interface DecodedText {
  /** Without its byte order mark; where a second one stands both stay, because XML takes that for text. */
  readonly text: string;
  /** What it was read as, as the WHATWG Encoding Standard names it. */
  readonly encoding: string;
  /** Some bytes mean nothing in that encoding, or the declared encoding is not known; each stands as U+FFFD. */
  readonly faulty: boolean;
}

/** Reads the bytes of an XML file: a byte order mark decides, then the form of the first bytes, then the XML declaration, else UTF-8. */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  const certain = encodingByMark(bytes);
  if (certain) return decodeAs(bytes, certain);
  const declared = declaredEncoding(bytes);
  // Read byte by byte, the declaration cannot have stood in UTF-16.
  return decodeAs(bytes, declared === undefined || /^(?:utf-?16|ucs-?2)/i.test(declared) ? 'utf-8' : declared);
}

function encodingByMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  return first === 0x3c && second === 0 ? 'utf-16le' : undefined;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  return /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedText {
  try {
    return { text: decoded(bytes, encoding, true), encoding, faulty: false };
  } catch {
    const known = isKnown(encoding) ? encoding : 'utf-8';
    return { text: decoded(bytes, known, false), encoding: known, faulty: true };
  }
}

function decoded(bytes: Uint8Array, encoding: string, fatal: boolean): string {
  const text = new TextDecoder(encoding, { fatal }).decode(bytes);
  return text.startsWith('\ufeff') ? `\ufeff${text}` : text;
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
}

/**
 * The bytes of an XML document as text, without a byte order mark. The mark decides; without one, zero bytes tell
 * UTF-16; then the encoding that the XML declaration names counts, and UTF-8 when it names none or an unknown one
 * (XML 1.0, appendix F). Never fails: bytes that mean nothing become U+FFFD.
 */
export function decodeBytes(bytes: Uint8Array): string {
  const label = encodingByBytes(bytes) ?? declaredEncoding(bytes) ?? 'utf-8';
  return new TextDecoder(label).decode(bytes);
}

function encodingByBytes([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  return undefined;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 200));
  const name = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
  // Single-byte text that claims to be UTF-16 is not: its declaration could not have been read.
  return name !== undefined && !/^(?:utf-?16|ucs-?2|unicode)/i.test(name) && isKnown(name) ? name : undefined;
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

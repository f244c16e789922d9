/** A file as text. */
export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  /** The encoding that was used, by its name in the Encoding Standard, such as `utf-16le`. */
  readonly encoding: string;
}

/**
 * Decodes a file as XML 1.0 appendix F reads it: by the byte order mark, by the zero bytes of UTF-16, by the declaration,
 * else as UTF-8. Never fails: bytes that are no UTF-8 are read as windows-1252, in which every byte means something.
 */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  const certain = encodingByBytes(bytes);
  if (certain) return { text: decodeAs(certain, bytes, false) ?? '', encoding: certain };
  for (const label of [declaredEncoding(bytes), 'utf-8']) {
    const encoding = label && knownEncoding(label);
    // A declaration that can be read as bytes is not in UTF-16, whatever it says.
    if (!encoding || encoding.startsWith('utf-16')) continue;
    const text = decodeAs(encoding, bytes, true);
    if (text !== undefined) return { text, encoding };
  }
  return { text: decodeAs('windows-1252', bytes, false) ?? '', encoding: 'windows-1252' };
}

function encodingByBytes([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return undefined;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = decodeAs('windows-1252', bytes.subarray(0, 200), false) ?? '';
  return /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start)?.[1];
}

function knownEncoding(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function decodeAs(encoding: string, bytes: Uint8Array, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

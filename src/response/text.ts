/** A body as text, with a note for every guess that was needed. */
export interface BodyText {
  readonly text: string;
  /** What the bytes were read in, as the Encoding Standard spells it: `utf-8`, `utf-16le`, `windows-1252`. */
  readonly encoding: string;
  /** Whether the text, written in UTF-8, gives the bytes of the body again. */
  readonly isWhole: boolean;
  readonly notes: readonly string[];
}

/**
 * Turns the bytes of a body into text and never fails. A byte order mark decides; then zero bytes that tell UTF-16;
 * then what fits of: the charset of Content-Type, the encoding of the XML declaration, UTF-8; at last windows-1252,
 * in which every byte means something. A string is taken as it is, without its byte order mark.
 */
export function readText(body: Uint8Array | string, contentType: string | undefined): BodyText {
  if (typeof body === 'string') {
    const bare = body.startsWith('\ufeff') ? body.slice(1) : body;
    return readAs('utf-8', bare, bare === body && bare.isWellFormed());
  }
  const certain = encodingByBytes(body);
  if (certain) {
    return decodeCertain(certain, body);
  }
  return guess(body, charsetOf(contentType));
}

function decodeCertain(encoding: string, body: Uint8Array): BodyText {
  const text = decodeAs(encoding, body, true);
  const note = 'Bytes that are no characters were replaced by U+FFFD.';
  return text === undefined
    ? { text: decodeAs(encoding, body) ?? '', encoding, isWhole: false, notes: [note] }
    : { text, encoding, isWhole: false, notes: [] };
}

function guess(body: Uint8Array, named: string | undefined): BodyText {
  const utf8 = decodeAs('utf-8', body, true);
  if (utf8 !== undefined) {
    return { text: utf8, encoding: 'utf-8', isWhole: true, notes: utf8Notes(body, named) };
  }
  for (const label of [named, declaredEncoding(body)]) {
    const text = label === undefined ? undefined : decodeAs(label, body, true);
    if (label !== undefined && text !== undefined) {
      return readAs(encodingName(label) ?? label, text, false);
    }
  }
  const note = 'The bytes are not the UTF-8 they should be; they were read as windows-1252, so letters may be wrong.';
  return { text: decodeAs('windows-1252', body) ?? '', encoding: 'windows-1252', isWhole: false, notes: [note] };
}

/** UTF-8 is recognised by its bytes with near certainty, so it wins over a header that says otherwise. */
function utf8Notes(body: Uint8Array, named: string | undefined): readonly string[] {
  const differs = named !== undefined && encodingName(named) !== 'utf-8' && body.some(byte => byte > 127);
  return differs ? [`Content-Type says charset ${named}, but the body is UTF-8; it was read as UTF-8.`] : [];
}

function readAs(encoding: string, text: string, isWhole: boolean): BodyText {
  if (text.isWellFormed()) {
    return { text, encoding, isWhole, notes: [] };
  }
  const note = 'Half characters (lone surrogates) were replaced by U+FFFD.';
  return { text: text.toWellFormed(), encoding, isWhole, notes: [note] };
}

function encodingByBytes(body: Uint8Array): string | undefined {
  const [first, second, third] = body;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return 'utf-8';
  }
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) {
    return 'utf-16le';
  }
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) {
    return 'utf-16be';
  }
  return undefined;
}

function decodeAs(label: string, body: Uint8Array, fatal = false): string | undefined {
  try {
    return new TextDecoder(label, { fatal }).decode(body);
  } catch {
    return undefined;
  }
}

function encodingName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function charsetOf(contentType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec((contentType ?? '').slice(0, 1000))?.[1];
}

function declaredEncoding(body: Uint8Array): string | undefined {
  const start = decodeAs('windows-1252', body.subarray(0, 200)) ?? '';
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start)?.[1];
}

import { type DecodedText, lineIndex, parseXml } from '../xml/index.ts';
import { schemaViolation, type Violation } from './schemaViolation.ts';

/**
 * What .NET's reader says of bytes that are no text in UTF-8, or begin with two byte order marks; undefined for all
 * others. What it finds wrong before it comes to such bytes goes first.
 */
export function encodingViolation(bytes: Uint8Array, { text, encoding, faulty }: DecodedText): Violation | undefined {
  if (text.startsWith('\ufeff')) return said('Data at the root level is invalid.', 1, 1);
  const wrongAt = faulty && encoding === 'utf-8' ? firstReplaced(bytes, text) : undefined;
  if (wrongAt === undefined) return undefined;
  const before = schemaViolation(parseXml(text.slice(0, wrongAt)));
  const { line, column } = lineIndex(text)(wrongAt);
  const isBefore = before && (before.line < line || (before.line === line && before.position < column));
  return isBefore ? before : said('Invalid character in the given encoding.', line, column);
}

function said(words: string, line: number, position: number): Violation {
  return { line, position, sentence: `${words} Line ${line}, position ${position}.` };
}

/** Offset of the first U+FFFD that stands for bytes without a meaning: one that was sent is three bytes of its own. */
function firstReplaced(bytes: Uint8Array, text: string): number | undefined {
  const encoder = new TextEncoder();
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  let byte = isMarked ? 3 : 0;
  let at = 0;
  for (let next = text.indexOf('\ufffd'); next >= 0; next = text.indexOf('\ufffd', at)) {
    byte += encoder.encode(text.slice(at, next)).length;
    if (bytes[byte] !== 0xef || bytes[byte + 1] !== 0xbf || bytes[byte + 2] !== 0xbd) return next;
    byte += 3;
    at = next + 1;
  }
  return undefined;
}

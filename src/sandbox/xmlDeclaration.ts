import type { XmlCursor } from './xmlCursor.ts';

/** Reads `<?xml …?>` at the very beginning, if it is there, and stops where .NET's reader does. */
export function skipDeclaration(cursor: XmlCursor): void {
  if (!/^<\?xml[^\p{L}\p{N}\p{M}._:\u00B7-]/u.test(cursor.text.slice(cursor.at, cursor.at + 6))) return;
  cursor.at += 5;
  let next = 0;
  for (;;) {
    const spaced = cursor.space();
    if (cursor.peek() === '?') {
      if (cursor.peek(1) === '') cursor.stop(cursor.at, 'Unexpected end of file has occurred.');
      if (cursor.peek(1) !== '>') cursor.stopToken(`''>''`);
      if (next === 0) cursor.stop(cursor.at, invalid);
      cursor.at += 2;
      return;
    }
    if (!spaced && next > 0) cursor.stopToken(`'?>'`);
    next = parameter(cursor, next);
  }
}

const invalid = 'Syntax for an XML declaration is invalid.';
const parameters = ['version', 'encoding', 'standalone'];

/** One of version, encoding and standalone, in this order; gives the index of what may follow. */
function parameter(cursor: XmlCursor, next: number): number {
  const nameAt = cursor.at;
  cursor.plainName();
  if (cursor.peek() === ':') cursor.stopNameCharacter();
  const index = parameters.indexOf(cursor.text.slice(nameAt, cursor.at));
  if (index < next || (next === 0 && index !== 0)) cursor.stop(nameAt, invalid);
  const quote = cursor.openValue();
  const value = /^[^<>&'"\t\n\r]*/.exec(cursor.text.slice(cursor.at))?.[0] ?? '';
  const end = cursor.at + value.length;
  if (end >= cursor.text.length) cursor.stop(cursor.at, 'There is an unclosed literal string.');
  if (cursor.text[end] !== quote) cursor.stop(cursor.at, invalid);
  checkParameter(cursor, index, value);
  cursor.at = end + 1;
  return index + 1;
}

function checkParameter(cursor: XmlCursor, index: number, value: string): void {
  if (index === 0 && value !== '1.0') cursor.stop(cursor.at, `Version number '${value}' is invalid.`);
  if (index === 1 && !isEncoding(value)) cursor.stop(cursor.at, `System does not support '${value}' encoding.`);
  if (index === 2 && value !== 'yes' && value !== 'no') cursor.stop(cursor.at - 1, invalid);
}

function isEncoding(label: string): boolean {
  try {
    // The names of the web without a hyphen are none that .NET has.
    return label === label.trim() && !/utf_?8$/i.test(label) && new TextDecoder(label) !== undefined;
  } catch {
    return false;
  }
}

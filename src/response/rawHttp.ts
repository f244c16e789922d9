import type { NamedAnswer } from './offline.ts';

/**
 * Reads raw HTTP responses, one or several in a row, lines ended by CRLF or LF: status line, headers, an empty line,
 * body. Lines before the first status line (a request, the `<` marks of curl) are left out. A chunked body is put
 * together when its chunk sizes are still there. Empty when the text holds no status line.
 */
export function readRawHttp(text: string): readonly NamedAnswer[] {
  const plain = /^< ?HTTP\/\d/m.test(text) ? withoutCurlMarks(text) : text;
  const starts = [...plain.matchAll(/^HTTP\/\d(?:\.\d)? +\d{3}\b/gm)].map(({ index }) => index);
  return starts
    .map((start, position) => readOne(plain.slice(start, starts[position + 1])))
    .filter(answer => answer.status !== 100);
}

/** `curl -v` puts `< ` before each line of the head and talks about the connection in lines that begin with `* `. */
function withoutCurlMarks(text: string): string {
  return text.replace(/^\* .*(?:\r?\n|$)/gm, '').replace(/^<(?: |(?=\r?$))/gm, '');
}

function readOne(text: string): NamedAnswer {
  const blank = /\r?\n[ \t]*\r?\n/.exec(text);
  const head = blank ? text.slice(0, blank.index) : text;
  const body = blank ? text.slice(blank.index + blank[0].length) : '';
  const [statusLine = '', ...headerLines] = head.split(/\r?\n/);
  const status = Number(/^HTTP\/\S+ +(\d{3})/.exec(statusLine)?.[1]);
  const headers = readHeaders(headerLines);
  const chunked = headers.some(([name, value]) => name === 'transfer-encoding' && /chunked/i.test(value));
  const whole = chunked ? (joinChunks(body) ?? body) : body;
  return { name: `HTTP ${status}`, status, headers, body: whole };
}

/** Header names in lower case, values trimmed; a line that begins with white space continues the one before. */
export function readHeaders(lines: readonly string[]): readonly (readonly [string, string])[] {
  const headers: [string, string][] = [];
  for (const line of lines) {
    const last = headers.at(-1);
    if (/^[ \t]/.test(line) && last) {
      last[1] += ` ${line.trim()}`;
      continue;
    }
    const colon = line.indexOf(':');
    if (colon > 0) {
      headers.push([line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]);
    }
  }
  return headers;
}

/** Undefined when the text is not in chunks, because the tool that showed it has joined them already. */
function joinChunks(body: string): string | undefined {
  const chunks: Uint8Array[] = [];
  const bytes = new TextEncoder().encode(body);
  for (let index = 0; index < bytes.length; ) {
    const lineEnd = bytes.indexOf(0x0a, index);
    const line = new TextDecoder().decode(
      bytes.subarray(index, Math.min(index + 40, lineEnd === -1 ? index : lineEnd)),
    );
    const size = /^\s*([0-9a-f]{1,8})\s*(?:;.*)?$/is.exec(line)?.[1];
    if (size === undefined) {
      return undefined;
    }
    const length = Number.parseInt(size, 16);
    if (length === 0) {
      return joinBytes(chunks);
    }
    chunks.push(bytes.subarray(lineEnd + 1, lineEnd + 1 + length));
    index = afterLineBreak(bytes, lineEnd + 1 + length);
  }
  return undefined;
}

function afterLineBreak(bytes: Uint8Array, index: number): number {
  const afterReturn = bytes[index] === 0x0d ? index + 1 : index;
  return bytes[afterReturn] === 0x0a ? afterReturn + 1 : afterReturn;
}

function joinBytes(chunks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return chunks.map(chunk => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
}

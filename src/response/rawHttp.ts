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

/**
 * The same for the bytes of a file in which a body is no UTF-8 text: compressed, or in UTF-16. Bodies stay bytes.
 * Empty when no status line stands at the beginning of a line.
 */
export function readRawHttpBytes(bytes: Uint8Array): readonly NamedAnswer[] {
  const answers: NamedAnswer[] = [];
  const characters = new TextDecoder('latin1').decode(bytes);
  for (let start = nextStart(characters, 0); start !== undefined; ) {
    const headEnd = Math.min(start + longestHead, nextStart(characters, start + 1) ?? characters.length);
    const { status, headers, bodyStart } = readHead(characters.slice(start, headEnd));
    const announced = Number(headers.find(([name]) => name === 'content-length')?.[1] ?? Number.NaN);
    const from = start + bodyStart;
    const next = nextStart(characters, from + (Number.isSafeInteger(announced) ? announced : 0));
    const end = Number.isSafeInteger(announced) ? Math.min(from + announced, bytes.length) : (next ?? bytes.length);
    const body = bytes.subarray(from, end);
    const whole = isChunked(headers) ? (joinChunks(body) ?? body) : body;
    if (status !== 100) {
      answers.push({ name: `HTTP ${status}`, status, headers, body: whole });
    }
    start = next;
  }
  return answers;
}

/** Far more than any server accepts. */
const longestHead = 262_144;

function nextStart(characters: string, from: number): number | undefined {
  const pattern = /^HTTP\/\d(?:\.\d)? +\d{3}\b/gm;
  pattern.lastIndex = from;
  return pattern.exec(characters)?.index;
}

function readOne(text: string): NamedAnswer {
  const { status, headers, bodyStart } = readHead(text);
  const body = text.slice(bodyStart);
  const joined = isChunked(headers) ? joinChunks(new TextEncoder().encode(body)) : undefined;
  return { name: `HTTP ${status}`, status, headers, body: joined ? new TextDecoder().decode(joined) : body };
}

interface Head {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly bodyStart: number;
}

function readHead(text: string): Head {
  const blank = /\r?\n[ \t]*\r?\n/.exec(text);
  const head = blank ? text.slice(0, blank.index) : text;
  const [statusLine = '', ...headerLines] = head.split(/\r?\n/);
  const status = Number(/^HTTP\/\S+ +(\d{3})/.exec(statusLine)?.[1]);
  return { status, headers: readHeaders(headerLines), bodyStart: blank ? blank.index + blank[0].length : text.length };
}

function isChunked(headers: Head['headers']): boolean {
  return headers.some(([name, value]) => name === 'transfer-encoding' && /chunked/i.test(value));
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

/** Undefined when the body is not in chunks, because the tool that showed it has joined them already. */
function joinChunks(bytes: Uint8Array): Uint8Array | undefined {
  const chunks: Uint8Array[] = [];
  for (let index = 0; index < bytes.length; ) {
    const lineEnd = bytes.indexOf(0x0a, index);
    const line = new TextDecoder('latin1').decode(
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

function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

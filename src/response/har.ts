import type { NamedAnswer } from './offline.ts';

/**
 * Reads the answers of a HAR file (the network log of browsers and proxies), those to EWS when some entries went
 * there, else all. Bodies in base64 become bytes. Empty when the text is no HAR.
 */
export function readHar(text: string): readonly NamedAnswer[] {
  if (!/^\s*\{/.test(text) || !text.includes('"log"')) {
    return [];
  }
  const entries = asList(asRecord(asRecord(parseJson(text))?.['log'])?.['entries']);
  const found = entries.map(readEntry).filter(entry => entry !== undefined);
  const toEws = found.filter(({ url }) => /\/ews\/[^/?]*\.asmx/i.test(url));
  return (toEws.length > 0 ? toEws : found).map(({ answer }) => answer);
}

function readEntry(value: unknown): { readonly url: string; readonly answer: NamedAnswer } | undefined {
  const entry = asRecord(value);
  const response = asRecord(entry?.['response']);
  if (!response) {
    return undefined;
  }
  const url = asText(asRecord(entry?.['request'])?.['url']) ?? '';
  const status = Number(response['status']);
  const hasStatus = Number.isInteger(status) && status > 0;
  const headers = asList(response['headers']).flatMap(readHeader);
  const name = [hasStatus ? `HTTP ${status}` : 'no status', asText(entry?.['startedDateTime'])]
    .filter(Boolean)
    .join(', ');
  return { url, answer: { name, ...(hasStatus && { status }), headers, body: readContent(response['content']) } };
}

function readHeader(value: unknown): readonly (readonly [string, string])[] {
  const header = asRecord(value);
  const name = asText(header?.['name']);
  const text = asText(header?.['value']);
  return name === undefined || text === undefined ? [] : [[name.toLowerCase(), text]];
}

function readContent(value: unknown): Uint8Array | string {
  const content = asRecord(value);
  const text = asText(content?.['text']) ?? '';
  return content?.['encoding'] === 'base64' ? (fromBase64(text) ?? text) : text;
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), character => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

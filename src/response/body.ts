import type { BodyKind } from './outcome.ts';

/** What a body is that holds no SOAP answer. */
export interface BodyDescription {
  /** In a few words, to stand after "The body is". */
  readonly body: string;
  readonly bodyKind: BodyKind;
  readonly excerpt?: string;
  readonly responseCode?: string;
}

/** Whether a text is an HTML page, also one that begins like XML. Looks at its first two thousand characters only. */
export function looksLikeHtml(text: string): boolean {
  return /^\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--[^<>]*-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(
    text.slice(0, 2000),
  );
}

/** Whether a text begins as XML does; white space before the first tag is forgiven. */
export function looksLikeXml(text: string): boolean {
  return /^<[?!A-Za-z_]/.test(text);
}

/** Describes a body that is not XML: empty, an HTML page, JSON, plain text or bytes that are no text. */
export function describeBody(text: string): BodyDescription {
  if (text.trim() === '') {
    return { body: 'empty', bodyKind: 'empty' };
  }
  if (looksLikeHtml(text)) {
    return htmlPage(text);
  }
  return json(text) ?? plain(text);
}

/** The first words of a text without tags, for display: at most 300 characters, white space folded. */
export function excerptOf(text: string): string {
  const words = text
    .slice(0, 20_000)
    .replace(/<(script|style)\b[^<]*<\/\1\s*>/gi, ' ')
    .replace(/<[^<>]*>|<\/?[A-Za-z][^<>]*$/g, ' ')
    .replace(/&(?:amp|lt|gt|quot|apos|nbsp|#39);/g, reference => htmlReferences[reference] ?? ' ')
    .replace(/[\s\p{Cc}\ufffd]+/gu, ' ')
    .trim();
  return words.length > 300 ? `${words.slice(0, 299)}…` : words;
}

const htmlReferences: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
};

/** A version problem that servers tell in plain text or HTML, outside any fault. Source: exchangelib. */
export function codeInPlainText(text: string): string | undefined {
  const start = text.slice(0, 100_000);
  if (start.includes('ErrorInvalidSchemaVersionForMailboxVersion')) {
    return 'ErrorInvalidSchemaVersionForMailboxVersion';
  }
  return /specified server version is invalid/i.test(start) ? 'ErrorInvalidServerVersion' : undefined;
}

function htmlPage(text: string): BodyDescription {
  const start = text.slice(0, 100_000);
  const title = excerptOf(/<title\b[^<>]*>([^<]*)/i.exec(start)?.[1] ?? '');
  const bodyKind = htmlKind(start, title);
  const name = { signInPage: 'a sign-in page', serverErrorPage: 'an error page of the web server' };
  const what = bodyKind === 'html' ? 'an HTML page' : name[bodyKind];
  return withExcerpt(title ? `${what} titled "${title}"` : `${what} without a title`, bodyKind, start);
}

function htmlKind(start: string, title: string): 'signInPage' | 'serverErrorPage' | 'html' {
  if (/<input\b[^<>]*\btype\s*=\s*["']?password/i.test(start) || /sign[ -]?in|log[ -]?(?:in|on)\b/i.test(title)) {
    return 'signInPage';
  }
  if (/owa\/auth\/logon|login\.microsoftonline\.com|\/adfs\/ls/i.test(start)) {
    return 'signInPage';
  }
  const isError =
    /Server Error in '|Runtime Error|IIS \d|Internet Information Services|Service Unavailable|\b[45]\d\d\b/;
  return isError.test(title) || /Server Error in '\//.test(start) ? 'serverErrorPage' : 'html';
}

function json(text: string): BodyDescription | undefined {
  const trimmed = text.trim();
  if (!/^[[{]/.test(trimmed) || trimmed.length > 1_000_000) {
    return undefined;
  }
  try {
    JSON.parse(trimmed);
    return withExcerpt('JSON', 'json', trimmed);
  } catch {
    return undefined;
  }
}

function plain(text: string): BodyDescription {
  const start = text.slice(0, 2000);
  const controls = start.match(/[^\P{Cc}\t\n\r\f]|\ufffd/gu)?.length ?? 0;
  if (controls > start.length / 20) {
    return { body: 'bytes that are no text', bodyKind: 'binary' };
  }
  return withExcerpt('plain text', 'text', text);
}

function withExcerpt(body: string, bodyKind: BodyKind, text: string): BodyDescription {
  const excerpt = excerptOf(text);
  const responseCode = codeInPlainText(text);
  return { body, bodyKind, ...(excerpt && { excerpt }), ...(responseCode && { responseCode }) };
}

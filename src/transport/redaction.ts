import type { Headers } from './types.ts';

/** Stands where a secret was. */
const redacted = '(redacted)';

/**
 * The headers without their secrets: Authorization keeps its scheme, cookies keep nothing, a challenge loses its token,
 * and none of the given secrets survives in any value. The only such function of this room.
 */
export function redactHeaders(headers: Headers, secrets: readonly string[] = []): Headers {
  return headers.map(
    ([name, value]) => [name, withoutSecrets(redactValue(name.toLowerCase(), value), secrets)] as const,
  );
}

/** A text in which no given secret survives; empty secrets do not count. */
function withoutSecrets(text: string, secrets: readonly string[]): string {
  // The longest first: a short secret may be a part of a longer one.
  return secrets
    .filter(secret => secret !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((left, secret) => left.replaceAll(secret, redacted), text);
}

function redactValue(name: string, value: string): string {
  if (/^(?:cookie2?|set-cookie2?)$/.test(name)) return redacted;
  if (name === 'authorization' || name === 'proxy-authorization') return `${schemeOf(value)} ${redacted}`.trim();
  // A challenge may carry a token of the handshake; the schemes and their parameters are no secret.
  if (/^(?:(?:www|proxy)-authenticate|(?:proxy-)?authentication-info)$/.test(name)) {
    return value.replace(/\b(NTLM|Negotiate|Kerberos)\s+[A-Za-z0-9+/=]{4,}/gi, `$1 ${redacted}`);
  }
  return value;
}

/** A scheme is only what a token follows: a value that is nothing but a token has none. */
function schemeOf(value: string): string {
  return /^(Basic|Bearer|Digest|NTLM|Negotiate|Kerberos)\s/i.exec(value)?.[1] ?? '';
}

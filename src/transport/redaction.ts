import type { Headers } from './types.ts';

/** Stands where a secret was. */
const redacted = '(redacted)';

/**
 * The headers without their secrets: Authorization keeps its scheme, cookies keep nothing, a challenge loses its token,
 * and none of the given secrets survives in any value. The only such function: history, exports and the panel use it too.
 */
export function redactHeaders(headers: Headers, secrets: readonly string[] = []): Headers {
  return headers.map(([name, value]) => [name, withoutSecrets(redactValue(name, value), secrets)] as const);
}

/** A text in which no given secret survives; empty secrets do not count. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  // The longest first: a short secret may be a part of a longer one.
  return secrets
    .filter(secret => secret !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((left, secret) => left.replaceAll(secret, redacted), text);
}

/** Whether the value of a header with this name is a secret, by the words in the name. */
export function isSecretHeader(name: string): boolean {
  return secretWords.test(name) && !offers.test(name);
}

const secretWords =
  /auth(?:$|oriz|entic)|cookie|token|secret|passw|credential|signature|(?:api|subscription)-?key|session/i;
const offers = /^\s*(?:www|proxy)-authenticate\s*$|^\s*(?:proxy-)?authentication-info\s*$/i;

function redactValue(name: string, value: string): string {
  if (isSecretHeader(name)) return `${schemeOf(value)} ${redacted}`.trim();
  // A challenge may carry a token of the handshake; the schemes and their parameters are no secret.
  return offers.test(name)
    ? value.replace(/\b(NTLM|Negotiate|Kerberos)\s+[A-Za-z0-9+/=]{4,}/gi, `$1 ${redacted}`)
    : value;
}

/** A scheme is only what a token follows: a value that is nothing but a token has none. */
function schemeOf(value: string): string {
  return /^\s*(Basic|Bearer|Digest|NTLM|Negotiate|Kerberos)\s/i.exec(value)?.[1] ?? '';
}

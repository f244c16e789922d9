import type { Headers } from './types.ts';

/** Stands where a secret was. */
export const redacted = '(redacted)';

/** The headers without their secrets: Authorization keeps its scheme, cookies keep nothing. The only such function. */
export function redactHeaders(headers: Headers): Headers {
  return headers.map(([name, value]) => [name, redactValue(name.toLowerCase(), value)] as const);
}

function redactValue(name: string, value: string): string {
  if (name === 'cookie' || name === 'set-cookie') return redacted;
  if (name === 'authorization' || name === 'proxy-authorization')
    return `${/^[A-Za-z]+/.exec(value)?.[0] ?? ''} ${redacted}`.trim();
  // A challenge may carry a token of the handshake; the schemes and their parameters are no secret.
  if (name === 'www-authenticate' || name === 'proxy-authenticate')
    return value.replace(/\b(NTLM|Negotiate)\s+[A-Za-z0-9+/=]{8,}/gi, `$1 ${redacted}`);
  return value;
}

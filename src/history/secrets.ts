import type { Exchange } from '../sending/exchange.ts';

type Headers = readonly (readonly [name: string, value: string])[];

/**
 * The exchange without anything that proves who the caller is. The transport redacts already; this is the second
 * lock on the door, for everything that is stored, copied or shown.
 */
export function withoutSecrets(exchange: Exchange): Exchange {
  return {
    ...exchange,
    endpoint: { ...exchange.endpoint, url: withoutUserInfo(exchange.endpoint.url) },
    request: { ...exchange.request, headers: withoutSecretHeaders(exchange.request.headers) },
    result: resultWithoutSecrets(exchange.result),
  };
}

/** The same headers; values that hold a secret are replaced by the scheme, if it is a known one, and a mark. */
export function withoutSecretHeaders(headers: Headers): Headers {
  return headers.map(([name, value]) => [
    name,
    isSecretHeader(name) ? withoutSecretValue(value) : offerOf(name, value),
  ]);
}

/** Whether the value of a header with this name is a secret, by the words in the name. */
export function isSecretHeader(name: string): boolean {
  return secretWords.test(name) && !offers.test(name);
}

/** The authentication scheme of the request as its headers tell it, in lower case; undefined when it carried none. */
export function schemeOf(headers: Headers): string | undefined {
  const value = headers.find(([name]) => name.trim().toLowerCase() === 'authorization')?.[1];
  return value === undefined ? undefined : schemePattern.exec(value)?.[1]?.toLowerCase();
}

/** The address without `user:password@`. */
export function withoutUserInfo(url: string): string {
  return url.replace(/^(\s*[a-z][a-z0-9+.-]*:)?(\/\/)[^/?#]*@/i, '$1$2');
}

const removedMark = '(removed)';
const secretWords = /authoriz|authentic|cookie|token|secret|passw|credential|signature|api-?key|session/i;
const offers = /^\s*(www|proxy)-authenticate\s*$/i;
const schemePattern = /^\s*(Basic|Bearer|Digest|NTLM|Negotiate|Kerberos)(?:\s|$)/i;

function withoutSecretValue(value: string): string {
  const scheme = schemePattern.exec(value)?.[1];
  return scheme === undefined ? removedMark : `${scheme} ${removedMark}`;
}

/** An NTLM or Negotiate offer carries a challenge that names hosts and domains; the scheme is all a reader needs. */
function offerOf(name: string, value: string): string {
  return offers.test(name) ? value.replace(/\b(NTLM|Negotiate)\s+[A-Za-z0-9+/=]{16,}/gi, `$1 ${removedMark}`) : value;
}

function resultWithoutSecrets(result: Exchange['result']): Exchange['result'] {
  return result.kind === 'failure'
    ? result
    : { ...result, http: { ...result.http, headers: withoutSecretHeaders(result.http.headers) } };
}

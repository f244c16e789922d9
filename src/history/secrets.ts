import type { Exchange } from '../sending/exchange.ts';
import { redactHeaders } from '../sending/redaction.ts';

type Headers = readonly (readonly [name: string, value: string])[];

/**
 * The exchange without anything that proves who the caller is. The transport redacts already; this is the second
 * lock on the door, for everything that is stored, copied or shown.
 */
export function withoutSecrets(exchange: Exchange): Exchange {
  return {
    ...exchange,
    endpoint: { ...exchange.endpoint, url: withoutUserInfo(exchange.endpoint.url) },
    request: { ...exchange.request, headers: redactHeaders(exchange.request.headers) },
    result: resultWithoutSecrets(exchange.result),
  };
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

const schemePattern = /^\s*(Basic|Bearer|Digest|NTLM|Negotiate|Kerberos)(?:\s|$)/i;

function resultWithoutSecrets(result: Exchange['result']): Exchange['result'] {
  return result.kind === 'failure'
    ? result
    : { ...result, http: { ...result.http, headers: redactHeaders(result.http.headers) } };
}

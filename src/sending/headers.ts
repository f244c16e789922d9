import type { Headers } from '../transport/index.ts';

/** What the headers of a request are made of. */
export interface HeaderValues {
  /** The client-request-id, a GUID. */
  readonly id: string;
  readonly operation?: { readonly soapAction: string };
  /** An SMTP address for X-AnchorMailbox, which steers routing. */
  readonly anchorMailbox?: string;
  /** Further headers; one of them takes the place of ours of the same name. */
  readonly extraHeaders?: Headers;
  /** Version of this program. */
  readonly version: string;
}

/** The headers of a request: those that EWS documents, and the name of this program, which servers may ask for. */
export function requestHeaders(values: HeaderValues): Readonly<Record<string, string>> {
  const { id, operation, anchorMailbox, extraHeaders = [], version } = values;
  const own = {
    'Content-Type': 'text/xml; charset=utf-8',
    Accept: 'text/xml',
    'Accept-Encoding': 'gzip, deflate, br',
    ...(operation && { SOAPAction: `"${operation.soapAction}"` }),
    'User-Agent': `EWS-Request-Studio/${version}`,
    'client-request-id': id,
    'return-client-request-id': 'true',
    ...(anchorMailbox && /^[\x21-\x7e]+$/.test(anchorMailbox) && { 'X-AnchorMailbox': anchorMailbox }),
  };
  const extra = extraHeaders.filter(([name, value]) => headerComplaint(name, value) === undefined);
  const replaced = new Set(extra.map(([name]) => name.toLowerCase()));
  const kept = Object.entries(own).filter(([name]) => !replaced.has(name.toLowerCase()));
  return Object.fromEntries([...kept, ...extra]);
}

/** Why a header must not be added to a request, in a sentence; undefined when it may. */
export function headerComplaint(name: string, value: string): string | undefined {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return 'A header name is made of letters, digits and hyphens.';
  if (/^(?:proxy-)?authorization$|^cookie2?$/i.test(name)) {
    return `${name} is not taken as an extra header. Choose an authentication, which keeps the secret out of settings and logs.`;
  }
  if (/^(?:host|content-length|transfer-encoding|connection|keep-alive|upgrade|te|trailer|expect)$/i.test(name)) {
    return `${name} is set by the connection itself. Leave it out.`;
  }
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value)
    ? undefined
    : `The value of ${name} holds characters that no header can.`;
}

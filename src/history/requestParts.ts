import type { Exchange } from '../sending/exchange.ts';
import { isSecretHeader } from '../sending/redaction.ts';
import { schemeOf, withoutUserInfo } from './secrets.ts';

/** What another program needs to send the same request: no secret in it. */
export interface RequestParts {
  readonly url: string;
  /** Headers that the other program must be told; it writes the rest itself. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** In lower case, as in the request; undefined when it went without. */
  readonly scheme: string | undefined;
  /** Whether the answer was wanted compressed. */
  readonly compressed: boolean;
  readonly text: string;
  /** For a comment: what this is, in one line. */
  readonly title: string;
}

/** The parts of a request for cURL or PowerShell, without secrets and without headers that belong to one connection. */
export function requestParts({ endpoint, operation, request, startedAt }: Exchange): RequestParts {
  const names = new Set(request.headers.map(([name]) => name.toLowerCase()));
  return {
    url: oneLine(withoutUserInfo(endpoint.url)),
    headers: request.headers
      .filter(([name]) => headerName.test(name) && !isSecretHeader(name) && !ofConnection.has(name.toLowerCase()))
      .map(([name, value]) => [name, oneLine(value)]),
    scheme: schemeOf(request.headers),
    compressed: names.has('accept-encoding'),
    text: request.text,
    title: oneLine(`${operation ?? 'EWS request'}, first sent ${startedAt}`),
  };
}

const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const ofConnection = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-connection',
  'te',
  'transfer-encoding',
  'upgrade',
]);

/** Control characters end a header or a comment: a blank in their place. */
function oneLine(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to replace
  return value.replace(/[\x00-\x1f\x7f\u0085\u2028\u2029]+/g, ' ').trim();
}

import { decode, readText } from '../response/index.ts';
import {
  type HttpAnswer,
  type PostRequest,
  type PostTarget,
  post,
  redactHeaders,
  TransportError,
} from '../transport/index.ts';
import type { Answer, Exchange, Failure } from './exchange.ts';

/** One request on its way: where to, what, and under which name. */
export interface Sending {
  /** A GUID: the client-request-id, and the id of the exchange. */
  readonly id: string;
  readonly endpointName: string;
  readonly target: PostTarget;
  /** The text, sent as it is in UTF-8, without a byte order mark. */
  readonly text: string;
  /** Name of the operation in the Body, and its SOAPAction; absent when there is none. */
  readonly operation?: { readonly name: string; readonly soapAction: string };
  /** An SMTP address for X-AnchorMailbox. */
  readonly anchorMailbox?: string;
  /** Version of this program, for the User-Agent. */
  readonly version: string;
}

/** Sends one request and gives the whole exchange, also when there was no answer. Throws only what is a bug. */
export async function send(sending: Sending, options: { readonly signal?: AbortSignal } = {}): Promise<Exchange> {
  const startedAt = new Date().toISOString();
  const since = performance.now();
  const text = sending.text.replace(/^\ufeff/, '');
  const request: PostRequest = { body: new TextEncoder().encode(text), headers: requestHeaders(sending) };
  let headers = redactHeaders(Object.entries(request.headers));
  let result: Answer | Failure;
  try {
    const answer = await post(sending.target, request, options);
    headers = answer.requestHeaders;
    result = answerOf(answer);
  } catch (cause) {
    if (!(cause instanceof TransportError)) throw cause;
    result = { kind: 'failure', code: cause.code, message: cause.message, sent: cause.sent };
  }
  return {
    id: sending.id,
    startedAt,
    durationMs: performance.now() - since,
    endpoint: { name: sending.endpointName, url: sending.target.url },
    ...(sending.operation && { operation: sending.operation.name }),
    request: { text, headers },
    result,
  };
}

/** The headers of a request: those that EWS documents, and the name of this program, which servers may ask for. */
export function requestHeaders({ id, operation, anchorMailbox, version }: Sending): Readonly<Record<string, string>> {
  return {
    'Content-Type': 'text/xml; charset=utf-8',
    Accept: 'text/xml',
    'Accept-Encoding': 'gzip, deflate, br',
    ...(operation && { SOAPAction: `"${operation.soapAction}"` }),
    'User-Agent': `EWS-Request-Studio/${version}`,
    'client-request-id': id,
    'return-client-request-id': 'true',
    ...(anchorMailbox && /^[\x21-\x7e]+$/.test(anchorMailbox) && { 'X-AnchorMailbox': anchorMailbox }),
  };
}

function answerOf(answer: HttpAnswer): Answer {
  const { body, requestHeaders: _sent, ...http } = answer;
  const contentType = http.headers.find(([name]) => name === 'content-type')?.[1];
  return {
    kind: 'answer',
    http,
    text: readText(body, contentType).text,
    size: body.length,
    outcome: decode({ status: http.status, headers: http.headers, body }),
  };
}

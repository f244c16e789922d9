import { decode, readText, receivedBytes } from '../response/index.ts';
import {
  type HttpAnswer,
  type PostRequest,
  type PostTarget,
  post,
  redactHeaders,
  TransportError,
} from '../transport/index.ts';
import type { Answer, Exchange, Failure } from './exchange.ts';
import { type HeaderValues, requestHeaders } from './headers.ts';

/** One request on its way: where to, what, and under which name. */
export interface Sending extends HeaderValues {
  readonly endpointName: string;
  readonly target: PostTarget;
  /** The text, sent as it is in UTF-8, without a byte order mark. */
  readonly text: string;
  /** Name of the operation in the Body, and its SOAPAction; absent when there is none. */
  readonly operation?: { readonly name: string; readonly soapAction: string };
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
    const { code, message, sent, certificate } = cause;
    result = { kind: 'failure', code, message, sent, ...(certificate && { certificate }) };
  }
  return {
    id: sending.id,
    startedAt,
    durationMs: performance.now() - since,
    endpoint: {
      name: sending.endpointName,
      url: addressShown(sending.target.url),
      authentication: sending.target.authentication,
    },
    ...(sending.operation && { operation: sending.operation.name }),
    request: { text, headers },
    result,
  };
}

/** An address that holds a password is refused by the transport, and must not be kept by anyone after it. */
function addressShown(address: string): string {
  const url = URL.parse(address);
  if (!url?.username && !url?.password) return address;
  url.username = '';
  url.password = '';
  return url.href;
}

function answerOf(answer: HttpAnswer): Answer {
  const { body, requestHeaders: _sent, ...http } = answer;
  const contentType = http.headers.find(([name]) => name === 'content-type')?.[1];
  const read = readText(body, contentType);
  const received = receivedBytes(body, read);
  return {
    kind: 'answer',
    http,
    text: read.text,
    ...(received && { received }),
    size: body.length,
    outcome: decode({ status: http.status, headers: http.headers, body }),
  };
}

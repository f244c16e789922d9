import { Client } from 'undici';
import { readBody } from './body.ts';
import { connectorFor, type Stopwatch } from './connect.ts';
import { fate, TransportError, transportErrorOf } from './errors.ts';
import { redactHeaders } from './redaction.ts';
import type { Headers, HttpAnswer, PostRequest, PostTarget } from './types.ts';
import { checkedUrl } from './urlRules.ts';

/** Seconds that an exchange may take when nothing else is said. */
export const defaultTimeoutSeconds = 100;

/** Bytes that an answer may have when nothing else is said. */
export const defaultMaxAnswerBytes = 64 * 1024 * 1024;

/**
 * Posts one request and gives the answer, whatever its status. Redirects are not followed: the answer that redirects is
 * the answer. Throws nothing but {@link TransportError}, which says whether the request may have been executed.
 */
export async function post(
  target: PostTarget,
  request: PostRequest,
  options: { readonly signal?: AbortSignal } = {},
): Promise<HttpAnswer> {
  const url = checkedUrl(target);
  const authorization = authorizationOf(target);
  const since = performance.now();
  const stopwatch: Stopwatch = {};
  const limit = AbortSignal.timeout((target.timeoutSeconds ?? defaultTimeoutSeconds) * 1000);
  const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit;
  let connected = false;
  const connect = connectorFor(() => ({ stopwatch, since }));
  const client = new Client(url.origin, {
    allowH2: false,
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (settings, done) =>
      connect(settings, (...outcome) => {
        connected = outcome[0] === null;
        // Aborted in the meantime: the request is gone, and the socket must go too.
        if (connected && signal.aborted) outcome[1]?.destroy();
        done(...outcome);
      }),
  });
  try {
    const headers = { ...request.headers, ...(authorization && { Authorization: authorization }) };
    const answer = await client.request({
      path: url.pathname + url.search,
      method: 'POST',
      headers,
      body: request.body,
      signal,
    });
    const firstByteMs = performance.now() - since;
    const received = receivedHeaders(answer.headers);
    const encodings = received.filter(([name]) => name === 'content-encoding').map(([, value]) => value);
    const body = await readBody(
      answer.body,
      encodings.join(','),
      target.maxAnswerBytes ?? defaultMaxAnswerBytes,
      url.host,
    );
    return {
      status: answer.statusCode,
      statusText: answer.statusText,
      headers: redactHeaders(received),
      body,
      requestHeaders: redactHeaders(Object.entries(headers)),
      timing: { ...stopwatch, firstByteMs, totalMs: performance.now() - since },
    };
  } catch (cause) {
    throw failureOf(cause, { connected, limit, ...(options.signal && { signal: options.signal }) }, url);
  } finally {
    await client.destroy();
  }
}

interface Circumstances {
  readonly connected: boolean;
  readonly limit: AbortSignal;
  readonly signal?: AbortSignal;
}

function failureOf(cause: unknown, { connected, limit, signal }: Circumstances, url: URL): TransportError {
  const sent = connected ? 'maybe' : 'no';
  if (signal?.aborted) return new TransportError('aborted', `The send was aborted.${fate(sent)}`, sent);
  if (limit.aborted) {
    const message = `${url.host} did not answer in time. Try again, or raise the setting ews.timeout.`;
    return new TransportError('timeout', message + fate(sent), sent);
  }
  return transportErrorOf(cause, sent, url.host);
}

function authorizationOf(target: PostTarget): string | undefined {
  if (target.authentication !== 'basic') return undefined;
  if (target.username === undefined || target.secret === undefined) {
    throw new TransportError(
      'endpoint.secret-missing',
      'Basic authentication needs a user name and a password. Give both.',
      'no',
    );
  }
  return `Basic ${Buffer.from(`${target.username}:${target.secret}`, 'utf8').toString('base64')}`;
}

function receivedHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Headers {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map(single => [name.toLowerCase(), single] as const),
  );
}

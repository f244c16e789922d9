import type { Route } from './connect.ts';
import { onKeptConnection } from './connections.ts';
import { TransportError, transportErrorOf } from './errors.ts';
import { limitsOf, totalTimeout, Watch } from './limits.ts';
import { proxyRoute } from './proxy.ts';
import { redactHeaders, withoutSecrets } from './redaction.ts';
import { signInAndPost } from './signIn.ts';
import type { HttpAnswer, PostRequest, PostTarget } from './types.ts';
import { checkedUrl } from './urlRules.ts';
import type { Attempt, Reply, Wire } from './wire.ts';

/** Bytes that an answer may have when nothing else is said. */
const defaultMaxAnswerBytes = 64 * 1024 * 1024;

/**
 * Posts one request and gives the answer, whatever its status. A redirect is followed only by 307 and 308, which keep
 * the request as it is, and only to https of the same origin; any other is the answer. Nothing is ever sent to another
 * origin. Throws nothing but {@link TransportError}, which says whether the request may have been executed.
 */
export async function post(
  target: PostTarget,
  request: PostRequest,
  options: { readonly signal?: AbortSignal } = {},
): Promise<HttpAnswer> {
  const url = checkedUrl(target);
  const route = routeOf(target, url);
  const limits = limitsOf(target);
  const watch = new Watch(options.signal, limits.totalMs, () => totalTimeout(url.host, limits, attempt.sent));
  const attempt: Attempt = {
    since: performance.now(),
    watch,
    limits,
    maxAnswerBytes: target.maxAnswerBytes ?? defaultMaxAnswerBytes,
    steps: {},
    sent: 'no',
    answered: false,
  };
  try {
    const reply = await onKeptConnection(route, target, watch.signal, wire =>
      postAndFollow(wire, url, target, request, attempt),
    );
    return answerOf(reply, target, attempt);
  } catch (cause) {
    throw failureOf(cause, attempt, options.signal, url);
  } finally {
    watch.stop();
  }
}

function routeOf(target: PostTarget, url: URL): Route {
  const { authorities, pinnedCertificate, minimumTlsVersion = 'TLSv1.2', proxy } = target;
  return {
    url,
    minimumTlsVersion,
    ...(proxy && { proxy: proxyRoute(proxy) }),
    ...(authorities !== undefined && { authorities }),
    ...(pinnedCertificate !== undefined && { pinnedCertificate }),
  };
}

/** Hops after which a redirect is taken as the answer. */
const mostRedirects = 5;

async function postAndFollow(
  wire: Wire,
  start: URL,
  target: PostTarget,
  request: PostRequest,
  attempt: Attempt,
): Promise<Reply> {
  let url = start;
  for (let hop = 0; ; hop += 1) {
    const reply = await signInAndPost(wire, url, target, request, attempt);
    const next = hop < mostRedirects ? nextAddress(reply, url) : undefined;
    if (!next) return reply;
    // A server that redirects has not executed the request.
    attempt.sent = 'no';
    url = next;
  }
}

function nextAddress({ status, headers }: Reply, url: URL): URL | undefined {
  if (status !== 307 && status !== 308) return undefined;
  const location = headers.find(([name]) => name === 'location')?.[1];
  const next = location === undefined ? null : URL.parse(location, url.href);
  return next?.protocol === 'https:' && next.origin === url.origin && !next.username && !next.password
    ? next
    : undefined;
}

function answerOf(
  { status, statusText, headers, body, requestHeaders, tls }: Reply,
  target: PostTarget,
  attempt: Attempt,
) {
  const secrets = secretsOf(target, requestHeaders);
  return {
    status,
    statusText: withoutSecrets(statusText, secrets),
    headers: redactHeaders(headers, secrets),
    body: bodyWithout(body, secrets),
    requestHeaders: redactHeaders(Object.entries(requestHeaders), secrets),
    timing: { ...attempt.steps, totalMs: performance.now() - attempt.since },
    ...(attempt.provedBy && { provedBy: attempt.provedBy }),
    ...(tls && { tls }),
  };
}

/** What must not survive anywhere, should a server send it back. Very short secrets would tear holes into everything. */
function secretsOf({ secret = '' }: PostTarget, requestHeaders: Reply['requestHeaders']): readonly string[] {
  const tokens = Object.entries(requestHeaders)
    .filter(([name]) => /authorization$/i.test(name))
    .map(([, value]) => value.slice(value.indexOf(' ') + 1));
  return [secret, ...tokens].filter(text => text.length >= 4);
}

/** A server may echo what it was sent; byte by byte, so that nothing else of the body changes. */
function bodyWithout(body: Uint8Array, secrets: readonly string[]): Uint8Array {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const present = secrets.map(secret => Buffer.from(secret, 'utf8')).filter(secret => bytes.includes(secret));
  if (present.length === 0) return body;
  const text = withoutSecrets(
    bytes.toString('latin1'),
    present.map(secret => secret.toString('latin1')),
  );
  return Buffer.from(text, 'latin1');
}

function failureOf(
  cause: unknown,
  { sent, answered }: Attempt,
  userSignal: AbortSignal | undefined,
  url: URL,
): TransportError {
  if (cause instanceof TransportError) return cause;
  if (userSignal?.aborted) return new TransportError('aborted', 'The send was aborted.', sent);
  const error = transportErrorOf(cause, sent, url.host);
  if (!answered || error.code !== 'network.reset') return error;
  return new TransportError(
    'answer.incomplete',
    `The answer of ${url.host} broke off. Send again to see it whole.`,
    sent,
  );
}

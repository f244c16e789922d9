import { once } from 'node:events';
import type net from 'node:net';
import { TLSSocket } from 'node:tls';
import { Client } from 'undici';
import { readBody } from './body.ts';
import { certificateOf, summaryOf } from './certificates.ts';
import { type ConnectStep, connect, type Route } from './connect.ts';
import { type Sent, TransportError } from './errors.ts';
import type { Headers, TlsFacts } from './types.ts';

/** One send, from its beginning to the answer: how long things took, and what became of the request. */
export interface Attempt {
  /** Start, as performance.now() counts. */
  readonly since: number;
  readonly signal: AbortSignal;
  readonly connectLimitMs: number;
  readonly maxAnswerBytes: number;
  readonly steps: Partial<Record<ConnectStep | 'authenticationMs' | 'firstByteMs', number>>;
  /** `maybe` as soon as a byte of the body may have left. */
  sent: Sent;
  /** The head of an answer has come; what fails from here on is the answer. */
  answered: boolean;
}

/** What one leg brought, before anything is redacted. */
export interface Reply {
  readonly status: number;
  readonly statusText: string;
  /** Names in lower case. */
  readonly headers: Headers;
  readonly body: Uint8Array;
  /** What went out. */
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly tls?: TlsFacts;
}

/** A connection to one endpoint: at most one socket at a time, one request after the other, HTTP/1.1. */
export class Wire {
  /** The open socket, if there is one. */
  socket: net.Socket | undefined;
  /** The socket that has been signed in, for authentications that belong to the connection. */
  authenticated: net.Socket | undefined;
  /** The certificate of the server in DER, when the connection is TLS. */
  certificate: Uint8Array | undefined;
  /** How many sockets have been opened so far. */
  openings = 0;
  private readonly client: Client;
  private readonly route: Route;
  private attempt: Attempt | undefined;
  private tls: TlsFacts | undefined;
  private carriesBody = false;

  constructor(route: Route) {
    this.route = route;
    this.client = new Client(route.url.origin, {
      allowH2: false,
      pipelining: 1,
      // Both are part of the time limit of the whole send.
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: idleLimit,
      keepAliveMaxTimeout: idleLimit,
      connect: (_settings, done) => {
        this.open().then(
          socket => done(null, socket),
          (error: Error) => done(error, null),
        );
      },
    });
  }

  /** Sends one request and reads its answer whole. Throws whatever the network, undici or the signal throw. */
  async post(
    attempt: Attempt,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: Uint8Array,
  ): Promise<Reply> {
    attempt.signal.throwIfAborted();
    this.attempt = attempt;
    this.carriesBody = body.length > 0;
    if (this.carriesBody && this.socket) attempt.sent = 'maybe';
    const all = { ...headers, ...this.proxyHeaders() };
    const request = { path: this.pathOf(path), method: 'POST' as const, headers: all, body, signal: attempt.signal };
    const answer = await this.client.request(request);
    attempt.answered = true;
    attempt.steps.firstByteMs = performance.now() - attempt.since;
    const received = receivedHeaders(answer.headers);
    const encodings = received.filter(([name]) => name === 'content-encoding').map(([, value]) => value);
    const { maxAnswerBytes } = attempt;
    const bytes = await readBody(answer.body, encodings.join(','), maxAnswerBytes, this.route.url.host);
    attempt.answered = false;
    return {
      status: answer.statusCode,
      statusText: answer.statusText,
      headers: received,
      body: bytes,
      requestHeaders: all,
      ...(this.tls && { tls: this.tls }),
    };
  }

  /** Ends the socket; the next request opens another one. */
  async hangUp(): Promise<void> {
    const { socket } = this;
    if (!socket) return;
    this.socket = undefined;
    if (socket.closed) return;
    const closed = once(socket, 'close');
    socket.destroy();
    await closed;
  }

  /** Ends the connection at once. */
  async close(): Promise<void> {
    await this.client.destroy();
    this.socket?.destroy();
  }

  private async open(): Promise<net.Socket> {
    const { attempt } = this;
    if (!attempt) throw new Error('A connection was opened without a request.');
    const connectLimit = AbortSignal.timeout(attempt.connectLimitMs);
    const limit = AbortSignal.any([attempt.signal, connectLimit]);
    const note = (step: ConnectStep) => {
      attempt.steps[step] = performance.now() - attempt.since;
    };
    const socket = await connect(this.route, note, limit).catch(cause => {
      throw connectLimit.aborted && !attempt.signal.aborted ? tooSlow(this.route.url.host, attempt) : cause;
    });
    this.socket = socket;
    this.openings += 1;
    this.noteCertificate(socket);
    socket.once('close', () => {
      if (this.socket === socket) this.socket = undefined;
    });
    if (this.carriesBody) attempt.sent = 'maybe';
    return socket;
  }

  /** At once, since a connection that the server has closed tells it no more. */
  private noteCertificate(socket: net.Socket): void {
    const certificate = socket instanceof TLSSocket ? certificateOf(socket) : undefined;
    this.certificate = certificate?.raw;
    this.tls =
      socket instanceof TLSSocket && certificate
        ? { version: socket.getProtocol() ?? '', certificate: summaryOf(certificate) }
        : undefined;
  }

  /** Plain http through a proxy names the whole address (RFC 9112 section 3.2.2). */
  private pathOf(path: string): string {
    return this.throughPlainProxy() ? this.route.url.origin + path : path;
  }

  private proxyHeaders(): Readonly<Record<string, string>> {
    const authorization = this.throughPlainProxy() ? this.route.proxy?.authorization : undefined;
    return authorization === undefined ? {} : { 'Proxy-Authorization': authorization };
  }

  private throughPlainProxy(): boolean {
    return this.route.proxy !== undefined && this.route.url.protocol === 'http:';
  }
}

/** Milliseconds after which an idle connection is closed: short, so that it is seldom closed at the other end first. */
const idleLimit = 15_000;

function tooSlow(host: string, { connectLimitMs }: Attempt): TransportError {
  const message = `No connection to ${host} came about within ${connectLimitMs / 1000} seconds. Check the address and the port, and whether the VPN is on.`;
  return new TransportError('timeout', message, 'no');
}

function receivedHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Headers {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map(single => [name.toLowerCase(), single] as const),
  );
}

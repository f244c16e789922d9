import { once } from 'node:events';
import type net from 'node:net';
import { TLSSocket } from 'node:tls';
import { Client } from 'undici';
import { certificateOf, summaryOf } from './certificates.ts';
import { type ConnectStep, connect, type Route } from './connect.ts';
import type { Sent } from './errors.ts';
import { Leg, type LegAnswer } from './leg.ts';
import { bodyTimeout, connectTimeout, headersTimeout, type Limits, type Watch } from './limits.ts';
import type { TlsFacts } from './types.ts';

/** One send, from its beginning to the answer: how long things took, and what became of the request. */
export interface Attempt {
  /** Start, as performance.now() counts. */
  readonly since: number;
  readonly watch: Watch;
  readonly limits: Limits;
  readonly maxAnswerBytes: number;
  readonly steps: Partial<Record<ConnectStep | 'authenticationMs' | 'firstByteMs', number>>;
  /** `maybe` as soon as a byte of the body may have left. */
  sent: Sent;
  /** What proved who asks. */
  provedBy?: 'kerberos' | 'ntlm';
  /** The head of an answer has come; what fails from here on is the answer. */
  answered: boolean;
}

/** What one leg brought, before anything is redacted. */
export interface Reply extends LegAnswer {
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
      // The watch over each request keeps them: undici's own are a second too coarse.
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

  /** Sends one request and reads its answer whole. Throws whatever the network, undici or the watch throw. */
  async post(
    attempt: Attempt,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: Uint8Array,
  ): Promise<Reply> {
    const { signal } = attempt.watch;
    signal.throwIfAborted();
    this.attempt = attempt;
    this.carriesBody = body.length > 0;
    if (this.socket) this.leaves(attempt);
    const requestHeaders = { ...headers, ...this.proxyHeaders() };
    const leg = this.legOf(attempt);
    const abort = () => leg.abort(signal.reason);
    signal.addEventListener('abort', abort);
    try {
      this.client.dispatch({ path: this.pathOf(path), method: 'POST', headers: requestHeaders, body }, leg);
      const answer = await leg.answer;
      attempt.answered = false;
      return { ...answer, requestHeaders, ...(this.tls && { tls: this.tls }) };
    } finally {
      signal.removeEventListener('abort', abort);
      attempt.watch.rest();
    }
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

  /** From now on bytes of the request may be on their way, and an answer is due. */
  private leaves(attempt: Attempt): void {
    if (this.carriesBody) attempt.sent = 'maybe';
    const { limits, watch } = attempt;
    watch.expect(limits.headersMs, () => headersTimeout(this.route.url.host, limits, attempt.sent));
  }

  private legOf(attempt: Attempt): Leg {
    const { limits, watch, maxAnswerBytes } = attempt;
    const { host } = this.route.url;
    const onHead = () => {
      attempt.answered = true;
      attempt.steps.firstByteMs = performance.now() - attempt.since;
      watch.expect(limits.silenceMs, () => bodyTimeout(host, limits, attempt.sent));
    };
    return new Leg({ host, maxAnswerBytes, onHead, onPiece: () => watch.again() });
  }

  private async open(): Promise<net.Socket> {
    const { attempt } = this;
    if (!attempt) throw new Error('A connection was opened without a request.');
    const { limits, watch } = attempt;
    watch.expect(limits.connectMs, () => connectTimeout(this.route.url.host, limits));
    const note = (step: ConnectStep) => {
      attempt.steps[step] = performance.now() - attempt.since;
    };
    const socket = await connect(this.route, note, watch.signal);
    this.socket = socket;
    this.openings += 1;
    this.noteCertificate(socket);
    socket.once('close', () => {
      if (this.socket === socket) this.socket = undefined;
    });
    this.leaves(attempt);
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

import { type Sent, TransportError } from './errors.ts';
import type { PostTarget } from './types.ts';

/** How long each part of a send may take, in milliseconds. */
export interface Limits {
  /** Until the connection stands, proxy and TLS included. */
  readonly connectMs: number;
  /** From then until an answer begins. */
  readonly headersMs: number;
  /** Without a byte in the middle of an answer. */
  readonly silenceMs: number;
  /** All in all. */
  readonly totalMs: number;
}

/** The limits of a target, with the defaults for what it does not say. */
export function limitsOf(target: PostTarget): Limits {
  const seconds = target.timeoutSeconds ?? defaults.headers;
  const { connectTimeoutSeconds = Math.min(seconds, defaults.connect) } = target;
  const { silenceTimeoutSeconds = Math.min(seconds, defaults.silence) } = target;
  const { totalTimeoutSeconds = seconds + defaults.more } = target;
  return {
    connectMs: milliseconds(connectTimeoutSeconds),
    headersMs: milliseconds(seconds),
    silenceMs: milliseconds(silenceTimeoutSeconds),
    totalMs: milliseconds(totalTimeoutSeconds),
  };
}

/** No connection in time: nothing was sent. */
export function connectTimeout(host: string, { connectMs }: Limits): TransportError {
  const message = `No connection to ${host} came about within ${duration(connectMs)}. Check the address and the port, and whether the VPN is on.`;
  return new TransportError('timeout.connect', message, 'no');
}

/** A connection, but no answer in time. */
export function headersTimeout(host: string, { headersMs }: Limits, sent: Sent): TransportError {
  const message = `${host} did not begin to answer within ${duration(headersMs)}. Try again when it is less busy, or allow more time.`;
  return new TransportError('timeout.headers', message, sent);
}

/** An answer that stopped in the middle. */
export function bodyTimeout(host: string, { silenceMs }: Limits, sent: Sent): TransportError {
  const message = `The answer of ${host} stopped in the middle for ${duration(silenceMs)}. Send again to see it whole.`;
  return new TransportError('timeout.body', message, sent);
}

/** An exchange that would not end. */
export function totalTimeout(host: string, { totalMs }: Limits, sent: Sent): TransportError {
  const message = `The exchange with ${host} did not end within ${duration(totalMs)}. Ask for less, or allow more time.`;
  return new TransportError('timeout.total', message, sent);
}

/** Ends a send when what it waits for does not come, when the whole takes too long, and when the person aborts it. */
export class Watch {
  private readonly end = new AbortController();
  private readonly person: AbortSignal | undefined;
  private readonly whole: ReturnType<typeof setTimeout>;
  private wait: ReturnType<typeof setTimeout> | undefined;

  /** Aborts when the send is to end; its reason is the failure, or that of the person's signal. */
  readonly signal = this.end.signal;

  constructor(person: AbortSignal | undefined, totalMs: number, tooLong: () => TransportError) {
    this.person = person;
    // AbortSignal.any does the same for a fifth of the time that a whole request takes on loopback.
    person?.addEventListener('abort', this.follow);
    if (person?.aborted) this.follow();
    this.whole = setTimeout(() => this.end.abort(tooLong()), totalMs);
  }

  /** Begins to wait, and ends the wait before. */
  expect(withinMs: number, failure: () => TransportError): void {
    clearTimeout(this.wait);
    this.wait = setTimeout(() => this.end.abort(failure()), withinMs);
  }

  /** What was waited for has come in part: the wait for the rest is as long again. */
  again(): void {
    this.wait?.refresh();
  }

  /** Nothing is waited for at the moment. */
  rest(): void {
    clearTimeout(this.wait);
  }

  /** The send is over. */
  stop(): void {
    clearTimeout(this.wait);
    clearTimeout(this.whole);
    this.person?.removeEventListener('abort', this.follow);
  }

  private readonly follow = () => this.end.abort(this.person?.reason);
}

/** Seconds. */
const defaults = { connect: 30, headers: 100, silence: 30, more: 600 } as const;

/** A day, in seconds. */
const longest = 86_400;

function milliseconds(seconds: number): number {
  return Math.min(seconds, longest) * 1000;
}

function duration(value: number): string {
  return value === 1000 ? 'one second' : `${value / 1000} seconds`;
}

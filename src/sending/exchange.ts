import type { ReceivedBytes } from '../response/index.ts';
import type { Outcome } from '../response/outcome.ts';
import type { Authentication, CertificateSummary, HttpAnswer, Timing, TransportErrorCode } from '../transport/index.ts';

export type { Timing, TransportErrorCode };

/** One send and what became of it, whole and without a secret: what the panel shows and storage keeps. */
export interface Exchange {
  /** The client-request-id that went with the request (a GUID). */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Milliseconds from the start of the send to the last byte, or to the failure. */
  readonly durationMs: number;
  readonly endpoint: { readonly name: string; readonly url: string; readonly authentication?: Authentication };
  /** Name of the operation in the body, when there is one. */
  readonly operation?: string;
  readonly request: SentRequest;
  readonly result: Answer | Failure;
}

/** The request as it went out. */
export interface SentRequest {
  /** The exact text that was sent. */
  readonly text: string;
  /** Authorization and cookies replaced by a redaction mark. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** The endpoint answered: what it sent and what it says. */
export interface Answer {
  readonly kind: 'answer';
  readonly http: Omit<HttpAnswer, 'body' | 'requestHeaders'>;
  /** The body decoded to text. */
  readonly text: string;
  /** The body itself, when its text in UTF-8 would be other bytes. */
  readonly received?: ReceivedBytes;
  /** Bytes of the body. */
  readonly size: number;
  readonly outcome: Outcome;
}

/** No answer: why, and whether the request may have been executed. */
export interface Failure {
  readonly kind: 'failure';
  readonly code: TransportErrorCode;
  /** What happened, then what to do; plain text, no secret. */
  readonly message: string;
  readonly sent: 'no' | 'maybe';
  /** The certificate that was refused, when there was one. */
  readonly certificate?: CertificateSummary;
}

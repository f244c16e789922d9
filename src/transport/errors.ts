/** One code per cause of having no answer. */
export type TransportErrorCode =
  | 'endpoint.invalid-url'
  | 'endpoint.credentials-in-url'
  | 'endpoint.basic-over-http'
  | 'endpoint.secret-missing'
  | 'network.name-not-found'
  | 'network.refused'
  | 'network.unreachable'
  | 'network.reset'
  | 'tls.untrusted'
  | 'tls.wrong-host'
  | 'tls.expired'
  | 'tls.failed'
  | 'timeout'
  | 'aborted'
  | 'answer.too-large'
  | 'answer.incomplete'
  | 'answer.malformed';

/** There is no answer to show. The message is for the user: what happened, then what to do. It never holds a secret. */
export class TransportError extends Error {
  readonly code: TransportErrorCode;
  /** What became of the request: `no` means that not one byte of it left, `maybe` that it may have been executed. */
  readonly sent: 'no' | 'maybe';

  constructor(code: TransportErrorCode, message: string, sent: 'no' | 'maybe', options?: ErrorOptions) {
    super(message, options);
    this.name = 'TransportError';
    this.code = code;
    this.sent = sent;
  }
}

import type { CertificateSummary } from './types.ts';

/** One code per cause of having no answer. */
export type TransportErrorCode =
  | 'endpoint.invalid-url'
  | 'endpoint.credentials-in-url'
  | 'endpoint.secret-over-http'
  | 'endpoint.secret-missing'
  | 'endpoint.invalid-authority'
  | 'endpoint.invalid-header'
  | 'network.name-not-found'
  | 'network.refused'
  | 'network.unreachable'
  | 'network.reset'
  | 'tls.untrusted'
  | 'tls.wrong-host'
  | 'tls.expired'
  | 'tls.not-pinned'
  | 'tls.failed'
  | 'proxy.invalid-url'
  | 'proxy.authentication'
  | 'proxy.refused'
  | 'authentication.downgrade'
  | 'authentication.failed'
  | 'authentication.connection-closed'
  | 'timeout.connect'
  | 'timeout.headers'
  | 'timeout.body'
  | 'timeout.total'
  | 'aborted'
  | 'answer.too-large'
  | 'answer.incomplete'
  | 'answer.malformed';

/** What became of a request: `no` means that not one byte of it left, `maybe` that it may have been executed. */
export type Sent = 'no' | 'maybe';

/** There is no answer to show. The message is for the user: what happened, then what to do; what became of the request is told by `sent`. It never holds a secret. */
export class TransportError extends Error {
  readonly code: TransportErrorCode;
  readonly sent: Sent;
  /** The certificate that was refused, when there was one. */
  readonly certificate?: CertificateSummary;

  constructor(code: TransportErrorCode, message: string, sent: Sent, certificate?: CertificateSummary) {
    super(message);
    this.name = 'TransportError';
    this.code = code;
    this.sent = sent;
    if (certificate) this.certificate = certificate;
  }
}

/** Names the cause of a failure of the network, of TLS or of HTTP, in words for the user. */
export function transportErrorOf(cause: unknown, sent: Sent, host: string): TransportError {
  if (cause instanceof TransportError) return cause;
  const code = systemCode(cause);
  const known = Object.entries(causes).find(([, { codes }]) => codes.some(pattern => pattern.test(code)));
  if (!known) {
    const words = code === '' ? '' : ` (${code})`;
    return new TransportError(
      'answer.malformed',
      `What ${host} sent is not HTTP${words}. Check the address and the port.`,
      sent,
    );
  }
  const [name, { message, neverSent }] = known;
  const became: Sent = neverSent ? 'no' : sent;
  return new TransportError(name as TransportErrorCode, message(host), became);
}

interface Cause {
  readonly codes: readonly RegExp[];
  readonly message: (host: string) => string;
  /** The failure comes before anything of the request could leave. */
  readonly neverSent?: true;
}

const causes: Readonly<Partial<Record<TransportErrorCode, Cause>>> = {
  'network.name-not-found': {
    codes: [/^ENOTFOUND$/, /^EAI_/],
    message: host => `The name ${host} could not be resolved. Check the address, and whether the VPN is on.`,
    neverSent: true,
  },
  'endpoint.invalid-header': {
    codes: [/^UND_ERR_INVALID_ARG$/],
    message: () => 'A header of the request holds characters that HTTP forbids. Correct the extra headers.',
    neverSent: true,
  },
  'network.refused': {
    codes: [/^ECONNREFUSED$/],
    message: host => `${host} refused the connection. Check the port, and whether the server is running.`,
    neverSent: true,
  },
  'network.unreachable': {
    codes: [/^(?:EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EHOSTDOWN|ENETDOWN|EACCES|EPERM|EINVAL|EAFNOSUPPORT)$/],
    message: host => `${host} cannot be reached from here. Check the network, and whether the VPN is on.`,
    neverSent: true,
  },
  'tls.wrong-host': {
    codes: [/^ERR_TLS_CERT_ALTNAME_INVALID$/],
    message: host =>
      `The certificate of the server is made out for other names than ${host}. Use a name that the certificate holds.`,
    neverSent: true,
  },
  'tls.expired': {
    codes: [/^CERT_(?:HAS_EXPIRED|NOT_YET_VALID)$/],
    message: host => `The certificate of ${host} is not valid today. Check its dates and the clock of this machine.`,
    neverSent: true,
  },
  'tls.untrusted': {
    codes: [/SELF_SIGNED/, /^UNABLE_TO_/, /^CERT_/, /^INVALID_CA$/, /^PATH_LENGTH_EXCEEDED$/],
    message: host =>
      `The certificate of ${host} comes from an authority that this machine does not trust. Add the authority to the system, or name its file for this endpoint.`,
    neverSent: true,
  },
  'tls.failed': {
    codes: [/^EPROTO$/, /^ERR_SSL/, /^ERR_TLS/],
    message: host =>
      `No secure connection to ${host} came about. Check that the port speaks TLS, and which versions it takes.`,
    neverSent: true,
  },
  // The network itself gave up, before the limits here did.
  'timeout.connect': {
    codes: [/^ETIMEDOUT$/],
    message: host =>
      `The connection to ${host} got no reply. Check the address and the port, and whether the VPN is on.`,
  },
  aborted: {
    codes: [/^(?:ABORT_ERR|AbortError|UND_ERR_(?:ABORTED|DESTROYED|CLOSED))$/],
    message: () => 'The send was aborted.',
  },
  'answer.too-large': {
    codes: [/^UND_ERR_RES_EXCEEDED_MAX_SIZE$/, /^UND_ERR_HEADERS_OVERFLOW$/, /^HPE_HEADER_OVERFLOW$/],
    message: host => `The answer of ${host} is larger than the limit. Ask for less, or raise the limit.`,
  },
  'answer.incomplete': {
    codes: [/^UND_ERR_RES_CONTENT_LENGTH_MISMATCH$/, /^ERR_STREAM_PREMATURE_CLOSE$/, /^Z_BUF_ERROR$/],
    message: host => `The answer of ${host} broke off. Send again to see it whole.`,
  },
  'network.reset': {
    codes: [/^(?:ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET)$/],
    message: host =>
      `${host} closed the connection without an answer. Send again; if it goes on, ask the administrator.`,
  },
};

function systemCode(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return '';
  const { code, name, cause: inner } = cause as { code?: unknown; name?: unknown; cause?: unknown };
  if (name === 'AbortError') return name;
  // Undici wraps what the socket said; the socket's own code says more.
  if (code === 'UND_ERR_SOCKET' && inner) return systemCode(inner) || code;
  if (cause instanceof AggregateError) return systemCode(cause.errors[0]);
  return typeof code === 'string' ? code : '';
}

export { closeIdleConnections } from './connections.ts';
export { type Sent, TransportError, type TransportErrorCode } from './errors.ts';
export { kerberosBy } from './kerberos.ts';
export { defaultMaxAnswerBytes, defaultTimeoutSeconds, post } from './post.ts';
export { proxyFor } from './proxy.ts';
export { redacted, redactHeaders } from './redaction.ts';
export type * from './types.ts';
export { authentications } from './types.ts';
export { isLoopback } from './urlRules.ts';

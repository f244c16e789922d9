export { closeIdleConnections } from './connections.ts';
export { TransportError, type TransportErrorCode } from './errors.ts';
export { kerberosBy } from './kerberos.ts';
export { post } from './post.ts';
export { proxyFor } from './proxy.ts';
export { redactHeaders } from './redaction.ts';
export type * from './types.ts';
export { authentications } from './types.ts';
export { isLoopback } from './urlRules.ts';

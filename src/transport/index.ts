export { TransportError, type TransportErrorCode } from './errors.ts';
export type * from './types.ts';

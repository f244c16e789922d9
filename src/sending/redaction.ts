/** The one redaction, for the rooms that may not see the transport. */
export { isSecretHeader, redactHeaders } from '../transport/redaction.ts';

import type { ElementParticle, EwsName } from './schema.ts';
import { optional } from './schema.ts';
import { exchangeImpersonationType, mailboxCultureType, requestServerVersionType } from './types.ts';

/**
 * The headers that the WSDL binds to all 13 IM operations; any order, each at most once (twice is
 * ErrorDuplicateSOAPHeader).
 */
export const requestHeaders: readonly ElementParticle[] = [
  optional(
    't:RequestServerVersion',
    requestServerVersionType,
    'The schema version of the request. Without it a server assumes an old one, and the IM operations need Exchange2013.',
  ),
  optional('t:MailboxCulture', mailboxCultureType, 'The language for texts and comparisons, such as en-US.'),
  optional(
    't:ExchangeImpersonation',
    exchangeImpersonationType,
    'Acts for another user; the caller needs the right to impersonate that user.',
  ),
];

/** Headers of EWS that the WSDL does not bind to the IM operations. */
export const unboundHeaders: readonly EwsName[] = [
  't:TimeZoneContext',
  't:ManagementRole',
  't:DateTimePrecision',
  't:SerializedSecurityContext',
  't:OpenAsAdminOrSystemService',
  't:ProxySecurityContext',
  't:SharingSecurity',
];

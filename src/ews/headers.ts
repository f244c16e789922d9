import type { ElementParticle, EwsName } from './schema.ts';
import { optional } from './schema.ts';
import { exchangeImpersonationType, mailboxCultureType, requestServerVersionType } from './types.ts';
import type { ServerVersion } from './versions.ts';

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

/** A header of EWS that the WSDL does not bind to the IM operations. */
export interface UnboundHeader {
  readonly name: EwsName;
  /** What it is for, in a sentence. */
  readonly summary: string;
  /** The first version with it, where its page tells. */
  readonly since?: ServerVersion;
}

/** What is known of the headers that the WSDL binds to other operations only. Source: their pages in the documentation. */
export const unboundHeaderFacts: readonly UnboundHeader[] = [
  unbound('t:TimeZoneContext', 'The time zone for the dates and times of items in the request and in its answer.'),
  unbound(
    't:ManagementRole',
    'The roles of the user or of the application that the request is to use.',
    'Exchange2013',
  ),
  unbound(
    't:DateTimePrecision',
    'Whether dates and times in the answer go down to Seconds or to Milliseconds.',
    'Exchange2010_SP2',
  ),
  unbound(
    't:SerializedSecurityContext',
    'The security token of a user, handed from server to server; the documentation calls that unsupported.',
  ),
  unbound('t:OpenAsAdminOrSystemService', 'For the internal use of Exchange; no client sends it.', 'Exchange2010_SP1'),
  unbound(
    't:ProxySecurityContext',
    'What one Exchange server tells another when it passes a request on; no operation uses it.',
    'Exchange2007_SP1',
  ),
  unbound('t:SharingSecurity', 'Encrypted data with which calendars and contacts are shared.'),
];

/** The names of these headers. */
export const unboundHeaders: readonly EwsName[] = unboundHeaderFacts.map(({ name }) => name);

function unbound(name: EwsName, summary: string, since?: ServerVersion): UnboundHeader {
  return { name, summary, ...(since && { since }) };
}

import { requestHeaders, unboundHeaders } from '../../ews/headers.ts';
import type { EwsName } from '../../ews/schema.ts';
import { withoutPrefix } from '../../ews/wrongNames.ts';
import { mostSimilar, splitEwsName } from '../names.ts';

/** Every header of EWS, also those that the WSDL does not bind to the IM operations. */
export const knownHeaders: readonly EwsName[] = [...requestHeaders.map(({ name }) => name), ...unboundHeaders];

/** The local name of the header that was meant by another one: a misspelt one, or one that goes by another name elsewhere. */
export function headerMeant(local: string): string | undefined {
  const locals = knownHeaders.map(name => splitEwsName(name).local);
  return customary[local] ?? mostSimilar(local, locals) ?? mostSimilar(withoutPrefix(local), locals);
}

/** True for the version of a request, also misspelt: what is there under another name is not missing. */
export function isVersionHeader(local: string): boolean {
  return headerMeant(local) === 'RequestServerVersion';
}

/** Names by which the WSDL, the documentation or other tools call headers. */
const customary: Readonly<Record<string, string>> = {
  RequestVersion: 'RequestServerVersion',
  ServerVersion: 'RequestServerVersion',
  Version: 'RequestServerVersion',
  Impersonation: 'ExchangeImpersonation',
  Culture: 'MailboxCulture',
};

import { requestHeaders, unboundHeaders } from '../../ews/headers.ts';
import type { EwsName } from '../../ews/schema.ts';
import { serverVersionNames } from '../../ews/versions.ts';
import { withoutPrefix } from '../../ews/wrongNames.ts';
import { descendants, elementsOf, type XmlAttribute, type XmlElement } from '../../xml/index.ts';
import { mostSimilar, splitEwsName } from '../names.ts';
import type { RequestDocument } from '../request.ts';

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

/** The element that names the version of a request. */
export function versionElement({ envelope, header }: RequestDocument): XmlElement | undefined {
  if (!envelope) return undefined;
  return (
    (header && elementsOf(header).find(child => isVersionHeader(child.local))) ??
    [...descendants(envelope)].find(({ local }) => local === 'RequestServerVersion')
  );
}

/** True for an attribute that names the version of a request, where no element does. */
export function saysVersion(request: RequestDocument, { local, uri, value }: XmlAttribute): boolean {
  if (uri !== '' || !isVersionHeader(local) || !serverVersionNames.some(name => name === value)) return false;
  return request.envelope !== undefined && !versionElement(request);
}

/** Names by which the WSDL, the documentation or other tools call headers. */
const customary: Readonly<Record<string, string>> = {
  RequestVersion: 'RequestServerVersion',
  ServerVersion: 'RequestServerVersion',
  Version: 'RequestServerVersion',
  Impersonation: 'ExchangeImpersonation',
  Culture: 'MailboxCulture',
};

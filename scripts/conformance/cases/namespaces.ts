import { type Case, invalid, valid } from '../case.ts';
import { declarations, envelope, groupId, id, messages, soap, soundBody, types, version } from '../envelopes.ts';

const sound = envelope(soundBody);
const group = id('m:GroupId', groupId);
const wrong = (right: string, code: string, uri: string) => sound.replace(`"${right}"`, `"⟦${code}|${uri}⟧"`);
const unlike = {
  libxml2: 'invalid',
  differs: '.NET lets pass what lies in a namespace that no schema declares, so it never looks at the request.',
} as const;

/** The namespaces of an envelope and their prefixes. */
export const namespaceCases: readonly Case[] = [
  valid('soap-https', 'SOAP with https.', wrong(soap, 'namespace.https', soap.replace('http:', 'https:')), unlike),
  invalid(
    'messages-https',
    'The messages namespace with https.',
    wrong(messages, 'namespace.https', messages.replace('http:', 'https:')),
  ),
  invalid(
    'types-https',
    'The types namespace with https.',
    wrong(types, 'namespace.https', types.replace('http:', 'https:')),
  ),
  invalid(
    'messages-and-types-https',
    'Both EWS namespaces with https, as in older pages: two problems, one for each declaration.',
    sound
      .replace(`"${messages}"`, `"⟦namespace.https|${messages.replace('http:', 'https:')}⟧"`)
      .replace(`"${types}"`, `"⟦namespace.https|${types.replace('http:', 'https:')}⟧"`),
  ),
  invalid(
    'messages-https-default',
    'https in a default namespace on the operation.',
    envelope(
      `<RemoveImGroup xmlns="⟦namespace.https|${messages.replace('http:', 'https:')}⟧">\n  <GroupId Id="${groupId}"/>\n</RemoveImGroup>`,
    ),
  ),
  valid(
    'types-https-unused',
    'https in a declaration that nothing uses.',
    envelope(
      soundBody,
      version,
      `${declarations} xmlns:x="https://schemas.microsoft.com/exchange/services/2006/types"`,
    ),
  ),
  invalid(
    'messages-misspelt',
    'One letter of the messages namespace is missing.',
    wrong(messages, 'namespace.wrong', messages.replace('exchange', 'exchang')),
  ),
  invalid(
    'messages-trailing-slash',
    'A slash at the end of the messages namespace.',
    wrong(messages, 'namespace.wrong', `${messages}/`),
  ),
  invalid(
    'types-other-case',
    'A capital letter in the types namespace.',
    wrong(types, 'namespace.wrong', types.replace('exchange', 'Exchange')),
  ),
  valid(
    'soap-trailing-slash-missing',
    'The slash at the end of the SOAP namespace is missing.',
    wrong(soap, 'namespace.wrong', soap.slice(0, -1)),
    unlike,
  ),
  valid('soap-1-2', 'SOAP 1.2.', wrong(soap, 'envelope.soap12', 'http://www.w3.org/2003/05/soap-envelope'), unlike),
  valid(
    'soap-draft',
    'A draft of SOAP 1.2.',
    wrong(soap, 'envelope.soap-draft', 'http://www.w3.org/2001/12/soap-envelope'),
    unlike,
  ),
  valid(
    'soap-none',
    'An Envelope in no namespace.',
    sound.replaceAll('soap:', '').replace('<Envelope', '<⟦namespace.wrong|Envelope⟧'),
    unlike,
  ),
  valid(
    'soap-foreign',
    'An Envelope in a foreign namespace.',
    wrong(soap, 'namespace.wrong', 'urn:example:letters'),
    unlike,
  ),
  valid(
    'envelope-missing',
    'The operation without an envelope.',
    `<⟦envelope.missing|m:RemoveImGroup⟧ xmlns:m="${messages}">\n  ${group}\n</m:RemoveImGroup>\n`,
    {
      differs:
        'The schema declares the operation on its own too, so that both judges let it pass; a request is an envelope.',
    },
  ),
  valid('root-of-another-kind', 'A document of another kind.', '<⟦envelope.missing|html⟧><body/></html>\n', unlike),
  invalid(
    'envelope-lower-case',
    'The Envelope in lower case.',
    sound.replace('<soap:Envelope', '<⟦child.wrong-case|soap:envelope⟧').replace('</soap:Envelope', '</soap:envelope'),
  ),
];

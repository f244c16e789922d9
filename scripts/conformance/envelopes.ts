import { makeChangeKey, makeItemId } from '../../src/ews/itemId.ts';

/** The namespaces, written out: the corpus must not take them from what it tests. */
export const soap = 'http://schemas.xmlsoap.org/soap/envelope/';
export const messages = 'http://schemas.microsoft.com/exchange/services/2006/messages';
export const types = 'http://schemas.microsoft.com/exchange/services/2006/types';
export const instance = 'http://www.w3.org/2001/XMLSchema-instance';

const mailbox = '0a6e1f3c-5b7d-4c2e-9f10-7d3b2a4c6e81';
const otherMailbox = '7c1d9e52-3f4a-4b6c-8d7e-1a2b3c4d5e6f';

/** Ids and keys of items that could be. */
export const contactId = makeItemId('mailbox item', mailbox, 'contact');
export const groupId = makeItemId('mailbox item', mailbox, 'group');
export const otherGroupId = makeItemId('mailbox item', otherMailbox, 'group');
export const personaId = makeItemId('conversation or persona', mailbox, 'persona');
export const contactKey = makeChangeKey('contact', 'contact', 1);
export const groupKey = makeChangeKey('distribution list', 'group', 1);

/** The header that most cases carry. */
export const version = '<t:RequestServerVersion Version="Exchange2013"/>';

/** The three declarations in their customary form. */
export const declarations = `xmlns:soap="${soap}" xmlns:m="${messages}" xmlns:t="${types}"`;

/** An envelope around the content of a Body; `root` goes into the start tag of the Envelope. */
export function envelope(body: string, header = version, root = declarations): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope ${root}>
  <soap:Header>
    ${header}
  </soap:Header>
  <soap:Body>
    ${body.trim().replaceAll('\n', '\n    ')}
  </soap:Body>
</soap:Envelope>
`;
}

/** RemoveImGroup around the given children. */
export function removeGroup(content: string): string {
  return envelope(`<m:RemoveImGroup>\n  ${content}\n</m:RemoveImGroup>`);
}

/** RemoveImContactFromGroup around the given children. */
export function removeContact(content: string): string {
  return envelope(`<m:RemoveImContactFromGroup>\n  ${content.replaceAll('\n', '\n  ')}\n</m:RemoveImContactFromGroup>`);
}

/** An element with an id. */
export function id(name: string, value: string, rest = ''): string {
  return `<${name} Id="${value}"${rest}/>`;
}

/** RemoveImGroup as it should be, for cases about everything around it. */
export const soundBody = `<m:RemoveImGroup>\n  ${id('m:GroupId', groupId)}\n</m:RemoveImGroup>`;

/** RemoveImGroup as it should be, with other headers. */
export function withHeader(header: string, root = declarations): string {
  return envelope(soundBody, header, root);
}

/** Requests around the content of their operation, and of its list of contacts. */
export const named = (name: string) => envelope(`<m:AddImGroup>\n  ${name}\n</m:AddImGroup>`);
export const items = (content: string) => envelope(`<m:GetImItems>\n  ${content}\n</m:GetImItems>`);
export const contacts = (content: string) => items(`<m:ContactIds>${content}</m:ContactIds>`);

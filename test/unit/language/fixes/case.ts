import { initialContent } from '../../../../src/sandbox/content.ts';

/** A text, and what a fix for one of its problems makes of it. */
export interface Case {
  readonly code: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

export function fix(code: string, title: string, before: string, after: string): Case {
  return { code, title, before, after };
}

export const namespacesText =
  'xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"';
export const version = '<t:RequestServerVersion Version="Exchange2013"/>';

/** A whole envelope around the content of its Body and Header, each on a line of its own. */
export function envelope(body: string, header = version): string {
  return `<soap:Envelope ${namespacesText}>\n  <soap:Header>\n    ${header}\n  </soap:Header>\n  <soap:Body>\n    ${body}\n  </soap:Body>\n</soap:Envelope>\n`;
}

export const id = 'Id="{{group id}}"';
export const group = `<m:GroupId ${id}/>`;
export const remove = `<m:RemoveImGroup>\n      ${group}\n    </m:RemoveImGroup>`;
export const operation = (name: string, ...children: readonly string[]) =>
  `<m:${name}>${children.map(child => `\n      ${child}`).join('')}\n    </m:${name}>`;
export const property = (attributes: string) =>
  operation('GetImItemList', `<m:ExtendedProperties><t:ExtendedProperty ${attributes}/></m:ExtendedProperties>`);

const mailbox = initialContent.mailboxes[0]!;
export const groupItem = `Id="${mailbox.groups[0]!.id}" ChangeKey="${mailbox.groups[0]!.changeKey}"`;
export const contactItem = `Id="${mailbox.contacts[0]!.id}" ChangeKey="${mailbox.contacts[0]!.changeKey}"`;
export const pair = (contact: string, ofGroup: string) =>
  operation('RemoveImContactFromGroup', `<m:ContactId ${contact}/>`, `<m:GroupId ${ofGroup}/>`);

export function impersonating(sid: string): string {
  return `${version}<t:ExchangeImpersonation><t:ConnectingSID>${sid}</t:ConnectingSID></t:ExchangeImpersonation>`;
}

export function telephone(tel: string, sip: string): string {
  return operation(
    'AddNewTelUriContactToGroup',
    `<m:TelUriAddress>${tel}</m:TelUriAddress>`,
    `<m:ImContactSipUriAddress>${sip}</m:ImContactSipUriAddress>`,
    '<m:ImTelephoneNumber>1</m:ImTelephoneNumber>',
  );
}

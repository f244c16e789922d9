import { type Case, valid } from '../case.ts';
import { contactId, contactKey, envelope, groupId, groupKey, id, messages, soap, types } from '../envelopes.ts';

/** Every operation, with all its children, and with the required ones alone where that is something else. */
const bodies: Readonly<Record<string, string>> = {
  AddImContactToGroup: `${id('m:ContactId', contactId, ` ChangeKey="${contactKey}"`)}
${id('m:GroupId', groupId, ` ChangeKey="${groupKey}"`)}`,
  'AddImContactToGroup least': id('m:ContactId', contactId),
  AddImGroup: '<m:DisplayName>Lunch Club</m:DisplayName>',
  AddNewImContactToGroup: `<m:ImAddress>hana.kim@contoso.example</m:ImAddress>
<m:DisplayName>Hana Kim</m:DisplayName>
${id('m:GroupId', groupId)}`,
  'AddNewImContactToGroup least': '<m:ImAddress>hana.kim@contoso.example</m:ImAddress>',
  AddNewTelUriContactToGroup: `<m:TelUriAddress>tel:+15550123</m:TelUriAddress>
<m:ImContactSipUriAddress>sip:front.desk@contoso.example</m:ImContactSipUriAddress>
<m:ImTelephoneNumber>+1 555 0123</m:ImTelephoneNumber>
${id('m:GroupId', groupId)}`,
  'AddNewTelUriContactToGroup least': `<m:TelUriAddress>tel:+15550123</m:TelUriAddress>
<m:ImContactSipUriAddress>sip:front.desk@contoso.example</m:ImContactSipUriAddress>
<m:ImTelephoneNumber>+1 555 0123</m:ImTelephoneNumber>`,
  AddDistributionGroupToImList: `<m:SmtpAddress>sales@contoso.example</m:SmtpAddress>
<m:DisplayName>Sales</m:DisplayName>`,
  GetImItemList: `<m:ExtendedProperties>
  <t:ExtendedProperty PropertyTag="0x3001" PropertyType="String"/>
  <t:ExtendedProperty DistinguishedPropertySetId="Address" PropertyId="32866" PropertyType="String"/>
  <t:ExtendedProperty PropertySetId="00062004-0000-0000-c000-000000000046" PropertyName="nick" PropertyType="String"/>
</m:ExtendedProperties>`,
  'GetImItemList least': '',
  GetImItems: `<m:ContactIds>
  ${id('t:ItemId', contactId)}
  <t:OccurrenceItemId RecurringMasterId="${contactId}" InstanceIndex="1"/>
  <t:RecurringMasterItemId OccurrenceId="${contactId}"/>
  <t:RecurringMasterItemIdRanges Id="${contactId}">
    <t:Ranges>
      <t:Range Start="2026-01-31T08:00:00Z" End="2026-02-28T08:00:00+01:00" Count="3" CompareOriginalStartTime="1"/>
    </t:Ranges>
  </t:RecurringMasterItemIdRanges>
</m:ContactIds>
<m:GroupIds>
  ${id('t:ItemId', groupId)}
</m:GroupIds>
<m:ExtendedProperties>
  <t:ExtendedProperty PropertyTag="12289" PropertyType="String"/>
</m:ExtendedProperties>`,
  'GetImItems least': '',
  RemoveContactFromImList: id('m:ContactId', contactId),
  RemoveImContactFromGroup: `${id('m:ContactId', contactId, ` ChangeKey="${contactKey}"`)}
${id('m:GroupId', groupId, ` ChangeKey="${groupKey}"`)}`,
  RemoveDistributionGroupFromImList: id('m:GroupId', groupId),
  RemoveImGroup: id('m:GroupId', groupId),
  SetImGroup: `${id('m:GroupId', groupId)}
<m:NewDisplayName>Early Birds</m:NewDisplayName>`,
  SetImListMigrationCompleted: '<m:ImListMigrationCompleted>true</m:ImListMigrationCompleted>',
};

const headers = `<t:RequestServerVersion Version="Exchange2013_SP1"/>
    <t:MailboxCulture>en-US</t:MailboxCulture>
    <t:ExchangeImpersonation>
      <t:ConnectingSID>
        <t:PrincipalName>alex@contoso.example</t:PrincipalName>
      </t:ConnectingSID>
    </t:ExchangeImpersonation>`;

type Style = (text: string, operation: string) => string;

const styles: Readonly<Record<string, readonly [about: string, style: Style]>> = {
  customary: ['the customary prefixes soap, m and t', text => text],
  'default-messages': ['the messages namespace as the default on the operation', defaultMessages],
  'default-soap': ['SOAP as the default namespace', defaultSoap],
  'other-prefixes': ['prefixes of its own, single quotes and CRLF', otherPrefixes],
  'declared-inside': ['each namespace as the default where it is needed, everything on one line', declaredInside],
};

/** Each operation in five styles of prefixes and default namespaces. */
export const operationCases: readonly Case[] = Object.entries(bodies).flatMap(([title, content]) => {
  const [operation = '', least] = title.split(' ');
  const body =
    content === '' ? `<m:${operation}/>` : `<m:${operation}>\n  ${content.replaceAll('\n', '\n  ')}\n</m:${operation}>`;
  const text = least ? envelope(body) : envelope(body, headers);
  return Object.entries(styles)
    .filter(([style]) => !least || style === 'customary')
    .map(([style, [about, write]]) =>
      valid(
        `valid-${operation}-${least ? 'least' : style}`,
        `${operation}, ${least ? 'only what is required' : about}`,
        write(text, operation),
      ),
    );
});

function defaultMessages(text: string, operation: string): string {
  return text
    .replace(` xmlns:m="${messages}"`, '')
    .replace(`<m:${operation}`, `<m:${operation} xmlns="${messages}"`)
    .replaceAll(/<(\/?)m:/g, '<$1');
}

function defaultSoap(text: string): string {
  return text.replace(`xmlns:soap="${soap}"`, `xmlns="${soap}"`).replaceAll(/<(\/?)soap:/g, '<$1');
}

function otherPrefixes(text: string): string {
  return text
    .replaceAll(/<(\/?)soap:/g, '<$1SOAP-ENV:')
    .replaceAll(/<(\/?)m:/g, '<$1ns1:')
    .replaceAll(/<(\/?)t:/g, '<$1_t.2:')
    .replace('xmlns:soap=', 'xmlns:SOAP-ENV=')
    .replace('xmlns:m=', 'xmlns:ns1=')
    .replace('xmlns:t=', 'xmlns:_t.2=')
    .replaceAll('"', "'")
    .replaceAll('\n', '\r\n');
}

function declaredInside(text: string): string {
  return text
    .replace(/^<\?xml.*?\?>\n/, '')
    .replace(/(<soap:Envelope) [^>]*>/, '$1>')
    .replaceAll(/<soap:([A-Za-z]+)/g, `<$1 xmlns="${soap}"`)
    .replaceAll(/<m:([A-Za-z]+)/g, `<$1 xmlns="${messages}"`)
    .replaceAll(/<t:([A-Za-z]+)/g, `<$1 xmlns="${types}"`)
    .replaceAll(/<\/[a-z]+:/g, '</')
    .replaceAll(/>\s+</g, '><');
}

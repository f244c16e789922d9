import assert from 'node:assert/strict';
import { operations } from '../../../src/ews/operations/index.ts';
import {
  envelopeFor,
  fixAll,
  fixableCodes,
  fixesFor,
  problemCodes,
  problemsIn,
  readRequest,
} from '../../../src/language/index.ts';
import { initialContent } from '../../../src/sandbox/content.ts';
import { applyEdits } from '../../../src/xml/index.ts';

const namespacesText =
  'xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"';
const version = '<t:RequestServerVersion Version="Exchange2013"/>';

/** A whole envelope around the content of its Body and Header, each on a line of its own. */
function envelope(body: string, header = version): string {
  return `<soap:Envelope ${namespacesText}>\n  <soap:Header>\n    ${header}\n  </soap:Header>\n  <soap:Body>\n    ${body}\n  </soap:Body>\n</soap:Envelope>\n`;
}

const id = 'Id="{{group id}}"';
const group = `<m:GroupId ${id}/>`;
const remove = `<m:RemoveImGroup>\n      ${group}\n    </m:RemoveImGroup>`;
const operation = (name: string, ...children: readonly string[]) =>
  `<m:${name}>${children.map(child => `\n      ${child}`).join('')}\n    </m:${name}>`;
const property = (attributes: string) =>
  operation('GetImItemList', `<m:ExtendedProperties><t:ExtendedProperty ${attributes}/></m:ExtendedProperties>`);

const mailbox = initialContent.mailboxes[0]!;
const groupItem = `Id="${mailbox.groups[0]!.id}" ChangeKey="${mailbox.groups[0]!.changeKey}"`;
const contactItem = `Id="${mailbox.contacts[0]!.id}" ChangeKey="${mailbox.contacts[0]!.changeKey}"`;
const pair = (contact: string, ofGroup: string) =>
  operation('RemoveImContactFromGroup', `<m:ContactId ${contact}/>`, `<m:GroupId ${ofGroup}/>`);
const getImItemList = operations.find(({ name }) => name === 'GetImItemList')!;
/** Two prefixes that are not declared, each of which can be declared first. */
const soapUi = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header>${version.replace('t:', 'typ:')}</e:Header><e:Body><mes:GetImItemList/></e:Body></e:Envelope>`;
const beside = (start: string, end: string) =>
  envelope(`${start}${group}<mm:Other xmlns:mm="urn:x"/>${end}`, `${version}<qq:Other/>`);

interface Case {
  readonly code: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

const cases: readonly Case[] = [
  fix(
    'namespace.declaration-misspelt',
    'Write xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages"',
    envelope(remove).replace('xmlns:m', 'xmlnsm'),
    envelope(remove),
  ),
  fix(
    'namespace.prefix-undeclared',
    'Declare xmlns:mes="http://schemas.microsoft.com/exchange/services/2006/messages"',
    soapUi,
    soapUi.replace('>', ' xmlns:mes="http://schemas.microsoft.com/exchange/services/2006/messages">'),
  ),
  // Another prefix that nothing declares is left alone, and so is one that is declared further in.
  fix(
    'namespace.prefix-undeclared',
    'Write m: in place of mm:',
    beside('<mm:RemoveImGroup>', '</mm:RemoveImGroup>'),
    beside('<m:RemoveImGroup>', '</m:RemoveImGroup>'),
  ),
  fix('xml.quotes', 'Write straight quotes', envelope(remove).replace(/="([^"]*)"/g, '=“$1”'), envelope(remove)),
  fix(
    'xml.raw-less-than',
    'Replace < by &lt;',
    envelope(remove).replace(id, 'Id="a<b"'),
    envelope(remove).replace(id, 'Id="a&lt;b"'),
  ),
  fix('xml.tag-misspelt', 'Write />', envelope(remove).replace('/>', '/ >'), envelope(remove)),
  fix(
    'child.misplaced',
    'Move <t:RequestServerVersion> into <soap:Header>',
    envelope(operation('RemoveImGroup', version, group), '<t:MailboxCulture>de</t:MailboxCulture>'),
    envelope(remove, `${version}\n    <t:MailboxCulture>de</t:MailboxCulture>`),
  ),
  fix(
    'namespace.https',
    'Write http://schemas.microsoft.com/exchange/services/2006/messages',
    envelope(remove).replace(
      'http://schemas.microsoft.com/exchange/services/2006/messages',
      'https://schemas.microsoft.com/exchange/services/2006/messages',
    ),
    envelope(remove),
  ),
  fix(
    'namespace.https',
    'Correct all 3 namespaces of the document',
    envelope(remove).replaceAll('http://', 'https://'),
    envelope(remove),
  ),
  fix(
    'namespace.wrong',
    'Write http://schemas.microsoft.com/exchange/services/2006/types',
    envelope(remove).replace('2006/types', '2006/type'),
    envelope(remove),
  ),
  fix(
    'namespace.prefix-undeclared',
    'Declare xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"',
    envelope(remove).replace(/ xmlns:t="[^"]*"/, ''),
    envelope(remove),
  ),
  fix(
    'envelope.soap12',
    'Write http://schemas.xmlsoap.org/soap/envelope/',
    envelope(remove).replace('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope'),
    envelope(remove),
  ),
  fix(
    'envelope.soap-draft',
    'Write http://schemas.xmlsoap.org/soap/envelope/',
    envelope(remove).replace('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2001/12/soap-envelope'),
    envelope(remove),
  ),
  fix(
    'operation.missing',
    'Add <m:RemoveImGroup>',
    envelope(''),
    envelope(remove).replace('{{group id}}', '{{group id}}'),
  ),
  fix(
    'operation.repeated',
    'Remove <m:GetImItemList>',
    envelope(`${remove}\n    <m:GetImItemList/>`),
    envelope(remove),
  ),
  fix(
    'operation.unknown',
    'Change to <m:RemoveImGroup>',
    envelope(remove.replaceAll('RemoveImGroup', 'RemoveImGruop')),
    envelope(remove),
  ),
  fix('child.missing', 'Add <m:GroupId>', envelope('<m:RemoveImGroup/>'), envelope(remove)),
  fix(
    'child.missing',
    'Add <m:ContactId>',
    envelope(operation('RemoveImContactFromGroup', group)),
    envelope(operation('RemoveImContactFromGroup', '<m:ContactId Id="{{contact id}}"/>', group)),
  ),
  fix(
    'child.missing',
    'Add <m:NewDisplayName>',
    envelope(operation('SetImGroup', group)).replaceAll('\n', '\r\n'),
    envelope(operation('SetImGroup', group, '<m:NewDisplayName>{{new display name}}</m:NewDisplayName>')).replaceAll(
      '\n',
      '\r\n',
    ),
  ),
  fix('child.unknown', 'Change to <m:GroupId>', envelope(remove.replace('m:GroupId', 'm:GroupIds')), envelope(remove)),
  fix('child.unknown', 'Remove <m:Extra>', envelope(operation('RemoveImGroup', group, '<m:Extra/>')), envelope(remove)),
  fix(
    'child.repeated',
    'Remove <m:GroupId>',
    envelope(operation('RemoveImGroup', group, '<m:GroupId Id="{{second}}"/>')),
    envelope(remove),
  ),
  fix(
    'child.out-of-order',
    'Move <m:GroupId> after <m:ContactId>',
    envelope(operation('RemoveImContactFromGroup', group, '<!-- who -->', '<m:ContactId Id="{{contact id}}"/>')),
    envelope(operation('RemoveImContactFromGroup', '<!-- who -->', '<m:ContactId Id="{{contact id}}"/>', group)),
  ),
  fix(
    'child.out-of-order',
    'Move <m:DisplayName> before <m:GroupId>',
    envelope(
      operation('AddNewImContactToGroup', '<m:ImAddress>a@b</m:ImAddress>', group, '<m:DisplayName>A</m:DisplayName>'),
    ),
    envelope(
      operation('AddNewImContactToGroup', '<m:ImAddress>a@b</m:ImAddress>', '<m:DisplayName>A</m:DisplayName>', group),
    ),
  ),
  fix(
    'child.wrong-namespace',
    'Change to <m:GroupId>',
    envelope(remove.replace('m:GroupId', 't:GroupId')),
    envelope(remove),
  ),
  fix(
    'child.wrong-case',
    'Change to <m:GroupId>',
    envelope(remove.replace('m:GroupId', 'm:groupID')),
    envelope(remove),
  ),
  fix(
    'choice.several',
    'Keep <t:SmtpAddress>',
    envelope(remove, impersonating('<t:SmtpAddress>a@b</t:SmtpAddress><t:SID>S-1-5-21-1</t:SID>')),
    envelope(remove, impersonating('<t:SmtpAddress>a@b</t:SmtpAddress>')),
  ),
  fix('content.not-empty', 'Write <m:GroupId …/>', envelope(remove.replace('/>', '> </m:GroupId>')), envelope(remove)),
  fix('content.text', 'Remove the text', envelope(operation('RemoveImGroup', `${group}stray`)), envelope(remove)),
  fix(
    'id.wrapped',
    'Put the id onto <m:GroupId>',
    envelope(operation('RemoveImGroup', `<m:GroupId><t:ItemId ${id}/></m:GroupId>`)),
    envelope(remove),
  ),
  fix(
    'id.wrapped',
    'Keep the first id',
    envelope(operation('RemoveImGroup', `<m:GroupId ${groupItem}><t:ItemId ${contactItem}/></m:GroupId>`)),
    envelope(operation('RemoveImGroup', `<m:GroupId ${groupItem}/>`)),
  ),
  fix(
    'id.wrapped',
    'Keep the second id',
    envelope(operation('RemoveImGroup', `<m:GroupId ${groupItem}><t:ItemId ${id}/></m:GroupId>`)),
    envelope(remove),
  ),
  fix(
    'attribute.missing',
    'Add Version="…"',
    envelope(remove, '<t:RequestServerVersion/>'),
    envelope(remove, '<t:RequestServerVersion Version="Exchange2013_SP1"/>'),
  ),
  fix(
    'attribute.missing',
    'Add Id="…"',
    envelope(operation('RemoveImGroup', '<m:GroupId/>')),
    envelope(operation('RemoveImGroup', '<m:GroupId Id="{{group id}}"/>')),
  ),
  fix('attribute.unknown', 'Remove Foo', envelope(remove.replace(id, `${id} Foo="x"`)), envelope(remove)),
  fix(
    'attribute.unknown',
    'Change to ChangeKey',
    envelope(remove.replace(id, `${id} ChangeKye="EgAAAA=="`)),
    envelope(remove.replace(id, `${id} ChangeKey="EgAAAA=="`)),
  ),
  fix('attribute.wrong-case', 'Change to Id', envelope(remove.replace('Id="', 'ID="')), envelope(remove)),
  fix(
    'value.not-in-enumeration',
    'Change to Exchange2013_SP1',
    envelope(remove, '<t:RequestServerVersion Version="Exchange2013SP1"/>'),
    envelope(remove, '<t:RequestServerVersion Version="Exchange2013_SP1"/>'),
  ),
  fix(
    'value.not-in-enumeration',
    'Change to String',
    envelope(property('PropertyTag="0x3001" PropertyType="string"')),
    envelope(property('PropertyTag="0x3001" PropertyType="String"')),
  ),
  fix(
    'value.wrong-form',
    'Change to true',
    envelope(operation('SetImListMigrationCompleted', '<m:ImListMigrationCompleted>True</m:ImListMigrationCompleted>')),
    envelope(operation('SetImListMigrationCompleted', '<m:ImListMigrationCompleted>true</m:ImListMigrationCompleted>')),
  ),
  fix(
    'value.wrong-form',
    'Change to en-US',
    envelope(remove, `${version}<t:MailboxCulture>en_US</t:MailboxCulture>`),
    envelope(remove, `${version}<t:MailboxCulture>en-US</t:MailboxCulture>`),
  ),
  fix(
    'child.out-of-order',
    'Move <m:GroupId> after <m:ImAddress>',
    envelope(
      operation(
        'AddNewImContactToGroup',
        group,
        '<m:DisplayName>x</m:DisplayName>',
        '<m:ImAddress>a@b.example</m:ImAddress>',
      ),
    ),
    envelope(
      operation(
        'AddNewImContactToGroup',
        '<m:DisplayName>x</m:DisplayName>',
        '<m:ImAddress>a@b.example</m:ImAddress>',
        group,
      ),
    ),
  ),
  fix(
    'child.out-of-order',
    'Move <m:GroupId> after <m:ImAddress>',
    envelope(
      `<m:AddNewImContactToGroup>${group}<m:DisplayName>x</m:DisplayName><m:ImAddress>a@b.example</m:ImAddress></m:AddNewImContactToGroup>`,
    ),
    envelope(
      `<m:AddNewImContactToGroup><m:DisplayName>x</m:DisplayName><m:ImAddress>a@b.example</m:ImAddress>${group}</m:AddNewImContactToGroup>`,
    ),
  ),
  fix(
    'value.wrong-form',
    'Change to false',
    envelope(operation('SetImListMigrationCompleted', '<m:ImListMigrationCompleted>no</m:ImListMigrationCompleted>')),
    envelope(
      operation('SetImListMigrationCompleted', '<m:ImListMigrationCompleted>false</m:ImListMigrationCompleted>'),
    ),
  ),
  fix(
    'value.wrong-form',
    'Change to 00062004-0000-0000-C000-000000000046',
    envelope(property('PropertySetId="{00062004-0000-0000-C000-000000000046}" PropertyId="1" PropertyType="String"')),
    envelope(property('PropertySetId="00062004-0000-0000-C000-000000000046" PropertyId="1" PropertyType="String"')),
  ),
  fix(
    'child.misplaced',
    'Move <t:RequestServerVersion> into <soap:Header>',
    `<soap:Envelope ${namespacesText}>\n  ${version}\n  <soap:Body>\n    ${remove}\n  </soap:Body>\n</soap:Envelope>\n`,
    envelope(remove),
  ),
  fix(
    'content.text',
    'Put the text into <t:SID>',
    envelope(remove, impersonating('S-1-5-21-1-2-3-4')),
    envelope(remove, impersonating('<t:SID>S-1-5-21-1-2-3-4</t:SID>')),
  ),
  fix(
    'content.text',
    'Put the text into <t:PrincipalName>',
    envelope(remove, impersonating('CONTOSO')),
    envelope(remove, impersonating('<t:PrincipalName>CONTOSO</t:PrincipalName>')),
  ),
  fix(
    'id.unwrapped',
    'Put the id into a <t:ItemId>',
    envelope(operation('GetImItems', `<m:ContactIds ${contactItem}/>`)),
    envelope(operation('GetImItems', `<m:ContactIds>\n        <t:ItemId ${contactItem}/>\n      </m:ContactIds>`)),
  ),
  fix(
    'header.unknown',
    'Change to <t:RequestServerVersion>',
    envelope(remove, '<t:RequestVersion Version="Exchange2013"/>'),
    envelope(remove),
  ),
  fix(
    'header.repeated',
    'Remove <t:RequestServerVersion>',
    envelope(remove, `${version}\n    ${version}`),
    envelope(remove),
  ),
  fix(
    'header.not-bound',
    'Remove <t:TimeZoneContext>',
    envelope(remove, `${version}\n    <t:TimeZoneContext/>`),
    envelope(remove),
  ),
  fix(
    'version.missing',
    'Add RequestServerVersion Exchange2013_SP1',
    envelope(remove, '').replace(/ {2}<soap:Header>[\s\S]*<\/soap:Header>\n/, ''),
    envelope(remove).replace('"Exchange2013"', '"Exchange2013_SP1"'),
  ),
  fix(
    'version.too-old',
    'Change to Exchange2013_SP1',
    envelope(remove, version.replace('2013', '2010')),
    envelope(remove, version.replace('2013', '2013_SP1')),
  ),
  fix(
    'version.undocumented',
    'Change to Exchange2013_SP1',
    envelope(remove, version.replace('Exchange2013', 'V2017_07_11')),
    envelope(remove, version.replace('2013', '2013_SP1')),
  ),
  fix(
    'version.from-server',
    'Change to Exchange2013_SP1',
    envelope(remove, version.replace('Exchange2013', '15.2.1544.4')),
    envelope(remove, version.replace('2013', '2013_SP1')),
  ),
  fix(
    'placeholder.refused',
    'Change to Exchange2013_SP1',
    envelope(remove, version.replace('Exchange2013', '{{version}}')),
    envelope(remove, version.replace('2013', '2013_SP1')),
  ),
  fix(
    'extended-property.type',
    'Change to Binary',
    envelope(property('PropertyTag="1" PropertyType="Object"')),
    envelope(property('PropertyTag="1" PropertyType="Binary"')),
  ),
  fix(
    'address.swapped',
    'Swap the two',
    envelope(telephone('sip:a@b', 'tel:+1')),
    envelope(telephone('tel:+1', 'sip:a@b')),
  ),
  fix(
    'address.not-bare',
    'Change to tel:+1',
    envelope(telephone('tel://+1', 'sip:a@b')),
    envelope(telephone('tel:+1', 'sip:a@b')),
  ),
  fix(
    'address.sid-form',
    'Change to <t:PrincipalName>',
    envelope(remove, impersonating('<t:SID>a@b</t:SID>')),
    envelope(remove, impersonating('<t:PrincipalName>a@b</t:PrincipalName>')),
  ),
  fix(
    'address.no-at-sign',
    'Change to <t:SID>',
    envelope(remove, impersonating('<t:SmtpAddress>S-1-5-21-1</t:SmtpAddress>')),
    envelope(remove, impersonating('<t:SID>S-1-5-21-1</t:SID>')),
  ),
  fix(
    'address.no-tel',
    'Write tel: before it',
    envelope(telephone('+1', 'sip:a@b')),
    envelope(telephone('tel:+1', 'sip:a@b')),
  ),
  fix(
    'address.no-sip',
    'Write sip: before it',
    envelope(telephone('tel:+1', 'a@b')),
    envelope(telephone('tel:+1', 'sip:a@b')),
  ),
  fix(
    'type.substituted',
    'Remove xsi:nil',
    envelope(remove.replace(id, `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true" ${id}`)),
    envelope(remove.replace(id, `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ${id}`)),
  ),
  fix(
    'encoding.not-utf-8',
    'Declare UTF-8',
    `<?xml version="1.0" encoding="iso-8859-1"?>\n${envelope(remove)}`,
    `<?xml version="1.0" encoding="utf-8"?>\n${envelope(remove)}`,
  ),
  fix('dtd.present', 'Remove it', `<!DOCTYPE x>\n${envelope(remove)}`, envelope(remove)),
  fix(
    'xml.not-well-formed',
    'Put a blank between the hyphens',
    envelope(`<!-- a -- b -->\n    ${remove}`),
    envelope(`<!-- a - - b -->\n    ${remove}`),
  ),
  fix('instruction.present', 'Remove it', `<?style x?>\n${envelope(remove)}`, envelope(remove)),
  fix(
    'xml.raw-ampersand',
    'Replace & by &amp;',
    envelope(operation('AddImGroup', '<m:DisplayName>R&D</m:DisplayName>')),
    envelope(operation('AddImGroup', '<m:DisplayName>R&amp;D</m:DisplayName>')),
  ),
  fix(
    'xml.entity-unknown',
    'Replace &auml; by its character',
    envelope(operation('AddImGroup', '<m:DisplayName>K&auml;se</m:DisplayName>')),
    envelope(operation('AddImGroup', '<m:DisplayName>Käse</m:DisplayName>')),
  ),
  fix(
    'xml.end-tag-mismatched',
    'Change to </m:RemoveImGroup>',
    envelope(remove.replace('</m:RemoveImGroup>', '</m:RemoveGroup>')),
    envelope(remove),
  ),
  fix('xml.not-closed', 'Write <m:GroupId …/>', envelope(remove.replace('/>', '>')), envelope(remove)),
  fix('xml.tag-unfinished', 'Add />', envelope(remove.replace('/>', '')), envelope(remove)),
  fix(
    'xml.attribute-without-value',
    'Add ="…"',
    envelope(remove.replace(id, `${id} ChangeKey`)),
    envelope(remove.replace(id, `${id} ChangeKey="{{change key}}"`)),
  ),
  fix('xml.attribute-repeated', 'Remove the second Id', envelope(remove.replace(id, `${id} Id="x"`)), envelope(remove)),
  fix(
    'envelope.missing',
    'Put it into an envelope',
    `<m:GetImItemList xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages"/>`,
    envelopeFor(getImItemList)
      .trimEnd()
      .replace(
        '<m:GetImItemList/>',
        '<m:GetImItemList xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages"/>',
      ),
  ),
  fix(
    'choice.missing',
    'Add <t:SID>',
    envelope(remove, impersonating('')),
    envelope(remove, impersonating('\n      <t:SID>{{sid}}</t:SID>\n    ')),
  ),
  ...['PrimarySmtpAddress', 'SmtpAddress'].map(name =>
    fix(
      'choice.missing',
      `Add <t:${name}>`,
      envelope(remove, impersonating('')),
      envelope(remove, impersonating(`\n      <t:${name}>{{user to act for}}</t:${name}>\n    `)),
    ),
  ),
  fix(
    'id.swapped',
    'Swap the ids of ContactId and GroupId',
    envelope(pair(groupItem, contactItem)),
    envelope(pair(contactItem, groupItem)),
  ),
  fix(
    'id.damaged',
    'Write the characters themselves',
    envelope(pair(contactItem.replace('AAMk', '%41%41Mk'), groupItem)),
    envelope(pair(contactItem, groupItem)),
  ),
  fix(
    'id.url-safe',
    'Write / for - and + for _',
    envelope(pair(contactItem, groupItem.replace('T+O', 'T_O'))),
    envelope(pair(contactItem, groupItem)),
  ),
  fix(
    'id.key-wrong',
    'Remove the white space',
    envelope(pair(contactItem.replace('EQAA', 'EQ AA'), groupItem)),
    envelope(pair(contactItem, groupItem)),
  ),
  fix(
    'id.change-key',
    'Exchange Id and ChangeKey',
    envelope(pair(contactItem, groupItem.replace(/"(.*)" ChangeKey="(.*)"/, '"$2" ChangeKey="$1"'))),
    envelope(pair(contactItem, groupItem)),
  ),
  fix(
    'id.white-space',
    'Remove the white space',
    envelope(pair(contactItem.replace('AAMk', 'AA Mk'), groupItem)),
    envelope(pair(contactItem, groupItem)),
  ),
  fix('xml.value-unquoted', 'Add the missing quote', envelope(remove.replace('}}"', '}}')), envelope(remove)),
  fix(
    'xml.value-unquoted',
    'Enclose the value in quotes',
    envelope(remove.replace(id, 'Id=x')),
    envelope(remove.replace(id, 'Id="x"')),
  ),
  fix(
    'id.unwrapped',
    'Put the id into a <t:ItemId>',
    envelope(operation('GetImItems', `<m:GroupIds ${id}/>`)),
    envelope(operation('GetImItems', `<m:GroupIds>\n        <t:ItemId ${id}/>\n      </m:GroupIds>`)),
  ),
  fix(
    'id.unwrapped',
    'Change to <t:ItemId>',
    envelope(operation('GetImItems', `<m:GroupIds><m:GroupId ${id}/></m:GroupIds>`)),
    envelope(operation('GetImItems', `<m:GroupIds><t:ItemId ${id}/></m:GroupIds>`)),
  ),
  fix('namespace.declaration', 'Remove xmlns:x', envelope(remove.replace(id, `xmlns:x="" ${id}`)), envelope(remove)),
  fix(
    'xml.attributes-unseparated',
    'Add a blank',
    envelope(remove.replace(id, `${id}ChangeKey="EgAAAA=="`)),
    envelope(remove.replace(id, `${id} ChangeKey="EgAAAA=="`)),
  ),
  fix(
    'xml.character',
    'Remove it',
    envelope(operation('AddImGroup', '<m:DisplayName>a\u0001b</m:DisplayName>')),
    envelope(operation('AddImGroup', '<m:DisplayName>ab</m:DisplayName>')),
  ),
  fix(
    'xml.declaration-misplaced',
    'Remove what is before it',
    `\n<?xml version="1.0"?>\n${envelope(remove)}`,
    `<?xml version="1.0"?>\n${envelope(remove)}`,
  ),
  fix('document.escaped', 'Write it as plain XML', envelope(remove).replaceAll('"', '\\"'), envelope(remove)),
  fix(
    'xml.odd-blank',
    'Write ordinary blanks',
    envelope(remove).replace('<soap:Body>', '<soap:Body>\u00a0'),
    envelope(remove).replace('<soap:Body>', '<soap:Body> '),
  ),
  fix('envelope.wrapped', 'Keep the Envelope only', `<trace>\n${envelope(remove)}</trace>\n`, envelope(remove)),
  fix(
    'header.must-understand',
    'Remove soap:mustUnderstand',
    envelope(remove, `${version}<x:a xmlns:x="urn:x" soap:mustUnderstand="1"/>`),
    envelope(remove, `${version}<x:a xmlns:x="urn:x"/>`),
  ),
  fix(
    'header.of-answers',
    'Write <t:RequestServerVersion> instead',
    envelope(remove, '<t:ServerVersionInfo MajorVersion="15"/>'),
    envelope(remove, '<t:RequestServerVersion Version="Exchange2013_SP1"/>'),
  ),
  fix(
    'value.empty',
    'Change to Exchange2013_SP1',
    envelope(remove, '<t:RequestServerVersion Version=""/>'),
    envelope(remove, '<t:RequestServerVersion Version="Exchange2013_SP1"/>'),
  ),
  fix('xml.outside-root', 'Remove the text', `${envelope(remove)}stray`, envelope(remove)),
  fix(
    'xml.version',
    'Write 1.0',
    `<?xml version="1.1"?>\n${envelope(remove)}`,
    `<?xml version="1.0"?>\n${envelope(remove)}`,
  ),
];

/** Codes that only a person can mend, and why. */
const withoutFix: Readonly<Record<string, string>> = {
  'document.not-text': 'there is no text to mend',
  'document.empty': 'a snippet begins a document',
  'operation.not-checked': 'nothing is wrong',
  'xml.unterminated': 'only the author knows where it ends',
  'value.blank': 'only the author knows the name',
  'header.foreign': 'SOAP allows it',
  'id.empty': 'the id comes from the mailbox',
  'id.address': 'another id is wanted',
  'id.two': 'only the author knows which is meant',
  'id.not-base64': 'the id must be copied again',
  'id.cut': 'the id must be copied again',
  'id.too-short': 'the id must be copied again',
  'id.too-long': 'the id must be copied again',
  'id.message-id': 'another id is wanted',
  'id.persona': 'another id is wanted',
  'id.entry-id': 'ConvertId translates it',
  'id.name': 'only the mailbox knows the id',
  'id.other-kind': 'only the author knows which is meant',
  'id.unknown-layout': 'the id must be copied again',
  'id.same': 'only the author knows which is wrong',
  'id.other-mailbox': 'only the author knows which is meant',
  'id.not-a-member': 'only the author knows which contact is meant; "Pick from the mailbox…" lists the members',
  'address.malformed': 'only the author knows the address',
  'extended-property.combination': 'only the author knows the property',
  'extended-property.custom-tag': 'only the author knows the property',
  'placeholder.unfilled': 'only the author knows the value',
};

suite('language: quick fixes', () => {
  for (const [index, { code, title, before, after }] of cases.entries()) {
    test(`${code}: ${title} (${index})`, () => {
      const request = readRequest(before);
      const offered = problemsIn(request)
        .filter(problem => problem.code === code)
        .flatMap(problem => fixesFor(request, problem));
      const chosen = offered.find(candidate => candidate.title === title);
      assert.ok(
        chosen,
        `offered: ${offered.map(candidate => candidate.title).join(' | ')}; problems: ${problemsIn(request)
          .map(problem => problem.code)
          .join(' ')}`,
      );
      assert.equal(applyEdits(before, chosen.edits), after);
    });
  }

  test('every code has a fix or a reason to have none', () => {
    assert.deepEqual([...fixableCodes(), ...Object.keys(withoutFix)].sort(), [...problemCodes].sort());
  });

  test('every code with a fix has a case', () => {
    const named = new Set(cases.map(({ code }) => code));
    assert.deepEqual(
      fixableCodes().filter(code => !named.has(code)),
      [],
    );
  });

  test('of allowed values five are offered at most, the nearest first; of versions the one that servers know', () => {
    const offered = (text: string) => {
      const request = readRequest(text);
      const problem = problemsIn(request).find(({ code }) => code === 'value.not-in-enumeration')!;
      return fixesFor(request, problem);
    };
    const types = offered(envelope(property('PropertyTag="1" PropertyType="Shrt"')));
    assert.equal(types.length, 5);
    assert.deepEqual(
      types.map(({ preferred }) => preferred),
      [true, false, false, false, false],
    );
    assert.equal(types[0]?.title, 'Change to Short');
    const [version] = offered(envelope(remove, '<t:RequestServerVersion Version="latest"/>'));
    assert.deepEqual([version?.title, version?.preferred], ['Change to Exchange2013_SP1', true]);
  });

  test('a version is not added beside a Header or version with a slip in its name', () => {
    for (const slip of [/soap:Header/g, /t:RequestServerVersion/g]) {
      const broken = envelope(remove).replace(slip, name => name.replace('e', ''));
      assert.ok(
        problemsIn(readRequest(broken)).some(({ code }) => code === 'child.unknown' || code === 'header.unknown'),
      );
      assert.deepEqual(fixAll(readRequest(broken)), []);
    }
  });

  test('fix all takes what is sure, and leaves what is a guess', () => {
    const wrongCase = envelope(operation('RemoveImGroup', `<m:GroupId id="{{group id}}"/>`));
    assert.equal(applyEdits(wrongCase, fixAll(readRequest(wrongCase))), envelope(remove));
    const guess = envelope(operation('RemoveImGroup', `<m:GroupId ${id} ChangeKye="{{key}}"/>`));
    assert.deepEqual(fixAll(readRequest(guess)), []);
  });

  test('a piece of a request is put into an envelope once it is finished', () => {
    const offered = (text: string) => {
      const request = readRequest(text);
      return problemsIn(request)
        .filter(({ code }) => code === 'envelope.missing')
        .map(problem => fixesFor(request, problem).length);
    };
    assert.deepEqual(offered(`<m:RemoveImGroup>${group}</m:RemoveImGroup>`), [1]);
    assert.deepEqual(offered(`<m:RemoveImGroup>${group}`), [0]);
    assert.deepEqual(offered('<soap:Body'), [0]);
  });

  test('removing is the first choice only where nothing else was meant', () => {
    const offered = (header: string) => {
      const request = readRequest(envelope(remove, `${version}${header}`));
      const [problem] = problemsIn(request).filter(({ code }) => code === 'header.unknown');
      assert.ok(problem);
      return fixesFor(request, problem).map(({ title, preferred }) => [title, preferred]);
    };
    assert.deepEqual(offered('<t:Colour/>'), [['Remove <t:Colour>', true]]);
    assert.deepEqual(offered('<t:MailboxCultur/>'), [
      ['Change to <t:MailboxCulture>', true],
      ['Remove <t:MailboxCultur>', false],
    ]);
  });

  test('a prefix without a namespace gets the one that its elements want', () => {
    const mended = (text: string) => {
      const request = readRequest(text);
      const [problem] = problemsIn(request).filter(({ code }) => code === 'namespace.declaration');
      const [fix] = problem ? fixesFor(request, problem) : [];
      return fix && applyEdits(text, fix.edits);
    };
    const sound = envelope(remove);
    for (const prefix of ['soap', 'm', 't']) {
      assert.equal(mended(sound.replace(new RegExp(`xmlns:${prefix}="[^"]*"`), `xmlns:${prefix}=""`)), sound);
    }
  });

  test('fix all is one edit, from the first thing that changes to the last', () => {
    const broken = envelope(remove).replaceAll('http://schemas.micro', 'https://schemas.micro');
    const [edit, ...more] = fixAll(readRequest(broken));
    const between = '://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http';
    assert.deepEqual(more, []);
    assert.ok(edit);
    assert.equal(broken.slice(edit.from, edit.to), `s${between}s`);
    assert.equal(edit.insert, between);
  });

  test('fix all leaves of very many slips in a very long text some for the next time', () => {
    const sound = envelope(
      operation('RemoveImGroup', `${'<m:GroupId Id="a"/>'.repeat(70)}<!--${'x'.repeat(30_000)}-->`),
    );
    const broken = sound.replaceAll('"a"/>', '"a"/ >');
    const once = applyEdits(broken, fixAll(readRequest(broken)));
    assert.equal(once.split('/ >').length - 1, 70 - 50);
    assert.equal(applyEdits(once, fixAll(readRequest(once))), sound);
  });

  test('fix all mends what loses nothing, and leaves the rest', () => {
    const broken = envelope(
      operation('RemoveImContactFromGroup', group, '<m:contactId Id="{{contact id}}"/>', '<m:Extra/>'),
    ).replaceAll('http://', 'https://');
    const mended = envelope(
      operation('RemoveImContactFromGroup', '<m:ContactId Id="{{contact id}}"/>', group, '<m:Extra/>'),
    );
    assert.equal(applyEdits(broken, fixAll(readRequest(broken))), mended);
    assert.deepEqual(fixAll(readRequest(envelope(remove))), []);
    const withoutCase = fixAll(readRequest(broken), request =>
      problemsIn(request).filter(({ code }) => code !== 'child.wrong-case' && code !== 'child.out-of-order'),
    );
    assert.equal(applyEdits(broken, withoutCase), broken.replaceAll('https://', 'http://'));
  });
});

function fix(code: string, title: string, before: string, after: string): Case {
  return { code, title, before, after };
}

function impersonating(sid: string): string {
  return `${version}<t:ExchangeImpersonation><t:ConnectingSID>${sid}</t:ConnectingSID></t:ExchangeImpersonation>`;
}

function telephone(tel: string, sip: string): string {
  return operation(
    'AddNewTelUriContactToGroup',
    `<m:TelUriAddress>${tel}</m:TelUriAddress>`,
    `<m:ImContactSipUriAddress>${sip}</m:ImContactSipUriAddress>`,
    '<m:ImTelephoneNumber>1</m:ImTelephoneNumber>',
  );
}

import { operations } from '../../../../src/ews/operations/index.ts';
import { envelopeFor } from '../../../../src/language/index.ts';
import { type Case, envelope, fix, group, impersonating, namespacesText, operation, remove, version } from './case.ts';

const getImItemList = operations.find(({ name }) => name === 'GetImItemList')!;

/** Fixes of the parts of the envelope: headers, operations, children, texts. */
export const elements: readonly Case[] = [
  fix(
    'child.misplaced',
    'Move <t:RequestServerVersion> into <soap:Header>',
    envelope(operation('RemoveImGroup', version, group), '<t:MailboxCulture>de</t:MailboxCulture>'),
    envelope(remove, `${version}\n    <t:MailboxCulture>de</t:MailboxCulture>`),
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
];

import { type Case, invalid, valid } from '../case.ts';
import { declarations, envelope, soap, soundBody, version, withHeader } from '../envelopes.ts';

const tooOld = {
  differs: 'The schema lists the value; the operation does not exist in that version, and a server answers a fault.',
};
const versionOf = (value: string) => withHeader(`<t:RequestServerVersion Version="${value}"/>`);

const versions: readonly Case[] = [
  valid(
    'version-2010-sp2',
    'A version that lacks the operation.',
    versionOf('⟦version.too-old|Exchange2010_SP2⟧'),
    tooOld,
  ),
  valid('version-2007', 'The oldest version.', versionOf('⟦version.too-old|Exchange2007⟧'), tooOld),
  valid(
    'version-2009',
    'A working name, older than the operation.',
    versionOf('⟦version.too-old|Exchange2009⟧'),
    tooOld,
  ),
  valid(
    'version-2012',
    'A working name, older than the operation.',
    versionOf('⟦version.too-old|Exchange2012⟧'),
    tooOld,
  ),
  valid('version-2013-sp1', 'The newest documented version.', versionOf('Exchange2013_SP1')),
  valid(
    'version-2016',
    'A version that clients use though the documentation does not name it.',
    versionOf('Exchange2016'),
  ),
  valid('version-dated', 'A dated service schema.', versionOf('⟦version.undocumented|V2017_07_11⟧')),
  invalid(
    'version-dated-online',
    'A dated service schema that Exchange on premises does not list.',
    versionOf('⟦version.from-server|V2018_01_08⟧'),
  ),
  invalid('version-build', 'A build, copied from ServerVersionInfo.', versionOf('⟦version.from-server|15.2.1544.4⟧')),
  invalid(
    'version-service-name',
    'A service name, copied from ServerVersionInfo.',
    versionOf('⟦version.from-server|V2_68⟧'),
  ),
  invalid('version-lower-case', 'The version in lower case.', versionOf('⟦value.not-in-enumeration|exchange2013⟧')),
  invalid('version-placeholder', 'A placeholder as version.', versionOf('⟦placeholder.refused|{{version}}⟧')),
  invalid(
    'version-misspelt',
    'A service pack that does not exist.',
    versionOf('⟦value.not-in-enumeration|Exchange2013_SP9⟧'),
  ),
  invalid(
    'version-blank-around',
    'White space in the version: it is not trimmed.',
    versionOf('⟦value.not-in-enumeration| Exchange2013 ⟧'),
  ),
  invalid('version-empty', 'An empty version.', withHeader('<t:RequestServerVersion ⟦value.empty|Version=""⟧/>')),
  invalid(
    'version-attribute-missing',
    'RequestServerVersion without Version.',
    withHeader('<⟦attribute.missing|t:RequestServerVersion⟧/>'),
  ),
  invalid(
    'version-attribute-lower-case',
    'The attribute in lower case.',
    withHeader('<t:RequestServerVersion ⟦attribute.wrong-case|version⟧="Exchange2013"/>'),
  ),
  invalid(
    'version-attribute-misspelt',
    'The attribute misspelt.',
    withHeader('<t:RequestServerVersion ⟦attribute.unknown|Versoin⟧="Exchange2013"/>'),
  ),
  invalid(
    'version-attribute-prefixed',
    'The attribute with a prefix.',
    withHeader('<t:RequestServerVersion ⟦attribute.unknown|t:Version⟧="Exchange2013"/>'),
  ),
  invalid(
    'version-second-attribute',
    'An attribute too many.',
    withHeader('<t:RequestServerVersion Version="Exchange2013" ⟦attribute.unknown|Build⟧="15"/>'),
  ),
  invalid(
    'version-as-text',
    'The version as text.',
    withHeader('<t:RequestServerVersion>⟦content.not-empty|Exchange2013⟧</t:RequestServerVersion>'),
  ),
  invalid(
    'version-white-space',
    'White space between the tags.',
    withHeader('<t:RequestServerVersion Version="Exchange2013">⟦content.not-empty| ⟧</t:RequestServerVersion>'),
  ),
  invalid(
    'version-with-child',
    'A child in RequestServerVersion.',
    withHeader('<t:RequestServerVersion Version="Exchange2013"><⟦child.unknown|t:Minor⟧/></t:RequestServerVersion>'),
  ),
  invalid(
    'version-twice',
    'RequestServerVersion twice.',
    withHeader(`${version}\n    <⟦header.repeated|t:RequestServerVersion⟧ Version="Exchange2013_SP1"/>`),
  ),
  invalid(
    'version-in-messages',
    'RequestServerVersion with the prefix m.',
    withHeader('<⟦child.wrong-namespace|m:RequestServerVersion⟧ Version="Exchange2013"/>'),
  ),
  invalid(
    'version-without-prefix',
    'RequestServerVersion without a prefix.',
    withHeader('<⟦child.wrong-namespace|RequestServerVersion⟧ Version="Exchange2013"/>'),
  ),
  invalid(
    'version-in-soap',
    'RequestServerVersion swallowed by a default namespace of SOAP.',
    withHeader(
      '<⟦child.wrong-namespace|RequestServerVersion⟧ Version="Exchange2013"/>',
      `${declarations} xmlns="${soap}"`,
    ),
  ),
  invalid(
    'version-other-case',
    'RequestServerVersion in another case.',
    withHeader('<⟦child.wrong-case|t:requestServerVersion⟧ Version="Exchange2013"/>'),
  ),
  invalid(
    'version-name-of-wsdl',
    'RequestVersion, which is the name of the part in the WSDL.',
    withHeader('<⟦header.unknown|t:RequestVersion⟧ Version="Exchange2013"/>'),
  ),
  invalid(
    'version-name-misspelt',
    'RequestServerVersion misspelt.',
    withHeader('<⟦header.unknown|t:RequestServerVerson⟧ Version="Exchange2013"/>'),
  ),
];

const soapAttributes: readonly Case[] = [
  valid(
    'must-understand',
    'soap:mustUnderstand and soap:actor on a header.',
    withHeader(
      '<t:RequestServerVersion Version="Exchange2013" soap:mustUnderstand="1" soap:actor="urn:example:next"/>',
    ),
  ),
  valid(
    'must-understand-blank',
    'White space around the value collapses.',
    withHeader('<t:RequestServerVersion Version="Exchange2013" soap:mustUnderstand=" 0 "/>'),
  ),
  invalid(
    'must-understand-word',
    'SOAP 1.1 writes 1, not true.',
    withHeader('<t:RequestServerVersion Version="Exchange2013" soap:mustUnderstand="⟦value.wrong-form|true⟧"/>'),
  ),
  invalid(
    'must-understand-empty',
    'An empty mustUnderstand.',
    withHeader('<t:RequestServerVersion Version="Exchange2013" ⟦value.wrong-form|soap:mustUnderstand=""⟧/>'),
  ),
  invalid(
    'must-understand-without-prefix',
    'mustUnderstand without a prefix.',
    withHeader('<t:RequestServerVersion Version="Exchange2013" ⟦attribute.unknown|mustUnderstand⟧="1"/>'),
  ),
  invalid(
    'must-understand-inside',
    'mustUnderstand within a header.',
    withHeader(
      `${version}\n    <t:ExchangeImpersonation><t:ConnectingSID ⟦attribute.unknown|soap:mustUnderstand⟧="1"><t:SID>S-1-5-21-1-2-3-4</t:SID></t:ConnectingSID></t:ExchangeImpersonation>`,
    ),
  ),
  invalid(
    'soap-role',
    'An attribute of SOAP 1.2 in the namespace of SOAP 1.1.',
    withHeader('<t:RequestServerVersion Version="Exchange2013" ⟦attribute.unknown|soap:role⟧="urn:x"/>'),
  ),
];

const culture = (content: string) => withHeader(`${version}\n    <t:MailboxCulture>${content}</t:MailboxCulture>`);

const cultures: readonly Case[] = [
  valid('culture', 'A culture with a script.', culture('zh-Hans-CN')),
  valid('culture-blank-around', 'White space around the culture collapses.', culture('\n      en-US\n    ')),
  valid('culture-cdata', 'A culture in a CDATA section.', culture('<![CDATA[de]]>')),
  valid(
    'culture-must-understand',
    'mustUnderstand on the culture.',
    culture('de').replace('<t:MailboxCulture', '<t:MailboxCulture soap:mustUnderstand="0"'),
  ),
  invalid('culture-underscore', 'An underscore in the culture.', culture('⟦value.wrong-form|en_US⟧')),
  invalid('culture-too-long', 'A part of more than eight letters.', culture('⟦value.wrong-form|englishish⟧')),
  invalid('culture-blank-inside', 'White space within the culture.', culture('⟦value.wrong-form|en - US⟧')),
  invalid('culture-no-break-space', 'A no-break space does not collapse.', culture('⟦value.wrong-form|\u00a0en⟧')),
  invalid('culture-empty', 'An empty culture.', withHeader(`${version}\n    <⟦value.empty|t:MailboxCulture⟧/>`)),
  invalid('culture-blank', 'A culture of white space alone.', culture('⟦value.empty|  ⟧')),
  invalid('culture-with-child', 'An element in the culture.', culture('<⟦child.unknown|t:Name⟧>de</t:Name>')),
  invalid(
    'culture-attribute',
    'An attribute on the culture.',
    culture('de').replace('<t:MailboxCulture', '<t:MailboxCulture ⟦attribute.unknown|Name⟧="de"'),
  ),
  invalid(
    'culture-twice',
    'The culture twice.',
    culture('de').replace(
      '</t:MailboxCulture>',
      '</t:MailboxCulture><⟦header.repeated|t:MailboxCulture⟧>de</t:MailboxCulture>',
    ),
  ),
];

const acting = (content: string) =>
  withHeader(
    `${version}\n    <t:ExchangeImpersonation>\n      <t:ConnectingSID>${content}</t:ConnectingSID>\n    </t:ExchangeImpersonation>`,
  );

const impersonation: readonly Case[] = [
  valid(
    'impersonation-principal-name',
    'Acting for a user by UPN.',
    acting('<t:PrincipalName>alex@contoso.example</t:PrincipalName>'),
  ),
  valid('impersonation-sid', 'Acting for a user by SID.', acting('<t:SID>S-1-5-21-1604012920-1887927527-1111</t:SID>')),
  valid(
    'impersonation-primary-smtp-address',
    'Acting for a user by primary address.',
    acting('<t:PrimarySmtpAddress>alex@contoso.example</t:PrimarySmtpAddress>'),
  ),
  valid(
    'impersonation-smtp-address',
    'Acting for a user by address.',
    acting('<t:SmtpAddress>alex@contoso.example</t:SmtpAddress>'),
  ),
  valid(
    'address-with-name',
    'A name around the address to act for.',
    acting('<t:PrimarySmtpAddress>⟦address.not-bare|Alex &lt;alex@contoso.example&gt;⟧</t:PrimarySmtpAddress>'),
  ),
  valid(
    'address-twice',
    'Two addresses to act for.',
    acting('<t:SmtpAddress>⟦address.malformed|alex@contoso.example; hana@contoso.example⟧</t:SmtpAddress>'),
  ),
  valid(
    'impersonation-no-at-sign',
    'An address without @.',
    acting('<t:PrimarySmtpAddress>⟦address.no-at-sign|alex⟧</t:PrimarySmtpAddress>'),
  ),
  valid(
    'impersonation-sid-form',
    'A SID that is none.',
    acting('<t:SID>⟦address.sid-form|alex@contoso.example⟧</t:SID>'),
  ),
  invalid(
    'impersonation-two',
    'Two ways of naming the user.',
    acting('<t:PrincipalName>alex@contoso.example</t:PrincipalName><⟦choice.several|t:SID⟧>S-1-5-21-1-2-3-4</t:SID>'),
  ),
  invalid(
    'impersonation-same-twice',
    'The same way twice.',
    acting('<t:SID>S-1-5-21-1-2-3-4</t:SID><⟦child.repeated|t:SID⟧>S-1-5-21-1-2-3-5</t:SID>'),
  ),
  invalid(
    'impersonation-nobody',
    'ConnectingSID with nothing in it.',
    acting('').replace('<t:ConnectingSID', '<⟦choice.missing|t:ConnectingSID⟧'),
  ),
  invalid(
    'impersonation-empty',
    'ExchangeImpersonation with nothing in it.',
    withHeader(`${version}\n    <⟦child.missing|t:ExchangeImpersonation⟧/>`),
  ),
  invalid('impersonation-value-empty', 'An empty address.', acting('<⟦value.empty|t:SmtpAddress⟧></t:SmtpAddress>')),
  invalid(
    'impersonation-misspelt',
    'A choice misspelt.',
    acting('<⟦child.unknown|t:PrimarySmptAddress⟧>alex@contoso.example</t:PrimarySmptAddress>'),
  ),
  invalid(
    'impersonation-other-case',
    'A choice in another case.',
    acting('<⟦child.wrong-case|t:Sid⟧>S-1-5-21-1-2-3-4</t:Sid>'),
  ),
  invalid(
    'impersonation-in-messages',
    'A choice in the wrong namespace.',
    acting('<⟦child.wrong-namespace|m:SID⟧>S-1-5-21-1-2-3-4</m:SID>'),
  ),
  invalid('impersonation-text', 'The address right in ConnectingSID.', acting('⟦content.text|alex@contoso.example⟧')),
  invalid(
    'impersonation-level-missing',
    'ConnectingSID left out.',
    withHeader(
      `${version}\n    <t:ExchangeImpersonation><⟦child.unknown|t:SID⟧>S-1-5-21-1-2-3-4</t:SID></t:ExchangeImpersonation>`,
    ),
  ),
  invalid(
    'impersonation-twice-inside',
    'ConnectingSID twice.',
    acting('<t:SID>S-1-5-21-1-2-3-4</t:SID>').replace(
      '</t:ConnectingSID>',
      '</t:ConnectingSID><⟦child.repeated|t:ConnectingSID⟧><t:SID>S-1-5-21-1-2-3-4</t:SID></t:ConnectingSID>',
    ),
  ),
];

const unbound = {
  differs:
    'The WSDL does not bind this header to the IM operations, so the set lacks it; servers mostly ignore it: a warning.',
};
const foreign = {
  differs: 'SOAP allows headers of other standards; the set holds those of EWS alone: an information.',
};

const others: readonly Case[] = [
  invalid(
    'header-time-zone',
    'TimeZoneContext, as a published sample has it.',
    withHeader(
      `${version}\n    <⟦header.not-bound|t:TimeZoneContext⟧><t:TimeZoneDefinition Id="UTC"/></t:TimeZoneContext>`,
    ),
    unbound,
  ),
  invalid(
    'header-date-time-precision',
    'DateTimePrecision.',
    withHeader(`${version}\n    <⟦header.not-bound|t:DateTimePrecision⟧>Seconds</t:DateTimePrecision>`),
    unbound,
  ),
  invalid(
    'header-security',
    'A header of WS-Security.',
    withHeader(
      `${version}\n    <⟦header.foreign|w:Security⟧ xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"/>`,
    ),
    foreign,
  ),
  invalid(
    'header-must-understand',
    'A foreign header that must be understood.',
    withHeader(`${version}\n    <x:a xmlns:x="urn:example" ⟦header.must-understand|soap:mustUnderstand="1"⟧/>`),
    foreign,
  ),
  invalid(
    'header-unknown',
    'A header that EWS does not have.',
    withHeader(`${version}\n    <⟦header.unknown|t:Priority⟧>High</t:Priority>`),
  ),
  invalid(
    'header-without-namespace',
    'A header without a namespace.',
    withHeader(`${version}\n    <⟦header.unknown|Priority⟧>High</Priority>`),
  ),
  invalid(
    'header-of-answers',
    'The header of an answer.',
    withHeader(`${version}\n    <⟦header.of-answers|t:ServerVersionInfo⟧ MajorVersion="15"/>`),
  ),
  valid(
    'headers-in-another-order',
    'The order of headers does not matter.',
    envelope(
      soundBody,
      `<t:ExchangeImpersonation><t:ConnectingSID><t:SID>S-1-5-21-1-2-3-4</t:SID></t:ConnectingSID></t:ExchangeImpersonation><t:MailboxCulture>de</t:MailboxCulture>${version}`,
    ),
  ),
];

/** The three headers, and those that are none. */
export const headerCases: readonly Case[] = [...versions, ...soapAttributes, ...cultures, ...impersonation, ...others];

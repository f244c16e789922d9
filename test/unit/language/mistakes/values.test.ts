import { operations } from '../../../../src/ews/operations/index.ts';
import { envelope, groupId, type Mistake, mistakes, removeGroup, version } from './mistake.ts';

const property = (tag: string) =>
  envelope(`<m:GetImItemList><m:ExtendedProperties>${tag}</m:ExtendedProperties></m:GetImItemList>`);

const decisions: readonly Mistake[] = [
  {
    about: 'whether the migration is completed is for the author to say',
    text: envelope('<⟦child.missing|m:SetImListMigrationCompleted⟧/>'),
    others: ['Add <m:ImListMigrationCompleted> with true', 'Add <m:ImListMigrationCompleted> with false'],
  },
  {
    about: 'the type of a property is for the author to say',
    text: property('<⟦attribute.missing|t:ExtendedProperty⟧ PropertyTag="0x3001"/>'),
    others: ['String', 'Integer', 'Boolean', 'SystemTime', 'Binary'].map(type => `Add PropertyType="${type}"`),
  },
  {
    about: 'the type of a property that was begun is for the author to say',
    text: property('<t:ExtendedProperty PropertyTag="0x3001" ⟦xml.attribute-without-value|PropertyType⟧/>'),
    others: ['String', 'Integer', 'Boolean', 'SystemTime', 'Binary'].map(type => `Add PropertyType="${type}"`),
  },
  {
    about: 'which occurrence is meant is for the author to say',
    text: envelope(
      `<m:GetImItems><m:ContactIds><⟦attribute.missing|t:OccurrenceItemId⟧ RecurringMasterId="${groupId}"/></m:ContactIds></m:GetImItems>`,
    ),
    others: ['Add InstanceIndex="1"'],
  },
  {
    about: 'by which of two names the user is meant is for the author to say',
    text: envelope(
      removeGroup,
      `${version}<t:ExchangeImpersonation><t:ConnectingSID><t:PrincipalName>bob@contoso.example</t:PrincipalName><⟦choice.several|t:SID⟧>S-1-5-21-1-2</t:SID></t:ConnectingSID></t:ExchangeImpersonation>`,
    ),
    others: ['Keep <t:PrincipalName>', 'Keep <t:SID>'],
  },
  {
    about: 'an operation that needs a value to be chosen is offered once for each',
    text: envelope('').replace('soap:Body', '⟦operation.missing|soap:Body⟧'),
    others: operations.flatMap(({ name }) =>
      name === 'SetImListMigrationCompleted'
        ? [`Add <m:${name}> with true`, `Add <m:${name}> with false`]
        : [`Add <m:${name}>`],
    ),
  },
];

const lacking: readonly Mistake[] = [
  {
    about: 'the id of a contact and of a group by their names',
    text: envelope(
      '<m:RemoveImContactFromGroup><⟦attribute.missing|m:ContactId⟧/><⟦attribute.missing|m:GroupId⟧/></m:RemoveImContactFromGroup>',
    ),
    fix: 'Add Id="…"',
    after: envelope(
      '<m:RemoveImContactFromGroup><m:ContactId Id="⟦placeholder.unfilled|{{contact id}}⟧"/><⟦attribute.missing|m:GroupId⟧/></m:RemoveImContactFromGroup>',
    ),
    fixAll: envelope(
      '<m:RemoveImContactFromGroup><m:ContactId Id="{{contact id}}"/><m:GroupId Id="{{group id}}"/></m:RemoveImContactFromGroup>',
    ),
  },
  {
    about: 'an Id without its value',
    text: envelope('<m:RemoveImGroup><m:GroupId ⟦xml.attribute-without-value|Id⟧/></m:RemoveImGroup>'),
    fix: 'Add ="…"',
    after: envelope('<m:RemoveImGroup><m:GroupId Id="⟦placeholder.unfilled|{{group id}}⟧"/></m:RemoveImGroup>'),
  },
];

const telephone = (tel: string, sip: string) =>
  envelope(
    `<m:AddNewTelUriContactToGroup><m:TelUriAddress>${tel}</m:TelUriAddress><m:ImContactSipUriAddress>${sip}</m:ImContactSipUriAddress><m:ImTelephoneNumber>+1 555 0123</m:ImTelephoneNumber></m:AddNewTelUriContactToGroup>`,
  );
const acting = (user: string) =>
  envelope(
    removeGroup,
    `${version}<t:ExchangeImpersonation><t:ConnectingSID>${user}</t:ConnectingSID></t:ExchangeImpersonation>`,
  );
const smtp = (value: string) => acting(`<t:PrimarySmtpAddress>${value}</t:PrimarySmtpAddress>`);
const bob = 'bob@contoso.example';

const uris: readonly Mistake[] = [
  {
    about: 'the URIs of telephone and chat swapped',
    text: telephone(`⟦address.swapped|sip:${bob}⟧`, 'tel:+15550123'),
    says: 'The tel: URI and the sip: URI stand in the place of each other. Swap the two.',
    fix: 'Swap the two',
    after: telephone('tel:+15550123', `sip:${bob}`),
  },
  {
    about: 'callto: for tel:',
    text: telephone('⟦address.no-tel|callto:+15550123⟧', `sip:${bob}`),
    fix: 'Write tel: in place of callto:',
    after: telephone('tel:+15550123', `sip:${bob}`),
  },
  {
    about: 'mailto: for sip:',
    text: telephone('tel:+15550123', `⟦address.no-sip|mailto:${bob}⟧`),
    fix: 'Write sip: in place of mailto:',
    after: telephone('tel:+15550123', `sip:${bob}`),
  },
  {
    about: 'a chat twice, and no number',
    text: telephone(`⟦address.no-tel|sip:${bob}⟧`, `sip:${bob}`),
    others: [],
  },
  {
    about: 'slashes as in a web address',
    text: telephone('tel:+15550123', `⟦address.not-bare|sip://${bob}⟧`),
    says: `"sip://${bob}" is not the address alone. Write sip:${bob}.`,
    fix: `Change to sip:${bob}`,
    after: telephone('tel:+15550123', `sip:${bob}`),
  },
  {
    about: 'a blank behind the scheme',
    text: telephone('⟦address.not-bare|tel: +15550123⟧', `sip:${bob}`),
    fix: 'Change to tel:+15550123',
    after: telephone('tel:+15550123', `sip:${bob}`),
  },
  {
    about: 'URIs in capital letters and with parameters',
    text: telephone('TEL:+1-555;ext=2', 'SIP:desk.contoso.example'),
  },
];

const addresses: readonly Mistake[] = [
  {
    about: 'a name around an address',
    text: smtp(`⟦address.not-bare|Bob &lt;${bob}&gt;⟧`),
    says: `"Bob <${bob}>" is not the address alone. Write ${bob}.`,
    fix: `Change to ${bob}`,
    after: smtp(bob),
  },
  {
    about: 'the type of a proxy address',
    text: smtp(`⟦address.not-bare|SMTP:${bob}⟧`),
    fix: `Change to ${bob}`,
    after: smtp(bob),
  },
  {
    about: 'an address on a line of its own',
    text: smtp(`⟦address.not-bare|\n  ${bob}\n⟧`),
    says: `"${bob}" is not the address alone: there is white space around it. Write ${bob}.`,
    fix: `Change to ${bob}`,
    after: smtp(bob),
  },
  {
    about: 'two addresses',
    text: smtp(`⟦address.malformed|${bob}; ada@contoso.example⟧`),
    says: `"${bob}; ada@contoso.example" holds several addresses, and one is wanted. Keep one of them.`,
  },
  { about: 'half an address', text: smtp('⟦address.malformed|bob@⟧') },
  { about: 'a blank inside', text: smtp('⟦address.malformed|bob smith@contoso.example⟧') },
  { about: 'a quoted part may hold anything', text: smtp('"bob, at@home"@contoso.example') },
  {
    about: 'an address in SID',
    text: acting(`<t:SID>⟦address.sid-form|${bob}⟧</t:SID>`),
    fix: 'Change to <t:PrimarySmtpAddress>',
    after: smtp(bob),
    others: ['Change to <t:PrincipalName>'],
  },
  {
    about: 'a SID in lower case',
    text: acting('<t:SID>⟦address.sid-form|s-1-5-21-1-2-3-4⟧</t:SID>'),
    fix: 'Change to S-1-5-21-1-2-3-4',
    after: acting('<t:SID>S-1-5-21-1-2-3-4</t:SID>'),
    others: [],
  },
  {
    about: 'tel: without a number',
    text: telephone('⟦address.malformed|tel:⟧', `sip:${bob}`),
    says: '"tel:" has no number behind its scheme. Write tel:+15550123, for example.',
  },
  {
    about: 'sip: without an address',
    text: telephone('tel:+15550123', '⟦address.malformed|SIP://⟧'),
    says: '"SIP://" has no address behind its scheme. Write sip:name@example.com, for example.',
  },
  {
    about: 'the user to act for as text of ExchangeImpersonation',
    text: envelope(removeGroup, `${version}<t:ExchangeImpersonation>⟦content.text|${bob}⟧</t:ExchangeImpersonation>`),
    fix: 'Put the text into <t:ConnectingSID><t:PrimarySmtpAddress>',
    after: smtp(bob),
    others: ['Remove the text'],
  },
  {
    about: 'a SID as text of ExchangeImpersonation, under a prefix of its own',
    text: envelope(
      removeGroup,
      `${version}<x:ExchangeImpersonation xmlns:x="http://schemas.microsoft.com/exchange/services/2006/types">⟦content.text|S-1-5-21-1-2⟧</x:ExchangeImpersonation>`,
    ),
    fix: 'Put the text into <x:ConnectingSID><x:SID>',
    after: envelope(
      removeGroup,
      `${version}<x:ExchangeImpersonation xmlns:x="http://schemas.microsoft.com/exchange/services/2006/types"><x:ConnectingSID><x:SID>S-1-5-21-1-2</x:SID></x:ConnectingSID></x:ExchangeImpersonation>`,
    ),
  },
  {
    about: 'a SID as address',
    text: smtp('⟦address.no-at-sign|S-1-5-21-1-2-3-4⟧'),
    fix: 'Change to <t:SID>',
    after: acting('<t:SID>S-1-5-21-1-2-3-4</t:SID>'),
  },
  {
    about: 'a name of the domain as user principal name',
    text: acting('<t:PrincipalName>⟦address.no-at-sign|CONTOSO\\bob⟧</t:PrincipalName>'),
    says: '"CONTOSO\\bob" has no @. A user principal name has the form name@example.com, without DOMAIN\\.',
  },
  {
    about: 'an address of a chat may have its scheme',
    text: envelope(`<m:AddNewImContactToGroup><m:ImAddress>sip:${bob}</m:ImAddress></m:AddNewImContactToGroup>`),
  },
];

const migration = (value: string) =>
  envelope(
    `<m:SetImListMigrationCompleted><m:ImListMigrationCompleted>${value}</m:ImListMigrationCompleted></m:SetImListMigrationCompleted>`,
  );
const versioned = (value: string) => envelope(removeGroup, `<t:RequestServerVersion Version="${value}"/>`);
const named = (name: string) => envelope(`<m:AddImGroup><m:DisplayName>${name}</m:DisplayName></m:AddImGroup>`);
const properties = (attributes: string) => property(`<t:ExtendedProperty ${attributes}/>`);
const guid = '00062004-0000-0000-c000-000000000046';

const versions: readonly Mistake[] = ['Exchange2013_SP2', 'Exchange2013_CU23', 'Exchange2010_SP3'].map(value => ({
  about: `${value}, of which there is no schema`,
  text: versioned(`⟦value.not-in-enumeration|${value}⟧`),
  says: `"${value}" is none of the allowed values. Did you mean Exchange2013_SP1?`,
  fix: 'Change to Exchange2013_SP1',
  after: versioned('Exchange2013_SP1'),
}));

const placeholders: readonly Mistake[] = [
  {
    about: 'a placeholder where a version is wanted',
    text: versioned('⟦placeholder.refused|{{version}}⟧'),
    says: 'The placeholder "{{version}}" is still here, and servers refuse it. Replace it.',
    fix: 'Change to Exchange2013_SP1',
    after: versioned('Exchange2013_SP1'),
  },
  {
    about: 'a placeholder where true or false is wanted',
    text: migration('⟦placeholder.refused|?⟧'),
    others: ['Change to true', 'Change to false'],
  },
  {
    about: 'a placeholder where a culture is wanted',
    text: envelope(removeGroup, `${version}<t:MailboxCulture>⟦placeholder.refused|\${culture}⟧</t:MailboxCulture>`),
  },
  ...[
    '?',
    '...',
    '…',
    '$id',
    `\${groupId}`,
    '$(groupId)',
    '{0}',
    '{group id}',
    '[group id]',
    '&lt;group id>',
    '%GROUP_ID%',
    '@groupId',
    'YOUR_GROUP_ID',
    'your-group-id',
    'TODO',
    'string',
  ].map(word => ({
    about: `${word} in the place of an id`,
    text: envelope(`<m:RemoveImGroup><m:GroupId Id="⟦placeholder.unfilled|${word}⟧"/></m:RemoveImGroup>`),
    says: `The placeholder "${word.replace('&lt;', '<')}" is still here. Replace it before you send.`,
  })),
  ...['?', `\${name}`, '{0}', '#{name}'].map(word => ({
    about: `${word} in the place of a name`,
    text: named(`⟦placeholder.unfilled|${word}⟧`),
  })),
  ...['What is new?', '???', '[VIP]', '@home', '$100 club', '100 %', 'TODO', 'string', 'My team', '…', '{x}'].map(
    name => ({
      about: `${name} may be a name`,
      text: named(name),
    }),
  ),
  { about: 'a question mark in the place of an address', text: smtp('⟦placeholder.unfilled|?⟧') },
];

const forms: readonly Mistake[] = [
  {
    about: 'true in quotes',
    text: migration('⟦value.wrong-form|"true"⟧'),
    says: `'"true"' does not have the form the schema wants: true, false, 1 or 0, in lower case.`,
    fix: 'Change to true',
    after: migration('true'),
  },
  {
    about: '$false of PowerShell',
    text: migration('⟦value.wrong-form|$false⟧'),
    fix: 'Change to false',
    after: migration('false'),
  },
  { about: 'TRUE.', text: migration('⟦value.wrong-form|TRUE.⟧'), fix: 'Change to true', after: migration('true') },
  { about: 'neither yes nor no', text: migration('⟦value.wrong-form|maybe⟧') },
  { about: 'a name of a zero-width space', text: named('⟦value.blank|\u200b⟧') },
  { about: 'a name with a zero-width joiner', text: named('👩\u200d💻') },
  {
    about: 'a whole property tag',
    text: properties('PropertyTag="⟦value.wrong-form|0x3001001F⟧" PropertyType="String"'),
    fix: 'Change to 0x3001',
    after: properties('PropertyTag="0x3001" PropertyType="String"'),
  },
  {
    about: 'a whole property tag that servers refuse',
    text: properties('PropertyTag="⟦value.wrong-form|0x8001001F⟧" PropertyType="String"'),
  },
  {
    about: 'a property id in hexadecimal',
    text: properties(`PropertySetId="${guid}" PropertyId="⟦value.wrong-form|0x8080⟧" PropertyType="String"`),
    fix: 'Change to 32896',
    after: properties(`PropertySetId="${guid}" PropertyId="32896" PropertyType="String"`),
  },
  {
    about: 'the name of a set where its GUID is wanted',
    text: properties('PropertySetId="⟦value.wrong-form|PublicStrings⟧" PropertyName="X" PropertyType="String"'),
    fix: 'Change PropertySetId to DistinguishedPropertySetId',
    after: properties('DistinguishedPropertySetId="PublicStrings" PropertyName="X" PropertyType="String"'),
  },
  {
    about: 'the GUID of a set where its name is wanted',
    text: properties(
      `DistinguishedPropertySetId="⟦value.not-in-enumeration|${guid}⟧" PropertyName="X" PropertyType="String"`,
    ),
    fix: 'Change DistinguishedPropertySetId to PropertySetId',
    after: properties(`PropertySetId="${guid}" PropertyName="X" PropertyType="String"`),
  },
  {
    about: 'a type that servers refuse',
    text: properties('PropertyTag="0x3001" PropertyType="⟦extended-property.type|Object⟧"'),
    others: ['String', 'Integer', 'Boolean', 'SystemTime', 'Binary'].map(type => `Change to ${type}`),
  },
  {
    about: 'a reference in capital letters',
    text: named('R⟦xml.entity-unknown|&AMP;⟧D'),
    fix: 'Replace &AMP; by its character',
    after: named('R&amp;D'),
    others: ['Replace it by &amp;AMP;'],
  },
  {
    about: 'a reference of HTML',
    text: named('Caf⟦xml.entity-unknown|&Eacute;⟧'),
    fix: 'Replace &Eacute; by its character',
    after: named('CafÉ'),
  },
  {
    about: 'an entity of a document type in an id',
    text: `⟦dtd.present|<!DOCTYPE x [<!ENTITY g "AAMk">]>⟧\n${envelope('<m:RemoveImGroup><m:GroupId Id="&g;"/></m:RemoveImGroup>')}`,
    others: ['Remove it'],
  },
];

mistakes('mistakes: values that only the author knows', decisions);
mistakes('mistakes: URIs', uris);
mistakes('mistakes: addresses', addresses);
mistakes('mistakes: versions', versions);
mistakes('mistakes: placeholders', placeholders);
mistakes('mistakes: forms of values', forms);
mistakes('mistakes: ids that are not there', lacking);

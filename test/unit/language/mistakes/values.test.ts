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
    about: 'an operation that needs a value to be chosen is offered once for each',
    text: envelope('').replace('soap:Body', '⟦operation.missing|soap:Body⟧'),
    others: operations.flatMap(({ name }) =>
      name === 'SetImListMigrationCompleted'
        ? [`Add <m:${name}> with true`, `Add <m:${name}> with false`]
        : [`Add <m:${name}>`],
    ),
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

mistakes('mistakes: values that only the author knows', decisions);
mistakes('mistakes: URIs', uris);
mistakes('mistakes: addresses', addresses);

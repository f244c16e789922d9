import {
  contactId,
  declarations,
  envelope,
  group,
  groupId,
  type Mistake,
  mistakes,
  removeGroup,
  sound,
  version,
} from './mistake.ts';

const newName = '<m:NewDisplayName>Lunch</m:NewDisplayName>';
const onOneLine = (text: string) => text.replaceAll(/\n */g, '');

const culture = '<t:MailboxCulture>en-US</t:MailboxCulture>';
const acting = '<t:ConnectingSID><t:PrimarySmtpAddress>bob@contoso.example</t:PrimarySmtpAddress></t:ConnectingSID>';
const unknown = (name: string) => `<⟦operation.unknown|m:${name}⟧/>`;

/**
 * A name that is no operation, and the operation that it may stand for with the number of children that it requires;
 * nothing where the verb means something else.
 */
function meant(name: string, operation?: string, required = 0): Mistake {
  const lacking = `${'⟦child.missing|'.repeat(required)}m:${operation}${'⟧'.repeat(required)}`;
  return {
    about: `${name} is meant for ${operation ?? 'nothing that is known'}`,
    text: envelope(unknown(name)),
    ...(operation && { fix: `Change to <m:${operation}>`, after: envelope(`<${lacking}/>`) }),
  };
}

const names: readonly Mistake[] = [
  {
    about: 'the name of an operation whose request has another one',
    text: envelope('<⟦operation.unknown|m:GetUserAvailability⟧/>'),
    says: 'The request of the operation m:GetUserAvailability has another name. Write m:GetUserAvailabilityRequest.',
    fix: 'Change to <m:GetUserAvailabilityRequest>',
    after: envelope('<⟦operation.not-checked|m:GetUserAvailabilityRequest⟧/>'),
  },
  meant('RenameImGroup', 'SetImGroup', 2),
  meant('CreateImGroup', 'AddImGroup', 1),
  meant('DeleteImGroup', 'RemoveImGroup', 1),
  meant('GetImGroup', 'GetImItemList'),
  meant('GetImList', 'GetImItemList'),
  meant('ListImItems', 'GetImItems'),
  meant('RemvoeImGroup', 'RemoveImGroup', 1),
  meant('SetImGrup', 'SetImGroup', 2),
  meant('GetImItemListRequest', 'GetImItemList'),
  meant('AddContactFromImList'),
  meant('MoveImGroup'),
];

const places: readonly Mistake[] = [
  {
    about: 'an operation beside a Body that holds something else',
    text: sound
      .replace(/<m:RemoveImGroup>.*<\/m:RemoveImGroup>/, '<⟦operation.unknown|m:Other⟧/>')
      .replace('  <soap:Body>', `  <⟦child.misplaced|m:RemoveImGroup⟧>${group}</m:RemoveImGroup>\n  <soap:Body>`),
    fix: 'Move <m:RemoveImGroup> into <soap:Body>',
    after: envelope(`<⟦operation.repeated|m:Other⟧/>\n    ${removeGroup}`),
    others: [],
  },
  {
    about: 'the Body inside the Header',
    text: `<soap:Envelope ${declarations}>\n  <soap:Header>\n    ${version}\n    <⟦child.misplaced|soap:Body⟧>${removeGroup}</soap:Body>\n  </soap:Header>\n</soap:Envelope>\n`,
    fix: 'Move <soap:Body> into <soap:Envelope>',
    after: `<soap:Envelope ${declarations}>\n  <soap:Header>\n    ${version}\n  </soap:Header>\n  <soap:Body>${removeGroup}</soap:Body>\n</soap:Envelope>\n`,
  },
  {
    about: 'the Header inside the Body',
    text: `<soap:Envelope ${declarations}>\n  <soap:Body>\n    <⟦child.misplaced|soap:Header⟧>${version}</soap:Header>\n    ${removeGroup}\n  </soap:Body>\n</soap:Envelope>\n`,
    says: '<soap:Header> belongs into <soap:Envelope>. Move it there.',
    fix: 'Move <soap:Header> into <soap:Envelope>',
    after: `<soap:Envelope ${declarations}>\n  <soap:Header>${version}</soap:Header>\n  <soap:Body>\n    ${removeGroup}\n  </soap:Body>\n</soap:Envelope>\n`,
  },
  {
    about: 'the operation in the Header of an envelope without a Body',
    text: `<soap:Envelope ${declarations}>\n  <soap:Header>\n    ${version}\n    <⟦child.misplaced|m:GetImItemList⟧/>\n  </soap:Header>\n</soap:Envelope>\n`,
    fix: 'Move <m:GetImItemList> into <soap:Body>',
    after: `<soap:Envelope ${declarations}>\n  <soap:Header>\n    ${version}\n  </soap:Header>\n  <soap:Body>\n    <m:GetImItemList/>\n  </soap:Body>\n</soap:Envelope>\n`,
  },
  {
    about: 'the operation behind an empty Body',
    text: sound.replace(/<soap:Body>[\s\S]*<\/soap:Body>/, '<soap:Body/>\n  <⟦child.misplaced|m:GetImItemList⟧/>'),
    fix: 'Move <m:GetImItemList> into <soap:Body>',
    after: sound.replace(/<soap:Body>[\s\S]*<\/soap:Body>/, '<soap:Body>\n    <m:GetImItemList/>\n  </soap:Body>'),
  },
  {
    about: 'the operation in the Header and in the Body',
    text: envelope('<m:GetImItemList/>', `${version}<⟦operation.repeated|m:GetImItemList⟧/>`),
    says: 'A request holds one operation, and <m:GetImItemList> is a further one. Send it in a request of its own.',
    fix: 'Remove <m:GetImItemList>',
    after: envelope('<m:GetImItemList/>'),
    others: [],
  },
  {
    about: 'another operation in the Header than in the Body',
    text: envelope(removeGroup, `${version}<⟦operation.repeated|m:GetImItemList⟧/>`),
    others: ['Remove <m:GetImItemList>'],
  },
  {
    about: 'an empty Header before the one with the version',
    text: sound.replace('  <soap:Header>', '  <⟦child.repeated|soap:Header⟧/>\n  <soap:Header>'),
    fix: 'Remove <soap:Header>',
    after: sound,
  },
  {
    about: 'an empty Body before the one with the operation',
    text: sound.replace('  <soap:Body>', '  <⟦child.repeated|soap:Body⟧></soap:Body>\n  <soap:Body>'),
    fix: 'Remove <soap:Body>',
    after: sound,
  },
  {
    about: 'two Headers, each with a header of its own',
    text: sound.replace(
      `<soap:Header>${version}</soap:Header>`,
      `<soap:Header>${culture}</soap:Header>\n  <⟦child.repeated|soap:Header⟧>${version}</soap:Header>`,
    ),
    fix: 'Put its headers into the <soap:Header> that is there',
    after: envelope(removeGroup, culture + version),
    others: ['Remove <soap:Header>'],
  },
  {
    about: 'two Headers, the second with a comment',
    text: sound.replace(
      `<soap:Header>${version}</soap:Header>`,
      `<soap:Header>${culture}</soap:Header>\n  <⟦child.repeated|soap:Header⟧><!-- the oldest that will do -->${version}</soap:Header>`,
    ),
    fix: 'Put its headers into the <soap:Header> that is there',
    after: envelope(removeGroup, `${culture}<!-- the oldest that will do -->${version}`),
  },
  {
    about: 'two Headers, the second with an attribute: it would be lost',
    text: sound.replace(
      `<soap:Header>${version}</soap:Header>`,
      `<soap:Header>${culture}</soap:Header>\n  <⟦child.repeated|soap:Header⟧ xmlns:x="urn:x">${version}</soap:Header>`,
    ),
    others: ['Remove <soap:Header>'],
  },
  {
    about: 'a header in the Body, with a comment above it',
    text: envelope(
      `<!-- in the language of Bob -->\n    ${culture.replace('t:MailboxCulture', '⟦child.misplaced|t:MailboxCulture⟧')}\n    ${removeGroup}`,
    ),
    fix: 'Move <t:MailboxCulture> into <soap:Header>',
    after: envelope(removeGroup, `<!-- in the language of Bob -->\n    ${culture}${version}`),
  },
  {
    about: 'ConnectingSID right in the Header',
    text: envelope(removeGroup, version + acting.replace('<t:ConnectingSID', '<⟦child.misplaced|t:ConnectingSID⟧')),
    says: '<t:ConnectingSID> belongs into <t:ExchangeImpersonation>. Move it there.',
    fix: 'Put it into <t:ExchangeImpersonation>',
    after: envelope(removeGroup, `${version}<t:ExchangeImpersonation>${acting}</t:ExchangeImpersonation>`),
    others: ['Remove <t:ConnectingSID>'],
  },
  {
    about: 'the address of the user right in the Header',
    text: envelope(removeGroup, `${version}<⟦child.misplaced|t:SID⟧>S-1-5-21-1-2-3-500</t:SID>`),
    fix: 'Put it into <t:ExchangeImpersonation>',
    after: envelope(
      removeGroup,
      `${version}<t:ExchangeImpersonation><t:ConnectingSID><t:SID>S-1-5-21-1-2-3-500</t:SID></t:ConnectingSID></t:ExchangeImpersonation>`,
    ),
  },
  {
    about: 'the version in the Body, too',
    text: envelope(version.replace('<t:R', '<⟦child.misplaced|t:R').replace(' V', '⟧ V') + removeGroup),
    fix: 'Remove <t:RequestServerVersion>',
    after: sound,
    others: [],
  },
  {
    about: 'another version in the Body',
    text: envelope(`<⟦child.misplaced|t:RequestServerVersion⟧ Version="Exchange2016"/>${removeGroup}`),
    others: ['Remove <t:RequestServerVersion>'],
  },
  {
    about: 'a user right in the Header, beside another to act for',
    text: envelope(
      removeGroup,
      `${version}<t:ExchangeImpersonation>${acting}</t:ExchangeImpersonation><⟦child.misplaced|t:SID⟧>S-1-5-21-1-2-3-500</t:SID>`,
    ),
    others: ['Remove <t:SID>'],
  },
];

const around: readonly Mistake[] = [
  {
    about: 'a trace around the envelope',
    text: `<⟦envelope.wrapped|Trace⟧ Tag="EwsRequest">\n${sound}</Trace>\n`,
    says: '<Trace> stands around the Envelope, which must be the outermost element. Keep the Envelope inside of it alone.',
    fix: 'Keep the Envelope only',
    after: sound,
  },
  {
    about: 'a trace of the EWS Managed API, with the XML declaration inside, in CRLF',
    text: `<⟦envelope.wrapped|Trace⟧ Tag="EwsRequest" Tid="1" Time="2013-01-01 00:00:00Z" Version="15.00.0516.014">\n<?xml version="1.0" encoding="utf-8"?>\n${sound}</Trace>\n`.replaceAll(
      '\n',
      '\r\n',
    ),
    fix: 'Keep the Envelope only',
    after: sound.replaceAll('\n', '\r\n'),
    others: [],
  },
  {
    about: 'a trace that has the envelope in a CDATA section',
    text: `<⟦envelope.wrapped|Trace⟧><Request><![CDATA[\n<?xml version="1.0"?>\n${sound}]]></Request></Trace>`,
    fix: 'Keep the Envelope only',
    after: `<?xml version="1.0"?>\n${sound}`,
    others: [],
  },
  {
    about: 'two envelopes in CDATA sections',
    text: `<⟦envelope.missing|Trace⟧><![CDATA[${sound}]]><![CDATA[${sound}]]></Trace>`,
  },
  {
    about: 'an envelope as the text of a mail is a text like others',
    text: envelope(`<⟦operation.not-checked|m:CreateItem⟧><t:Body><![CDATA[${sound}]]></t:Body></m:CreateItem>`),
  },
  {
    about: 'an envelope in the Body of another',
    text: envelope(sound.trimEnd()).replace('<soap:Envelope', '<⟦envelope.wrapped|soap:Envelope⟧'),
    fix: 'Keep the Envelope only',
    after: sound,
  },
  {
    about: 'a letter lost in Envelope',
    text: sound
      .replaceAll('soap:Envelope', 'soap:Envelop')
      .replace('<soap:Envelop', '<⟦envelope.missing|soap:Envelop⟧'),
    fix: 'Change to <soap:Envelope>',
    after: sound,
  },
  { about: 'no XML at all', text: `⟦xml.not-well-formed|RemoveImGroup ${groupId}⟧\n` },
  {
    about: 'an answer beside the request',
    text: envelope(`${removeGroup}<⟦operation.repeated|m:RemoveImGroupResponse⟧ ResponseClass="Success"/>`),
    says: '<m:RemoveImGroupResponse> is an answer, which no request holds. Remove it.',
    fix: 'Remove <m:RemoveImGroupResponse>',
    after: sound,
  },
  {
    about: 'the children without their operation',
    text: envelope(`<⟦operation.unknown|m:ContactId⟧ Id="${contactId}"/>\n    ${group}`),
    says: '<m:ContactId> stands without its operation. Put it into one of <m:AddImContactToGroup>, <m:RemoveImContactFromGroup>.',
    others: ['Put it into <m:AddImContactToGroup>', 'Put it into <m:RemoveImContactFromGroup>'],
  },
  {
    about: 'a foreign header that must be understood',
    text: envelope(
      removeGroup,
      `${version}<w:Security xmlns:w="urn:w" ⟦header.must-understand|soap:mustUnderstand="1"⟧/>`,
    ),
    fix: 'Remove soap:mustUnderstand',
    after: envelope(removeGroup, `${version}<⟦header.foreign|w:Security⟧ xmlns:w="urn:w"/>`),
  },
  {
    about: 'the name that the WSDL has for the part of RequestServerVersion',
    text: envelope(removeGroup, version.replace('t:RequestServerVersion', '⟦header.unknown|t:ServerVersion⟧')),
    fix: 'Change to <t:RequestServerVersion>',
    after: sound,
  },
  {
    about: 'the version of an answer',
    text: envelope(removeGroup, '<⟦header.of-answers|t:ServerVersionInfo⟧ MajorVersion="15"/>'),
    says: '<t:ServerVersionInfo> is a header of answers. A request names its version in <t:RequestServerVersion>: write that instead.',
    fix: 'Write <t:RequestServerVersion> instead',
    after: sound,
  },
  {
    about: 'the children of one operation alone without it',
    text: envelope(`<⟦operation.unknown|m:GroupId⟧ Id="${groupId}"/>\n    ${newName}`),
    says: '<m:GroupId> stands without its operation. Put it into <m:SetImGroup>.',
    fix: 'Put it into <m:SetImGroup>',
    after: envelope(`<m:SetImGroup>\n      ${group}\n      ${newName}\n    </m:SetImGroup>`),
  },
  {
    about: 'the children without their operation, all on one line',
    text: onOneLine(envelope(`<⟦operation.unknown|m:GroupId⟧ Id="${groupId}"/>${newName}`)),
    fix: 'Put it into <m:SetImGroup>',
    after: onOneLine(envelope(`<m:SetImGroup>${group}${newName}</m:SetImGroup>`)),
  },
  {
    about: 'the contact alone, which is not all that some operations require',
    text: envelope(`<⟦operation.unknown|m:ContactId⟧ Id="${contactId}"/>`),
    others: ['Put it into <m:AddImContactToGroup>', 'Put it into <m:RemoveContactFromImList>'],
  },
  {
    about: 'the version of an answer as servers send it, with a prefix of its own',
    text: envelope(
      removeGroup,
      '<⟦header.of-answers|h:ServerVersionInfo⟧ Version="V2017_07_11" xmlns:h="http://schemas.microsoft.com/exchange/services/2006/types"/>',
    ),
    says: '<h:ServerVersionInfo> is a header of answers. A request names its version in <t:RequestServerVersion>: write that instead.',
    fix: 'Write <t:RequestServerVersion> instead',
    after: sound,
  },
];

mistakes('mistakes: names of operations', names);
mistakes('mistakes: parts of the envelope in the wrong place', places);
mistakes('mistakes: what stands around or beside', around);

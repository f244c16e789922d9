import {
  contactId,
  contactKey,
  envelope,
  groupId,
  groupKey,
  type Mistake,
  mistakes,
  sound,
  version,
} from './mistake.ts';

const types = 'http://schemas.microsoft.com/exchange/services/2006/types';
const group = `<m:GroupId Id="${groupId}"/>`;
const contact = `<m:ContactId Id="${contactId}"/>`;
const remove = (content: string) => envelope(`<m:RemoveImGroup>${content}</m:RemoveImGroup>`);
const removeBoth = (content: string) => envelope(`<m:RemoveImContactFromGroup>${content}</m:RemoveImContactFromGroup>`);
const rename = (content: string) => envelope(`<m:SetImGroup>${content}</m:SetImGroup>`);
const add = (content: string) => envelope(`<m:AddImGroup>${content}</m:AddImGroup>`);
const addContact = (content: string) =>
  envelope(
    `<m:AddNewImContactToGroup><m:ImAddress>bob@contoso.example</m:ImAddress>${content}</m:AddNewImContactToGroup>`,
  );
const tabbed = (text: string) => text.replaceAll('  ', '\t');
const items = (content: string) => envelope(`<m:GetImItems>${content}</m:GetImItems>`);
const list = (content: string) => envelope(`<m:GetImItemList>${content}</m:GetImItemList>`);
const acting = (user: string) =>
  envelope(
    '<m:GetImItemList/>',
    `${version}<t:ExchangeImpersonation><t:ConnectingSID>${user}</t:ConnectingSID></t:ExchangeImpersonation>`,
  );

const wrapped: readonly Mistake[] = [
  {
    about: 'the group inside of the contact',
    text: removeBoth(`<m:ContactId Id="${contactId}"><⟦child.misplaced|m:GroupId⟧ Id="${groupId}"/></m:ContactId>`),
    says: '<m:GroupId> belongs beside <m:ContactId>, not inside of it. Move it out.',
    fix: 'Move <m:GroupId> beside <m:ContactId>',
    after: removeBoth(contact + group),
  },
  {
    about: 'the contact inside of the group, where it comes first',
    text: removeBoth(`<m:GroupId Id="${groupId}"><⟦child.misplaced|m:ContactId⟧ Id="${contactId}"/></m:GroupId>`),
    fix: 'Move <m:ContactId> beside <m:GroupId>',
    after: removeBoth(contact + group),
  },
  {
    about: 'the slash of ContactId forgotten',
    text: removeBoth(`\n      <⟦xml.not-closed|m:ContactId⟧ Id="${contactId}">\n      ${group}\n    `),
    fix: 'Write <m:ContactId …/>',
    after: removeBoth(`\n      ${contact}\n      ${group}\n    `),
  },
  {
    about: 'the end tag of a text forgotten before what stands beside it',
    text: envelope(
      `<m:AddNewImContactToGroup>\n      <⟦xml.not-closed|m:ImAddress⟧>a@b.example\n      ${group}\n    </m:AddNewImContactToGroup>`,
    ),
    fix: 'Add </m:ImAddress>',
    after: envelope(
      `<m:AddNewImContactToGroup>\n      <m:ImAddress>a@b.example</m:ImAddress>\n      ${group}\n    </m:AddNewImContactToGroup>`,
    ),
  },
  {
    about: 'two ids in one GroupId',
    text: remove(`<m:GroupId><⟦id.wrapped|t:ItemId⟧ Id="${groupId}"/><t:ItemId Id="${contactId}"/></m:GroupId>`),
    says: '<m:GroupId> carries one id, and here are several. Keep one of them, as Id and ChangeKey of <m:GroupId>.',
    others: ['Keep the first id', 'Keep the second id'],
  },
  {
    about: 'an id on the element and another one inside',
    text: remove(`<m:GroupId Id="${groupId}"><⟦id.wrapped|t:ItemId⟧ Id="${contactId}"/></m:GroupId>`),
    others: ['Keep the first id', 'Keep the second id'],
  },
  {
    about: 'a list of two ids where one is wanted',
    text: remove(`<⟦child.unknown|m:GroupIds⟧><t:ItemId Id="${groupId}"/><t:ItemId Id="${contactId}"/></m:GroupIds>`),
    others: ['Keep the first id', 'Keep the second id'],
  },
  {
    about: 'a list of four ids where one is wanted',
    text: remove(
      `<⟦child.unknown|m:GroupIds⟧>${['AAMkAA==', 'AAMkAB==', groupId, 'AAMkAC=='].map(id => `<t:ItemId Id="${id}"/>`).join('')}</m:GroupIds>`,
    ),
    others: ['Keep the first id', 'Keep the second id', 'Keep the third id', 'Keep the fourth id'],
  },
  {
    about: 'the id of a contact inside of a group',
    text: remove(`<m:GroupId><⟦id.wrapped|m:ContactId⟧ Id="${contactId}"/></m:GroupId>`),
    others: ['Put the id onto <m:GroupId>'],
  },
  {
    about: 'the group inside of the contact, with a comment',
    text: removeBoth(
      `\n      <m:ContactId Id="${contactId}">\n        <!-- Lunch -->\n        <⟦child.misplaced|m:GroupId⟧ Id="${groupId}"/>\n      </m:ContactId>\n    `,
    ),
    fix: 'Move <m:GroupId> beside <m:ContactId>',
    after: removeBoth(`\n      ${contact}\n      <!-- Lunch -->\n      ${group}\n    `),
  },
  {
    about: 'the same id on the element and inside',
    text: remove(`<m:GroupId Id="${groupId}"><⟦id.wrapped|t:ItemId⟧ Id="${groupId}"/></m:GroupId>`),
    fix: 'Put the id onto <m:GroupId>',
    after: sound,
  },
  {
    about: 'an id inside, and text beside it',
    text: remove(`<m:GroupId>Lunch<⟦id.wrapped|t:ItemId⟧ Id="${groupId}"/></m:GroupId>`),
    others: ['Put the id onto <m:GroupId>'],
  },
  {
    about: 'the id as the text of an element',
    text: remove(`<m:GroupId><⟦id.wrapped|m:Id⟧>${groupId}</m:Id></m:GroupId>`),
    fix: 'Put the id onto <m:GroupId>',
    after: sound,
    others: [],
  },
  {
    about: 'Id and ChangeKey as elements',
    text: remove(
      `<m:GroupId>\n  <⟦id.wrapped|t:Id⟧>${groupId}</t:Id>\n  <t:ChangeKey>${groupKey}</t:ChangeKey>\n</m:GroupId>`,
    ),
    fix: 'Put the id onto <m:GroupId>',
    after: remove(`<m:GroupId Id="${groupId}" ChangeKey="${groupKey}"/>`),
  },
  {
    about: 'the version as an element',
    text: envelope(
      '<m:GetImItemList/>',
      '<t:RequestServerVersion><⟦child.unknown|t:Version⟧>Exchange2013</t:Version></t:RequestServerVersion>',
    ),
    says: '<t:Version> is not allowed in <t:RequestServerVersion>. Write what it says as the attribute Version.',
    fix: 'Write it as Version of <t:RequestServerVersion>',
    after: envelope('<m:GetImItemList/>', '<t:RequestServerVersion Version="Exchange2013"/>'),
    others: [],
  },
  {
    about: 'the id as the text of an element inside',
    text: remove(`<m:GroupId><⟦id.wrapped|t:ItemId⟧>${groupId}</t:ItemId></m:GroupId>`),
    fix: 'Put the id onto <m:GroupId>',
    after: sound,
  },
  {
    about: 'an empty element of an id inside',
    text: remove(`<m:GroupId Id="${groupId}"><⟦id.wrapped|t:ItemId⟧/></m:GroupId>`),
    fix: 'Put the id onto <m:GroupId>',
    after: sound,
  },
  {
    about: 'an id inside that declares its prefix: a declaration is nothing to lose',
    text: remove(`<m:GroupId><⟦id.wrapped|x:ItemId⟧ xmlns:x="${types}" Id="${groupId}"/></m:GroupId>`),
    fix: 'Put the id onto <m:GroupId>',
    after: sound,
  },
  {
    about: 'an id inside that says more than the id',
    text: remove(`<m:GroupId><⟦id.wrapped|t:ItemId⟧ Id="${groupId}" Note="Lunch"/></m:GroupId>`),
    others: ['Put the id onto <m:GroupId>'],
  },
  {
    about: 'what is no id inside',
    text: remove(`<m:GroupId Id="${groupId}"><⟦child.unknown|t:Note⟧>Lunch</t:Note></m:GroupId>`),
    fix: 'Remove <t:Note>',
  },
  {
    about: 'the id of another standard inside',
    text: remove(`<m:GroupId Id="${groupId}"><⟦child.unknown|x:ItemId⟧ xmlns:x="urn:x"/></m:GroupId>`),
    fix: 'Remove <x:ItemId>',
  },
  {
    about: 'ids inside of what carries none',
    text: sound.replace(
      version,
      '<t:RequestServerVersion Version="Exchange2013"><⟦child.unknown|t:ItemId⟧>1</t:ItemId><⟦child.unknown|t:GroupId⟧/></t:RequestServerVersion>',
    ),
    says: '<t:ItemId> is not allowed in <t:RequestServerVersion>. Remove it.',
    fix: 'Remove <t:ItemId>',
  },
];

const attributes: readonly Mistake[] = [
  {
    about: 'ID beside Id',
    text: remove(`<m:GroupId ⟦attribute.unknown|ID⟧="${contactId}" Id="${groupId}"/>`),
    says: '<m:GroupId> has Id already, and ID is no attribute of it. Remove it.',
    others: ['Remove ID'],
  },
  {
    about: 'the same value as ID beside Id',
    text: remove(`<m:GroupId ⟦attribute.unknown|ID⟧="${groupId}" Id="${groupId}"/>`),
    fix: 'Remove ID',
    after: sound,
  },
  {
    about: 'id with a value behind an empty Id',
    text: remove(`<m:GroupId ⟦id.empty|Id=""⟧ ⟦attribute.unknown|id⟧="${groupId}"/>`),
  },
  {
    about: 'the id under another name',
    text: remove(`<m:GroupId ⟦attribute.unknown|Value⟧="${groupId}"/>`),
    says: '<m:GroupId> has no attribute Value. Did you mean Id?',
    fix: 'Change to Id',
    after: sound,
    others: [],
  },
  {
    about: 'a name where the id is missing is not taken for it',
    text: remove('<⟦attribute.missing|m:GroupId⟧ ⟦attribute.unknown|Name⟧="Lunch"/>'),
    fix: 'Add Id="…"',
    fixAll: remove('<m:GroupId Name="Lunch" Id="{{group id}}"/>'),
  },
  {
    about: 'the version under another name',
    text: sound.replace(version, '<t:RequestServerVersion ⟦attribute.unknown|Value⟧="Exchange2013"/>'),
    fix: 'Change to Version',
    after: sound.replace(version, '<t:RequestServerVersion Version="Exchange2013"/>'),
  },
  {
    about: 'Type for PropertyType',
    text: list(
      '<m:ExtendedProperties><t:ExtendedProperty PropertyTag="0x3001" ⟦attribute.unknown|Type⟧="Integer"/></m:ExtendedProperties>',
    ),
    fix: 'Change to PropertyType',
  },
  {
    about: 'the id on the operation',
    text: envelope(`<m:RemoveImGroup ⟦attribute.unknown|GroupId⟧="${groupId}"/>`),
    says: '<m:RemoveImGroup> has no attribute GroupId. Write it as the child <m:GroupId>.',
    fix: 'Write it as <m:GroupId>',
    after: remove(`\n      ${group}\n    `),
    others: [],
  },
  {
    about: 'Id and ChangeKey on the operation',
    text: envelope(`<m:RemoveImGroup ⟦attribute.unknown|Id⟧="${groupId}" ChangeKey="${groupKey}"></m:RemoveImGroup>`),
    fix: 'Write it as <m:GroupId>',
    after: remove(`\n      <m:GroupId Id="${groupId}" ChangeKey="${groupKey}"/>\n    `),
  },
  {
    about: 'both ids on the operation',
    text: envelope(
      `<m:RemoveImContactFromGroup ⟦attribute.unknown|ContactId⟧="${contactId}" ⟦attribute.unknown|GroupId⟧="${groupId}"/>`,
    ),
    fix: 'Write it as <m:ContactId>',
    after: envelope(
      `<m:RemoveImContactFromGroup ⟦attribute.unknown|GroupId⟧="${groupId}">\n      ${contact}\n    </m:RemoveImContactFromGroup>`,
    ),
  },
  {
    about: 'the name on the operation',
    text: envelope('<m:AddImGroup ⟦attribute.unknown|DisplayName⟧="R&amp;D"/>'),
    fix: 'Write it as <m:DisplayName>',
    after: add('\n      <m:DisplayName>R&amp;D</m:DisplayName>\n    '),
  },
  {
    about: 'the text as an attribute',
    text: add('<m:DisplayName ⟦attribute.unknown|Value⟧="Lunch" />'),
    says: '<m:DisplayName> has no attribute Value. Write its value between the tags.',
    fix: 'Put the value between the tags',
    after: add('<m:DisplayName>Lunch</m:DisplayName>'),
    others: [],
  },
  {
    about: 'the id on the operation, with a prefix',
    text: envelope(`<m:RemoveImGroup ⟦attribute.unknown|m:GroupId⟧="${groupId}"/>`),
    fix: 'Write it as <m:GroupId>',
    after: remove(`\n      ${group}\n    `),
  },
  {
    about: 'an attribute of another standard that is called like a child',
    text: addContact('').replace(
      '<m:AddNewImContactToGroup',
      '<m:AddNewImContactToGroup xmlns:x="urn:x" ⟦attribute.unknown|x:DisplayName⟧="Bob"',
    ),
    says: '<m:AddNewImContactToGroup> has no attribute x:DisplayName. Remove it.',
    fix: 'Remove x:DisplayName',
  },
];

const names: readonly Mistake[] = [
  {
    about: 'Name for DisplayName',
    text: add('<⟦child.unknown|m:Name⟧>Lunch</m:Name>'),
    says: '<m:Name> is not allowed in <m:AddImGroup>. Did you mean <m:DisplayName>?',
    fix: 'Change to <m:DisplayName>',
    after: add('<m:DisplayName>Lunch</m:DisplayName>'),
    others: [],
  },
  {
    about: 'ImGroup for GroupId',
    text: remove(`<⟦child.unknown|m:ImGroup⟧ Id="${groupId}"/>`),
    fix: 'Change to <m:GroupId>',
    after: sound,
  },
  {
    about: 'NewName for NewDisplayName',
    text: rename(`${group}<⟦child.unknown|m:NewName⟧>Lunch</m:NewName>`),
    fix: 'Change to <m:NewDisplayName>',
    after: rename(`${group}<m:NewDisplayName>Lunch</m:NewDisplayName>`),
  },
  {
    about: 'the one text that is missing under a name of its own',
    text: rename(`${group}<⟦child.unknown|m:Title⟧>Lunch</m:Title>`),
    fix: 'Change to <m:NewDisplayName>',
  },
  {
    about: 'one text where three are missing',
    text: envelope(
      '<m:AddNewTelUriContactToGroup><⟦child.unknown|m:Colour⟧>x</m:Colour></m:AddNewTelUriContactToGroup>',
    ),
    says: '<m:Colour> is not allowed in <m:AddNewTelUriContactToGroup>. Did you mean <m:TelUriAddress>, <m:ImContactSipUriAddress> or <m:ImTelephoneNumber>?',
    others: ['Change to <m:TelUriAddress>', 'Change to <m:ImContactSipUriAddress>', 'Change to <m:ImTelephoneNumber>'],
  },
  {
    about: 'the second ContactId is meant as GroupId',
    text: removeBoth(`${contact}<⟦child.repeated|m:ContactId⟧ Id="${groupId}"/>`),
    says: '<m:ContactId> stands twice in <m:RemoveImContactFromGroup>, and once is allowed. Did you mean <m:GroupId>?',
    fix: 'Change to <m:GroupId>',
    after: removeBoth(contact + group),
    others: [],
  },
  {
    about: 'both ids as t:ItemId',
    text: removeBoth(`<⟦child.unknown|t:ItemId⟧ Id="${contactId}"/><⟦child.unknown|t:ItemId⟧ Id="${groupId}"/>`),
    fix: 'Change to <m:ContactId>',
    after: removeBoth(`${contact}<⟦child.unknown|t:ItemId⟧ Id="${groupId}"/>`),
  },
  {
    about: 'UPN for PrincipalName',
    text: acting('<⟦child.unknown|t:UPN⟧>alex@contoso.example</t:UPN>'),
    fix: 'Change to <t:PrincipalName>',
    after: acting('<t:PrincipalName>alex@contoso.example</t:PrincipalName>'),
  },
  {
    about: 'an unknown way of naming the user: that none is there is its consequence',
    text: acting('<⟦child.unknown|t:Alias⟧>alex</t:Alias>'),
    fix: 'Remove <t:Alias>',
  },
  {
    about: 'AdditionalProperties for ExtendedProperties',
    text: list(
      '<⟦child.unknown|m:AdditionalProperties⟧><t:ExtendedProperty PropertyTag="0x3001" PropertyType="String"/></m:AdditionalProperties>',
    ),
    says: '<m:AdditionalProperties> is not allowed in <m:GetImItemList>. Did you mean <m:ExtendedProperties>?',
    fix: 'Change to <m:ExtendedProperties>',
  },
  {
    about: 'ItemIds, where both lists may be meant',
    text: items(`<⟦child.unknown|m:ItemIds⟧><t:ItemId Id="${contactId}"/></m:ItemIds>`),
    says: '<m:ItemIds> is not allowed in <m:GetImItems>. Did you mean <m:ContactIds> or <m:GroupIds>?',
    others: ['Change to <m:ContactIds>', 'Change to <m:GroupIds>', 'Remove <m:ItemIds>'],
  },
  {
    about: 'Name where DisplayName may be left out',
    text: addContact('<⟦child.unknown|m:Name⟧>Bob</m:Name>'),
    fix: 'Change to <m:DisplayName>',
    after: addContact('<m:DisplayName>Bob</m:DisplayName>'),
    others: ['Remove <m:Name>'],
  },
  {
    about: 'a Name that holds elements is no DisplayName',
    text: addContact('<⟦child.unknown|m:Name⟧><m:First>Bob</m:First></m:Name>'),
    fix: 'Remove <m:Name>',
  },
  {
    about: 'Address, which is a part of two names',
    text: envelope(
      '<m:AddNewTelUriContactToGroup><⟦child.unknown|m:Address⟧>x</m:Address></m:AddNewTelUriContactToGroup>',
    ),
    others: ['Change to <m:TelUriAddress>', 'Change to <m:ImContactSipUriAddress>', 'Change to <m:ImTelephoneNumber>'],
  },
  {
    about: 'an element that carries nothing of an id is not meant for one',
    text: envelope(`<m:AddImContactToGroup>${contact}<⟦child.unknown|m:Style⟧ Colour="red"/></m:AddImContactToGroup>`),
    fix: 'Remove <m:Style>',
  },
];

const lists: readonly Mistake[] = [
  {
    about: 'two ids without their list',
    text: items(`\n      <⟦child.unknown|t:ItemId⟧ Id="${contactId}"/>\n      <t:ItemId Id="${groupId}"/>\n    `),
    others: ['Put <t:ItemId> into <m:ContactIds>', 'Put <t:ItemId> into <m:GroupIds>'],
  },
  {
    about: 'two ids without their list, of which the ChangeKey says that they are groups',
    text: items(
      `\n      <⟦child.unknown|t:ItemId⟧ Id="${groupId}" ChangeKey="${groupKey}"/>\n      <t:ItemId Id="${groupId}"/>\n    `,
    ),
    fix: 'Put <t:ItemId> into <m:GroupIds>',
    after: items(
      `\n      <m:GroupIds>\n        <t:ItemId Id="${groupId}" ChangeKey="${groupKey}"/>\n        <t:ItemId Id="${groupId}"/>\n      </m:GroupIds>\n    `,
    ),
    others: ['Put <t:ItemId> into <m:ContactIds>'],
  },
  {
    about: 'ContactId twice in place of a list',
    text: items(
      `<⟦child.unknown|m:ContactId⟧ Id="${contactId}" ChangeKey="${contactKey}"/><m:ContactId Id="${contactId}"/>`,
    ),
    fix: 'Change to <m:ContactIds>',
    after: items(
      `<m:ContactIds><t:ItemId Id="${contactId}" ChangeKey="${contactKey}"/><t:ItemId Id="${contactId}"/></m:ContactIds>`,
    ),
    others: [],
  },
  {
    about: 'ids in place of a list that belongs behind another one',
    text: items(
      `\n      <⟦child.unknown|m:GroupId⟧ Id="${groupId}"/>\n      <m:GroupId Id="${contactId}"/>\n      <⟦child.out-of-order|m:ContactIds⟧><t:ItemId Id="${contactId}"/></m:ContactIds>\n    `,
    ),
    fix: 'Change to <m:GroupIds>',
    fixAll: items(
      `\n      <m:ContactIds><t:ItemId Id="${contactId}"/></m:ContactIds>\n      ${group}\n      <m:GroupId Id="${contactId}"/>\n    `,
    ),
  },
  {
    about: 'm:ExtendedProperty without its list',
    text: list('<⟦child.unknown|m:ExtendedProperty⟧ PropertyTag="0x3001" PropertyType="String"/>'),
    fix: 'Put <m:ExtendedProperty> into <m:ExtendedProperties>',
    after: list(
      '<m:ExtendedProperties><t:ExtendedProperty PropertyTag="0x3001" PropertyType="String"/></m:ExtendedProperties>',
    ),
  },
  {
    about: 't:Id with the id as its text in a list',
    text: items(`<m:ContactIds><⟦child.unknown|t:Id⟧>${contactId}</t:Id></m:ContactIds>`),
    fix: 'Change to <t:ItemId>',
    after: items(`<m:ContactIds><t:ItemId Id="${contactId}"/></m:ContactIds>`),
  },
  {
    about: 'the id on the list',
    text: items(`<⟦id.unwrapped|m:GroupIds⟧ Id="${groupId}" ChangeKey="${groupKey}"/>`),
    says: '<m:GroupIds> is a list: put the id on a <t:ItemId> inside it.',
    fix: 'Put the id into a <t:ItemId>',
    after: items(`<m:GroupIds><t:ItemId Id="${groupId}" ChangeKey="${groupKey}"/></m:GroupIds>`),
  },
  {
    about: 'a ChangeKey alone on the list',
    text: items(`<⟦id.unwrapped|m:GroupIds⟧ ChangeKey="${groupKey}"/>`),
    fix: 'Put the id into a <t:ItemId>',
    after: items(`<m:GroupIds><⟦attribute.missing|t:ItemId⟧ ChangeKey="${groupKey}"/></m:GroupIds>`),
  },
  {
    about: 'an id without its list in a document with tabs',
    text: tabbed(items(`\n      <⟦child.unknown|t:ItemId⟧ Id="${groupId}" ChangeKey="${groupKey}"/>\n    `)),
    fix: 'Put <t:ItemId> into <m:GroupIds>',
    after: tabbed(
      items(
        `\n      <m:GroupIds>\n        <t:ItemId Id="${groupId}" ChangeKey="${groupKey}"/>\n      </m:GroupIds>\n    `,
      ),
    ),
  },
];

const twins: readonly Mistake[] = [
  {
    about: 'the same child in another namespace',
    text: remove(`<⟦child.repeated|t:GroupId⟧ Id="${contactId}"/>${group}`),
    says: '<t:GroupId> stands beside <m:GroupId> in <m:RemoveImGroup>, and one is allowed. Remove one of them.',
    others: ['Remove <t:GroupId>'],
  },
  {
    about: 'the same child in another case',
    text: remove(`${group}<⟦child.repeated|m:groupId⟧ Id="${contactId}"/>`),
    others: ['Remove <m:groupId>'],
  },
  {
    about: 'an empty part in another case before the full one',
    text: sound.replace('<soap:Body>', '<⟦child.repeated|soap:body⟧/><soap:Body>'),
    fix: 'Remove <soap:body>',
    after: sound,
  },
  {
    about: 'two children with different ids',
    text: remove(`${group}<⟦child.repeated|m:GroupId⟧ Id="${contactId}"/>`),
    others: ['Remove <m:GroupId>', 'Remove the other <m:GroupId>'],
  },
  {
    about: 'the same child twice',
    text: remove(`${group}<⟦child.repeated|m:GroupId⟧ Id="${groupId}"/>`),
    fix: 'Remove <m:GroupId>',
    after: sound,
    others: [],
  },
  {
    about: 'an empty child before the full one',
    text: remove(`<⟦child.repeated|m:GroupId⟧/>${group}`),
    says: '<m:GroupId> stands twice in <m:RemoveImGroup>, and once is allowed. Remove one of them.',
    fix: 'Remove <m:GroupId>',
    after: sound,
  },
  {
    about: 'an empty child behind the full one',
    text: remove(`${group}<⟦child.repeated|m:GroupId⟧/>`),
    fix: 'Remove <m:GroupId>',
    after: sound,
  },
];

const texts: readonly Mistake[] = [
  {
    about: 'the name as text beside the group',
    text: rename(`${group}⟦content.text|Lunch⟧ &amp; Co`),
    fix: 'Put the text into <m:NewDisplayName>',
    after: rename(`${group}<m:NewDisplayName>Lunch &amp; Co</m:NewDisplayName>`),
    others: [],
  },
  {
    about: 'the name inside of the group',
    text: rename(`<m:GroupId Id="${groupId}">⟦content.not-empty|Lunch⟧</m:GroupId>`),
    fix: 'Put the text into <m:NewDisplayName>',
    after: rename(`${group}<m:NewDisplayName>Lunch</m:NewDisplayName>`),
  },
  {
    about: 'the id of the group as text beside the contact',
    text: removeBoth(`${contact}⟦content.text|${groupId}⟧`),
    fix: 'Put the text into <m:GroupId>',
    after: removeBoth(contact + group),
    others: [],
  },
  {
    about: 'an id as the text of a list',
    text: items(`<m:ContactIds>⟦content.text|${contactId}⟧</m:ContactIds>`),
    fix: 'Put the id into <t:ItemId>',
    after: items(`<m:ContactIds><t:ItemId Id="${contactId}"/></m:ContactIds>`),
  },
  {
    about: 'the operation with references for its angle brackets',
    text: envelope(
      `⟦content.text|&lt;⟧m:AddImGroup&gt;\r\n&lt;m:DisplayName&gt;Lunch &amp;amp; Club&lt;/m:DisplayName>&lt;/m:AddImGroup&gt;`,
    ),
    fix: 'Write < for &lt; and the like',
    after: envelope('<m:AddImGroup>\r\n<m:DisplayName>Lunch &amp; Club</m:DisplayName></m:AddImGroup>'),
    others: ['Remove the text'],
  },
  {
    about: 'the operation in a CDATA section',
    text: envelope('⟦content.text|<![CDATA[<m:GetImItemList/>]]>⟧'),
    fix: 'Remove the CDATA marks',
    after: envelope('<m:GetImItemList/>'),
    others: ['Remove the text'],
  },
  {
    about: 'a cut id as the text of an operation that takes nothing but an id',
    text: remove(`⟦content.text|${groupId.slice(0, 60)}⟧`),
    fix: 'Put the id into <m:GroupId>',
    after: remove(`<m:GroupId Id="⟦id.cut|${groupId.slice(0, 60)}⟧"/>`),
    others: ['Remove the text'],
  },
  {
    about: 'an id as the text of an operation that takes a name, too',
    text: rename(`⟦content.text|${groupId}⟧`),
    fix: 'Put the id into <m:GroupId>',
    after: envelope(`<⟦child.missing|m:SetImGroup⟧>${group}</m:SetImGroup>`),
  },
  {
    about: 'a name as the text of an operation that takes an id, too',
    text: rename('⟦content.text|Lunch⟧'),
    fix: 'Put the text into <m:NewDisplayName>',
    after: envelope('<⟦child.missing|m:SetImGroup⟧><m:NewDisplayName>Lunch</m:NewDisplayName></m:SetImGroup>'),
  },
  {
    about: 'a name in a tag of HTML, with a bare &',
    text: add('<m:DisplayName><⟦child.unknown|b⟧>R ⟦xml.raw-ampersand|&⟧ D</b></m:DisplayName>'),
    fix: 'Keep the text of <b> only',
    after: add('<m:DisplayName>R ⟦xml.raw-ampersand|&⟧ D</m:DisplayName>'),
    others: ['Remove <b>'],
    fixAll: add('<m:DisplayName><b>R &amp; D</b></m:DisplayName>'),
  },
];

mistakes('mistakes: what an element should carry stands inside', wrapped);
mistakes('mistakes: attributes of other names', attributes);
mistakes('mistakes: elements of other names', names);
mistakes('mistakes: parts of lists', lists);
mistakes('mistakes: the same twice', twins);
mistakes('mistakes: text where elements stand', texts);

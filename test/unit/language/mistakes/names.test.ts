import {
  add,
  contact,
  contactId,
  envelope,
  group,
  groupId,
  groupKey,
  items,
  list,
  type Mistake,
  mistakes,
  remove,
  removeBoth,
  rename,
  sound,
  version,
} from './mistake.ts';

const addContact = (content: string) =>
  envelope(
    `<m:AddNewImContactToGroup><m:ImAddress>bob@contoso.example</m:ImAddress>${content}</m:AddNewImContactToGroup>`,
  );
const acting = (user: string) =>
  envelope(
    '<m:GetImItemList/>',
    `${version}<t:ExchangeImpersonation><t:ConnectingSID>${user}</t:ConnectingSID></t:ExchangeImpersonation>`,
  );

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
    after: remove('<m:GroupId ⟦attribute.unknown|Name⟧="Lunch" Id="⟦placeholder.unfilled|{{group id}}⟧"/>'),
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
    after: list(
      '<m:ExtendedProperties><t:ExtendedProperty PropertyTag="0x3001" PropertyType="Integer"/></m:ExtendedProperties>',
    ),
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
    after: addContact('').replace('<m:AddNewImContactToGroup', '<m:AddNewImContactToGroup xmlns:x="urn:x"'),
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
    after: rename(`${group}<m:NewDisplayName>Lunch</m:NewDisplayName>`),
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
    after: acting('').replace('t:ConnectingSID', '⟦choice.missing|t:ConnectingSID⟧'),
  },
  {
    about: 'AdditionalProperties for ExtendedProperties',
    text: list(
      '<⟦child.unknown|m:AdditionalProperties⟧><t:ExtendedProperty PropertyTag="0x3001" PropertyType="String"/></m:AdditionalProperties>',
    ),
    says: '<m:AdditionalProperties> is not allowed in <m:GetImItemList>. Did you mean <m:ExtendedProperties>?',
    fix: 'Change to <m:ExtendedProperties>',
    after: list(
      '<m:ExtendedProperties><t:ExtendedProperty PropertyTag="0x3001" PropertyType="String"/></m:ExtendedProperties>',
    ),
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
    after: addContact(''),
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
    after: envelope(`<m:AddImContactToGroup>${contact}</m:AddImContactToGroup>`),
  },
];

mistakes('mistakes: attributes of other names', attributes);
mistakes('mistakes: elements of other names', names);

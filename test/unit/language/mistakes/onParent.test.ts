import {
  contactId,
  envelope,
  group,
  groupId,
  groupIds,
  groupKey,
  items,
  list,
  type Mistake,
  mistakes,
  removeGroup,
  rename,
  version,
} from './mistake.ts';

const on = (tag: string) => envelope(`<m:${tag}/>`);
const unknown = (name: string, value: string) => `⟦attribute.unknown|${name}⟧="${value}"`;
const contacts = `<m:ContactIds>\n        <t:ItemId Id="${contactId}"/>\n      </m:ContactIds>`;
const property = '<t:ExtendedProperty PropertyTag="0x3001" PropertyType="String"/>';
const newName = '<m:NewDisplayName>Lunch</m:NewDisplayName>';
const acting = (user: string) => envelope(removeGroup, `${version}${user}`);

const deeper: readonly Mistake[] = [
  {
    about:
      'an id and its ChangeKey in lower case on their list: one problem, which no other kind of id there has to do with',
    text: items(`<m:GroupIds ${unknown('id', groupId)} changekey="${groupKey}"/>`),
    fix: 'Write it as <t:ItemId>',
    after: items(`<m:GroupIds>\n      <t:ItemId Id="${groupId}" ChangeKey="${groupKey}"/>\n    </m:GroupIds>`),
  },
  {
    about: 'an id under the name of its list',
    text: on(`GetImItems ${unknown('ContactIds', contactId)}`),
    says: '<m:GetImItems> has no attribute ContactIds. Write it as the child <t:ItemId>.',
    fix: 'Write it as <t:ItemId>',
    after: items(`\n      ${contacts}\n    `),
    others: [],
  },
  {
    about: 'ids under the names of both lists: each is a problem of its own',
    text: on(`GetImItems ${unknown('ContactIds', contactId)} ${unknown('GroupIds', groupId)}`),
    fix: 'Write it as <t:ItemId>',
    after: envelope(`<m:GetImItems ${unknown('GroupIds', groupId)}>\n      ${contacts}\n    </m:GetImItems>`),
  },
  {
    about: 'an id under its name in the list',
    text: items(`<m:ContactIds ${unknown('ItemId', contactId)}/>`),
    fix: 'Write it as <t:ItemId>',
    after: items(`<m:ContactIds>\n      <t:ItemId Id="${contactId}"/>\n    </m:ContactIds>`),
  },
  {
    about: 'a property on its list is one problem',
    text: list(`<m:ExtendedProperties ${unknown('PropertyTag', '0x3001')} PropertyType="String"/>`),
    says: '<m:ExtendedProperties> has no attribute PropertyTag. Write it as the child <t:ExtendedProperty>.',
    fix: 'Write it as <t:ExtendedProperty>',
    after: list(`<m:ExtendedProperties>\n      ${property}\n    </m:ExtendedProperties>`),
    others: [],
  },
  {
    about: 'a property on the operation, names in small letters',
    text: on(`GetImItemList ${unknown('propertyTag', '0x3001')} propertytype="String"`),
    fix: 'Write it as <t:ExtendedProperty>',
    after: list(`\n      <m:ExtendedProperties>\n        ${property}\n      </m:ExtendedProperties>\n    `),
  },
  {
    about: 'a property on an operation that takes ids, too',
    text: envelope(
      `<m:GetImItems ${unknown('PropertyTag', '0x3001')} PropertyType="String">${groupIds}</m:GetImItems>`,
    ),
    fix: 'Write it as <t:ExtendedProperty>',
    after: items(`${groupIds}<m:ExtendedProperties>\n        ${property}\n      </m:ExtendedProperties>`),
  },
];

const otherwiseNamed: readonly Mistake[] = [
  {
    about: 'the id of the group, with a letter too few in its name',
    text: on(`RemoveImGroup ${unknown('GrupId', groupId)}`),
    says: '<m:RemoveImGroup> has no attribute GrupId. Write it as the child <m:GroupId>.',
    fix: 'Write it as <m:GroupId>',
    after: envelope(`<m:RemoveImGroup>\n      ${group}\n    </m:RemoveImGroup>`),
  },
  {
    about: 'the new name of a group, as the name is called elsewhere',
    text: envelope(`<m:SetImGroup ${unknown('DisplayName', 'Lunch')}>${group}</m:SetImGroup>`),
    says: '<m:SetImGroup> has no attribute DisplayName. Write it as the child <m:NewDisplayName>.',
    fix: 'Write it as <m:NewDisplayName>',
    after: rename(`${group}${newName}`),
  },
  {
    about: 'the group and its new name: two problems, and nothing is missing besides',
    text: on(`SetImGroup ${unknown('GroupId', groupId)} ${unknown('DisplayName', 'Lunch')}`),
    fix: 'Write it as <m:GroupId>',
    after: envelope(`<m:SetImGroup ${unknown('DisplayName', 'Lunch')}>\n      ${group}\n    </m:SetImGroup>`),
  },
  {
    about: 'two names: neither is lost with the other',
    text: envelope(
      `<m:SetImGroup ${unknown('DisplayName', 'Lunch')} ${unknown('NewDisplayName', 'Dinner')}>${group}</m:SetImGroup>`,
    ),
    fix: 'Write it as <m:NewDisplayName>',
    after: envelope(`<m:SetImGroup ${unknown('NewDisplayName', 'Dinner')}>${group}${newName}</m:SetImGroup>`),
  },
  {
    about: 'two ids of one group: neither is lost with the other',
    text: envelope(
      `<m:SetImGroup ${unknown('GroupId', groupId)} ${unknown('Id', contactId)}>${newName}</m:SetImGroup>`,
    ),
    fix: 'Write it as <m:GroupId>',
    after: envelope(`<m:SetImGroup ${unknown('Id', contactId)}>${group}${newName}</m:SetImGroup>`),
  },
  {
    about: 'a user by another word for the address',
    text: acting(
      `<t:ExchangeImpersonation><t:ConnectingSID ${unknown('email', 'a@b.example')}/></t:ExchangeImpersonation>`,
    ),
    fix: 'Write it as <t:PrimarySmtpAddress>',
    after: acting(
      '<t:ExchangeImpersonation><t:ConnectingSID>\n    <t:PrimarySmtpAddress>a@b.example</t:PrimarySmtpAddress>\n  </t:ConnectingSID></t:ExchangeImpersonation>',
    ),
  },
];

const bare = envelope('<m:GetImItemList/>', '');
const versioned = (name: string, value: string) =>
  bare.replace('GetImItemList', `GetImItemList ${unknown(name, value)}`);
const written = bare.replace('></soap:Header>', `>\n    ${version}\n  </soap:Header>`);

const versions: readonly Mistake[] = [
  {
    about: 'the version on the operation: it is not missing as well',
    text: versioned('Version', 'Exchange2013_SP1'),
    says: '<m:GetImItemList> has no attribute Version. Write it as the header <t:RequestServerVersion>.',
    fix: 'Write it as <t:RequestServerVersion>',
    after: written,
    others: [],
  },
  {
    about: 'the version that the author wrote is kept',
    text: versioned('ServerVersion', 'Exchange2013'),
    fix: 'Write it as <t:RequestServerVersion>',
    after: written.replace('Exchange2013_SP1', 'Exchange2013'),
  },
  {
    about: 'the version on the Header',
    text: bare.replace('<soap:Header>', `<soap:Header ${unknown('Version', 'Exchange2013_SP1')}>`),
    says: '<soap:Header> has no attribute Version. Write it as the header <t:RequestServerVersion>.',
    fix: 'Write it as <t:RequestServerVersion>',
    after: written,
  },
  {
    about: 'the version on the Envelope, without a Header',
    text: bare
      .replace('<soap:Header></soap:Header>\n  ', '')
      .replace('<soap:Envelope', `<soap:Envelope ${unknown('Version', 'Exchange2013_SP1')}`),
    fix: 'Write it as <t:RequestServerVersion>',
    after: written,
  },
  {
    about: 'a version besides that of the header: it is for the author to say which is meant',
    text: list('').replace('<m:GetImItemList', `<m:GetImItemList ${unknown('Version', 'Exchange2013')}`),
    says: '<m:GetImItemList> has no attribute Version. Remove it.',
    others: ['Remove Version'],
  },
  {
    about: 'a value that is no version: the version is missing',
    text: versioned('Version', '15').replace('<soap:Header', '<⟦version.missing|soap:Header⟧'),
    fix: 'Add RequestServerVersion Exchange2013_SP1',
    after: versioned('Version', '15').replace('></soap:Header>', `>\n    ${version}\n  </soap:Header>`),
    fixAll: written.replace('<m:GetImItemList', '<m:GetImItemList Version="15"'),
  },
];

const forTheAuthor: readonly Mistake[] = [
  {
    about: 'a property in one word, which takes several attributes',
    text: list(`<⟦choice.missing|m:ExtendedProperties⟧ ${unknown('ExtendedProperty', '0x3001')}/>`),
    others: ['Add <t:ExtendedProperty>'],
  },
  {
    about: 'a name besides the new one',
    text: envelope(`<m:SetImGroup ${unknown('DisplayName', 'Dinner')}>${group}${newName}</m:SetImGroup>`),
    others: ['Remove DisplayName'],
  },
  {
    about: 'an id of a contact or of a group',
    text: on(`GetImItems ${unknown('Id', contactId)}`),
    others: ['Remove Id'],
  },
  {
    about: 'a name that EWS has, and no value',
    text: on(`GetImItems ${unknown('Id', ' ')}`),
    fix: 'Remove Id',
    after: on('GetImItems'),
  },
  {
    about: 'a name that EWS does not have',
    text: on(`GetImItems ${unknown('Mailbox', 'bob')}`),
    fix: 'Remove Mailbox',
    after: on('GetImItems'),
  },
];

mistakes('mistakes: an attribute that is meant as the version', versions);
mistakes('mistakes: an attribute that is removed by choice alone', forTheAuthor);
mistakes('mistakes: an attribute that is meant deeper inside', deeper);
mistakes('mistakes: an attribute that is meant as a child of another name', otherwiseNamed);

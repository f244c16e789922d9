import {
  add,
  address,
  contact,
  envelope,
  groupId,
  groupIds,
  items,
  type Mistake,
  mistakes,
  newContact,
  remove,
  version,
} from './mistake.ts';

const intoGroup = (content: string) => envelope(`<m:AddImContactToGroup>${content}</m:AddImContactToGroup>`);
const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

const absent: readonly Mistake[] = [
  {
    about: 'a required name that is said to be absent',
    text: add(`<m:DisplayName ${xsi} ⟦type.substituted|xsi:nil="true"⟧/>`),
    says: 'xsi:nil="true" says that <m:DisplayName> is absent, and EWS takes no element for that. Remove the attribute, and fill the element in.',
    fix: 'Remove xsi:nil',
    after: add(`<⟦value.empty|m:DisplayName⟧ ${xsi}/>`),
    others: [],
  },
  {
    about: 'an optional group that is said to be absent, as XML libraries do',
    text: intoGroup(`${contact}<m:GroupId ${xsi} ⟦type.substituted|xsi:nil="true"⟧/>`),
    says: 'xsi:nil="true" says that <m:GroupId> is absent, and EWS takes no element for that. Leave the element out.',
    fix: 'Remove <m:GroupId>',
    after: intoGroup(contact),
    others: ['Remove xsi:nil'],
  },
  {
    about: 'an optional name that is said to be absent, with both tags',
    text: newContact(`${address}<m:DisplayName ${xsi} ⟦type.substituted|xsi:nil="1"⟧></m:DisplayName>`),
    fix: 'Remove <m:DisplayName>',
    after: newContact(address),
  },
  {
    about: 'an optional list that is said to be absent',
    text: items(`<m:ContactIds ${xsi} ⟦type.substituted|xsi:nil="true"⟧/>${groupIds}`),
    fix: 'Remove <m:ContactIds>',
    after: items(groupIds),
  },
  {
    about: 'a group with an id that is said to be absent: the id stays',
    text: intoGroup(`${contact}<m:GroupId ${xsi} ⟦type.substituted|xsi:nil="true"⟧ Id="${groupId}"/>`),
    says: 'The attribute xsi:nil="true" does not fit this element. Remove it.',
    fix: 'Remove xsi:nil',
    after: intoGroup(`${contact}<m:GroupId ${xsi} Id="${groupId}"/>`),
  },
];

const empty: readonly Mistake[] = [
  {
    about: 'an optional group without an id',
    text: intoGroup(`${contact}<⟦attribute.missing|m:GroupId⟧/>`),
    fix: 'Add Id="…"',
    after: intoGroup(`${contact}<m:GroupId Id="⟦placeholder.unfilled|{{group id}}⟧"/>`),
    others: ['Remove <m:GroupId>'],
    fixAll: intoGroup(`${contact}<m:GroupId Id="{{group id}}"/>`),
  },
  {
    about: 'a required group without an id',
    text: remove('<⟦attribute.missing|m:GroupId⟧/>'),
    fix: 'Add Id="…"',
    after: remove('<m:GroupId Id="⟦placeholder.unfilled|{{group id}}⟧"/>'),
    others: [],
    fixAll: remove('<m:GroupId Id="{{group id}}"/>'),
  },
  {
    about: 'an optional name that is empty',
    text: newContact(`${address}<⟦value.empty|m:DisplayName⟧></m:DisplayName>`),
    fix: 'Remove <m:DisplayName>',
    after: newContact(address),
    others: [],
  },
  { about: 'a required name that is empty', text: add('<⟦value.empty|m:DisplayName⟧/>'), others: [] },
  {
    about: 'a culture that is empty',
    text: envelope('<m:GetImItemList/>', `${version}<⟦value.empty|t:MailboxCulture⟧/>`),
    fix: 'Remove <t:MailboxCulture>',
    after: envelope('<m:GetImItemList/>'),
  },
  {
    about: 'a version without a value: it is wanted',
    text: envelope('<m:GetImItemList/>', '<⟦attribute.missing|t:RequestServerVersion⟧/>'),
    fix: 'Add Version="…"',
    after: envelope('<m:GetImItemList/>'),
    others: [],
    fixAll: envelope('<m:GetImItemList/>'),
  },
];

mistakes('mistakes: elements that are said to be absent', absent);
mistakes('mistakes: elements that are empty', empty);

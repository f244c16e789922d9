import {
  contactId,
  contactKey,
  envelope,
  groupId,
  groupKey,
  type Mistake,
  mistakes,
  newContact,
  remove,
  removeBoth,
  removeGroup,
  version,
} from './mistake.ts';

const operation = (name: string) => (content: string) => envelope(`<m:${name}>${content}</m:${name}>`);
const addDistributionGroup = operation('AddDistributionGroupToImList');
const telephone = operation('AddNewTelUriContactToGroup');
const twin = (child: string) => child.replace(/<([^\s>/]+)/, '<⟦child.repeated|$1⟧');
const misplaced = (child: string) => child.replace(/<([^\s>/]+)/, '<⟦child.out-of-order|$1⟧');

const acting = (user: string) =>
  envelope(
    removeGroup,
    `${version}<t:ExchangeImpersonation><t:ConnectingSID>${user}</t:ConnectingSID></t:ExchangeImpersonation>`,
  );
const further = (child: string) => child.replace(/<([^\s>/]+)/, '<⟦choice.several|$1⟧');
const sid = '<t:SID>S-1-5-21-1-2</t:SID>';
const bob = '<t:PrincipalName>bob@contoso.example</t:PrincipalName>';

const id = (name: string, value: string, key?: string) =>
  `<m:${name} Id="${value}"${key === undefined ? '' : ` ChangeKey="${key}"`}/>`;
const contactAs = (name: string) => id(name, contactId);
const groupAs = (name: string) => id(name, groupId);
const keyedContact = (name: string) => id(name, contactId, contactKey);
const keyedGroup = (name: string) => id(name, groupId, groupKey);
const text = (name: string, value: string) => `<m:${name}>${value}</m:${name}>`;

const byPlace: readonly Mistake[] = [
  {
    about: 'GroupId twice: the first is the contact',
    text: removeBoth(`${twin(contactAs('GroupId'))}${groupAs('GroupId')}`),
    says: '<m:GroupId> stands twice in <m:RemoveImContactFromGroup>, and once is allowed. Did you mean <m:ContactId>?',
    fix: 'Change to <m:ContactId>',
    after: removeBoth(`${contactAs('ContactId')}${groupAs('GroupId')}`),
    others: [],
  },
  {
    about: 'ContactId twice: the second is the group',
    text: removeBoth(`${contactAs('ContactId')}${twin(groupAs('ContactId'))}`),
    fix: 'Change to <m:GroupId>',
    after: removeBoth(`${contactAs('ContactId')}${groupAs('GroupId')}`),
  },
  {
    about: 'GroupId twice, where a group may be left out and a contact may not',
    text: operation('AddImContactToGroup')(`${twin(contactAs('GroupId'))}${groupAs('GroupId')}`),
    fix: 'Change to <m:ContactId>',
    after: operation('AddImContactToGroup')(`${contactAs('ContactId')}${groupAs('GroupId')}`),
  },
  {
    about: 'names that tell nothing',
    text: addDistributionGroup(`${twin(text('DisplayName', 'sales'))}${text('DisplayName', 'Sales')}`),
    fix: 'Change to <m:SmtpAddress>',
    after: addDistributionGroup(
      `<m:SmtpAddress>⟦address.no-at-sign|sales⟧</m:SmtpAddress>${text('DisplayName', 'Sales')}`,
    ),
  },
  {
    about: 'three of one name: each is that of its turn',
    text: telephone(
      `${twin(text('ImTelephoneNumber', 'a'))}${twin(text('ImTelephoneNumber', 'b'))}${text('ImTelephoneNumber', 'c')}`,
    ),
    fix: 'Change to <m:TelUriAddress>',
    after: telephone(
      `<m:TelUriAddress>⟦address.no-tel|a⟧</m:TelUriAddress>${twin(text('ImTelephoneNumber', 'b'))}${text('ImTelephoneNumber', 'c')}`,
    ),
  },
  {
    about: 'three of one name where two are wanted: which is meant, only the author knows',
    text: removeBoth(`${contactAs('GroupId')}${twin(groupAs('GroupId'))}${twin(groupAs('GroupId'))}`).replace(
      '<m:RemoveImContactFromGroup>',
      '<⟦child.missing|m:RemoveImContactFromGroup⟧>',
    ),
    fix: 'Add <m:ContactId>',
    after: removeBoth(
      `<m:ContactId Id="⟦placeholder.unfilled|{{contact id}}⟧"/>${contactAs('GroupId')}${twin(groupAs('GroupId'))}${twin(groupAs('GroupId'))}`,
    ),
    fixAll: removeBoth(
      `<m:ContactId Id="{{contact id}}"/>${contactAs('GroupId')}${groupAs('GroupId')}${groupAs('GroupId')}`,
    ),
  },
  {
    about: 'a group twice, where nothing else is wanted',
    text: remove(`${groupAs('GroupId')}${twin(contactAs('GroupId'))}`),
    others: ['Remove <m:GroupId>', 'Remove the other <m:GroupId>'],
  },
];

const bySaying: readonly Mistake[] = [
  {
    about: 'both ChangeKeys tell what their place tells: no third problem of the kind of the id',
    text: removeBoth(`${twin(keyedContact('GroupId'))}${keyedGroup('GroupId')}`),
    fix: 'Change to <m:ContactId>',
    after: removeBoth(`${keyedContact('ContactId')}${keyedGroup('GroupId')}`),
  },
  {
    about: 'the ChangeKeys tell otherwise: the second is the contact, and its order is told when it has its name',
    text: removeBoth(`${keyedGroup('GroupId')}${twin(keyedContact('GroupId'))}`),
    fix: 'Change to <m:ContactId>',
    after: removeBoth(`${misplaced(keyedGroup('GroupId'))}${keyedContact('ContactId')}`),
  },
  {
    about: 'one ChangeKey is enough',
    text: removeBoth(`${keyedGroup('GroupId')}${twin(contactAs('GroupId'))}`),
    fix: 'Change to <m:ContactId>',
    after: removeBoth(`${misplaced(keyedGroup('GroupId'))}${contactAs('ContactId')}`),
  },
  {
    about: 'the first ContactId is a group by its ChangeKey',
    text: removeBoth(`${twin(keyedGroup('ContactId'))}${contactAs('ContactId')}`),
    fix: 'Change to <m:GroupId>',
    after: removeBoth(`${misplaced(keyedGroup('GroupId'))}${contactAs('ContactId')}`),
  },
  {
    about: 'an address in the first DisplayName',
    text: newContact(`${twin(text('DisplayName', 'a@b.example'))}${text('DisplayName', 'Bob')}`),
    fix: 'Change to <m:ImAddress>',
    after: newContact(`${text('ImAddress', 'a@b.example')}${text('DisplayName', 'Bob')}`),
  },
  {
    about: 'an address in the second DisplayName',
    text: newContact(`${text('DisplayName', 'Bob')}${twin(text('DisplayName', 'a@b.example'))}`),
    fix: 'Change to <m:ImAddress>',
    after: newContact(`${misplaced(text('DisplayName', 'Bob'))}${text('ImAddress', 'a@b.example')}`),
  },
  {
    about: 'a telephone in the first address of a chat',
    text: telephone(
      `${twin(text('ImContactSipUriAddress', 'tel:+1'))}${text('ImContactSipUriAddress', 'sip:a@b.example')}${text('ImTelephoneNumber', '+1')}`,
    ),
    fix: 'Change to <m:TelUriAddress>',
    after: telephone(
      `${text('TelUriAddress', 'tel:+1')}${text('ImContactSipUriAddress', 'sip:a@b.example')}${text('ImTelephoneNumber', '+1')}`,
    ),
  },
  {
    about: 'a telephone in the second one',
    text: telephone(
      `${text('ImContactSipUriAddress', 'sip:a@b.example')}${twin(text('ImContactSipUriAddress', 'tel:+1'))}${text('ImTelephoneNumber', '+1')}`,
    ),
    fix: 'Change to <m:TelUriAddress>',
    after: telephone(
      `${misplaced(text('ImContactSipUriAddress', 'sip:a@b.example'))}${text('TelUriAddress', 'tel:+1')}${text('ImTelephoneNumber', '+1')}`,
    ),
  },
];

const users: readonly Mistake[] = [
  {
    about: 'which of two SIDs is meant is for the author to say',
    text: acting(`${sid}${twin('<t:SID>S-1-5-21-1-3</t:SID>')}`),
    says: '<t:SID> stands twice in <t:ConnectingSID>, and once is allowed. Remove one of them.',
    others: ['Remove <t:SID>', 'Remove the other <t:SID>'],
  },
  {
    about: 'one user twice in the same way',
    text: acting(`${bob}${twin(bob)}`),
    says: '<t:PrincipalName> stands twice in <t:ConnectingSID>, and once is allowed. Remove one of them.',
    fix: 'Remove <t:PrincipalName>',
    after: acting(bob),
    others: [],
  },
  {
    about: 'one user in one way, and twice in another: keeping the one twin is like keeping the other',
    text: acting(`${sid}${further(bob)}${further(bob)}`),
    others: ['Keep <t:SID>', 'Keep <t:PrincipalName>'],
  },
  {
    about: 'one user in one way, and two in another',
    text: acting(`${sid}${further(bob)}${further(bob.replace('bob', 'ann'))}`),
    others: [
      'Keep <t:SID>',
      'Keep <t:PrincipalName> bob@contoso.example',
      'Keep <t:PrincipalName> ann@contoso.example',
    ],
  },
];

mistakes('mistakes: the same way twice to name a user', users);
mistakes('mistakes: the same child twice, by its place', byPlace);
mistakes('mistakes: the same child twice, by what it says', bySaying);

import {
  address,
  contact,
  contactId,
  contactKey,
  envelope,
  group,
  groupId,
  groupIds,
  groupKey,
  items,
  list,
  type Mistake,
  mistakes,
  newContact,
  remove,
  removeBoth,
  rename,
} from './mistake.ts';

const operation = (name: string) => (content: string) => envelope(`<m:${name}>${content}</m:${name}>`);
const addContact = operation('AddImContactToGroup');
const addGroup = operation('AddImGroup');
const removeContact = operation('RemoveContactFromImList');
const name = '<m:DisplayName>Lunch</m:DisplayName>';
const newName = '<m:NewDisplayName>Lunch</m:NewDisplayName>';
const telephone =
  '<m:TelUriAddress>tel:+1</m:TelUriAddress><m:ImContactSipUriAddress>sip:a@b.example</m:ImContactSipUriAddress><m:ImTelephoneNumber>+1</m:ImTelephoneNumber>';
const migrated = '<m:ImListMigrationCompleted>true</m:ImListMigrationCompleted>';
const unknown = (child: string) => child.replace(/<([^\s>/]+)/, '<⟦child.unknown|$1⟧');
const keyedContact = (child: string) => `<m:${child} Id="${contactId}" ChangeKey="${contactKey}"/>`;
const keyedGroup = (child: string) => `<m:${child} Id="${groupId}" ChangeKey="${groupKey}"/>`;
const changeTo = (operation: string) => `Change the operation to <m:${operation}>`;

const wrong: readonly Mistake[] = [
  {
    about: 'a contact and a group, to remove the contact from the list',
    text: removeContact(`${contact}${unknown(group)}`),
    says: '<m:GroupId> is not allowed in <m:RemoveContactFromImList>. All that stands there is what <m:RemoveImContactFromGroup> takes: did you mean that?',
    fix: changeTo('RemoveImContactFromGroup'),
    after: removeBoth(`${contact}${group}`),
    others: ['Remove <m:GroupId>'],
  },
  {
    about: 'a contact and a group, to remove the group',
    text: remove(`${unknown(contact)}${group}`),
    fix: changeTo('RemoveImContactFromGroup'),
    after: removeBoth(`${contact}${group}`),
    others: ['Remove <m:ContactId>'],
  },
  {
    about: 'a contact and a group, to remove a distribution group',
    text: operation('RemoveDistributionGroupFromImList')(`${unknown(contact)}${group}`),
    fix: changeTo('RemoveImContactFromGroup'),
    after: removeBoth(`${contact}${group}`),
  },
  {
    about: 'ids for the list of everything',
    text: list(unknown(groupIds)),
    fix: changeTo('GetImItems'),
    after: items(groupIds),
    others: ['Remove <m:GroupIds>'],
  },
  {
    about: 'an address, a name and a group, to add a contact that is there: one problem for all three',
    text: addContact(`${unknown(address)}${name}${group}`),
    fix: changeTo('AddNewImContactToGroup'),
    after: newContact(`${address}${name}${group}`),
    others: ['Remove <m:ImAddress>'],
  },
  {
    about: 'an address alone, to add a contact that is there',
    text: addContact(unknown(address)),
    fix: changeTo('AddNewImContactToGroup'),
    after: newContact(address),
  },
  {
    about: 'a contact and a group, to add a new contact',
    text: newContact(`${unknown(contact)}${group}`),
    fix: changeTo('AddImContactToGroup'),
    after: addContact(`${contact}${group}`),
  },
  {
    about: 'a contact alone, to add a new contact: its group may be left out',
    text: newContact(unknown(contact)),
    fix: changeTo('AddImContactToGroup'),
    after: addContact(contact),
  },
  {
    about: 'a telephone number, to add a new contact by its address',
    text: newContact(`${unknown(telephone)}${group}`),
    fix: changeTo('AddNewTelUriContactToGroup'),
    after: operation('AddNewTelUriContactToGroup')(`${telephone}${group}`),
  },
  {
    about: 'a group and its new name, to add a group',
    text: addGroup(`${unknown(group)}${newName}`),
    fix: changeTo('SetImGroup'),
    after: rename(`${group}${newName}`),
  },
  {
    about: 'the migration, to rename a group',
    text: rename(unknown(migrated)),
    fix: changeTo('SetImListMigrationCompleted'),
    after: operation('SetImListMigrationCompleted')(migrated),
  },
  {
    about: 'both tags get the name, in lines and with a comment, under the prefix of the document',
    text: removeContact(`\n      <!-- Bob -->\n      ${contact}\n      ${unknown(group)}\n    `)
      .replaceAll('m:', 'x:')
      .replace('xmlns:m', 'xmlns:x'),
    fix: 'Change the operation to <x:RemoveImContactFromGroup>',
    after: removeBoth(`\n      <!-- Bob -->\n      ${contact}\n      ${group}\n    `)
      .replaceAll('m:', 'x:')
      .replace('xmlns:m', 'xmlns:x'),
  },
];

const besides: readonly Mistake[] = [
  {
    about: 'the order that the other operation wants is told once that one is written',
    text: remove(`${group}${unknown(contact)}`),
    fix: changeTo('RemoveImContactFromGroup'),
    after: removeBoth(`<⟦child.out-of-order|m:GroupId⟧ Id="${groupId}"/>${contact}`),
  },
  {
    about: 'a namespace is a mistake of its own',
    text: removeContact(`${contact}<⟦child.unknown|⟦child.wrong-namespace|t:GroupId⟧⟧ Id="${groupId}"/>`),
    fix: changeTo('RemoveImContactFromGroup'),
    after: removeBoth(`${contact}<⟦child.wrong-namespace|t:GroupId⟧ Id="${groupId}"/>`),
    fixAll: removeContact(`${contact}${group}`),
  },
];

const eitherName: readonly Mistake[] = [
  {
    about: 'a contact to remove a group, without a ChangeKey: which name is meant, only the author knows',
    text: remove(unknown(contact)),
    says: '<m:ContactId> is not allowed in <m:RemoveImGroup>. Did you mean <m:GroupId>, or the operation <m:RemoveContactFromImList>?',
    others: ['Change to <m:GroupId>', changeTo('RemoveContactFromImList')],
  },
  {
    about: 'a group to remove a contact, without a ChangeKey',
    text: removeContact(unknown(group)),
    says: '<m:GroupId> is not allowed in <m:RemoveContactFromImList>. Did you mean <m:ContactId>, or the operation <m:RemoveDistributionGroupFromImList> or <m:RemoveImGroup>?',
    others: ['Change to <m:ContactId>', changeTo('RemoveDistributionGroupFromImList'), changeTo('RemoveImGroup')],
  },
  {
    about: 'an id between the tags, which either name has as an attribute',
    text: remove(`<⟦child.unknown|m:ContactId⟧>⟦content.not-empty|${contactId}⟧</m:ContactId>`),
    others: ['Change to <m:GroupId>', changeTo('RemoveContactFromImList')],
  },
  {
    about: 'a contact by its ChangeKey, to remove a group: the operation is misnamed',
    text: remove(unknown(keyedContact('ContactId'))),
    says: '<m:ContactId> is not allowed in <m:RemoveImGroup>. All that stands there is what <m:RemoveContactFromImList> takes: did you mean that?',
    fix: changeTo('RemoveContactFromImList'),
    after: removeContact(keyedContact('ContactId')),
    others: ['Remove <m:ContactId>'],
  },
  {
    about: 'a group by its ChangeKey, to remove a contact: there are two operations for groups',
    text: removeContact(unknown(keyedGroup('GroupId'))),
    says: '<m:GroupId> is not allowed in <m:RemoveContactFromImList>. All that stands there is what <m:RemoveDistributionGroupFromImList> or <m:RemoveImGroup> takes: did you mean one of them?',
    others: [changeTo('RemoveDistributionGroupFromImList'), changeTo('RemoveImGroup'), 'Remove <m:GroupId>'],
  },
  {
    about: 'a group by its ChangeKey under the name of a contact, to remove a group: the child is misnamed',
    text: remove(unknown(keyedGroup('ContactId'))),
    says: '<m:ContactId> is not allowed in <m:RemoveImGroup>. Did you mean <m:GroupId>?',
    fix: 'Change to <m:GroupId>',
    after: remove(keyedGroup('GroupId')),
    others: [],
  },
  {
    about: 'a contact by its ChangeKey where nothing but a group is wanted: no name is preferred',
    text: rename(`${unknown(keyedContact('ContactId'))}${newName}`),
    others: ['Change to <m:GroupId>'],
  },
  {
    about: 'a contact to rename a group: adding it is another deed, and is not guessed',
    text: rename(unknown(contact)).replace('<m:SetImGroup>', '<⟦child.missing|m:SetImGroup⟧>'),
    fix: 'Add <m:NewDisplayName>',
    after: rename(
      `${unknown(contact)}<m:NewDisplayName>⟦placeholder.unfilled|{{new display name}}⟧</m:NewDisplayName>`,
    ),
    fixAll: rename(`${contact}<m:NewDisplayName>{{new display name}}</m:NewDisplayName>`),
  },
];

const own: readonly Mistake[] = [
  {
    about: 'DisplayName to rename a group: no new group is meant',
    text: rename(unknown(name)).replace('<m:SetImGroup>', '<⟦child.missing|m:SetImGroup⟧>'),
    fix: 'Add <m:GroupId>',
    after: rename(`<m:GroupId Id="⟦placeholder.unfilled|{{group id}}⟧"/>${unknown(name)}`),
    fixAll: rename(`<m:GroupId Id="{{group id}}"/>${name}`),
  },
  {
    about: 'a name to remove a group by: nothing turns into its opposite',
    text: remove(unknown(name)).replace('<m:RemoveImGroup>', '<⟦child.missing|m:RemoveImGroup⟧>'),
    fix: 'Add <m:GroupId>',
    after: remove(`${unknown(name)}<m:GroupId Id="⟦placeholder.unfilled|{{group id}}⟧"/>`),
    fixAll: remove(`${name}<m:GroupId Id="{{group id}}"/>`),
  },
  {
    about: 'an id that gets nothing but a list: removing it is for the author to choose',
    text: list(unknown(group)),
    others: ['Remove <m:GroupId>'],
  },
  {
    about: 'a name besides the group to remove',
    text: remove(`${group}${unknown(name)}`),
    others: ['Remove <m:DisplayName>'],
  },
  {
    about: 'a child of another operation that says nothing',
    text: remove(`${group}<⟦child.unknown|m:DisplayName⟧/>`),
    fix: 'Remove <m:DisplayName>',
    after: remove(group),
  },
  {
    about: 'an unknown element that holds an id',
    text: remove(`${group}<⟦child.unknown|m:Extra⟧>${contact}</m:Extra>`),
    others: ['Remove <m:Extra>'],
  },
];

mistakes('mistakes: the children of another operation', wrong);
mistakes('mistakes: the children of another operation, and more', besides);
mistakes('mistakes: an id under the name of the other kind', eitherName);
mistakes('mistakes: children that belong to no other operation', own);

import { makeItemId } from '../../../../src/ews/itemId.ts';
import { contactId, contactKey, envelope, groupId, groupKey, type Mistake, mistakes, sound } from './mistake.ts';

const remove = (id: string, further = '') =>
  envelope(`<m:RemoveImGroup><m:GroupId Id="${id}"${further}/></m:RemoveImGroup>`);
const keyed = (id: string, key: string) => remove(id, ` ChangeKey="${key}"`);
const out = (contact: string, group: string) =>
  envelope(`<m:RemoveImContactFromGroup><m:ContactId ${contact}/><m:GroupId ${group}/></m:RemoveImContactFromGroup>`);
const both = (id: string, key: string) => `Id="${id}" ChangeKey="${key}"`;
const items = (contacts: string, groups: string) =>
  envelope(
    `<m:GetImItems>\n      <m:ContactIds>${contacts}</m:ContactIds>\n      <m:GroupIds>${groups}</m:GroupIds>\n    </m:GetImItems>`,
  );
const [ours, theirs] = ['0a0b0c0d-1111-2222-3333-444455556666', '7c1d9e52-3f4a-4b6c-8d7e-1a2b3c4d5e6f'];
const idIn = (mailbox: string, entry: string) => makeItemId('mailbox item', mailbox, entry.padEnd(70, entry));
const [bob, ann] = [idIn(ours, 'bob'), idIn(ours, 'ann')];
const [lunch, chess] = [idIn(ours, 'lunch'), idIn(ours, 'chess')];
const elsewhere = idIn(theirs, 'bob');
const item = (attributes: string) => `<t:ItemId ${attributes}/>`;

const half = groupId.length / 2;
const [first, second] = [groupId.slice(0, half), groupId.slice(half)];

const damaged: readonly Mistake[] = [
  {
    about: 'an id with a + that became a blank',
    text: remove(`⟦id.damaged|${groupId.replaceAll('+', ' ')}⟧`),
    says: 'There is a blank in this id where + was, as URL decoding makes it. Write + for each blank.',
    fix: 'Write + for each blank',
    after: sound,
    others: [],
  },
  {
    about: 'an id broken by a line',
    text: remove(`⟦id.white-space|${first}\n      ${second}⟧`),
    fix: 'Remove the white space',
    after: sound,
  },
  {
    about: 'an id broken by references to a line break',
    text: remove(`⟦id.white-space|${first}&#xD;&#xA;${second}⟧`),
    fix: 'Remove the white space',
    after: sound,
  },
  ...['\u200b', '\u00ad', '\u2060', '\u200e', '&#x200B;', '\u200b\n'].map(unseen => ({
    about: `an id with ${encodeURIComponent(unseen)} in it`,
    text: remove(`⟦id.damaged|${first}${unseen}${second}⟧`),
    says: 'There are characters inside this id that nobody sees: they probably came in while copying. Remove them, or copy the id again.',
    fix: 'Remove the unseen characters',
    after: sound,
  })),
  {
    about: 'an id with a byte order mark in it',
    text: remove(`⟦id.white-space|${first}\ufeff${second}⟧`),
    fix: 'Remove the white space',
    after: sound,
  },
  {
    about: 'an id with an unseen character that is cut besides',
    text: remove(`⟦id.not-base64|${first}\u200b${second.slice(0, 9)}⟧`),
  },
  {
    about: 'an id that is cut besides: joining it would not make it whole',
    text: remove(`⟦id.white-space|${first} ${second.slice(0, 9)}⟧`),
    says: 'There is white space inside this id, and ids have none: it probably came in while copying. Remove it, or copy the id again.',
  },
  {
    about: 'white space in place of the id',
    text: remove('⟦id.white-space|  ⟧'),
    says: 'This id is white space and nothing else. Take the id from GetImItemList.',
  },
  {
    about: 'an id broken by a mail',
    text: remove(`⟦id.damaged|${first}=\n${second}⟧`),
    says: 'A mail broke this id with = and a line break. Remove both.',
    fix: 'Remove = and the line break',
    after: sound,
  },
  {
    about: 'an id in quotes of its own',
    text: remove(`⟦id.damaged|&quot;${groupId}&quot;⟧`),
    says: 'The quotes around this id have become a part of it. Remove them.',
    fix: 'Remove the quotes',
    after: sound,
  },
  {
    about: 'an id as in a URL',
    text: remove(`⟦id.damaged|${encodeURIComponent(groupId)}⟧`),
    says: 'This id is URL-encoded: % and two digits stand for one character. Write the characters themselves.',
    fix: 'Write the characters themselves',
    after: sound,
  },
  {
    about: 'an id without its last =',
    text: remove(`⟦id.damaged|${groupId.replace(/=+$/, '')}⟧`),
    says: 'This id lacks = at its end, which fills it up to a multiple of four characters. Add it.',
    fix: 'Add = at the end',
    after: sound,
  },
  {
    about: 'an id in a URL-safe form, of which there are two',
    text: remove(`⟦id.url-safe|${groupId.replaceAll('/', '-').replaceAll('+', '_')}⟧`),
    others: ['Write / for - and + for _', 'Write + for - and / for _'],
  },
  {
    about: 'a character that no id has',
    text: remove(`⟦id.not-base64|${first}#${second.slice(1)}⟧`),
    says: 'Exchange ids are Base64, and "#" cannot stand in one. Copy the id again in full.',
  },
  { about: 'two ids are not one that is broken', text: remove(`⟦id.two|${groupId} ${contactId}⟧`) },
];

const others: readonly Mistake[] = [
  {
    about: 'an EntryID in hexadecimal',
    text: remove('⟦id.entry-id|00000000738D6D76ECABBA58F8864AD99BC9F7A00700827710172A16121⟧'),
    says: 'This is an EntryID in hexadecimal, as MAPI has it. ConvertId translates it from HexEntryId to EwsId.',
  },
  {
    about: 'a name in place of the id',
    text: remove('⟦id.name|Lunch Club⟧'),
    says: '"Lunch Club" looks like a name, and an id is wanted. Take Id from the answer to GetImItemList.',
  },
  { about: 'a name of one word in place of the id', text: remove('⟦id.name|Lunch⟧') },
  { about: 'a sample that is cut is no name', text: remove('⟦id.cut|AAMkADE3⟧') },
  {
    about: 'a number in place of the id',
    text: remove('⟦id.too-short|12345⟧'),
    says: '"12345" is too short for an id of Exchange, such as AAMkA…. Take Id from the answer to GetImItemList.',
  },
  {
    about: 'a Message-ID without its brackets',
    text: remove('⟦id.message-id|CAJ+abcDEF=xyz@mail.gmail.com⟧'),
    says: 'This looks like an Internet Message-ID. EWS wants the item id that Exchange gave, such as AAMkA….',
  },
  {
    about: 'the address of a mailbox inside of Exchange',
    text: remove('⟦id.address|/o=Contoso/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=lunch⟧'),
    says: 'This is an address, and <m:GroupId> wants the id of an item. Take Id (and ChangeKey) from the answer to GetImItemList.',
  },
  ...['GROUP_ID', 'YOUR_GROUP_ID', 'group-id', 'groupId'].map(placeholder => ({
    about: `${placeholder} stands for an id`,
    text: remove(`⟦placeholder.unfilled|${placeholder}⟧`),
    says: `The placeholder "${placeholder}" is still here. Replace it before you send.`,
  })),
  {
    about: 'the id of a persona in place of that of a group',
    text: remove('⟦id.persona|AAQkAGExYzdlMGIyLTVkMzQtNGY2YS05YjE4LTJjM2Q0ZTVmNjA3MQAQAAAAAAAAAAAAAAAAAAAAAAA=⟧'),
    says: 'This is the id of a persona or conversation, and <m:GroupId> wants an item. Take ExchangeStoreId of the ImGroup in GetImItemList.',
  },
];

const keys: readonly Mistake[] = [
  {
    about: 'Id and ChangeKey exchanged',
    text: keyed(`⟦id.change-key|${groupKey}⟧`, groupId),
    says: 'Id and ChangeKey stand in the place of each other. Exchange the two.',
    fix: 'Exchange Id and ChangeKey',
    after: keyed(groupId, groupKey),
  },
  {
    about: 'a ChangeKey alone as Id',
    text: remove(`⟦id.change-key|${groupKey}⟧`),
    says: 'This looks like a ChangeKey, not an Id. Take the attribute Id of the same element.',
  },
  {
    about: 'the id twice',
    text: keyed(groupId, `⟦id.key-wrong|${groupId}⟧`),
    says: 'This ChangeKey is the id of an item. Take the ChangeKey of the same element, or leave it out.',
  },
  {
    about: 'a ChangeKey broken by a line',
    text: keyed(groupId, `⟦id.key-wrong|${groupKey.slice(0, 20)}\n${groupKey.slice(20)}⟧`),
    says: 'There is white space inside this ChangeKey, and keys have none: it probably came in while copying. Remove it, or leave the ChangeKey out.',
    fix: 'Remove the white space',
    after: keyed(groupId, groupKey),
  },
  {
    about: 'a ChangeKey with a zero-width space in it',
    text: keyed(groupId, `⟦id.key-wrong|${groupKey.slice(0, 20)}\u200b${groupKey.slice(20)}⟧`),
    says: 'There are characters inside this ChangeKey that nobody sees: they probably came in while copying. Remove them, or copy the ChangeKey again.',
    fix: 'Remove the unseen characters',
    after: keyed(groupId, groupKey),
  },
  {
    about: 'the ChangeKey of a contact on a group',
    text: keyed(groupId, `⟦id.other-kind|${contactKey}⟧`),
    says: 'This is the ChangeKey of a contact, and <m:GroupId> wants a group. Take Id and ChangeKey of the group from GetImItemList.',
  },
  {
    about: 'the ChangeKey of a group on a contact',
    text: out(`Id="${contactId}" ChangeKey="⟦id.other-kind|${groupKey}⟧"`, `Id="${groupId}"`),
  },
  {
    about: 'both keys of the other kind: the two are swapped',
    text: out(both(`⟦id.swapped|${groupId}⟧`, groupKey), both(contactId, contactKey)),
    fix: 'Swap the ids of ContactId and GroupId',
    after: out(both(contactId, contactKey), both(groupId, groupKey)),
  },
  {
    about: 'Key for ChangeKey',
    text: remove(groupId, ` ⟦attribute.unknown|Key⟧="${groupKey}"`),
    says: '<m:GroupId> has no attribute Key. Did you mean ChangeKey?',
    fix: 'Change to ChangeKey',
    after: keyed(groupId, groupKey),
    others: ['Remove Key'],
  },
  {
    about: 'a ChangeKey under another name',
    text: remove(groupId, ` ⟦attribute.unknown|Version⟧="${groupKey}"`),
    fix: 'Change to ChangeKey',
    after: keyed(groupId, groupKey),
  },
  {
    about: 'Key beside ChangeKey',
    text: remove(groupId, ` ChangeKey="${groupKey}" ⟦attribute.unknown|Key⟧="x"`),
    fix: 'Remove Key',
    after: keyed(groupId, groupKey),
  },
  { about: 'a ChangeKey of a kind that is not known', text: keyed(groupId, 'AAAAAA==') },
  { about: 'the ChangeKey of a folder', text: keyed(groupId, 'AQAAABYAAABTfPjyNq1Q2eFj7ZQE5gPWZgnI+CGI') },
  { about: 'a ChangeKey that is not written yet', text: keyed(groupId, '⟦placeholder.unfilled|{{change key}}⟧') },
];

const copied: readonly Mistake[] = [
  {
    about: 'the contact copied as the group, with its key',
    text: out(both(contactId, contactKey), both(`⟦id.same|${contactId}⟧`, contactKey)),
    says: 'ContactId and GroupId carry the same id. One of them was copied to the wrong place: take the right one from GetImItemList.',
  },
  {
    about: 'the group copied as the contact, with its key',
    text: out(both(groupId, groupKey), both(`⟦id.same|${groupId}⟧`, groupKey)),
  },
  {
    about: 'placeholders are not the same id',
    text: out('Id="⟦placeholder.unfilled|{{id}}⟧"', 'Id="⟦placeholder.unfilled|{{id}}⟧"'),
  },
  {
    about: 'another mailbox',
    text: out(`Id="${bob}"`, `Id="⟦id.other-mailbox|${elsewhere}⟧"`),
    says: `ContactId and GroupId come from different mailboxes (${ours} and ${theirs}). Take both from one GetImItemList.`,
  },
];

const inLists: readonly Mistake[] = [
  {
    about: 'sound lists, of several ids each',
    text: items(item(both(bob, contactKey)) + item(`Id="${ann}"`), item(both(lunch, groupKey)) + item(`Id="${chess}"`)),
  },
  {
    about: 'groups among the contacts, by their ChangeKeys',
    text: items(
      item(both(bob, contactKey)) + item(both(chess, `⟦id.other-kind|${groupKey}⟧`)) + item(both(ann, groupKey)),
      item(`Id="${lunch}"`),
    ),
    says: 'This is the ChangeKey of a group, and <m:ContactIds> wants a contact. Take Id and ChangeKey of the contact from GetImItemList.',
  },
  {
    about: 'a contact among the groups, by its ChangeKey',
    text: items(item(`Id="${bob}"`), item(both(ann, `⟦id.other-kind|${contactKey}⟧`))),
  },
  {
    about: 'groups and contacts in the place of each other',
    text: items(
      item(both(`⟦id.swapped|${lunch}⟧`, groupKey)) + item(both(chess, groupKey)),
      `\n        ${item(both(bob, contactKey))}\n      `,
    ),
    says: 'ContactIds and GroupIds look swapped: by their ChangeKeys these are groups. Swap the two.',
    fix: 'Swap the ids of ContactIds and GroupIds',
    after: items(
      `\n        ${item(both(bob, contactKey))}\n      `,
      item(both(lunch, groupKey)) + item(both(chess, groupKey)),
    ),
  },
  {
    about: 'one id in both lists',
    text: items(item(`Id="${bob}"`) + item(`Id="${ann}"`), item(`Id="${lunch}"`) + item(`Id="⟦id.same|${ann}⟧"`)),
    says: 'ContactIds and GroupIds hold the same id. Remove it from the list that it was copied to by mistake.',
  },
  {
    about: 'another mailbox in a list',
    text: items(
      item(`Id="${bob}"`) + item(`Id="⟦id.other-mailbox|${elsewhere}⟧"`),
      item(`Id="${lunch}"`) + item(`Id="${idIn(theirs, 'ann')}"`),
    ),
    says: `These ids come from different mailboxes (${ours} and ${theirs}). Take all from one GetImItemList.`,
  },
  {
    about: 'the list of groups inside that of contacts: what is in it are no contacts',
    text: envelope(
      `<m:GetImItems><m:ContactIds><⟦child.unknown|m:GroupIds⟧><t:ItemId Id="${lunch}"/></m:GroupIds></m:ContactIds></m:GetImItems>`,
    ),
    others: ['Keep what is inside <m:GroupIds> only', 'Remove <m:GroupIds>'],
  },
];

mistakes('mistakes: ids that were damaged', damaged);
mistakes('mistakes: one id for two', copied);
mistakes('mistakes: ids of contacts and groups in lists', inLists);
mistakes('mistakes: what is no id', others);
mistakes('mistakes: ChangeKeys', keys);

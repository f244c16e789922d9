import type { ItemIdDamage } from '../../../ews/itemIdRepair.ts';
import type { AddressFault } from '../addresses.ts';
import { kind, type Name, quoted, shown } from './kind.ts';

/** Values: their form, and what they mean beyond the schema. */
export const valueKinds = {
  'value.empty': kind<{ name: Name; allowed: readonly string[] }>(
    'error',
    'The schema requires at least one character, or one of several values.',
    ({ name }) => `${name} must not be empty. Fill it in.`,
  ),
  'value.not-in-enumeration': kind<{
    value: string;
    allowed: readonly string[];
    useful: readonly string[];
    suggestion?: string;
  }>(
    'error',
    'The schema lists the values that are allowed; upper and lower case and white space count.',
    ({ value, suggestion, allowed, useful }) =>
      `${quoted(value)} is none of the allowed values. ${suggestion ? `Did you mean ${suggestion}?` : choice(allowed, useful)}`,
  ),
  'value.wrong-form': kind<{ value: string; wanted: string }>(
    'error',
    'The schema gives the value a form.',
    ({ value, wanted }) => `${quoted(value)} does not have the form the schema wants: ${wanted}.`,
  ),
  'value.blank': kind<{ name: Name }>(
    'warning',
    'White space and other characters that cannot be seen satisfy the schema but are no name.',
    ({ name }) => `${name} holds nothing that can be seen. Give it a name that people can see.`,
  ),
  'version.missing': kind<{ since: string; operation: string }>(
    'warning',
    'Without RequestServerVersion a server assumes an old schema, which lacks the instant messaging operations.',
    ({ since, operation }) =>
      `RequestServerVersion is missing. ${operation} needs ${since} or later; add the header to be sure.`,
  ),
  'version.too-old': kind<{ value: string; since: string; operation: string }>(
    'error',
    'A server answers ErrorIncorrectSchemaVersion or ErrorSchemaValidation.',
    ({ value, since, operation }) => `${operation} does not exist in ${value}. Write ${since} or later.`,
  ),
  'version.undocumented': kind<{ value: string }>(
    'information',
    'The schema lists it, but the public documentation does not, and servers may refuse it.',
    ({ value }) =>
      `${value} is in the schema but not documented, and servers may refuse it. Exchange2013_SP1 is the newest documented value.`,
  ),
  'version.from-server': kind<{ value: string }>(
    'error',
    'ServerVersionInfo tells builds and service names that a request must not carry.',
    ({ value }) =>
      `${quoted(value)} looks like a value of ServerVersionInfo. A request wants a schema version such as Exchange2013_SP1.`,
  ),
  'id.empty': kind<{ name: Name }>(
    'error',
    'The schema lets an empty Id pass, but servers answer ErrorInvalidIdEmpty.',
    ({ name }) =>
      `The Id of <${name}> is empty, and servers refuse that (ErrorInvalidIdEmpty). Take the id from GetImItemList.`,
  ),
  'id.white-space': kind<{ only: boolean }>('warning', 'An id broken by white space is another id.', ({ only }) =>
    only
      ? 'This id is white space and nothing else. Take the id from GetImItemList.'
      : 'There is white space inside this id, and ids have none: it probably came in while copying. Remove it, or copy the id again.',
  ),
  'id.damaged': kind<{ damage: ItemIdDamage }>(
    'warning',
    'Mails, URLs and programs change an id on its way, and the layout of ids tells what it was.',
    ({ damage }) => damages[damage]?.('id') ?? 'Something changed this id on its way. Copy it again in full.',
  ),
  'id.not-base64': kind<{ character: string }>(
    'warning',
    'Ids are Base64 text: letters, digits, + and /, with = at the end.',
    ({ character }) => `Exchange ids are Base64, and ${character} cannot stand in one. Copy the id again in full.`,
  ),
  'id.cut': kind(
    'warning',
    'The length of Base64 text is a multiple of four, and an id tells its own length. Samples in documentation are often cut.',
    () => 'This id is cut short: servers answer ErrorInvalidIdMalformed. Copy it again in full.',
  ),
  'id.too-short': kind<{ value: string }>(
    'warning',
    'The shortest id has more than forty characters, and one that was cut short still begins with AA.',
    ({ value }) =>
      `${quoted(value)} is too short for an id of Exchange, such as AAMkA…. Take Id from the answer to GetImItemList.`,
  ),
  'id.too-long': kind<{ length: number }>(
    'warning',
    'An id has at most 512 characters.',
    ({ length }) =>
      `This id has ${length} characters, and Exchange ids have at most 512. It may be two ids in one: keep one, or copy the id again.`,
  ),
  'id.message-id': kind(
    'warning',
    'Internet message ids and Exchange ids are two things.',
    () => 'This looks like an Internet Message-ID. EWS wants the item id that Exchange gave, such as AAMkA….',
  ),
  'id.address': kind<{ name: Name }>(
    'warning',
    'Addresses name people and mailboxes; an item has an id of its own.',
    ({ name }) =>
      `This is an address, and <${name}> wants the id of an item. Take Id (and ChangeKey) from the answer to GetImItemList.`,
  ),
  'id.two': kind(
    'warning',
    'An attribute holds one id; lists have one element for each.',
    () => 'These are two ids in one attribute. Keep one of them, and give the other an element of its own.',
  ),
  'id.url-safe': kind(
    'warning',
    'Graph and OWA write ids with - and _ where EWS has / and +.',
    () =>
      'This id is in the URL-safe form of Graph or OWA, with - and _. ConvertId translates it into the form of EWS.',
  ),
  'id.change-key': kind<{ exchanged: boolean }>(
    'warning',
    'A ChangeKey tells the version of an item, not which item it is.',
    ({ exchanged }) =>
      exchanged
        ? 'Id and ChangeKey stand in the place of each other. Exchange the two.'
        : 'This looks like a ChangeKey, not an Id. Take the attribute Id of the same element.',
  ),
  'id.entry-id': kind(
    'warning',
    'MAPI and Outlook name items by EntryIDs, which EWS takes in ConvertId only.',
    () => 'This is an EntryID in hexadecimal, as MAPI has it. ConvertId translates it from HexEntryId to EwsId.',
  ),
  'id.name': kind<{ value: string }>(
    'warning',
    'Names are for people; every item has an id of its own.',
    ({ value }) => `${quoted(value)} looks like a name, and an id is wanted. Take Id from the answer to GetImItemList.`,
  ),
  'id.key-wrong': kind<{ reason: 'id' | ItemIdDamage }>(
    'warning',
    'A ChangeKey is Base64 text of its own, shorter than an id.',
    ({ reason }) => {
      if (reason === 'id')
        return 'This ChangeKey is the id of an item. Take the ChangeKey of the same element, or leave it out.';
      if (reason === 'white space')
        return 'There is white space inside this ChangeKey, and keys have none: it probably came in while copying. Remove it, or leave the ChangeKey out.';
      return (
        damages[reason]?.('ChangeKey') ??
        'This ChangeKey has - and _, which URLs have in place of + and /. Write those, or leave the ChangeKey out.'
      );
    },
  ),
  'id.other-kind': kind<{ name: Name; wanted: 'contact' | 'group' }>(
    'warning',
    'A ChangeKey tells what kind of item it belongs to: contacts begin with EQ, groups with Eg.',
    ({ name, wanted }) =>
      `This is the ChangeKey of a ${wanted === 'group' ? 'contact' : 'group'}, and <${name}> wants a ${wanted}. Take Id and ChangeKey of the ${wanted} from GetImItemList.`,
  ),
  'id.persona': kind<{ name: Name; group: boolean }>(
    'warning',
    'A persona gathers contacts; operations want the contact item itself (SourceId in its Attribution) or the group.',
    ({ name, group }) =>
      `This is the id of a persona or conversation, and <${name}> wants an item. Take ${group ? 'ExchangeStoreId of the ImGroup' : "SourceId of the persona's Attribution"} in GetImItemList.`,
  ),
  'id.unknown-layout': kind(
    'warning',
    'Every kind of Exchange id has a known beginning.',
    () => 'This is Base64, but not laid out as an Exchange id. Copy the id again in full.',
  ),
  'id.same': kind<InList>('warning', 'A contact and a group are two items.', ({ inList }) =>
    inList
      ? 'ContactIds and GroupIds hold the same id. Remove it from the list that it was copied to by mistake.'
      : 'ContactId and GroupId carry the same id. One of them was copied to the wrong place: take the right one from GetImItemList.',
  ),
  'id.swapped': kind<InList>(
    'warning',
    'A ChangeKey tells what kind of item it belongs to: contacts begin with EQ, groups with Eg.',
    ({ inList }) =>
      inList
        ? 'ContactIds and GroupIds look swapped: by their ChangeKeys these are groups. Swap the two.'
        : 'ContactId and GroupId look swapped: by its ChangeKey this one is a group. Swap the two.',
  ),
  'id.other-mailbox': kind<InList & { mailbox: string; other: string }>(
    'warning',
    'An id names its mailbox, and a contact cannot be in a group of another mailbox; GetImItems leaves such an id out silently.',
    ({ mailbox, other, inList }) =>
      inList
        ? `These ids come from different mailboxes (${other} and ${mailbox}). Take all from one GetImItemList.`
        : `ContactId and GroupId come from different mailboxes (${other} and ${mailbox}). Take both from one GetImItemList.`,
  ),
  'id.not-a-member': kind<{ contact: string; group: string }>(
    'information',
    'Known once the IM list of the mailbox was read: servers answer ErrorInvalidImContactId for a contact that is not in the group.',
    ({ contact, group }) =>
      `"${shown(contact)}" is not in "${shown(group)}", by the IM list as it was read last. Pick a member of the group.`,
  ),
  'address.no-at-sign': kind<{ value: string; upn: boolean }>(
    'warning',
    'The schema takes any text, and servers want an address.',
    ({ value, upn }) =>
      `${quoted(value)} has no @. ${upn ? 'A user principal name has the form name@example.com, without DOMAIN\\.' : 'An address has the form name@example.com.'}`,
  ),
  'address.not-bare': kind<{ value: string; meant: string }>(
    'warning',
    'The schema takes any text, and servers want the address alone.',
    ({ value, meant }) =>
      `${quoted(value.trim())} is not the address alone${value.trim() === meant ? ': there is white space around it' : ''}. Write ${shown(meant)}.`,
  ),
  'address.malformed': kind<{ value: string; fault: AddressFault }>(
    'warning',
    'The schema takes any text, and servers want one whole address.',
    ({ value, fault }) => `${quoted(value)} ${addressFaults[fault]}`,
  ),
  'address.swapped': kind(
    'warning',
    'A number has a tel: URI and a chat a sip: URI, each in an element of its own.',
    () => 'The tel: URI and the sip: URI stand in the place of each other. Swap the two.',
  ),
  'address.no-tel': kind<{ value: string; scheme?: string; replaceable?: boolean }>(
    'warning',
    'The documentation writes tel: URIs here.',
    ({ value }) => `${quoted(value)} does not begin with tel:. Write tel:+15550123, for example.`,
  ),
  'address.no-sip': kind<{ value: string; scheme?: string; replaceable?: boolean }>(
    'warning',
    'The documentation writes sip: URIs here.',
    ({ value }) => `${quoted(value)} does not begin with sip:. Write sip:name@example.com, for example.`,
  ),
  'address.sid-form': kind<{ value: string }>(
    'warning',
    'Servers answer ErrorInvalidSid to anything else.',
    ({ value }) => `${quoted(value)} is no security identifier. Its form is S-1-5-21-….`,
  ),
  'extended-property.combination': kind(
    'warning',
    'A property is named either by PropertyTag alone, or by one property set and one of PropertyName and PropertyId.',
    () =>
      'These attributes do not name one property: use PropertyTag alone, or one property set id with one of PropertyName and PropertyId.',
  ),
  'extended-property.custom-tag': kind(
    'warning',
    'Tags from 0x8000 on are assigned by each store: ErrorNoPropertyTagForCustomProperties.',
    () =>
      'A PropertyTag from 0x8000 on is refused (ErrorNoPropertyTagForCustomProperties). Name the property by its set and name or id.',
  ),
  'extended-property.type': kind<{ value: string }>(
    'warning',
    'The schema lists these types, and servers refuse them.',
    ({ value }) => `Servers refuse the property type ${value} (ErrorUnsupportedMapiPropertyType). Choose another.`,
  ),
  'placeholder.refused': kind<{ placeholder: string; allowed: readonly string[] }>(
    'error',
    'A snippet or a tool left it for you to replace, and the schema wants a value of another form.',
    ({ placeholder }) => `The placeholder ${quoted(placeholder)} is still here, and servers refuse it. Replace it.`,
  ),
  'placeholder.unfilled': kind<{ placeholder: string }>(
    'warning',
    'A snippet left it for you to replace.',
    ({ placeholder }) => `The placeholder ${quoted(placeholder)} is still here. Replace it before you send.`,
  ),
} as const;

/** What is said of each damage that has no code of its own, of an id or a ChangeKey. */
const damages: Readonly<Partial<Record<ItemIdDamage, (it: 'id' | 'ChangeKey') => string>>> = {
  'unseen characters': it =>
    `There are characters inside this ${it} that nobody sees: they probably came in while copying. Remove them, or copy the ${it} again.`,
  'blank for +': it => `There is a blank in this ${it} where + was, as URL decoding makes it. Write + for each blank.`,
  'soft line break': it => `A mail broke this ${it} with = and a line break. Remove both.`,
  quotes: it => `The quotes around this ${it} have become a part of it. Remove them.`,
  'URL encoding': it =>
    `This ${it} is URL-encoded: % and two digits stand for one character. Write the characters themselves.`,
  'no padding': it => `This ${it} lacks = at its end, which fills it up to a multiple of four characters. Add it.`,
};

/** Of ids: those of the lists of GetImItems, and not of ContactId and GroupId. */
interface InList {
  readonly inList?: boolean;
}

const addressFaults: Readonly<Record<AddressFault, string>> = {
  several: 'holds several addresses, and one is wanted. Keep one of them.',
  blank: 'has a blank inside, and an address has none. Write the whole address without it.',
  half: 'is half an address. Write it in full, as name@example.com.',
  tel: 'has no number behind its scheme. Write tel:+15550123, for example.',
  sip: 'has no address behind its scheme. Write sip:name@example.com, for example.',
};

/** All of a few values, of many those that make sense. */
function choice(allowed: readonly string[], useful: readonly string[]): string {
  return allowed.length > 12 ? `Write one such as ${useful.join(', ')}.` : `Allowed: ${allowed.join(', ')}.`;
}

import { type ItemIdReading, readChangeKey, readItemId } from '../../ews/itemId.ts';
import type { Meaning } from '../../ews/schema.ts';
import { elementsOf, isBlank, type Range, textOf, type XmlElement } from '../../xml/index.ts';
import { isPlaceholder } from '../placeholders.ts';
import { type Check, valueRange } from './context.ts';

/** Checks what no schema can: ids, addresses and names by what they mean. `sound` says that the schema is content. */
export function checkMeaning(check: Check, element: XmlElement, meaning: Meaning, sound: boolean): void {
  if (meaning === 'imContactId' || meaning === 'imGroupId' || meaning === 'itemId') checkId(check, element);
  else if (meaning === 'extendedProperty') checkExtendedProperty(check, element, sound);
  else if (sound && (element.endTag || element.selfClosing)) checkText(check, element, meaning);
}

/** Checks ContactId and GroupId of one operation against each other. */
export function checkPair(check: Check, payload: XmlElement): void {
  const children = elementsOf(payload);
  const contact = children.find(({ local }) => local === 'ContactId');
  const group = children.find(({ local }) => local === 'GroupId');
  const contactId = contact && idOf(contact);
  const groupId = group && idOf(group);
  if (!contact || !group || !contactId?.value || !groupId?.value || isPlaceholder(contactId.value)) return;
  if (contactId.value === groupId.value) {
    check.reporter.report('id.same', groupId.range, {}, [{ ...contactId.range, message: 'The other id is here.' }]);
  } else if (typeOfKey(contact) === 'distribution list' && typeOfKey(group) === 'contact') {
    check.reporter.report('id.swapped', contactId.range, {}, [
      { ...groupId.range, message: 'By its ChangeKey, this one is a contact.' },
    ]);
  } else {
    const other = readItemId(contactId.value).mailboxGuid;
    const mailbox = readItemId(groupId.value).mailboxGuid;
    if (!mailbox || !other || mailbox === other) return;
    check.reporter.report('id.other-mailbox', groupId.range, { mailbox, other }, [
      { ...contactId.range, message: `This one is of mailbox ${other}.` },
    ]);
  }
}

interface IdValue {
  readonly value: string;
  readonly range: Range;
}

function idOf(element: XmlElement): IdValue | undefined {
  const attribute = element.attributes.find(({ name }) => name === 'Id');
  if (!attribute?.valueRange || !attribute.quoteClosed) return undefined;
  return { value: attribute.value, range: attribute.valueRange };
}

function typeOfKey(element: XmlElement): string | undefined {
  const key = element.attributes.find(({ name }) => name === 'ChangeKey');
  return key && readChangeKey(key.value)?.objectType;
}

function checkId(check: Check, element: XmlElement): void {
  const id = idOf(element);
  if (!id || isPlaceholder(id.value)) return;
  const reading = readItemId(id.value);
  if (reading.health !== 'ok') checkHealth(check, element, id, reading);
  else if (reading.kind === 'conversation or persona') {
    check.reporter.report('id.persona', id.range, { name: element.name });
  }
}

function checkHealth(check: Check, element: XmlElement, { value, range }: IdValue, reading: ItemIdReading): void {
  const { reporter } = check;
  switch (reading.health) {
    case 'empty': {
      const attribute = element.attributes.find(({ name }) => name === 'Id');
      reporter.report('id.empty', attribute ?? range, { name: element.name });
      break;
    }
    case 'white-space':
      reporter.report('id.white-space', range, {});
      break;
    case 'not-base64':
      reporter.report('id.not-base64', range, { character: shownCharacter(value, reading.wrongAt ?? 0) });
      break;
    case 'cut':
      reporter.report('id.cut', range, {});
      break;
    case 'too-long':
      reporter.report('id.too-long', range, { length: value.length });
      break;
    case 'message-id':
      reporter.report('id.message-id', range, {});
      break;
    case 'address':
      reporter.report('id.address', range, { name: element.name });
      break;
    case 'two-ids':
      reporter.report('id.two', range, {});
      break;
    case 'url-safe-base64':
      reporter.report('id.url-safe', range, {});
      break;
    case 'change-key':
      reporter.report('id.change-key', range, {});
      break;
    default:
      reporter.report('id.unknown-layout', range, {});
  }
}

function shownCharacter(value: string, at: number): string {
  const character = String.fromCodePoint(value.codePointAt(at) ?? 0x20);
  return /[\p{C}\p{Z}]/u.test(character)
    ? `the character U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`
    : `"${character}"`;
}

function checkText(check: Check, element: XmlElement, meaning: Meaning): void {
  const value = textOf(check.request.xml, element);
  const range = valueRange(element);
  const { reporter } = check;
  if (isBlank(value)) {
    reporter.report('value.blank', range, { name: `<${element.name}>` });
    return;
  }
  const missesAt =
    (meaning === 'imAddress' || meaning === 'smtpAddress' || meaning === 'userPrincipalName') && !value.includes('@');
  if (missesAt) reporter.report('address.no-at-sign', range, { value });
  if (meaning === 'telUri' && !/^tel:/i.test(value)) reporter.report('address.no-tel', range, { value });
  if (meaning === 'sipUri' && !/^sip:/i.test(value)) reporter.report('address.no-sip', range, { value });
  if (meaning === 'sid' && !/^S-1-\d+(?:-\d+)+$/.test(value)) reporter.report('address.sid-form', range, { value });
}

/** By rule, not by schema: a PropertyTag alone, or one property set with one of name and id. */
function checkExtendedProperty(check: Check, element: XmlElement, sound: boolean): void {
  if (!sound) return;
  const values = new Map(element.attributes.map(attribute => [attribute.name, attribute]));
  const count = (...names: readonly string[]) => names.filter(name => values.has(name)).length;
  const sets = count('DistinguishedPropertySetId', 'PropertySetId');
  const members = count('PropertyName', 'PropertyId');
  const named = values.has('PropertyTag') ? sets === 0 && members === 0 : sets === 1 && members === 1;
  if (!named) check.reporter.report('extended-property.combination', element.nameRange, {});
  const tag = values.get('PropertyTag');
  if (tag?.valueRange && Number(tag.value.trim()) >= 0x8000)
    check.reporter.report('extended-property.custom-tag', tag.valueRange, {});
  const type = values.get('PropertyType');
  if (type?.valueRange && refusedTypes.includes(type.value)) {
    check.reporter.report('extended-property.type', type.valueRange, { value: type.value });
  }
}

const refusedTypes: readonly string[] = ['Error', 'Null', 'Object', 'ObjectArray'];

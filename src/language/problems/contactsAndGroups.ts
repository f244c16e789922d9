import { readChangeKey, readItemId } from '../../ews/itemId.ts';
import { elementsOf, type XmlElement } from '../../xml/index.ts';
import { isPlaceholder } from '../placeholders.ts';
import type { Check } from './context.ts';
import { type IdValue, idValue } from './ids.ts';
import type { Problem } from './report.ts';

/** Checks the ids of contacts and of groups of one operation against each other: by what they are, and by their mailboxes. */
export function checkContactsAndGroups(check: Check, payload: XmlElement): void {
  const { problems } = check.reporter;
  const repeated = new Set(problems.flatMap(({ code, from }) => (code === 'child.repeated' ? [from] : [])));
  const misnamed = new Set(problems.filter(isOfName).map(({ from }) => from));
  const children = elementsOf(payload).filter(({ nameRange }) => !repeated.has(nameRange.from));
  const contacts = idsOf(children, 'Contact', misnamed);
  const groups = idsOf(children, 'Group', misnamed);
  if (contacts.length === 0 && groups.length === 0) return;
  if (checkSame(check, contacts, groups)) return;
  if (checkSwapped(check, contacts, groups)) return;
  checkKind(check, contacts, 'contact');
  checkKind(check, groups, 'group');
  checkMailbox(check, contacts, groups);
}

/** True for a problem of a child that should have another name. */
function isOfName({ code, data }: Problem): boolean {
  return code === 'child.unknown' && data['suggestion'] !== undefined;
}

/** An element that carries the id of a contact or a group. */
interface Carrier {
  readonly name: string;
  readonly inList: boolean;
  /** Undefined where nothing is written yet. */
  readonly id: IdValue | undefined;
  readonly key: IdValue | undefined;
}

type Keyed = Carrier & { readonly key: IdValue };

/** Of ContactId or GroupId, or of what is in the lists of that name; one that should have another name counts for neither. */
function idsOf(
  children: readonly XmlElement[],
  kind: 'Contact' | 'Group',
  misnamed: ReadonlySet<number>,
): readonly Carrier[] {
  const outer = children.find(({ local }) => local === `${kind}Id` || local === `${kind}Ids`);
  if (!outer || misnamed.has(outer.nameRange.from)) return [];
  const inList = outer.local.endsWith('s');
  const carriers = inList ? elementsOf(outer).filter(({ local }) => local === 'ItemId') : [outer];
  return carriers.map(element => {
    const id = idValue(element, 'Id');
    const isWritten = id?.value && !isPlaceholder(id.value, 'id');
    return { name: outer.name, inList, id: isWritten ? id : undefined, key: idValue(element, 'ChangeKey') };
  });
}

/** The same id for both, which is one copied to the wrong place, whatever its ChangeKey tells. */
function checkSame(check: Check, contacts: readonly Carrier[], groups: readonly Carrier[]): boolean {
  const known = new Map(contacts.flatMap(({ id }) => (id ? [[id.value, id.range]] : [])));
  const same = groups.find(({ id }) => id && known.has(id.value));
  const other = same?.id && known.get(same.id.value);
  if (!same?.id || !other) return false;
  const related = [{ ...other, message: 'The other id is here.' }];
  check.reporter.report('id.same', same.id.range, { inList: same.inList }, related);
  return true;
}

/** All ids of contacts are groups by their ChangeKeys, and all of groups are contacts. */
function checkSwapped(check: Check, contacts: readonly Carrier[], groups: readonly Carrier[]): boolean {
  const [contact, group] = [contacts[0], groups[0]];
  const isSwapped = contacts.every(isGroup) && groups.every(isContact);
  if (!isSwapped || !contact?.id || !group?.id) return false;
  const message = 'By its ChangeKey, this one is a contact.';
  const related = [{ ...group.id.range, message }];
  check.reporter.report('id.swapped', contact.id.range, { inList: contact.inList }, related);
  return true;
}

/** ChangeKeys that tell of the other kind of item; of one list, that is one problem. */
function checkKind(check: Check, carriers: readonly Carrier[], wanted: 'contact' | 'group'): void {
  const [first, ...further] = carriers.filter(wanted === 'contact' ? isGroup : isContact);
  if (!first) return;
  const related = further.slice(0, mostRelated).map(({ key }) => ({ ...key.range, message: alsoHere }));
  check.reporter.report('id.other-kind', first.key.range, { name: first.name, wanted }, related);
}

const alsoHere = 'This one is, too.';
/** More places than anybody looks at. */
const mostRelated = 20;

/** The first id that is of another mailbox than the first one. */
function checkMailbox(check: Check, contacts: readonly Carrier[], groups: readonly Carrier[]): void {
  const all = [...contacts, ...groups];
  const first = all.find(carrier => mailboxOf(carrier) !== undefined);
  const other = first && mailboxOf(first);
  if (!first?.id || other === undefined) return;
  const begin = first.id.value.slice(0, mailboxLength);
  const stranger = all.find(carrier => !carrier.id?.value.startsWith(begin) && (mailboxOf(carrier) ?? other) !== other);
  const mailbox = stranger && mailboxOf(stranger);
  if (!stranger?.id || mailbox === undefined) return;
  const related = [{ ...first.id.range, message: `This one is of mailbox ${other}.` }];
  check.reporter.report('id.other-mailbox', stranger.id.range, { mailbox, other, inList: stranger.inList }, related);
}

/** Ids that begin alike as far as this are of one mailbox, and need not be read for that: 40 bytes end with its GUID. */
const mailboxLength = 54;

function mailboxOf({ id }: Carrier): string | undefined {
  return id && readItemId(id.value).mailboxGuid;
}

function isGroup(carrier: Carrier): carrier is Keyed {
  const { key } = carrier;
  return key !== undefined && readChangeKey(key.value)?.objectType === 'distribution list';
}

function isContact(carrier: Carrier): carrier is Keyed {
  const { key } = carrier;
  return key !== undefined && readChangeKey(key.value)?.objectType === 'contact';
}

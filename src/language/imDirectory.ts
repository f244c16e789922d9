import {
  attributeNamed,
  descendants,
  elementsOf,
  parseXml,
  textOf,
  type XmlDocument,
  type XmlElement,
} from '../xml/index.ts';

/** The groups and contacts of one IM list, as an answer named them. */
export interface ImDirectory {
  readonly groups: readonly ImGroupEntry[];
  readonly contacts: readonly ImContactEntry[];
}

/** A group of an IM list: what GroupId wants of it, and what people know it by. */
export interface ImGroupEntry {
  readonly kind: 'group';
  readonly id: string;
  readonly changeKey?: string;
  readonly displayName: string;
  /** Whether it stands for a distribution group, which other operations take. */
  readonly isDistribution: boolean;
  readonly smtpAddress?: string;
  /** Ids of the contacts in it. */
  readonly members: readonly string[];
}

/** A contact of an IM list: what ContactId wants of it, and what people know it by. */
export interface ImContactEntry {
  readonly kind: 'contact';
  readonly id: string;
  readonly changeKey?: string;
  readonly displayName: string;
  /** Its IM address, else its telephone number. */
  readonly address?: string;
}

/** A group or a contact. */
export type ImEntry = ImGroupEntry | ImContactEntry;

/** An entry and the element of the answer that holds it; a member of a group with that group. */
export interface PlacedEntry {
  readonly element: XmlElement;
  readonly entry: ImEntry;
  readonly group?: ImGroupEntry;
}

/** The IM list in a successful answer to GetImItemList; undefined for any other text. Never throws. */
export function readImDirectory(answer: string | XmlDocument): ImDirectory | undefined {
  if (typeof answer === 'string' && answer.length > longestAnswer) return undefined;
  const xml = typeof answer === 'string' ? parseXml(answer) : answer;
  const body = xml.root && elementsOf(xml.root).find(({ local }) => local === 'Body');
  const response = body && elementsOf(body).find(({ local }) => local === 'GetImItemListResponse');
  if (!response || childText(xml, response, 'ResponseCode') !== 'NoError') return undefined;
  const entries = entriesIn(xml).map(({ entry }) => entry);
  return {
    groups: entries.filter(entry => entry.kind === 'group'),
    contacts: entries.filter(entry => entry.kind === 'contact'),
  };
}

/** Every group and contact that an answer returns, whichever operation it belongs to, in the order of the text. */
export function entriesIn(xml: XmlDocument): readonly PlacedEntry[] {
  if (!xml.root) return [];
  const holders = [...descendants(xml.root)].filter(({ local }) => local === 'ImGroup' || local === 'Persona');
  const groups = holders.flatMap(element => groupIn(xml, element) ?? []);
  const members = new Set(groups.flatMap(({ entry }) => entry.members));
  const contacts = holders.flatMap(element => contactIn(xml, element, members) ?? []);
  return [...groups, ...contacts];
}

/** Every id of a member that stands in one of the groups of an answer. */
export function membersIn(xml: XmlDocument): readonly PlacedEntry[] {
  const entries = entriesIn(xml);
  return entries.flatMap(({ element, entry }) => {
    if (entry.kind !== 'group') return [];
    return memberElements(element).flatMap(member => {
      const id = attributeOf(member, 'Id');
      const known = entries.find(other => other.entry.id === id)?.entry;
      const contact: ImEntry = known ?? { kind: 'contact', id: id ?? '', displayName: '' };
      return id ? [{ element: member, entry: contact, group: entry }] : [];
    });
  });
}

/** The entry that has an id, if the list has one. Ids differ in case alone, so that case counts. */
export function entryWithId(directory: ImDirectory, id: string): ImEntry | undefined {
  return directory.groups.find(group => group.id === id) ?? directory.contacts.find(contact => contact.id === id);
}

/** What else people know an entry by, in a few words: the members of a group, the address and groups of a contact. */
export function describeEntry(directory: ImDirectory, entry: ImEntry): string {
  if (entry.kind === 'contact') {
    const groups = directory.groups
      .filter(({ members }) => members.includes(entry.id))
      .map(({ displayName }) => displayName);
    const where = groups.length === 0 ? 'in no group' : `in ${listed(groups)}`;
    return entry.address === undefined ? where : `${entry.address}, ${where}`;
  }
  if (entry.isDistribution) return ['distribution group', ...(entry.smtpAddress ? [entry.smtpAddress] : [])].join(', ');
  const { members } = entry;
  if (members.length === 0) return 'no members';
  const names = members.flatMap(id => directory.contacts.find(contact => contact.id === id)?.displayName ?? []);
  const count = members.length === 1 ? '1 member' : `${members.length} members`;
  return names.length === 0 ? count : `${count}: ${listed(names)}`;
}

/** The name of an entry; one without a name goes by its address. */
export function nameOf(entry: ImEntry): string {
  const address = entry.kind === 'contact' ? entry.address : entry.smtpAddress;
  return entry.displayName || address || 'without a name';
}

/** UTF-16 units; far more than the 64 groups and 1000 contacts that a mailbox may have. */
const longestAnswer = 16 * 1024 * 1024;

const mostNames = 5;

function listed(names: readonly string[]): string {
  const more = names.length - mostNames;
  return more > 0 ? `${names.slice(0, mostNames).join(', ')} and ${more} more` : names.join(', ');
}

function groupIn(xml: XmlDocument, element: XmlElement): { element: XmlElement; entry: ImGroupEntry } | undefined {
  const store = child(element, 'ExchangeStoreId');
  const id = store && attributeOf(store, 'Id');
  if (!id) return undefined;
  const smtpAddress = childText(xml, element, 'SmtpAddress');
  const entry: ImGroupEntry = {
    kind: 'group',
    id,
    ...changeKeyOf(store),
    displayName: childText(xml, element, 'DisplayName'),
    isDistribution: smtpAddress !== '' || childText(xml, element, 'GroupType') === 'IPM.DistList.MOC.DG',
    ...(smtpAddress && { smtpAddress }),
    members: memberElements(element).flatMap(member => attributeOf(member, 'Id') ?? []),
  };
  return { element, entry };
}

/** Of several contact items that make a persona the one that is in a group, else the first. */
function contactIn(
  xml: XmlDocument,
  element: XmlElement,
  members: ReadonlySet<string>,
): { element: XmlElement; entry: ImContactEntry } | undefined {
  const attributions = child(element, 'Attributions');
  const sources = (attributions ? elementsOf(attributions) : []).flatMap(each => child(each, 'SourceId') ?? []);
  const source = sources.find(each => members.has(attributeOf(each, 'Id') ?? '')) ?? sources[0];
  const id = source && attributeOf(source, 'Id');
  if (!id) return undefined;
  const phone = child(element, 'PhoneNumber');
  const address = childText(xml, element, 'ImAddress') || (phone ? childText(xml, phone, 'Number') : '');
  const displayName = childText(xml, element, 'DisplayName');
  return { element, entry: { kind: 'contact', id, ...changeKeyOf(source), displayName, ...(address && { address }) } };
}

function memberElements(group: XmlElement): readonly XmlElement[] {
  const members = child(group, 'MemberCorrelationKey');
  return members ? elementsOf(members) : [];
}

function child(element: XmlElement, local: string): XmlElement | undefined {
  return elementsOf(element).find(each => each.local === local);
}

function childText(xml: XmlDocument, element: XmlElement, local: string): string {
  const found = child(element, local);
  return found ? textOf(xml, found).trim() : '';
}

function attributeOf(element: XmlElement, name: string): string | undefined {
  return attributeNamed(element, name)?.value || undefined;
}

function changeKeyOf(element: XmlElement): { readonly changeKey?: string } {
  const changeKey = attributeOf(element, 'ChangeKey');
  return changeKey === undefined ? {} : { changeKey };
}

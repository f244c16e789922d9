import { longestItemId, makeChangeKey, makeItemId, readChangeKey, readItemId } from '../ews/itemId.ts';
import type { ResponseCode } from '../ews/responseCodes/index.ts';
import type { GroupType, SandboxContact, SandboxGroup, SandboxMailbox } from './content.ts';
import type { ItemId } from './request.ts';

/** Documented limits of one mailbox. */
export const imLimits = { groups: 64, contacts: 1000 } as const;

/** An operation that cannot do its work: thrown inside the sandbox, answered as a response message. */
export class Refusal extends Error {
  readonly code: ResponseCode;

  constructor(code: ResponseCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The IM list of one mailbox, changed as Exchange changes it. */
export class ImList {
  private mailbox: SandboxMailbox;
  /** Counts what was made, so that every new item gets an id of its own. */
  private made = 0;

  constructor(mailbox: SandboxMailbox) {
    this.mailbox = mailbox;
  }

  /** The list as it is now. */
  content(): SandboxMailbox {
    return this.mailbox;
  }

  /** The group of an id; `missing` is the code for an id that leads to no group. */
  group(id: ItemId | undefined, missing: ResponseCode = 'ErrorInvalidImGroupId'): SandboxGroup {
    const wanted = checkedId(id);
    const group = this.mailbox.groups.find(candidate => candidate.id === wanted);
    if (!group) throw new Refusal(missing, 'No IM group of this mailbox has that id.');
    return group;
  }

  /** The contact of an id; `missing` is the code for an id that leads to no contact. */
  contact(id: ItemId | undefined, missing: ResponseCode = 'ErrorInvalidImContactId'): SandboxContact {
    const wanted = checkedId(id);
    const contact = this.mailbox.contacts.find(candidate => candidate.id === wanted);
    if (!contact) throw new Refusal(missing, 'No IM contact of this mailbox has that id.');
    return contact;
  }

  /** Makes a group; names are compared without regard to case. */
  addGroup(displayName: string, groupType: GroupType, smtpAddress?: string): SandboxGroup {
    this.checkName(displayName);
    if (this.mailbox.groups.length >= imLimits.groups) {
      throw new Refusal('ErrorImGroupLimitReached', `The mailbox has its ${imLimits.groups} IM groups.`);
    }
    const seed = this.nextSeed('group');
    const group = {
      id: makeItemId('mailbox item', this.mailbox.guid, seed),
      changeKey: makeChangeKey('distribution list', seed, 1),
      displayName,
      groupType,
      members: [],
      ...(smtpAddress !== undefined && { smtpAddress }),
    };
    this.mailbox = { ...this.mailbox, groups: [...this.mailbox.groups, group] };
    return group;
  }

  /** Gives a group another name and ChangeKey. */
  renameGroup(group: SandboxGroup, displayName: string): void {
    this.checkName(displayName);
    this.replaceGroup({ ...group, displayName, changeKey: this.nextKey('distribution list') });
  }

  /** Takes a group off the list; its contacts stay. */
  removeGroup(group: SandboxGroup): void {
    this.mailbox = { ...this.mailbox, groups: this.mailbox.groups.filter(({ id }) => id !== group.id) };
  }

  /** Makes a contact, or takes the one of that address, and puts it into a group, if one is given. */
  addContact(
    contact: Pick<SandboxContact, 'displayName' | 'imAddress' | 'telephoneNumber'>,
    group: SandboxGroup | undefined,
  ): SandboxContact {
    const known = this.mailbox.contacts.find(
      ({ imAddress, telephoneNumber }) =>
        imAddress.toLowerCase() === contact.imAddress.toLowerCase() && telephoneNumber === contact.telephoneNumber,
    );
    const member = known ?? this.makeContact(contact);
    if (group) this.addMember(group, member);
    return member;
  }

  private makeContact(contact: Pick<SandboxContact, 'displayName' | 'imAddress' | 'telephoneNumber'>): SandboxContact {
    if (this.mailbox.contacts.length >= imLimits.contacts) {
      throw new Refusal('ErrorImContactLimitReached', `The mailbox has its ${imLimits.contacts} IM contacts.`);
    }
    const seed = this.nextSeed('contact');
    const made = {
      ...contact,
      id: makeItemId('mailbox item', this.mailbox.guid, seed),
      changeKey: makeChangeKey('contact', seed, 1),
      personaId: makeItemId('conversation or persona', this.mailbox.guid, seed),
    };
    this.mailbox = { ...this.mailbox, contacts: [...this.mailbox.contacts, made] };
    return made;
  }

  /** Puts a contact into a group; a second time changes nothing. */
  addMember(group: SandboxGroup, contact: SandboxContact): void {
    if (group.members.includes(contact.id)) return;
    this.replaceGroup({
      ...group,
      members: [...group.members, contact.id],
      changeKey: this.nextKey('distribution list'),
    });
  }

  /** Takes a contact out of one group; it stays on the list. */
  removeMember(group: SandboxGroup, contact: SandboxContact): void {
    if (!group.members.includes(contact.id))
      throw new Refusal('ErrorInvalidImContactId', 'The contact is not in that group.');
    const members = group.members.filter(id => id !== contact.id);
    this.replaceGroup({ ...group, members, changeKey: this.nextKey('distribution list') });
  }

  /** Takes a contact off the list and out of every group. */
  removeContact(contact: SandboxContact): void {
    for (const group of this.mailbox.groups) if (group.members.includes(contact.id)) this.removeMember(group, contact);
    this.mailbox = { ...this.mailbox, contacts: this.mailbox.contacts.filter(({ id }) => id !== contact.id) };
  }

  private checkName(displayName: string): void {
    const taken = this.mailbox.groups.some(group => group.displayName.toLowerCase() === displayName.toLowerCase());
    if (taken) throw new Refusal('ErrorImGroupDisplayNameAlreadyExists', 'An IM group of that name is there already.');
  }

  private replaceGroup(changed: SandboxGroup): void {
    this.mailbox = {
      ...this.mailbox,
      groups: this.mailbox.groups.map(group => (group.id === changed.id ? changed : group)),
    };
  }

  private nextSeed(kind: string): string {
    this.made += 1;
    return `${this.mailbox.guid}/made/${kind}/${this.made}`;
  }

  private nextKey(objectType: 'contact' | 'distribution list'): string {
    this.made += 1;
    return makeChangeKey(objectType, this.mailbox.guid, this.made + 1);
  }
}

/** The id, if it can be one at all; otherwise the refusal that Exchange gives. */
function checkedId(id: ItemId | undefined): string {
  if (!id || id.id === '') throw new Refusal('ErrorInvalidIdEmpty', 'The Id is empty.');
  if (id.id.length > longestItemId)
    throw new Refusal('ErrorInvalidIdMonikerTooLong', `The Id has more than ${longestItemId} characters.`);
  if (readItemId(id.id).health !== 'ok') throw new Refusal('ErrorInvalidIdMalformed', 'The Id cannot be read.');
  if (id.changeKey !== undefined && !readChangeKey(id.changeKey))
    throw new Refusal('ErrorInvalidChangeKey', 'The ChangeKey cannot be read.');
  return id.id;
}

import { makeChangeKey, makeItemId } from '../ews/itemId.ts';

/** What the sandbox holds: plain data, so that a seed file can say the same. */
export interface SandboxContent {
  readonly mailboxes: readonly SandboxMailbox[];
}

/** One mailbox with its IM list. */
export interface SandboxMailbox {
  readonly displayName: string;
  /** Primary SMTP address. */
  readonly address: string;
  /** Further SMTP addresses. */
  readonly aliases: readonly string[];
  readonly userPrincipalName: string;
  readonly sid: string;
  readonly guid: string;
  readonly groups: readonly SandboxGroup[];
  readonly contacts: readonly SandboxContact[];
}

/** An IM group; a distribution group has an SMTP address. */
export interface SandboxGroup {
  readonly id: string;
  readonly changeKey: string;
  readonly displayName: string;
  readonly groupType: GroupType;
  readonly smtpAddress?: string;
  /** Ids of the contacts in it. */
  readonly members: readonly string[];
}

/** The kinds of groups an IM client makes. */
export type GroupType =
  | 'IPM.DistList.MOC.UserGroup'
  | 'IPM.DistList.MOC.DG'
  | 'IPM.DistList.MOC.Favorites'
  | 'IPM.DistList.MOC.OtherContacts'
  | 'IPM.DistList.MOC.Tagged';

/** An IM contact. */
export interface SandboxContact {
  readonly id: string;
  readonly changeKey: string;
  /** The id of its persona, which operations do not take. */
  readonly personaId: string;
  readonly displayName: string;
  readonly imAddress: string;
  /** Set for contacts known by a telephone number. */
  readonly telephoneNumber?: string;
}

/** The domain of all addresses in it, which is reserved for examples. */
const domain = 'contoso.example';

/** The groups that IM clients make by themselves, by name. */
const builtIn: Readonly<Record<string, GroupType>> = {
  Favorites: 'IPM.DistList.MOC.Favorites',
  'Other Contacts': 'IPM.DistList.MOC.OtherContacts',
};

/** The IM list every sandbox begins with; the samples name what is in it. */
export const initialContent: SandboxContent = {
  mailboxes: [
    mailbox('Ada Keller', 'ada.keller', 'a1c7e0b2-5d34-4f6a-9b18-2c3d4e5f6071', 1104, {
      'Project Phoenix': ['Ben Ortiz', 'Chandra Rao', 'Dana Novak'],
      'Lunch Club': ['Ben Ortiz', 'Emil Berg'],
      'Night Shift': ['Fumiko Sato'],
      'Old Team': [],
    }),
    mailbox('Ben Ortiz', 'ben.ortiz', 'b2d8f1c3-6e45-4a7b-8c29-3d4e5f607182', 1105, {
      'Project Phoenix': ['Ada Keller', 'Chandra Rao'],
      Suppliers: ['Greta Lind'],
      Favorites: ['Ada Keller'],
      'Other Contacts': ['Greta Lind'],
    }),
  ],
};

/** An IM group with the id and ChangeKey that follow from its mailbox and name. */
export function groupOf(
  guid: string,
  displayName: string,
  members: readonly string[],
  groupType: GroupType = 'IPM.DistList.MOC.UserGroup',
): SandboxGroup {
  const seed = `${guid}/group/${displayName}`;
  return {
    id: makeItemId('mailbox item', guid, seed),
    changeKey: makeChangeKey('distribution list', seed, 1),
    displayName,
    groupType,
    members,
  };
}

/** An IM contact with the ids and ChangeKey that follow from its mailbox and name. */
export function contactOf(guid: string, displayName: string, imAddress: string): SandboxContact {
  const seed = `${guid}/contact/${displayName}`;
  return {
    id: makeItemId('mailbox item', guid, seed),
    changeKey: makeChangeKey('contact', seed, 1),
    personaId: makeItemId('conversation or persona', guid, seed),
    displayName,
    imAddress,
  };
}

function mailbox(
  displayName: string,
  account: string,
  guid: string,
  number: number,
  groups: Readonly<Record<string, readonly string[]>>,
): SandboxMailbox {
  const contacts = [...new Set(Object.values(groups).flat())].map(name =>
    contactOf(guid, name, addressOf(name, domain)),
  );
  const idOf = (name: string) => contacts.find(contact => contact.displayName === name)?.id ?? '';
  return {
    displayName,
    address: `${account}@${domain}`,
    aliases: [`${account.replace('.', '')}@${domain}`],
    userPrincipalName: `${account}@${domain}`,
    sid: `S-1-5-21-1004336348-1177238915-682003330-${number}`,
    guid,
    contacts,
    groups: [
      ...Object.entries(groups).map(([name, members]) => groupOf(guid, name, members.map(idOf), builtIn[name])),
      {
        ...groupOf(guid, 'All Engineering', [], 'IPM.DistList.MOC.DG'),
        smtpAddress: `engineering@${domain}`,
      },
    ],
  };
}

/** `Ada Keller` at `contoso.example` is `ada.keller@contoso.example`. */
export function addressOf(displayName: string, domain: string): string {
  return `${displayName.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '.')}@${domain}`;
}

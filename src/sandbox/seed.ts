import { createHash } from 'node:crypto';
import {
  addressOf,
  contactOf,
  type GroupType,
  groupOf,
  type SandboxContact,
  type SandboxContent,
  type SandboxGroup,
  type SandboxMailbox,
} from './content.ts';
import { imLimits } from './imList.ts';

/** A seed file as read: the content of a sandbox, or what is wrong with the file, in sentences for its writer. */
export type Seed =
  | { readonly kind: 'content'; readonly content: SandboxContent }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/**
 * Reads the content of a sandbox from JSON. The least that is needed is `{"mailboxes": [{"name", "address"}]}`; a mailbox
 * may have `aliases`, `userPrincipalName`, `sid`, `contacts` (`name`, `imAddress`, `telephone`) and `groups` (`name`,
 * `kind`, `address`, `members`). Ids follow from addresses and names, so that the same file always gives the same ids.
 * Never throws. The format is described in docs/sandbox-seed.md.
 */
export function parseSeed(json: string): Seed {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    return { kind: 'problems', problems: [`The file is not JSON: ${reason}`] };
  }
  const reader = new SeedReader();
  const content = reader.content(value);
  return reader.problems.length > 0 ? { kind: 'problems', problems: reader.problems } : { kind: 'content', content };
}

type Fields = Readonly<Record<string, unknown>>;

const groupTypes: Readonly<Record<string, GroupType>> = {
  own: 'IPM.DistList.MOC.UserGroup',
  distribution: 'IPM.DistList.MOC.DG',
  favorites: 'IPM.DistList.MOC.Favorites',
  other: 'IPM.DistList.MOC.OtherContacts',
  tagged: 'IPM.DistList.MOC.Tagged',
};

/** Reads on after each problem, so that a writer sees all of them at once. */
class SeedReader {
  readonly problems: string[] = [];

  content(value: unknown): SandboxContent {
    const { mailboxes } = this.fields(value, 'The file', ['mailboxes']);
    if (!isFields(value)) return { mailboxes: [] };
    const list = this.list(mailboxes, 'mailboxes');
    if (Array.isArray(mailboxes) && list.length === 0)
      this.problems.push('mailboxes is empty: the first mailbox is the one that requests go to.');
    const found = list.map((mailbox, index) => this.mailbox(mailbox, `mailboxes[${index}]`));
    this.checkRepeated(
      found.flatMap(({ address, aliases }) => [address, ...aliases]),
      'mailboxes',
      'address',
    );
    return { mailboxes: found };
  }

  private mailbox(value: unknown, at: string): SandboxMailbox {
    const known = ['name', 'address', 'aliases', 'userPrincipalName', 'sid', 'contacts', 'groups'];
    const fields = this.fields(value, at, known);
    const address = this.address(fields['address'], `${at}.address`);
    const guid = guidOf(address.toLowerCase());
    const domain = address.replace(/^.*@/, '');
    const named = this.list(fields['contacts'] ?? [], `${at}.contacts`).map((contact, index) =>
      this.contact(contact, `${at}.contacts[${index}]`, guid, domain),
    );
    const groups = this.list(fields['groups'] ?? [], `${at}.groups`);
    const contacts = [...named, ...this.furtherMembers(groups, named, guid, domain)];
    this.checkSizes(groups.length, contacts.length, at);
    // The first of a name counts.
    const ids = new Map(contacts.map(({ displayName, id }) => [displayName, id] as const).reverse());
    const found = groups.map((group, index) => this.group(group, `${at}.groups[${index}]`, guid, ids));
    this.checkRepeated(namesOf(found), `${at}.groups`, 'name');
    this.checkRepeated(namesOf(named), `${at}.contacts`, 'name');
    return {
      displayName: this.text(fields['name'], `${at}.name`),
      address,
      aliases: this.list(fields['aliases'] ?? [], `${at}.aliases`).map((alias, index) =>
        this.address(alias, `${at}.aliases[${index}]`),
      ),
      userPrincipalName: this.optionalText(fields['userPrincipalName'], `${at}.userPrincipalName`) ?? address,
      sid: this.optionalText(fields['sid'], `${at}.sid`) ?? sidOf(address.toLowerCase()),
      guid,
      groups: found,
      contacts,
    };
  }

  private contact(value: unknown, at: string, guid: string, domain: string): SandboxContact {
    const fields = this.fields(value, at, ['name', 'imAddress', 'telephone']);
    const name = this.text(fields['name'], `${at}.name`);
    const imAddress = this.optionalText(fields['imAddress'], `${at}.imAddress`) ?? addressOf(name, domain);
    const telephoneNumber = this.optionalText(fields['telephone'], `${at}.telephone`);
    return { ...contactOf(guid, name, imAddress), ...(telephoneNumber !== undefined && { telephoneNumber }) };
  }

  /** Members that no entry of contacts describes become contacts with what follows from their names. */
  private furtherMembers(
    groups: readonly unknown[],
    named: readonly SandboxContact[],
    guid: string,
    domain: string,
  ): readonly SandboxContact[] {
    const members = groups.flatMap(group =>
      isFields(group) && Array.isArray(group['members']) ? group['members'] : [],
    );
    const names = new Set(members.filter(member => typeof member === 'string' && member !== ''));
    const described = new Set(namesOf(named));
    return [...names].filter(name => !described.has(name)).map(name => contactOf(guid, name, addressOf(name, domain)));
  }

  /** `contacts` are the ids of the contacts by name. */
  private group(value: unknown, at: string, guid: string, contacts: ReadonlyMap<string, string>): SandboxGroup {
    const fields = this.fields(value, at, ['name', 'kind', 'address', 'members']);
    const kind = fields['kind'] ?? 'own';
    const groupType = typeof kind === 'string' ? groupTypes[kind] : undefined;
    if (!groupType)
      this.problems.push(`${at}.kind is ${JSON.stringify(kind)}: write one of ${Object.keys(groupTypes).join(', ')}.`);
    const isDistribution = kind === 'distribution';
    if (!isDistribution && fields['address'] !== undefined)
      this.problems.push(
        `${at}.address belongs to groups of the kind distribution only: remove it or change the kind.`,
      );
    const members = this.list(fields['members'] ?? [], `${at}.members`).map((member, index) =>
      this.text(member, `${at}.members[${index}]`),
    );
    const ids = members.flatMap(name => contacts.get(name) ?? []);
    const made = groupOf(guid, this.text(fields['name'], `${at}.name`), [...new Set(ids)], groupType);
    return isDistribution ? { ...made, smtpAddress: this.address(fields['address'], `${at}.address`) } : made;
  }

  private checkSizes(groups: number, contacts: number, at: string): void {
    if (groups > imLimits.groups)
      this.problems.push(`${at} has ${groups} groups: a mailbox has room for ${imLimits.groups}.`);
    if (contacts > imLimits.contacts)
      this.problems.push(`${at} has ${contacts} contacts: a mailbox has room for ${imLimits.contacts}.`);
  }

  private checkRepeated(values: readonly string[], at: string, what: string): void {
    const seen = new Set<string>();
    const twice = values.filter(value => value !== '' && seen.size === seen.add(value.toLowerCase()).size);
    for (const value of new Set(twice))
      this.problems.push(
        `${at} has the ${what} ${JSON.stringify(value)} twice: each may stand once, whatever its case.`,
      );
  }

  private fields(value: unknown, at: string, known: readonly string[]): Fields {
    if (!isFields(value)) {
      this.problems.push(`${at} must be an object with ${known.join(', ')}.`);
      return {};
    }
    for (const name of Object.keys(value).filter(name => !known.includes(name) && name !== '$schema'))
      this.problems.push(`${at} has ${JSON.stringify(name)}, which a seed does not know: write ${known.join(', ')}.`);
    return value;
  }

  private list(value: unknown, at: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.problems.push(`${at} must be a list in square brackets.`);
    return [];
  }

  private text(value: unknown, at: string): string {
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.problems.push(`${at} must be a text in quotes that is not empty.`);
    return '';
  }

  private optionalText(value: unknown, at: string): string | undefined {
    return value === undefined ? undefined : this.text(value, at);
  }

  private address(value: unknown, at: string): string {
    if (typeof value === 'string' && /^[^\s@]+@[^\s@]+$/.test(value)) return value;
    this.problems.push(`${at} must be an SMTP address such as ada.keller@contoso.example.`);
    return '';
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function namesOf(entries: readonly { readonly displayName: string }[]): readonly string[] {
  return entries.map(({ displayName }) => displayName);
}

/** A GUID that is always the same for an address. */
function guidOf(address: string): string {
  const digits = createHash('sha256').update(address).digest('hex');
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`];
  return [...parts, digits.slice(20, 32)].join('-');
}

/** A SID that is always the same for an address. */
function sidOf(address: string): string {
  const number = createHash('sha256').update(address).digest().readUInt32BE(0);
  return `S-1-5-21-1004336348-1177238915-682003330-${number}`;
}

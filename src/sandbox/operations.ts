import { escapeXml } from '../xml/index.ts';
import type { SandboxContact, SandboxGroup } from './content.ts';
import { type ImList, Refusal } from './imList.ts';
import type { ItemId, SandboxRequest } from './request.ts';

/** What an operation does to an IM list; gives the payload of its answer. Throws {@link Refusal}. */
export type Run = (list: ImList, request: SandboxRequest) => string;

/** The operations the sandbox has, by name. */
export const sandboxOperations: Readonly<Record<string, Run>> = {
  AddImContactToGroup: (list, request) => {
    const contact = list.contact(idIn(request, 'ContactId'));
    const group = optionalGroup(list, request);
    if (group) list.addMember(group, contact);
    return '';
  },
  AddImGroup: (list, request) =>
    groupXml(list.addGroup(textIn(request, 'DisplayName'), 'IPM.DistList.MOC.UserGroup'), 'ImGroup'),
  AddNewImContactToGroup: (list, request) => {
    const imAddress = textIn(request, 'ImAddress');
    const displayName = request.values.get('DisplayName')?.text ?? imAddress;
    return personaXml(list.addContact({ imAddress, displayName }, optionalGroup(list, request)));
  },
  AddNewTelUriContactToGroup: (list, request) => {
    const group = request.values.has('GroupId') ? list.group(idIn(request, 'GroupId'), 'ErrorItemNotFound') : undefined;
    const imAddress = textIn(request, 'ImContactSipUriAddress');
    const telephoneNumber = textIn(request, 'ImTelephoneNumber');
    return personaXml(list.addContact({ imAddress, displayName: '', telephoneNumber }, group));
  },
  AddDistributionGroupToImList: (list, request) => {
    const address = textIn(request, 'SmtpAddress');
    const domain = list.content().address.replace(/^.*@/, '');
    const [local = '', ...rest] = address.split('@');
    if (!/^\S+$/.test(local) || rest.join('@').toLowerCase() !== domain.toLowerCase()) {
      throw new Refusal(
        'ErrorInvalidImDistributionGroupSmtpAddress',
        `No distribution group of the sandbox has that address; it knows those at ${domain}.`,
      );
    }
    return groupXml(list.addGroup(textIn(request, 'DisplayName'), 'IPM.DistList.MOC.DG', address), 'ImGroup');
  },
  GetImItemList: (list, request) => {
    checkExtendedProperties(request);
    return itemListXml(list.content().groups, list.content().contacts, false);
  },
  GetImItems: (list, request) => {
    checkExtendedProperties(request);
    const wanted = new Set(
      ['ContactIds', 'GroupIds'].flatMap(name => request.values.get(name)?.ids ?? []).map(({ id }) => id),
    );
    const { groups, contacts } = list.content();
    return itemListXml(
      groups.filter(({ id }) => wanted.has(id)),
      contacts.filter(({ id }) => wanted.has(id)),
      true,
    );
  },
  RemoveContactFromImList: (list, request) => {
    list.removeContact(list.contact(idIn(request, 'ContactId'), 'ErrorItemNotFound'));
    return '';
  },
  RemoveImContactFromGroup: (list, request) => {
    const contact = list.contact(idIn(request, 'ContactId'));
    list.removeMember(list.group(idIn(request, 'GroupId')), contact);
    return '';
  },
  RemoveDistributionGroupFromImList: (list, request) => {
    const group = list.group(idIn(request, 'GroupId'), 'ErrorItemNotFound');
    if (group.groupType !== 'IPM.DistList.MOC.DG')
      throw new Refusal('ErrorItemNotFound', 'The IM group of that id is no distribution group.');
    list.removeGroup(group);
    return '';
  },
  RemoveImGroup: (list, request) => {
    list.removeGroup(list.group(idIn(request, 'GroupId')));
    return '';
  },
  SetImGroup: (list, request) => {
    list.renameGroup(list.group(idIn(request, 'GroupId')), textIn(request, 'NewDisplayName'));
    return '';
  },
  SetImListMigrationCompleted: () => '',
};

function idIn(request: SandboxRequest, name: string): ItemId | undefined {
  return request.values.get(name)?.id;
}

function textIn(request: SandboxRequest, name: string): string {
  return request.values.get(name)?.text ?? '';
}

/** The group of GroupId; without one the group for other contacts, as far as the mailbox has it. */
function optionalGroup(list: ImList, request: SandboxRequest): SandboxGroup | undefined {
  if (request.values.has('GroupId')) return list.group(idIn(request, 'GroupId'));
  return list.content().groups.find(({ groupType }) => groupType === 'IPM.DistList.MOC.OtherContacts');
}

/** What Exchange asks of an extended property beyond the schema. */
function checkExtendedProperties(request: SandboxRequest): void {
  for (const {
    DistinguishedPropertySetId,
    PropertySetId,
    PropertyTag,
    PropertyName,
    PropertyId,
    PropertyType,
  } of request.values.get('ExtendedProperties')?.properties ?? []) {
    const sets = [DistinguishedPropertySetId, PropertySetId].filter(isGiven).length;
    const names = [PropertyName, PropertyId].filter(isGiven).length;
    const whole = isGiven(PropertyTag) ? sets + names === 0 : sets === 1 && names === 1;
    if (!whole) {
      throw new Refusal(
        'ErrorInvalidExtendedProperty',
        'An extended property is named by a tag alone, or by one property set with either a name or an id.',
      );
    }
    if (Number(PropertyTag ?? 0) >= 0x8000)
      throw new Refusal('ErrorNoPropertyTagForCustomProperties', 'Tags from 0x8000 on belong to named properties.');
    if (/^(?:Error|Null|Object|ObjectArray)$/.test(PropertyType ?? ''))
      throw new Refusal('ErrorUnsupportedMapiPropertyType', `Properties of the type ${PropertyType} cannot be read.`);
  }
}

function isGiven(value: string | undefined): boolean {
  return value !== undefined;
}

const types = 'xmlns="http://schemas.microsoft.com/exchange/services/2006/types"';

function itemListXml(groups: readonly SandboxGroup[], contacts: readonly SandboxContact[], onlyFound: boolean): string {
  const groupList = groups.map(group => groupXml(group, 'ImGroup', '')).join('');
  const personas = contacts.map(contact => personaXml(contact, '')).join('');
  const parts = [
    groups.length > 0 || !onlyFound ? `<Groups ${types}>${groupList}</Groups>` : '',
    contacts.length > 0 || !onlyFound ? `<Personas ${types}>${personas}</Personas>` : '',
  ];
  return `<ImItemList>${parts.join('')}</ImItemList>`;
}

/** t:ImGroupType; as the payload of an answer the element itself is in the messages namespace and its children in types. */
function groupXml(group: SandboxGroup, name: string, namespace = types): string {
  const members = group.members.map(id => `<ItemId${on(namespace)} Id="${escapeXml(id)}"/>`).join('');
  const children = [
    element('DisplayName', escapeXml(group.displayName), namespace),
    element('GroupType', group.groupType, namespace),
    `<ExchangeStoreId${on(namespace)} Id="${escapeXml(group.id)}" ChangeKey="${escapeXml(group.changeKey)}"/>`,
    members === '' ? '' : element('MemberCorrelationKey', members, namespace),
    group.smtpAddress === undefined ? '' : element('SmtpAddress', escapeXml(group.smtpAddress), namespace),
  ];
  return `<${name}>${children.join('')}</${name}>`;
}

/** t:PersonaType, its children in the order of the schema. */
function personaXml(contact: SandboxContact, namespace = types): string {
  const phone = contact.telephoneNumber;
  const source = `<SourceId Id="${escapeXml(contact.id)}" ChangeKey="${escapeXml(contact.changeKey)}"/>`;
  const children = [
    `<PersonaId${on(namespace)} Id="${escapeXml(contact.personaId)}"/>`,
    element('PersonaType', 'Person', namespace),
    element('DisplayName', escapeXml(contact.displayName), namespace),
    phone === undefined
      ? ''
      : element('PhoneNumber', `<Number>${escapeXml(phone)}</Number><Type>Business</Type>`, namespace),
    element('ImAddress', escapeXml(contact.imAddress), namespace),
    element(
      'Attributions',
      `<Attribution><Id>0</Id>${source}<DisplayName>Lync Contacts</DisplayName><IsWritable>true</IsWritable></Attribution>`,
      namespace,
    ),
  ];
  return `<Persona>${children.join('')}</Persona>`;
}

function element(name: string, content: string, namespace: string): string {
  return `<${name}${on(namespace)}>${content}</${name}>`;
}

function on(namespace: string): string {
  return namespace === '' ? '' : ` ${namespace}`;
}

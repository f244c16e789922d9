import { serverVersionNames } from '../ews/versions.ts';
import {
  attributeNamed,
  contentRange,
  descendants,
  elementsOf,
  escapeXml,
  type Range,
  type TextEdit,
  touches,
  type XmlAttribute,
  type XmlElement,
} from '../xml/index.ts';
import { declarationOf } from './declarations.ts';
import type { ImDirectory, ImEntry } from './imDirectory.ts';
import { impersonationIn } from './impersonation.ts';
import type { Problem } from './problems/index.ts';
import { operationNamed, type RequestDocument } from './request.ts';
import { envelopeFor } from './snippets.ts';

/** An element of a request that wants something of the IM list: an id, or the address of a distribution group. */
export interface PickPlace {
  readonly element: XmlElement;
  readonly wants: 'group' | 'distributionGroup' | 'anyGroup' | 'contact' | 'address';
}

/** The elements of a request that can be filled from the IM list of its mailbox, in the order of the text. */
export function pickPlaces(request: RequestDocument): readonly PickPlace[] {
  const { kind, payload, operation } = request;
  if (kind !== 'request' || !payload || !operation) return [];
  return [...descendants(payload)].flatMap(element => {
    const wants = wantedBy(element, operation.name);
    return wants ? [{ element, wants }] : [];
  });
}

/** The place that an offset touches. */
export function pickPlaceAt(request: RequestDocument, offset: number): PickPlace | undefined {
  return pickPlaces(request).find(({ element }) => touches(element, offset));
}

/** Whether a problem at such a place goes away with what is picked. */
export function isMendedByPicking({ code }: Problem): boolean {
  if (code === 'id.wrapped' || code === 'id.unwrapped') return false;
  return /^(?:id|address)\.|^placeholder\.unfilled$|^attribute\.missing$|^value\.empty$/.test(code);
}

/** Everything of a list that may stand at a place; what fits the other id of the request comes first. */
export function fittingEntries(
  directory: ImDirectory,
  request: RequestDocument,
  { wants }: PickPlace,
): { readonly fitting: readonly ImEntry[]; readonly other: readonly ImEntry[] } {
  const all: readonly ImEntry[] =
    wants === 'contact' ? directory.contacts : directory.groups.filter(group => isWanted(group, wants));
  const fits = relation(directory, request);
  return { fitting: all.filter(fits), other: all.filter(entry => !fits(entry)) };
}

/** The edits that put an entry at a place: Id and ChangeKey in one go, what stood there before replaced. */
export function pickEdits(
  request: RequestDocument,
  { element, wants }: PickPlace,
  entry: ImEntry,
): readonly TextEdit[] {
  if (wants === 'address') {
    return entry.kind === 'group' ? textEdits(request, element, entry.smtpAddress ?? '') : [];
  }
  const at = element.nameRange.to;
  const id = attributeNamed(element, 'Id');
  const changeKey = attributeNamed(element, 'ChangeKey');
  const { changeKey: newKey } = entry;
  const keyText = newKey === undefined ? '' : ` ${attributeText('ChangeKey', newKey)}`;
  return [
    id ? valueEdit(id, entry.id) : { from: at, to: at, insert: ` ${attributeText('Id', entry.id)}` },
    ...(changeKey ? [keyEdit(request.text, changeKey, newKey)] : addedKey(id?.to ?? at, keyText)),
  ];
}

/** Where a choice stands or is to stand: the value of Id, or the address; undefined where it has no place yet. */
export function pickedRange({ element, wants }: PickPlace): Range | undefined {
  if (wants === 'address') return contentRange(element);
  const id = attributeNamed(element, 'Id');
  return id?.quoteClosed ? id.valueRange : undefined;
}

/** GetImItemList to the mailbox that a request goes to: by the same impersonation, in the same version where that has it. */
export function listRequestFor(request: RequestDocument): string {
  const operation = operationNamed('GetImItemList');
  if (!operation) return '';
  const text = envelopeFor(operation, {}, impersonationIn(request));
  const written = versionIn(request);
  const least = serverVersionNames.indexOf(operation.since);
  const version = serverVersionNames.slice(least).find(name => name === written);
  return version === undefined ? text : text.replace(/(?<=RequestServerVersion Version=")[^"]*/, version);
}

/** The Id that stands at a place; undefined when there is none, or it is not finished. */
export function idAt({ element }: PickPlace): string | undefined {
  const id = attributeNamed(element, 'Id');
  return id?.quoteClosed ? id.value : undefined;
}

function versionIn({ header }: RequestDocument): string | undefined {
  const element = header && elementsOf(header).find(({ local }) => local === 'RequestServerVersion');
  return attributeNamed(element, 'Version')?.value;
}

function wantedBy(element: XmlElement, operation: string): PickPlace['wants'] | undefined {
  const declaration = declarationOf(element);
  if (declaration?.kind !== 'element') return undefined;
  switch (declaration.particle.meaning) {
    case 'imContactId':
      return 'contact';
    case 'imGroupId':
      return operation.includes('DistributionGroup') ? 'distributionGroup' : 'group';
    case 'smtpAddress':
      return 'address';
    case 'itemId':
      return element.parent?.local === 'ContactIds' ? 'contact' : 'anyGroup';
    default:
      return undefined;
  }
}

function isWanted(group: ImDirectory['groups'][number], wants: PickPlace['wants']): boolean {
  if (wants === 'anyGroup') return true;
  if (wants === 'address') return group.smtpAddress !== undefined;
  return group.isDistribution === (wants === 'distributionGroup');
}

/** A contact leaves a group that it is in, and enters one that it is not in. */
function relation(directory: ImDirectory, { payload, operation }: RequestDocument): (entry: ImEntry) => boolean {
  const wantsMembers = operation?.name === 'RemoveImContactFromGroup';
  if (!wantsMembers && operation?.name !== 'AddImContactToGroup') return () => true;
  const given = (name: string) => {
    const element = payload && elementsOf(payload).find(({ local }) => local === name);
    return element && idAt({ element, wants: 'group' });
  };
  const group = directory.groups.find(({ id }) => id === given('GroupId'));
  const contact = directory.contacts.find(({ id }) => id === given('ContactId'));
  return entry => {
    if (entry.kind === 'contact') return !group || group.members.includes(entry.id) === wantsMembers;
    return !contact || entry.members.includes(contact.id) === wantsMembers;
  };
}

function attributeText(name: string, value: string): string {
  return `${name}="${escapeXml(value)}"`;
}

function valueEdit(attribute: XmlAttribute, value: string): TextEdit {
  const { valueRange, quoteClosed } = attribute;
  if (valueRange && quoteClosed) return { from: valueRange.from, to: valueRange.to, insert: escapeXml(value) };
  return { from: attribute.from, to: attribute.to, insert: attributeText(attribute.name, value) };
}

/** The ChangeKey of another item must not stay, so without a new one it goes, and the white space before it. */
function keyEdit(text: string, attribute: XmlAttribute, value: string | undefined): TextEdit {
  if (value !== undefined) return valueEdit(attribute, value);
  const before = text.slice(0, attribute.from);
  return { from: before.trimEnd().length, to: attribute.to, insert: '' };
}

function addedKey(at: number, insert: string): readonly TextEdit[] {
  return insert === '' ? [] : [{ from: at, to: at, insert }];
}

function textEdits({ text }: RequestDocument, element: XmlElement, value: string): readonly TextEdit[] {
  const content = contentRange(element);
  if (content) return [{ from: content.from, to: content.to, insert: escapeXml(value) }];
  const { from, to } = element.startTag;
  const open = text.slice(from, to).replace(/\/?>$/, '').trimEnd();
  return [{ from, to, insert: `${open}>${escapeXml(value)}</${element.name}>` }];
}

import { type ItemIdHealth, type ItemIdKind, longestItemId, readChangeKey, readItemId } from '../../ews/itemId.ts';
import { type NamespaceKey, namespaces } from '../../ews/namespaces.ts';
import { type ServerVersionFact, serverVersions } from '../../ews/versions.ts';
import type { XmlAttribute, XmlElement } from '../../xml/index.ts';
import { readNamespace } from '../names.ts';
import { isPlaceholder } from '../placeholders.ts';
import { looksLikeServerVersion } from '../problems/attributes.ts';
import { operationNamed, type RequestDocument } from '../request.ts';
import { type CodeLookup, type HoverLine, heading, list, paragraph, shown } from './hover.ts';

/** Which products understand a value of RequestServerVersion, or why none does; undefined for any other attribute. */
export function versionLines(element: XmlElement, attribute: XmlAttribute): readonly HoverLine[] | undefined {
  const { value } = attribute;
  if (element.local !== 'RequestServerVersion' || attribute.name !== 'Version') return undefined;
  const fact = serverVersions.find(({ name }) => name === value);
  return [heading(shown(value.trim()) || 'Version'), ...(fact ? factLines(fact) : wrongVersion(value)).map(paragraph)];
}

function factLines({ products, note, documented, workingName }: ServerVersionFact): readonly string[] {
  if (workingName) return [`This is the working name of ${products}. No release answers to it.`];
  const whose = `${documented ? 'Understood by' : 'Meant for'} ${products}.`;
  return [
    note === undefined ? whose : `${whose} ${note}`,
    ...(documented ? [] : ['It is in the schema, but not in the public documentation: a server may refuse it.']),
  ];
}

function wrongVersion(value: string): readonly string[] {
  if (isPlaceholder(value)) return [placeholderWords];
  return [`${whatIsWrong(value)} Write a version of the schema, such as Exchange2013_SP1.`];
}

function whatIsWrong(value: string): string {
  if (value.trim() === '') return 'The version is empty, and servers refuse that.';
  return looksLikeServerVersion(value)
    ? 'This looks like a build or a service name of ServerVersionInfo, and no request may carry one.'
    : 'This is no version of the schema, and servers refuse it.';
}

const placeholderWords = 'A placeholder. Replace it before you send.';

/**
 * What an item id or a ChangeKey tells of itself; undefined for attributes that hold neither. `isTold`: a problem says
 * already what is wrong with it.
 */
export function idLines(
  element: XmlElement,
  name: string,
  value: string,
  isTold: boolean,
): readonly HoverLine[] | undefined {
  const holdsId = name === 'Id' || name === 'RecurringMasterId' || name === 'OccurrenceId';
  if (!holdsId && name !== 'ChangeKey') return undefined;
  if (isPlaceholder(value, 'id')) {
    return [heading(value.trim()), paragraph(placeholderWords)];
  }
  return holdsId ? itemIdLines(element, value, isTold) : changeKeyLines(value);
}

/** What a namespace is for, and what is wrong with it. */
export function namespaceLines(uri: string): readonly HoverLine[] | undefined {
  const { key, form } = readNamespace(uri);
  if (!key) return undefined;
  const warning = warnings[form];
  return [
    heading(`The ${key} namespace`),
    paragraph(namespaceWords[key]),
    ...(warning ? [paragraph(warning), { kind: 'code' as const, text: namespaces[key] }] : []),
  ];
}

/** What a ResponseCode means: for this very operation, or else in general. */
export function codeLines(
  request: RequestDocument,
  code: string,
  codes: CodeLookup | undefined,
): readonly HoverLine[] | undefined {
  const general = codes?.(code);
  const answered = request.payload && operationNamed(request.payload.local.replace(/Response$/, ''));
  const own = answered && Object.entries(answered.errors).find(([name]) => name === code)?.[1];
  if (!general && own === undefined) return undefined;
  return [
    heading(shown(code)),
    paragraph(own ?? general?.meaning ?? ''),
    ...list(general && `Category: ${general.category}`),
  ];
}

function itemIdLines(element: XmlElement, value: string, isTold: boolean): readonly HoverLine[] {
  const reading = readItemId(value);
  const isPersona = reading.kind === 'conversation or persona' && /^(?:Contact|Group)Id$/.test(element.local);
  return [
    heading(reading.kind ? kindWords[reading.kind] : 'Item id'),
    ...list(
      reading.mailboxGuid && `Mailbox ${reading.mailboxGuid}`,
      isTold ? undefined : healthWords[reading.health],
      reading.health === 'ok' ? `${value.length} characters of Base64` : undefined,
      reading.compressed && 'Compressed, as ids of Outlook.com are',
      isPersona && !isTold ? `${element.local} wants the id of an item, and this one is of another kind` : undefined,
    ),
  ];
}

const kindWords: Readonly<Record<ItemIdKind, string>> = {
  'mailbox item by address': 'Id of a mailbox item, by address',
  'public folder': 'Id of a public folder',
  'public folder item': 'Id of an item in a public folder',
  'mailbox item': 'Id of a mailbox item',
  'conversation or persona': 'Id of a conversation or persona',
  'directory object': 'Id of a directory object',
};

const healthWords: Readonly<Record<ItemIdHealth, string>> = {
  ok: 'Whole, as far as its layout tells',
  empty: 'Empty; servers answer ErrorInvalidIdEmpty',
  'white-space': 'Broken by white space, which no id has',
  'message-id': 'An Internet Message-ID, not an id of Exchange',
  address: 'An address, not an id of Exchange',
  'two-ids': 'Two ids in one',
  'url-safe-base64': 'In the URL-safe form of Graph and OWA; ConvertId translates it',
  'not-base64': 'Not Base64, so it cannot be an id of Exchange',
  cut: 'Cut short; servers answer ErrorInvalidIdMalformed',
  'too-short': 'Too short for an id of Exchange',
  'too-long': `Longer than ${longestItemId} characters, which no id is`,
  'change-key': 'Laid out like a ChangeKey, not like an Id',
  'entry-id': 'An EntryID of MAPI in hexadecimal; ConvertId translates it',
  name: 'A name, not an id of Exchange',
  'unknown-layout': 'Base64, but not laid out as an id of Exchange',
};

function changeKeyLines(value: string): readonly HoverLine[] {
  const reading = readChangeKey(value);
  const type =
    reading?.objectType === 'distribution list' ? 'distribution list, as IM groups are stored' : reading?.objectType;
  return [
    heading('ChangeKey'),
    paragraph('The version of the item; the IM operations do not need it.'),
    ...list(type === undefined ? 'Not laid out as a ChangeKey that is known here' : `Object type: ${type}`),
  ];
}

const namespaceWords: Readonly<Record<NamespaceKey, string>> = {
  soap: 'SOAP 1.1: Envelope, Header, Body, Fault. The only version that EWS takes.',
  messages: 'Operations, their answers and the direct children of both.',
  types: 'Headers, and everything inside the children of an operation.',
  errors: 'Details of a SOAP fault.',
};

const warnings: Readonly<Record<string, string>> = {
  https:
    'Namespaces are compared letter by letter. This one is written with https://, and servers refuse it. The name is:',
  soap12: 'This is SOAP 1.2, which EWS does not take in a request. The name is:',
  soapDraft: 'This is a draft of SOAP 1.2, which EWS does not take. The name is:',
  misspelt: 'This is misspelt, and a namespace that differs in one letter is another namespace. The name is:',
};

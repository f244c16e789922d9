import { namespaces } from '../ews/namespaces.ts';
import { type ServerVersion, serverVersionNames } from '../ews/versions.ts';
import { attributeNamed, elementsOf, parseXml, textOf, type XmlDocument, type XmlElement } from '../xml/index.ts';

/** A request as the sandbox understands it, once its schema is in order. */
export interface SandboxRequest {
  readonly operation: string;
  /** The children of the operation by local name. */
  readonly values: ReadonlyMap<string, SandboxValue>;
  readonly version: ServerVersion | undefined;
  readonly impersonated: Impersonated | undefined;
}

/** A child of an operation: its text, its id, or what is in it. */
export interface SandboxValue {
  readonly text: string;
  readonly id: ItemId | undefined;
  readonly ids: readonly ItemId[];
  /** The attributes of each child. */
  readonly properties: readonly Readonly<Record<string, string>>[];
}

/** Id and ChangeKey as they stand in the request. */
export interface ItemId {
  readonly id: string;
  readonly changeKey: string | undefined;
}

/** The user to act for, and how the request names it. */
export interface Impersonated {
  readonly by: string;
  readonly value: string;
}

/** Reads the parts of a request that the sandbox acts on. */
export function readSandboxRequest(text: string): {
  readonly xml: XmlDocument;
  readonly request: SandboxRequest | undefined;
} {
  const xml = parseXml(text);
  const envelope = xml.root;
  const parts = envelope ? elementsOf(envelope) : [];
  const header = parts.find(({ local }) => local === 'Header');
  const payload = elementsOf(parts.find(({ local }) => local === 'Body') ?? { children: [] })[0];
  if (!payload || payload.uri !== namespaces.messages) return { xml, request: undefined };
  const values = elementsOf(payload).map(child => [child.local, readValue(xml, child)] as const);
  const request = {
    operation: payload.local,
    values: new Map(values),
    version: header && versionOf(header),
    impersonated: header && impersonatedOf(xml, header),
  };
  return { xml, request };
}

function readValue(xml: XmlDocument, element: XmlElement): SandboxValue {
  return {
    text: textOf(xml, element),
    id: idOf(element),
    ids: elementsOf(element).flatMap(child => idOf(child) ?? []),
    properties: elementsOf(element).map(({ attributes }) =>
      Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
    ),
  };
}

function idOf(element: XmlElement): ItemId | undefined {
  const value = (name: string) => attributeNamed(element, name)?.value;
  const id = value('Id');
  return id === undefined ? undefined : { id, changeKey: value('ChangeKey') };
}

function versionOf(header: XmlElement): ServerVersion | undefined {
  const element = elementsOf(header).find(({ local }) => local === 'RequestServerVersion');
  const value = attributeNamed(element, 'Version')?.value;
  return serverVersionNames.find(name => name === value);
}

function impersonatedOf(xml: XmlDocument, header: XmlElement): Impersonated | undefined {
  const impersonation = elementsOf(header).find(({ local }) => local === 'ExchangeImpersonation');
  const [sid] = impersonation ? elementsOf(impersonation) : [];
  const [named] = sid ? elementsOf(sid) : [];
  return named && { by: named.local, value: textOf(xml, named) };
}

import { requestHeaders } from '../ews/headers.ts';
import { findOperation } from '../ews/operationNames.ts';
import { operations } from '../ews/operations/index.ts';
import type { Operation, Particle } from '../ews/schema.ts';
import {
  attributeNamed,
  descendants,
  elementsOf,
  parseXml,
  textOf,
  wellFormedness,
  type XmlDocument,
  type XmlElement,
  type XmlFlaw,
} from '../xml/index.ts';
import { namespaceOf, splitEwsName } from './names.ts';
import { optionsOf } from './particles.ts';

/** A text read as a SOAP message: what every feature of the editor starts from. */
export interface RequestDocument {
  readonly text: string;
  readonly xml: XmlDocument;
  /** The first reason why the text is no well-formed XML. */
  readonly flaw: XmlFlaw | undefined;
  /** `request` also for text that is still being typed; `answer` when the Body holds a response or a fault. */
  readonly kind: 'request' | 'answer' | 'other';
  readonly envelope: XmlElement | undefined;
  readonly header: XmlElement | undefined;
  readonly body: XmlElement | undefined;
  /** The operation in the Body: of several elements the first that is one, else the first. */
  readonly payload: XmlElement | undefined;
  /** The facts of the operation in the Body, when its content is known. */
  readonly operation: Operation | undefined;
  /** The user that ExchangeImpersonation names, in whichever way, if there is one. */
  readonly impersonated: string | undefined;
}

/** Reads a text; given the document of an earlier text, only the difference is parsed. Never fails. */
export function readRequest(text: string, previous?: RequestDocument): RequestDocument {
  if (previous?.text === text) return previous;
  const xml = parseXml(text, previous?.xml);
  const root = xml.root;
  const envelope = root && root.local.toLowerCase() === 'envelope' ? root : undefined;
  const parts = envelope ? elementsOf(envelope) : [];
  const header = partOf(parts, 'Header');
  const body = partOf(parts, 'Body');
  const payload = body && payloadOf(body);
  return {
    text,
    xml,
    flaw: wellFormedness(text),
    kind: kindOf(envelope, header, body),
    envelope,
    header,
    body,
    payload,
    operation: payload && operationNamed(payload.local),
    impersonated: header && impersonatedUser(xml, header),
  };
}

/** The part of that name: of several the first that holds something. */
function partOf(parts: readonly XmlElement[], local: string): XmlElement | undefined {
  const named = parts.filter(part => part.local === local);
  return named.find(part => elementsOf(part).length > 0) ?? named[0];
}

/** True when the text is worth the features of this extension: an envelope that speaks of an EWS namespace. */
export function isEwsEnvelope(request: RequestDocument): boolean {
  const { envelope, body, payload } = request;
  if (!envelope || namespaceOf(envelope).key !== 'soap') return false;
  const nearby = [envelope, body, payload, request.header, ...(request.header ? elementsOf(request.header) : [])];
  return nearby.some(element => element && speaksEws(element));
}

/** Of the elements in a Body the first that is an operation of EWS, else the first. */
function payloadOf(body: XmlElement): XmlElement | undefined {
  const elements = elementsOf(body);
  return elements.find(({ local }) => findOperation(local) !== undefined) ?? elements[0];
}

/** The facts of an operation whose content is known, by its local name. */
export function operationNamed(local: string): Operation | undefined {
  byName ??= new Map(operations.map(operation => [operation.name, operation]));
  return byName.get(local);
}

function impersonatedUser(xml: XmlDocument, header: XmlElement): string | undefined {
  for (const element of descendants(header)) {
    if (element.local !== 'ConnectingSID') continue;
    const [named] = elementsOf(element);
    return (named && textOf(xml, named).trim()) || undefined;
  }
  return undefined;
}

let byName: ReadonlyMap<string, Operation> | undefined;

function kindOf(
  envelope: XmlElement | undefined,
  header: XmlElement | undefined,
  body: XmlElement | undefined,
): RequestDocument['kind'] {
  if (!envelope) return 'other';
  const inside = body ? elementsOf(body) : [];
  // An operation beside an answer is a request with something too many.
  const holdsAnswer = inside.some(element => isAnswer(element, header));
  return holdsAnswer && !inside.some(({ local }) => operationNamed(local)) ? 'answer' : 'request';
}

/** True for what an answer holds in its Body, under this Header. */
export function isAnswer(element: XmlElement, header: XmlElement | undefined): boolean {
  const { key } = namespaceOf(element);
  if (element.local === 'Fault') return key === 'soap';
  if (!/Response(?:Message)?$/.test(element.local) || (key !== 'messages' && key !== undefined)) return false;
  return !isMisnamedRequest(element, header);
}

/** A request under the name of its answer: it holds what the request takes, or nothing at all under a header of requests. */
function isMisnamedRequest(element: XmlElement, header: XmlElement | undefined): boolean {
  const name = element.local.replace(/Response$/, '');
  if (!findOperation(name) || attributeNamed(element, 'ResponseClass')) return false;
  const holdsOneOf = (holder: XmlElement | undefined, particles: readonly Particle[]) => {
    const names = optionsOf(particles).map(particle => splitEwsName(particle.name).local);
    return holder !== undefined && elementsOf(holder).some(({ local }) => names.includes(local));
  };
  if (elementsOf(element).length === 0) return holdsOneOf(header, requestHeaders);
  return holdsOneOf(element, operationNamed(name)?.request ?? []);
}

function speaksEws(element: XmlElement): boolean {
  const { key, form } = namespaceOf(element);
  if (form !== 'assumed' && (key === 'messages' || key === 'types')) return true;
  return element.attributes.some(
    attribute => attribute.name.startsWith('xmlns') && /exchange\/services\/2006/i.test(attribute.value),
  );
}

import { namespaces } from '../ews/namespaces.ts';
import { findOperation } from '../ews/operationNames.ts';
import { operations } from '../ews/operations/index.ts';
import type { ResponseCode } from '../ews/responseCodes/index.ts';
import { serverVersionNames, serverVersions } from '../ews/versions.ts';
import { decodeBytes, elementsOf, type XmlDocument } from '../xml/index.ts';
import { errorAnswer, faultAnswer, successAnswer, violationAnswer } from './answers.ts';
import type { SandboxContent } from './content.ts';
import { encodingViolation } from './encodingViolation.ts';
import { type ImList, Refusal } from './imList.ts';
import { sandboxOperations } from './operations.ts';
import { type Impersonated, readSandboxRequest, type SandboxRequest } from './request.ts';
import { schemaViolation } from './schemaViolation.ts';

/** What the sandbox sends back: a SOAP text, or a bare status for what is no SOAP 1.1. */
export interface SandboxAnswer {
  readonly status: 200 | 500 | 501;
  readonly body: string;
  /** The IM list may have changed. */
  readonly changed: boolean;
}

/** Answers the bytes of one request; those that are no text get no further than the reader. */
export function answerToBytes(bytes: Uint8Array, lists: readonly ImList[]): SandboxAnswer {
  const decoded = decodeBytes(bytes);
  const violation = encodingViolation(bytes, decoded);
  return violation ? fault(violationAnswer(violation)) : answerTo(decoded.text, lists);
}

/** As Exchange does: version, schema, headers, impersonation, then the operation itself. */
function answerTo(text: string, lists: readonly ImList[]): SandboxAnswer {
  const { xml, request } = readSandboxRequest(text);
  if (xml.root && xml.root.local === 'Envelope' && xml.root.uri !== namespaces.soap)
    return { status: 501, body: '', changed: false };
  const early = versionFault(request) ?? duplicateFault(xml) ?? envelopeFault(xml, request);
  if (early) return fault(early);
  const violation = schemaViolation(xml);
  if (violation) return fault(violationAnswer(violation));
  const run = request && sandboxOperations[request.operation];
  if (!request || !run)
    return fault(
      faultAnswer(
        'ErrorInvalidRequest',
        `The sandbox has no operation ${request?.operation ?? ''}: it knows the 13 operations of the IM list.`,
      ),
    );
  const list = listFor(request.impersonated, lists);
  if (typeof list === 'string') return fault(list);
  const before = list.content();
  try {
    const body = successAnswer(request.operation, run(list, request));
    return { status: 200, body, changed: list.content() !== before };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { status: 200, body: errorAnswer(request.operation, refusal.code, refusal.message), changed: false };
  }
}

/** The content of all lists. */
export function contentOf(lists: readonly ImList[]): SandboxContent {
  return { mailboxes: lists.map(list => list.content()) };
}

function fault(body: string): SandboxAnswer {
  return { status: 500, body, changed: false };
}

/** An older schema lacks the operation; a working name has no server that answers to it. */
function versionFault(request: SandboxRequest | undefined): string | undefined {
  const operation = operations.find(({ name }) => name === request?.operation);
  if (!operation || !request?.version) return undefined;
  if (serverVersions.find(({ name }) => name === request.version)?.workingName) {
    return faultAnswer('ErrorInvalidServerVersion', 'The specified server version is invalid.');
  }
  const tooOld = serverVersionNames.indexOf(request.version) < serverVersionNames.indexOf(operation.since);
  return tooOld
    ? faultAnswer('ErrorIncorrectSchemaVersion', `${operation.name} needs ${operation.since} or later.`)
    : undefined;
}

function duplicateFault(xml: XmlDocument): string | undefined {
  const header = xml.root && elementsOf(xml.root).find(({ local }) => local === 'Header');
  const ours = header ? elementsOf(header).filter(({ uri }) => uri === namespaces.types) : [];
  const twice = new Set(ours.map(({ local }) => local)).size < ours.length;
  return twice ? faultAnswer('ErrorDuplicateSOAPHeader', 'A SOAP header stands twice.') : undefined;
}

/** A known operation that the sandbox does not have: its schema is not held here, so it cannot be said to be invalid. */
function envelopeFault(xml: XmlDocument, request: SandboxRequest | undefined): string | undefined {
  if (xml.root && xml.root.local !== 'Envelope' && xml.root.uri !== namespaces.soap)
    return faultAnswer('ErrorInvalidRequest', 'The request is no SOAP envelope.');
  if (!request || sandboxOperations[request.operation] || !findOperation(request.operation)) return undefined;
  return faultAnswer(
    'ErrorInvalidRequest',
    `The sandbox has no operation ${request.operation}: it knows the 13 operations of the IM list.`,
  );
}

/** The list of the user to act for, or the fault that says why there is none. */
function listFor(impersonated: Impersonated | undefined, lists: readonly ImList[]): ImList | string {
  const [own] = lists;
  if (!impersonated && own) return own;
  const { by, value = '' } = impersonated ?? { by: '' };
  const wanted = value.toLowerCase();
  const found = lists.find(list => {
    const mailbox = list.content();
    if (by === 'SID') return mailbox.sid.toLowerCase() === wanted;
    if (by === 'PrincipalName') return mailbox.userPrincipalName.toLowerCase() === wanted;
    return [mailbox.address, ...mailbox.aliases].some(address => address.toLowerCase() === wanted);
  });
  if (!found) return impersonationFault(by, value);
  const primary = found.content().address;
  if (by === 'PrimarySmtpAddress' && primary.toLowerCase() !== wanted) {
    return faultAnswer(
      'ErrorNonPrimarySmtpAddress',
      'The address is not the primary one.',
      `<t:Value Name="Primary">${primary}</t:Value>`,
    );
  }
  return found;
}

function impersonationFault(by: string, value: string): string {
  const code: ResponseCode =
    by === 'SID'
      ? /^S-1-\d+(?:-\d+)+$/.test(value)
        ? 'ErrorInvalidUserSid'
        : 'ErrorInvalidSid'
      : by === 'PrincipalName'
        ? 'ErrorInvalidUserPrincipalName'
        : 'ErrorNonExistentMailbox';
  return faultAnswer(code, 'No mailbox of the sandbox belongs to the user in ExchangeImpersonation.');
}

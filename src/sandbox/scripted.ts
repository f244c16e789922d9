import type { ServerResponse } from 'node:http';
import { findOperation } from '../ews/operationNames.ts';
import type { ResponseCode } from '../ews/responseCodes/index.ts';
import { decodeBytes, elementsOf, lineIndex, parseXml } from '../xml/index.ts';
import { errorAnswer, faultAnswer, violationAnswer } from './answers.ts';
import { readSandboxRequest } from './request.ts';
import { expandedName } from './schemaAttributes.ts';
import type { Violation } from './schemaViolation.ts';

/** An answer that can be asked for, to see how trouble looks. */
export type ScriptedAnswer = OtherAnswer | LateAnswer;

interface Choice {
  readonly id: string;
  readonly title: string;
  /** What it stands for, for the person who picks it. */
  readonly description: string;
}

/** Given in place of the ordinary answer; the request is not carried out. */
export interface OtherAnswer extends Choice {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: (request: Uint8Array) => string;
  /** Share of the body after which the connection breaks. */
  readonly breaksAfter?: number;
}

/** The ordinary answer to a request that is carried out at once. */
interface LateAnswer extends Choice {
  /** Milliseconds before it comes. */
  readonly delay: number;
}

const xml = { 'Content-Type': 'text/xml; charset=utf-8' };
const html = { 'Content-Type': 'text/html; charset=utf-8' };

const unexpected = 'The server met an unexpected failure while it processed the request.';

/** Every answer that can be asked for. Their texts are worded as a server would, in words of our own. */
export const scriptedAnswers: readonly ScriptedAnswer[] = [
  {
    id: 'busy',
    title: 'ErrorServerBusy',
    description: 'Throttling: the server names the time to wait',
    status: 500,
    headers: xml,
    body: () =>
      faultAnswer(
        'ErrorServerBusy',
        'The server cannot serve this request now.',
        '<t:Value Name="BackOffMilliseconds">30000</t:Value>',
      ),
  },
  fault('internal', 'ErrorInternalServerError', 'Something went wrong inside the server', unexpected),
  fault(
    'accessDenied',
    'ErrorAccessDenied',
    'The account may not do this',
    'The caller has no permission for this operation on the mailbox.',
  ),
  fault(
    'impersonation',
    'ErrorImpersonateUserDenied',
    'The account may not act for that user',
    'The calling account holds no right to act for the user that was named.',
  ),
  fault(
    'impersonationDenied',
    'ErrorImpersonationDenied',
    'The account may not act for anybody',
    'Impersonation is not granted to the calling account.',
  ),
  fault(
    'mailbox',
    'ErrorNonExistentMailbox',
    'Nobody has the mailbox of the impersonated user',
    'There is no mailbox behind the address that was named.',
  ),
  fault(
    'schemaVersion',
    'ErrorIncorrectSchemaVersion',
    'The version of the request does not have the operation',
    'The operation is not part of the schema version that the request names.',
  ),
  fault(
    'serverVersion',
    'ErrorInvalidServerVersion',
    'The version of the request is none',
    'RequestServerVersion names no version that this server accepts.',
  ),
  {
    id: 'schema',
    title: 'ErrorSchemaValidation',
    description: 'The request does not fit the schema; the place is named',
    status: 500,
    headers: xml,
    body: request => violationAnswer(violationIn(decodeBytes(request).text)),
  },
  message(
    'ErrorInvalidImGroupId',
    'No IM group of the mailbox has that id',
    'No IM group with the id of the request was found.',
  ),
  message(
    'ErrorInvalidImContactId',
    'The contact is not in that group, or is no IM contact',
    'The group has no IM contact with the id of the request.',
  ),
  message(
    'ErrorInvalidImDistributionGroupSmtpAddress',
    'No distribution group has that address',
    'No distribution group was found at the SMTP address of the request.',
  ),
  message(
    'ErrorImGroupDisplayNameAlreadyExists',
    'A group of that name is there already',
    'The display name belongs to another IM group already.',
  ),
  message(
    'ErrorImGroupLimitReached',
    'The mailbox has its 64 groups',
    'No IM group was added: a mailbox holds at most 64.',
  ),
  message(
    'ErrorImContactLimitReached',
    'The mailbox has its 1000 contacts',
    'No IM contact was added: a mailbox holds at most 1000.',
  ),
  message(
    'ErrorUnableToRemoveImContactFromGroup',
    'The contact is in the group and could not be taken out',
    'The IM contact could not be removed from the group.',
  ),
  message('ErrorInvalidIdEmpty', 'The id is empty', 'The request carries an id without content.'),
  message(
    'ErrorInvalidIdMalformed',
    'The id cannot be read, most often because it was cut',
    'The id of the request could not be read.',
  ),
  message(
    'ErrorItemNotFound',
    'Nothing in the mailbox has that id',
    'No object with the id of the request was found in the mailbox.',
  ),
  {
    id: 'unauthorized',
    title: 'HTTP 401',
    description: 'Not signed in; NTLM, Negotiate and Basic are offered',
    status: 401,
    headers: { 'WWW-Authenticate': ['Negotiate', 'NTLM', 'Basic realm="sandbox"'] },
    body: () => '',
  },
  {
    id: 'unauthorizedBasic',
    title: 'HTTP 401, Basic only',
    description: 'Not signed in; only a user name and a password are taken',
    status: 401,
    headers: { 'WWW-Authenticate': 'Basic realm="sandbox"' },
    body: () => '',
  },
  {
    id: 'unauthorizedBearer',
    title: 'HTTP 401, Bearer',
    description: 'OAuth is wanted, and the token that was sent is said to have expired',
    status: 401,
    headers: {
      'WWW-Authenticate':
        'Bearer client_id="00000002-0000-0ff1-ce00-000000000000", token_types="app_asserted_user_v1 service_asserted_app_v1", error="invalid_token"',
      'x-ms-diagnostics': '2000002;reason="The token has expired.";error_category="token_expired"',
    },
    body: () => '',
  },
  {
    id: 'forbidden',
    title: 'HTTP 403',
    description: 'EWS is closed to this account',
    status: 403,
    headers: {},
    body: () => '',
  },
  {
    id: 'unavailable',
    title: 'HTTP 503',
    description: 'Try again later: Retry-After',
    status: 503,
    headers: { 'Retry-After': '30' },
    body: () => '',
  },
  {
    id: 'signInPage',
    title: 'Sign-in page',
    description: 'A proxy answers with a page of its own, and status 200',
    status: 200,
    headers: html,
    body: () =>
      '<!DOCTYPE html><html><head><title>Sign in</title></head><body><form><input name="user"></form></body></html>',
  },
  {
    id: 'serverErrorPage',
    title: 'HTTP 500 page',
    description: 'The web application itself fell over: a page, no SOAP fault',
    status: 500,
    headers: html,
    body: () =>
      "<!DOCTYPE html><html><head><title>Runtime Error</title></head><body><h1>Server Error in '/EWS' Application.</h1></body></html>",
  },
  {
    id: 'slow',
    title: 'Slow answer',
    description: 'The request is carried out at once, and its own answer comes after 20 seconds',
    delay: 20_000,
  },
  {
    id: 'broken',
    title: 'Broken connection',
    description: 'The connection breaks in the middle of the answer',
    status: 500,
    headers: xml,
    body: () => faultAnswer('ErrorInternalServerError', unexpected),
    breaksAfter: 0.5,
  },
  {
    id: 'truncated',
    title: 'Truncated XML',
    description: 'The answer ends in the middle of an element',
    status: 200,
    headers: xml,
    body: () => faultAnswer('ErrorInternalServerError', unexpected).slice(0, 200),
  },
];

/** Gives another answer than the ordinary one to the bytes of a request. */
export function giveOther(answer: OtherAnswer, request: Uint8Array, response: ServerResponse): void {
  const { status, headers, body, breaksAfter } = answer;
  if (response.destroyed) return;
  const bytes = Buffer.from(body(request), 'utf8');
  const all = { ...headers, ...chosen, 'Content-Length': bytes.length };
  response.writeHead(status, all as Record<string, string | string[] | number>);
  if (breaksAfter === undefined) response.end(bytes);
  else response.write(bytes.subarray(0, Math.floor(bytes.length * breaksAfter)), () => response.destroy());
}

/** Tells a reader that nothing about the request or the endpoint led to the answer. */
const chosen = { 'X-Sandbox-Answer': 'chosen' };

/** At the first child of the operation, as if the schema of the server did not have it: a place that is really there. */
function violationIn(text: string): Violation {
  const { root } = parseXml(text);
  const body = root && elementsOf(root).find(({ local }) => local === 'Body');
  const payload = body && elementsOf(body)[0];
  const element = (payload && elementsOf(payload)[0]) ?? payload ?? root;
  if (!element) return { line: 1, position: 1, sentence: 'Data at the root level is invalid. Line 1, position 1.' };
  const { line, column } = lineIndex(text)(element.nameRange.from);
  return { line, position: column, sentence: `The '${expandedName(element)}' element is not declared.` };
}

/** The operation that the answer belongs to; of a request without one that which removes a group. */
function operationIn(request: Uint8Array): string {
  const { operation = '' } = readSandboxRequest(decodeBytes(request).text).request ?? {};
  return findOperation(operation)?.name ?? 'RemoveImGroup';
}

function message(code: ResponseCode, description: string, text: string): OtherAnswer {
  const body = (request: Uint8Array) => errorAnswer(operationIn(request), code, text);
  return { id: code, title: code, description, status: 200, headers: xml, body };
}

function fault(id: string, code: ResponseCode, description: string, text: string): OtherAnswer {
  return { id, title: code, description, status: 500, headers: xml, body: () => faultAnswer(code, text) };
}

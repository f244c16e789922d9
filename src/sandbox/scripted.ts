import type { ServerResponse } from 'node:http';
import { findOperation } from '../ews/operationNames.ts';
import type { ResponseCode } from '../ews/responseCodes/index.ts';
import { decodeBytes } from '../xml/index.ts';
import { errorAnswer, faultAnswer, violationAnswer } from './answers.ts';
import { readSandboxRequest } from './request.ts';

/** An answer that can be asked for, to see how trouble looks. */
export interface ScriptedAnswer {
  readonly id: string;
  readonly title: string;
  /** What it stands for, for the person who picks it. */
  readonly description: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
  /** In place of the body: the response message with this code, of whichever operation is asked for. */
  readonly code?: ResponseCode;
  /** Milliseconds before it comes. */
  readonly delay?: number;
  /** Share of the body after which the connection breaks. */
  readonly breaksAfter?: number;
}

const xml = { 'Content-Type': 'text/xml; charset=utf-8' };
const html = { 'Content-Type': 'text/html; charset=utf-8' };

/** Every answer that can be asked for. */
export const scriptedAnswers: readonly ScriptedAnswer[] = [
  {
    id: 'busy',
    title: 'ErrorServerBusy',
    description: 'Throttling: the server names the time to wait',
    status: 500,
    headers: xml,
    body: faultAnswer(
      'ErrorServerBusy',
      'The server cannot serve this request now.',
      '<t:Value Name="BackOffMilliseconds">30000</t:Value>',
    ),
  },
  fault('internal', 'ErrorInternalServerError', 'Something went wrong inside the server'),
  fault('accessDenied', 'ErrorAccessDenied', 'The account may not do this'),
  fault('impersonation', 'ErrorImpersonateUserDenied', 'The account may not act for that user'),
  fault('impersonationDenied', 'ErrorImpersonationDenied', 'The account may not act for anybody'),
  fault('mailbox', 'ErrorNonExistentMailbox', 'Nobody has the mailbox of the impersonated user'),
  fault('schemaVersion', 'ErrorIncorrectSchemaVersion', 'The version of the request does not have the operation'),
  fault('serverVersion', 'ErrorInvalidServerVersion', 'The version of the request is none'),
  {
    ...fault('schema', 'ErrorSchemaValidation', 'The request does not fit the schema; the place is named'),
    body: violationAnswer({ line: 1, position: 1, sentence: 'Data at the root level is invalid. Line 1, position 1.' }),
  },
  message('ErrorInvalidImGroupId', 'No IM group of the mailbox has that id'),
  message('ErrorInvalidImContactId', 'The contact is not in that group, or is no IM contact'),
  message('ErrorInvalidImDistributionGroupSmtpAddress', 'No distribution group has that address'),
  message('ErrorImGroupDisplayNameAlreadyExists', 'A group of that name is there already'),
  message('ErrorImGroupLimitReached', 'The mailbox has its 64 groups'),
  message('ErrorImContactLimitReached', 'The mailbox has its 1000 contacts'),
  message('ErrorUnableToRemoveImContactFromGroup', 'The contact is in the group and could not be taken out'),
  message('ErrorInvalidIdEmpty', 'The id is empty'),
  message('ErrorInvalidIdMalformed', 'The id cannot be read, most often because it was cut'),
  message('ErrorItemNotFound', 'Nothing in the mailbox has that id'),
  {
    id: 'unauthorized',
    title: 'HTTP 401',
    description: 'Not signed in; NTLM, Negotiate and Basic are offered',
    status: 401,
    headers: { 'WWW-Authenticate': ['Negotiate', 'NTLM', 'Basic realm="sandbox"'] },
    body: '',
  },
  {
    id: 'unauthorizedBasic',
    title: 'HTTP 401, Basic only',
    description: 'Not signed in; only a user name and a password are taken',
    status: 401,
    headers: { 'WWW-Authenticate': 'Basic realm="sandbox"' },
    body: '',
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
    body: '',
  },
  {
    id: 'forbidden',
    title: 'HTTP 403',
    description: 'EWS is closed to this account',
    status: 403,
    headers: {},
    body: '',
  },
  {
    id: 'unavailable',
    title: 'HTTP 503',
    description: 'Try again later: Retry-After',
    status: 503,
    headers: { 'Retry-After': '30' },
    body: '',
  },
  {
    id: 'signInPage',
    title: 'Sign-in page',
    description: 'A proxy answers with a page of its own, and status 200',
    status: 200,
    headers: html,
    body: '<!DOCTYPE html><html><head><title>Sign in</title></head><body><form><input name="user"></form></body></html>',
  },
  {
    id: 'serverErrorPage',
    title: 'HTTP 500 page',
    description: 'The web application itself fell over: a page, no SOAP fault',
    status: 500,
    headers: html,
    body: "<!DOCTYPE html><html><head><title>Runtime Error</title></head><body><h1>Server Error in '/EWS' Application.</h1></body></html>",
  },
  { ...fault('slow', 'ErrorTimeoutExpired', 'The answer comes after 20 seconds'), title: 'Slow answer', delay: 20_000 },
  {
    ...fault('broken', 'ErrorInternalServerError', 'The connection breaks in the middle of the answer'),
    title: 'Broken connection',
    breaksAfter: 0.5,
  },
  {
    id: 'truncated',
    title: 'Truncated XML',
    description: 'The answer ends in the middle of an element',
    status: 200,
    headers: xml,
    body: faultAnswer('ErrorInternalServerError', 'Cut').slice(0, 200),
  },
];

/** Sends a scripted answer to the bytes of a request. */
export function giveScripted(answer: ScriptedAnswer, request: Uint8Array, response: ServerResponse): void {
  if (response.destroyed) return;
  const { code, description } = answer;
  const body = code === undefined ? answer.body : errorAnswer(operationIn(request), code, `${description}.`);
  const timer = setTimeout(() => write({ ...answer, body }, response), answer.delay ?? 0);
  response.once('close', () => clearTimeout(timer));
}

function write({ status, headers, body, breaksAfter }: ScriptedAnswer, response: ServerResponse): void {
  const bytes = Buffer.from(body, 'utf8');
  const all = { ...headers, ...chosen, 'Content-Length': bytes.length };
  response.writeHead(status, all as Record<string, string | string[] | number>);
  if (breaksAfter === undefined) response.end(bytes);
  else response.write(bytes.subarray(0, Math.floor(bytes.length * breaksAfter)), () => response.destroy());
}

/** Tells a reader that nothing about the request or the endpoint led to the answer. */
const chosen = { 'X-Sandbox-Answer': 'chosen' };

/** The operation that the answer belongs to; of a request without one that which removes a group. */
function operationIn(request: Uint8Array): string {
  const { operation = '' } = readSandboxRequest(decodeBytes(request).text).request ?? {};
  return findOperation(operation)?.name ?? 'RemoveImGroup';
}

function message(code: ResponseCode, description: string): ScriptedAnswer {
  return { id: code, title: code, description, status: 200, headers: xml, body: '', code };
}

function fault(id: string, code: ResponseCode, description: string): ScriptedAnswer {
  return { id, title: code, description, status: 500, headers: xml, body: faultAnswer(code, description) };
}

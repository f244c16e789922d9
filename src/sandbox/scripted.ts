import type { ServerResponse } from 'node:http';
import { faultAnswer } from './answers.ts';

/** An answer that can be asked for, to see how trouble looks. */
export interface ScriptedAnswer {
  readonly id: string;
  readonly title: string;
  /** What it stands for, for the person who picks it. */
  readonly description: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
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

/** Sends a scripted answer. */
export function giveScripted(answer: ScriptedAnswer, response: ServerResponse): void {
  if (response.destroyed) return;
  const timer = setTimeout(() => write(answer, response), answer.delay ?? 0);
  response.once('close', () => clearTimeout(timer));
}

function write({ status, headers, body, breaksAfter }: ScriptedAnswer, response: ServerResponse): void {
  const bytes = Buffer.from(body, 'utf8');
  response.writeHead(status, { ...headers, 'Content-Length': bytes.length } as Record<
    string,
    string | string[] | number
  >);
  if (breaksAfter === undefined) response.end(bytes);
  else response.write(bytes.subarray(0, Math.floor(bytes.length * breaksAfter)), () => response.destroy());
}

function fault(id: string, code: Parameters<typeof faultAnswer>[0], description: string): ScriptedAnswer {
  return { id, title: code, description, status: 500, headers: xml, body: faultAnswer(code, description) };
}

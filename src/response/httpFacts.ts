import { type OfferedScheme, readSchemes } from './schemes.ts';

/** What status line and headers of an answer say. All values are plain text as the server wrote them. */
export interface HttpFacts {
  readonly status?: number;
  /** Ways to sign in that the server offers, in its order. */
  readonly schemes: readonly OfferedScheme[];
  /** Seconds to wait before the next request. */
  readonly retryAfterSeconds?: number;
  readonly diagnostics: Diagnostics;
  readonly contentType?: string;
  /** Where a redirection leads. */
  readonly location?: string;
}

/** What support asks for, and what servers tell about trouble in headers. Server names in it may be internal. */
export interface Diagnostics {
  /** The server's id of the exchange. */
  readonly requestId?: string;
  /** Echo of the client's own id. */
  readonly clientRequestId?: string;
  readonly frontEnd?: string;
  readonly backEnd?: string;
  /** Status that the back end gave; may be a list. */
  readonly backEndStatus?: string;
  /** Error of the front end (X-CasErrorCode). */
  readonly casErrorCode?: string;
  /** x-ms-diagnostics of a refused OAuth token. */
  readonly oauth?: OAuthDiagnostics;
  /** MS-Diagnostics-Public. */
  readonly publicDiagnostics?: string;
  /** X-DiagInfo. */
  readonly info?: string;
  /** Server, X-Powered-By and X-AspNet-Version, joined. */
  readonly platform?: string;
  /** X-OWA-Version: a build number. */
  readonly owaVersion?: string;
  /** The server closes the connection after this answer, as servers under load do. */
  readonly connectionClose?: true;
}

/** Why the server refused an OAuth token. */
export interface OAuthDiagnostics {
  readonly number?: number;
  readonly reason?: string;
  /** `token_expired`, `invalid_client` and the like. */
  readonly category?: string;
  /** The category in plain words. */
  readonly meaning?: string;
}

/** Reads what is worth knowing from a status and headers; header names in any case. Never throws. */
export function readHttpFacts(
  status: number | undefined,
  headers: readonly (readonly [name: string, value: string])[] = [],
): HttpFacts {
  const all = (name: string) => headers.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value.trim());
  const first = (...names: readonly string[]) =>
    names
      .flatMap(all)
      .find(value => value !== '')
      ?.slice(0, 2000);
  const retryAfterSeconds = readRetryAfter(first('retry-after'), first('date'));
  const contentType = first('content-type');
  const location = first('location');
  return {
    ...(status !== undefined && { status }),
    schemes: readSchemes(all('www-authenticate')),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    diagnostics: readDiagnostics(first),
    ...(contentType !== undefined && { contentType }),
    ...(location !== undefined && { location }),
  };
}

type FirstHeader = (...names: readonly string[]) => string | undefined;

/** Seconds, or a date that is compared with the server's own Date, so that the clock here does not matter. */
function readRetryAfter(value: string | undefined, date: string | undefined): number | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (/^\d{1,9}$/.test(value)) {
    return Number(value);
  }
  const until = /^[A-Za-z]{3,9},? /.test(value) ? Date.parse(value) : Number.NaN;
  const now = date === undefined ? Number.NaN : Date.parse(date);
  const seconds = Math.ceil((until - now) / 1000);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

function readDiagnostics(first: FirstHeader): Diagnostics {
  const found: Record<string, string | undefined> = {
    requestId: first('request-id', 'requestid'),
    clientRequestId: first('client-request-id'),
    frontEnd: first('x-feserver', 'x-calculatedfetarget', 'x-feproxyinfo'),
    backEnd: first('x-beserver', 'x-targetbeserver', 'x-calculatedbetarget'),
    backEndStatus: first('x-backendhttpstatus'),
    casErrorCode: first('x-caserrorcode'),
    publicDiagnostics: first('ms-diagnostics-public'),
    info: first('x-diaginfo'),
    platform: platformOf(first),
    owaVersion: first('x-owa-version'),
  };
  const oauth = readOAuthDiagnostics(first('x-ms-diagnostics'));
  return {
    ...Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)),
    ...(oauth && { oauth }),
    ...(/\bclose\b/i.test(first('connection') ?? '') && { connectionClose: true }),
  };
}

function platformOf(first: FirstHeader): string | undefined {
  const aspNet = first('x-aspnet-version');
  const parts = [first('server'), first('x-powered-by'), aspNet && `ASP.NET ${aspNet}`].filter(Boolean);
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** `2000002;reason="The token has expired.";error_category="token_expired"` */
function readOAuthDiagnostics(value: string | undefined): OAuthDiagnostics | undefined {
  if (value === undefined) {
    return undefined;
  }
  const digits = /^\s*(\d{1,9})/.exec(value)?.[1];
  const number = digits === undefined ? undefined : Number(digits);
  const reason = /reason="([^"]*)"/i.exec(value)?.[1];
  const named = /error_(?:category|type)="([^"]*)"/i.exec(value)?.[1];
  const known = oauthCategories.find(([key, name]) => key === number || name === named);
  const category = named ?? known?.[1];
  return {
    ...(number !== undefined && { number }),
    ...(reason !== undefined && { reason }),
    ...(category !== undefined && { category }),
    ...(known && { meaning: known[2] }),
  };
}

/** Source: the Exchange documentation on x-ms-diagnostics. */
const oauthCategories: readonly (readonly [number: number, category: string, meaning: string])[] = [
  [2000000, 'invalid_signature', 'The signature of the token does not hold.'],
  [2000001, 'invalid_token', 'The token cannot be read or is not meant for this server.'],
  [2000002, 'token_expired', 'The token has expired.'],
  [2000003, 'invalid_resource', 'The token was issued for another resource.'],
  [2000004, 'invalid_tenant', 'The token belongs to a tenant that is not served here.'],
  [2000005, 'invalid_user', 'The user in the token is not known or has no mailbox here.'],
  [2000006, 'invalid_client', 'The application in the token is not allowed, or lacks the permission.'],
  [2000007, 'internal_error', 'The server failed while it looked at the token.'],
  [2000008, 'invalid_grant', 'The permissions in the token do not allow this access.'],
];

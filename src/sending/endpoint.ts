import type { Authentication, Headers } from '../transport/types.ts';
import { headerComplaint } from './headers.ts';

/** A place requests go to. Only the user's own settings give it more than a name, an address and an anchor mailbox. */
export interface Endpoint {
  readonly name: string;
  readonly url: string;
  readonly authentication: EndpointAuthentication;
  readonly username?: string;
  /** `off` leaves the channel binding out of NTLM. */
  readonly channelBinding?: 'auto' | 'off';
  /** PEM file with authorities to trust besides those of the system. */
  readonly caFile?: string;
  /** SHA-256 of the only certificate to trust. */
  readonly pinnedCertificate?: string;
  readonly minimumTlsVersion?: 'TLSv1.2' | 'TLSv1.3';
  /** Further headers; never Authorization or Cookie. */
  readonly headers?: Headers;
  /** Seconds; instead of the setting for all endpoints. */
  readonly timeout?: number;
  /** An SMTP address that steers routing (X-AnchorMailbox). */
  readonly anchorMailbox?: string;
  /** Who defined it: a workspace is not to be trusted with credentials unasked. */
  readonly source: 'builtIn' | 'user' | 'workspace';
}

/** How an endpoint signs in: those of the transport, and Microsoft's sign-in, which gives a bearer token. */
export type EndpointAuthentication = Authentication | 'microsoft';

/** Every way of signing in that the settings take. */
const endpointAuthentications: readonly EndpointAuthentication[] = [
  'none',
  'basic',
  'bearer',
  'ntlm',
  'negotiate',
  'microsoft',
  'auto',
];

/** The endpoints of the settings, and what is wrong with each entry that cannot be used. */
export interface EndpointReading {
  readonly endpoints: readonly Endpoint[];
  readonly complaints: readonly EndpointComplaint[];
}

/** Why an entry of the settings cannot be used, in a sentence that names it. */
export interface EndpointComplaint {
  /** Undefined where the entry has none. */
  readonly name: string | undefined;
  readonly sentence: string;
}

/** The built-in endpoint: an Exchange inside the extension. Its address is known when it has started. */
export const sandboxEndpoint: Endpoint = { name: 'Sandbox', url: '', authentication: 'none', source: 'builtIn' };

/**
 * Reads `ews.endpoints` of the user and of the workspace. An endpoint of the workspace gets authentication and user name
 * from the user's endpoint of the same origin, if there is one, and never from the workspace.
 */
export function readEndpoints(user: readonly unknown[], workspace: readonly unknown[]): EndpointReading {
  const complaints: EndpointComplaint[] = [];
  const endpoints: Endpoint[] = [sandboxEndpoint];
  const add = (entry: unknown, source: 'user' | 'workspace') => {
    const endpoint = readEndpoint(entry, source);
    if (typeof endpoint === 'string') complaints.push({ name: nameIn(entry), sentence: endpoint });
    else if (endpoints.some(({ name }) => sameName(name, endpoint.name))) {
      const { name } = endpoint;
      const sentence = `There are two endpoints named "${name}". Give each a name of its own; the first one is used.`;
      complaints.push({ name, sentence });
    } else endpoints.push(source === 'workspace' ? withUserAuthentication(endpoint, endpoints) : endpoint);
  };
  for (const entry of user) add(entry, 'user');
  for (const entry of workspace) add(entry, 'workspace');
  return { endpoints, complaints };
}

/** The endpoint of that name, upper and lower case alike; the sandbox when there is none or the name is empty. */
export function findEndpoint(endpoints: readonly Endpoint[], name: string): Endpoint | undefined {
  return name === '' ? sandboxEndpoint : endpoints.find(endpoint => sameName(endpoint.name, name));
}

/** Why the endpoint that the settings choose cannot be used, and what to do, in a sentence. */
export function whyNoEndpoint(complaints: readonly EndpointComplaint[], chosen: string): string {
  const complaint = complaints.find(({ name }) => name !== undefined && sameName(name, chosen));
  return (
    complaint?.sentence ??
    `The setting ews.activeEndpoint names "${chosen}", and ews.endpoints has no such endpoint. Select another.`
  );
}

/** What is wrong with an address for an endpoint, in a sentence; undefined when it can be used. */
export function urlComplaint(address: string): string | undefined {
  const url = URL.parse(address);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    return 'The address is not an http or https URL. Write https://HOST/EWS/Exchange.asmx.';
  }
  if (url.username || url.password) {
    return 'The address holds a user name or password. Remove them: the password is asked for and kept in the secret storage.';
  }
  return undefined;
}

/** A day, in seconds. */
const longestTimeout = 86_400;

type Values = Readonly<Record<string, unknown>>;

function nameIn(entry: unknown): string | undefined {
  return typeof entry === 'object' && entry !== null ? text((entry as Values)['name']) : undefined;
}

function readEndpoint(entry: unknown, source: 'user' | 'workspace'): Endpoint | string {
  if (typeof entry !== 'object' || entry === null) {
    return 'An entry of ews.endpoints is no object. Write { "name": …, "url": … }.';
  }
  const values = entry as Values;
  const name = nameIn(entry);
  const url = text(values['url']);
  if (name === undefined) return 'An entry of ews.endpoints has no name. Add "name".';
  if (url === undefined) return `The endpoint "${name}" has no url. Add "url": "https://HOST/EWS/Exchange.asmx".`;
  const complaint = urlComplaint(url);
  if (complaint) return `The endpoint "${name}" cannot be used. ${complaint}`;
  const anchorMailbox = text(values['anchorMailbox']);
  const common = { name, url, source, ...(anchorMailbox !== undefined && { anchorMailbox }) };
  if (source === 'workspace') return { ...common, authentication: 'none' };
  const own = readOwnSettings(values, name);
  return typeof own === 'string' ? own : { ...common, ...own };
}

/** What only the user's own settings may say of an endpoint. */
function readOwnSettings(values: Values, name: string): Omit<Endpoint, 'name' | 'url' | 'source'> | string {
  const authentication = values['authentication'] ?? 'none';
  const kind = endpointAuthentications.find(known => known === authentication);
  if (!kind)
    return `The endpoint "${name}" has an unknown authentication. Known are: ${endpointAuthentications.join(', ')}.`;
  const headers = Object.entries(
    typeof values['headers'] === 'object' && values['headers'] !== null && !Array.isArray(values['headers'])
      ? values['headers']
      : {},
  );
  const wrong = headers
    .map(([header, value]) => headerComplaint(header, String(value)))
    .find(complaint => complaint !== undefined);
  if (wrong !== undefined) return `The endpoint "${name}" cannot be used. ${wrong}`;
  const optional = {
    username: text(values['username']),
    caFile: text(values['caFile']),
    pinnedCertificate: text(values['pinnedCertificate']),
    channelBinding: oneOf(values['channelBinding'], ['auto', 'off'] as const),
    minimumTlsVersion: oneOf(values['minimumTlsVersion'], ['TLSv1.2', 'TLSv1.3'] as const),
    timeout:
      typeof values['timeout'] === 'number' && values['timeout'] > 0
        ? Math.min(values['timeout'], longestTimeout)
        : undefined,
    headers: headers.length === 0 ? undefined : headers.map(([header, value]) => [header, String(value)] as const),
  };
  return { authentication: kind, ...defined(optional) };
}

function oneOf<const T extends string>(value: unknown, known: readonly T[]): T | undefined {
  return known.find(candidate => candidate === value);
}

/** Without the members that are undefined. */
function defined<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}

function withUserAuthentication(endpoint: Endpoint, known: readonly Endpoint[]): Endpoint {
  const origin = URL.parse(endpoint.url)?.origin;
  const own = known.find(({ source, url }) => source === 'user' && URL.parse(url)?.origin === origin);
  if (!own) return endpoint;
  const { name: _name, url: _url, source: _source, anchorMailbox: _anchor, ...authentication } = own;
  return { ...authentication, ...endpoint, authentication: own.authentication };
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

import { parseArgs } from 'node:util';
import { headerComplaint } from '../sending/index.ts';
import { type Authentication, authentications, type Headers, type PostTarget, proxyFor } from '../transport/index.ts';
import { readBytes } from './files.ts';
import { type Terminal, UsageError } from './terminal.ts';

/** What `send` was asked to do. */
export interface SendOptions {
  readonly file: string;
  readonly json: boolean;
  readonly target: PostTarget;
  readonly headers: Headers;
}

/** Reads the arguments of `send`, the file that --ca names, and the secrets and proxies of the environment. */
export async function readSendOptions(parameters: readonly string[], terminal: Terminal): Promise<SendOptions> {
  const { values, positionals } = parseArgs({ args: [...parameters], options: known, allowPositionals: true });
  const [file, ...others] = positionals;
  if (file === undefined) throw new UsageError('send needs a file.');
  if (others.length > 0) throw new UsageError('send takes one file at a time.');
  if (values.endpoint === undefined) throw new UsageError('send needs --endpoint URL.');
  const authentication = authenticationOf(values.auth, values.user);
  const { EWS_PASSWORD: password, EWS_TOKEN: token } = terminal.environment;
  const secret = authentication === 'bearer' ? token : password;
  const proxy = values.proxy ?? proxyFor(values.endpoint, terminal.environment);
  const authorities = values.ca === undefined ? undefined : await readAuthorities(values.ca, terminal);
  return {
    file,
    json: values.json,
    headers: (values.header ?? []).map(readHeader),
    target: {
      url: values.endpoint,
      authentication,
      ...(values.user !== undefined && { username: values.user }),
      ...(secret !== undefined && { secret }),
      ...(proxy !== undefined && { proxy: { url: proxy } }),
      ...(authorities !== undefined && { authorities }),
      ...(values['channel-binding'] !== undefined && { channelBinding: channelBindingOf(values['channel-binding']) }),
      ...(values.timeout !== undefined && { timeoutSeconds: secondsOf(values.timeout) }),
    },
  };
}

const known = {
  json: { type: 'boolean', default: false },
  endpoint: { type: 'string' },
  user: { type: 'string' },
  auth: { type: 'string' },
  ca: { type: 'string' },
  'channel-binding': { type: 'string' },
  proxy: { type: 'string' },
  header: { type: 'string', multiple: true },
  timeout: { type: 'string' },
} as const;

/** Without --auth a user name means Basic, which the transport refuses over plain http. */
function authenticationOf(kind: string | undefined, user: string | undefined): Authentication {
  if (kind === undefined) return user === undefined ? 'none' : 'basic';
  const found = authentications.find(name => name === kind);
  if (!found)
    throw new UsageError(`There is no authentication "${kind}". The kinds are ${authentications.join(', ')}.`);
  return found;
}

async function readAuthorities(file: string, terminal: Terminal): Promise<string> {
  const reading = await readBytes(file, terminal);
  if ('complaint' in reading) throw new UsageError(`The file of --ca: ${reading.complaint}`);
  return new TextDecoder().decode(reading.bytes);
}

function channelBindingOf(value: string): 'auto' | 'off' {
  if (value !== 'auto' && value !== 'off') throw new UsageError('--channel-binding is auto or off.');
  return value;
}

function secondsOf(value: string): number {
  const seconds = Number(value);
  if (!(seconds > 0 && seconds <= 86_400)) {
    throw new UsageError('--timeout takes seconds: a number above 0, at most 86400.');
  }
  return seconds;
}

function readHeader(text: string): readonly [name: string, value: string] {
  const colon = text.indexOf(':');
  if (colon < 1) throw new UsageError('--header takes a name and a value: --header "Name: value".');
  const name = text.slice(0, colon).trim();
  const value = text.slice(colon + 1).trim();
  const complaint = headerComplaint(name, value);
  if (complaint !== undefined) throw new UsageError(`--header: ${complaint}`);
  return [name, value];
}

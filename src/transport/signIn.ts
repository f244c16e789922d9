import { setImmediate as nextTurn } from 'node:timers/promises';
import { TransportError } from './errors.ts';
import { authenticateMessage, channelBindings, negotiateMessage, readChallenge } from './ntlm/index.ts';
import type { PostRequest, PostTarget } from './types.ts';
import type { Attempt, Reply, Wire } from './wire.ts';

/** Posts a request and proves who asks, in the way that the target names. An answer of 401 is an answer. */
export async function signInAndPost(
  wire: Wire,
  url: URL,
  target: PostTarget,
  request: PostRequest,
  attempt: Attempt,
): Promise<Reply> {
  const path = url.pathname + url.search;
  const exchange: Exchange = {
    wire,
    url,
    target,
    attempt,
    send: async (authorization, withBody) => {
      const headers = { ...request.headers, ...(authorization !== undefined && { Authorization: authorization }) };
      const reply = await wire.post(attempt, path, headers, withBody ? request.body : new Uint8Array());
      // Who is refused has had nothing executed.
      if (reply.status === 401) attempt.sent = 'no';
      return reply;
    },
  };
  switch (target.authentication) {
    case 'none':
      return await exchange.send(undefined, true);
    case 'basic':
      return await exchange.send(basic(target), true);
    case 'bearer':
      return await exchange.send(bearer(target), true);
    default:
      return await signInConnection(exchange);
  }
}

interface Exchange {
  readonly wire: Wire;
  readonly url: URL;
  readonly target: PostTarget;
  readonly attempt: Attempt;
  /** One leg, with or without the body of the request. */
  readonly send: (authorization: string | undefined, withBody: boolean) => Promise<Reply>;
}

type Scheme = 'NTLM' | 'Negotiate';

function basic({ username, secret }: PostTarget): string {
  if (username === undefined || secret === undefined) throw secretMissing('Basic authentication');
  return `Basic ${Buffer.from(`${username}:${secret}`, 'utf8').toString('base64')}`;
}

function bearer({ secret }: PostTarget): string {
  if (secret === undefined || secret === '') {
    const message = 'Bearer authentication needs a token. Give one.';
    throw new TransportError('endpoint.secret-missing', message, 'no');
  }
  return `Bearer ${secret}`;
}

function secretMissing(what: string): TransportError {
  const message = `${what} needs a user name and a password. Give both.`;
  return new TransportError('endpoint.secret-missing', message, 'no');
}

/** NTLM and Negotiate: they sign in the connection, which then needs no Authorization any more. */
async function signInConnection(exchange: Exchange): Promise<Reply> {
  const { wire, target } = exchange;
  // The second round is the one fresh start, for a server that closes the connection between the legs.
  for (let round = 0; round < 2; round += 1) {
    let refusal: Reply | undefined;
    if (wire.socket && wire.authenticated === wire.socket) {
      refusal = await exchange.send(undefined, true);
      if (refusal.status !== 401) return refusal;
    }
    let scheme = chosenSchemes[target.authentication];
    if (!scheme) {
      refusal ??= await exchange.send(undefined, false);
      // The server lets everyone in, or says something else than who it is.
      if (refusal.status !== 401) return await exchange.send(undefined, true);
      scheme = strongestScheme(refusal);
      if (!scheme) return refusal;
    }
    const reply = (await signInWithKerberos(exchange, scheme)) ?? (await signInWithNtlm(exchange, scheme));
    if (reply) return reply;
    await wire.hangUp();
  }
  throw new TransportError(
    'authentication.connection-closed',
    `${exchange.url.host} closes the connection during the sign-in, which NTLM does not survive. Ask the administrator whether a proxy on the way breaks connections up.`,
    'no',
  );
}

const chosenSchemes: Readonly<Partial<Record<PostTarget['authentication'], Scheme>>> = {
  ntlm: 'NTLM',
  negotiate: 'Negotiate',
};

/** The strongest scheme that is offered and that can be used; Basic is none of them. */
function strongestScheme(refusal: Reply): Scheme | undefined {
  const offered = offeredSchemes(refusal);
  return (['Negotiate', 'NTLM'] as const).find(scheme => offered.includes(scheme.toLowerCase()));
}

/** Scheme names in lower case: the word that begins a challenge, alone or before its parameters. */
function offeredSchemes({ headers }: Reply): readonly string[] {
  return headers
    .filter(([name]) => name === 'www-authenticate')
    .flatMap(([, value]) => value.replace(/"(?:[^"\\]|\\.)*(?:"|$)/g, '""').split(','))
    .map(part => /^\s*([A-Za-z]+)(?:\s|$)/.exec(part)?.[1]?.toLowerCase() ?? '');
}

/** One leg, when there is a way to a Kerberos token. undefined: there is none, so NTLM goes on. */
async function signInWithKerberos(exchange: Exchange, scheme: Scheme): Promise<Reply | undefined> {
  const { target, url, attempt } = exchange;
  if (scheme !== 'Negotiate' || !target.kerberos) return undefined;
  let token: string;
  try {
    token = await target.kerberos(`HTTP/${url.hostname}`);
  } catch (cause) {
    if (target.username !== undefined && target.secret !== undefined) return undefined;
    if (cause instanceof TransportError) throw cause;
    throw new TransportError(
      'authentication.failed',
      `There is no Kerberos ticket for ${url.hostname}. Sign in to the domain (kinit), or give a user name and a password, so that NTLM can be used.`,
      'no',
    );
  }
  attempt.steps.authenticationMs = performance.now() - attempt.since;
  attempt.provedBy = 'kerberos';
  return await exchange.send(`Negotiate ${token}`, true);
}

/** The three messages of NTLM. undefined: the connection was closed in between, so nothing came of it. */
async function signInWithNtlm(exchange: Exchange, scheme: Scheme): Promise<Reply | undefined> {
  const { wire, target, url, attempt, send } = exchange;
  const { username, secret, channelBinding = 'auto' } = target;
  if (username === undefined || secret === undefined) throw secretMissing(scheme);
  const first = negotiateMessage();
  const asked = await send(authorization(scheme, first), false);
  const socket = wire.socket;
  const token = challengeToken(asked, scheme);
  if (token === undefined) {
    const redirects = asked.status >= 300 && asked.status < 400;
    return asked.status === 401 || redirects ? asked : await send(undefined, true);
  }
  const certificate = channelBinding === 'auto' ? wire.certificate : undefined;
  const answer = authenticateMessage({
    negotiate: first,
    challenge: readChallenge(token),
    ...userAndDomain(username),
    password: secret,
    service: `HTTP/${url.hostname}`,
    ...(certificate && { channelBindings: channelBindings(certificate) }),
  });
  // Gives the news that the other end has closed the chance to arrive.
  await nextTurn();
  if (!socket || socket.destroyed || wire.socket !== socket) return undefined;
  attempt.steps.authenticationMs = performance.now() - attempt.since;
  attempt.provedBy = 'ntlm';
  const { openings } = wire;
  const reply = await send(authorization(scheme, answer), true);
  // On another connection the third message means nothing: it was refused there unheard.
  if (wire.openings !== openings) return reply.status === 401 ? undefined : reply;
  if (reply.status !== 401) wire.authenticated = socket;
  return reply;
}

function authorization(scheme: Scheme, message: Uint8Array): string {
  return `${scheme} ${Buffer.from(message).toString('base64')}`;
}

function challengeToken({ headers }: Reply, scheme: Scheme): Uint8Array | undefined {
  const pattern = new RegExp(`(?:^|,\\s*)${scheme}\\s+([A-Za-z0-9+/]+=*)`, 'i');
  const offers = headers.filter(([name]) => name === 'www-authenticate').map(([, value]) => value);
  const token = offers.map(value => pattern.exec(value)?.[1]).find(found => found !== undefined);
  return token === undefined ? undefined : Buffer.from(token, 'base64');
}

/** `DOMAIN\user` is taken apart; `user@domain` and a plain name go as they are, without a domain. */
function userAndDomain(username: string): { readonly user: string; readonly domain: string } {
  const slash = username.indexOf('\\');
  return slash < 0
    ? { user: username, domain: '' }
    : { user: username.slice(slash + 1), domain: username.slice(0, slash) };
}

import { createHash } from 'node:crypto';
import type { Route } from './connect.ts';
import type { PostTarget } from './types.ts';
import { Wire } from './wire.ts';

/** One send on a connection of its endpoint and user, which is kept for the next send. */
export async function onKeptConnection<Result>(
  route: Route,
  target: PostTarget,
  signal: AbortSignal,
  run: (wire: Wire) => Promise<Result>,
): Promise<Result> {
  const key = keyOf(route, target);
  const { authentication } = target;
  return authentication === 'ntlm' || authentication === 'negotiate' || authentication === 'auto'
    ? await inLine(key, route, signal, run)
    : await onIdleConnection(key, route, run);
}

/** Closes the connections that are kept for the next send; sends waiting in line fail. */
export async function closeIdleConnections(): Promise<void> {
  const open = [...[...lines.values()].map(({ wire }) => wire), ...[...idle.values()].flat()];
  lines.clear();
  idle.clear();
  await Promise.all(open.map(wire => wire.close()));
}

/** Connections that belong to nobody at the moment. */
const idle = new Map<string, readonly Wire[]>();

/** Where every request proves itself who sends it, sends need not wait for each other. */
async function onIdleConnection<Result>(
  key: string,
  route: Route,
  run: (wire: Wire) => Promise<Result>,
): Promise<Result> {
  const [wire = new Wire(route), ...others] = (idle.get(key) ?? []).filter(({ socket }) => socket !== undefined);
  idle.set(key, others);
  try {
    const result = await run(wire);
    idle.set(key, [wire, ...(idle.get(key) ?? [])]);
    return result;
  } catch (cause) {
    // After a failure the connection is in no known state.
    await wire.close();
    throw cause;
  }
}

/** NTLM signs in a connection, not a request: so there is one for each user, and sends on it wait for each other. */
async function inLine<Result>(
  key: string,
  route: Route,
  signal: AbortSignal,
  run: (wire: Wire) => Promise<Result>,
): Promise<Result> {
  const line = lines.get(key) ?? { wire: new Wire(route), last: Promise.resolve() };
  lines.set(key, line);
  const turn = line.last.then(() => {
    signal.throwIfAborted();
    return run(line.wire);
  });
  line.last = turn.catch(async () => {
    // After a failure the connection is in no known state.
    const old = line.wire;
    line.wire = new Wire(route);
    await old.close();
  });
  return await Promise.race([turn, aborted(signal)]);
}

interface Line {
  wire: Wire;
  /** The send that is under way or was the last; never rejects. */
  last: Promise<unknown>;
}

const lines = new Map<string, Line>();

/** Everything that makes a connection another one; secrets as a hash, so that they are not kept any longer than needed. */
function keyOf(route: Route, target: PostTarget): string {
  const { authentication, username, secret, channelBinding } = target;
  const { url, proxy, authorities, pinnedCertificate, minimumTlsVersion } = route;
  const secrets =
    secret === undefined && proxy?.authorization === undefined ? undefined : [secret, proxy?.authorization];
  return JSON.stringify([
    url.origin,
    proxy?.url.href,
    authorities,
    pinnedCertificate,
    minimumTlsVersion,
    authentication,
    username,
    channelBinding,
    secrets && createHash('sha256').update(JSON.stringify(secrets)).digest('hex'),
  ]);
}

/** Rejects when the signal aborts: who waits in line need not wait to give up. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

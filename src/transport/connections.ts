import { createHash } from 'node:crypto';
import type { Route } from './connect.ts';
import type { PostTarget } from './types.ts';
import { Wire } from './wire.ts';

/**
 * Runs one send on the connection of an endpoint and user. NTLM signs in a connection, not a request: so there is one
 * connection for each, it is kept for the next send, and sends on it wait for each other.
 */
export async function onKeptConnection<Result>(
  route: Route,
  target: PostTarget,
  signal: AbortSignal,
  run: (wire: Wire) => Promise<Result>,
): Promise<Result> {
  const key = keyOf(route, target);
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

/** Closes the connections that are kept for the next send; sends under way fail. */
export async function closeIdleConnections(): Promise<void> {
  const open = [...lines.values()];
  lines.clear();
  await Promise.all(open.map(({ wire }) => wire.close()));
}

interface Line {
  wire: Wire;
  /** The send that is under way or was the last; never rejects. */
  last: Promise<unknown>;
}

const lines = new Map<string, Line>();

/** Everything that makes a connection another one; the secret as a hash, so that it is not kept any longer than needed. */
function keyOf(route: Route, target: PostTarget): string {
  const { authentication, username, secret, channelBinding } = target;
  const parts = [
    route.url.origin,
    route.proxy?.url.href,
    route.proxy?.authorization,
    route.authorities,
    route.pinnedCertificate,
    route.minimumTlsVersion,
    authentication,
    username,
    secret,
    channelBinding,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Rejects when the signal aborts: who waits in line need not wait to give up. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

import net from 'node:net';
import tls from 'node:tls';
import { authorities } from './certificates.ts';
import { connectPinned, readCertificate } from './certificateTrust.ts';
import { TransportError, transportErrorOf } from './errors.ts';
import type { ProxyRoute } from './proxy.ts';
import { whenReady } from './sockets.ts';
import { openTunnel } from './tunnel.ts';
import type { PostTarget } from './types.ts';

/** How to get to an endpoint, everything checked. */
export interface Route {
  readonly url: URL;
  readonly proxy?: ProxyRoute;
  readonly authorities?: string;
  readonly pinnedCertificate?: string;
  readonly minimumTlsVersion: NonNullable<PostTarget['minimumTlsVersion']>;
}

/** The steps of a connection, as {@link Timing} names them. */
export type ConnectStep = 'nameMs' | 'connectMs' | 'tlsMs';

/**
 * Opens a connection: directly or through the proxy, plain or TLS, always verified, HTTP/1.1. `note` hears of every step
 * that is done. Throws a {@link TransportError}, or the reason of the signal when that aborts.
 */
export async function connect(
  route: Route,
  note: (step: ConnectStep) => void,
  signal: AbortSignal,
): Promise<net.Socket> {
  const socket = await openSocket(route, note, signal);
  if (route.url.protocol !== 'https:') return socket;
  try {
    const secure = await secured(socket, route, signal);
    note('tlsMs');
    return secure;
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    const error = transportErrorOf(cause, 'no', route.url.host);
    if (!certificateCodes.has(error.code)) throw error;
    const certificate = await shownCertificate(route, signal);
    throw new TransportError(error.code, error.message, 'no', certificate);
  }
}

/** A plain connection whose other end is the endpoint; for http through a proxy, the proxy itself. */
async function openSocket(route: Route, note: (step: ConnectStep) => void, signal: AbortSignal): Promise<net.Socket> {
  const { url, proxy } = route;
  const nearest = proxy?.url ?? url;
  const name = proxy ? `${nearest.host} (the proxy)` : nearest.host;
  try {
    const socket = net.connect({ host: hostOf(nearest), port: portOf(nearest), noDelay: true, keepAlive: true });
    socket.once('lookup', () => note('nameMs'));
    await whenReady(socket, 'connect', signal);
    note('connectMs');
    if (!proxy) return socket;
    const toProxy = nearest.protocol === 'https:' ? await verified(socket, nearest, {}, signal) : socket;
    return url.protocol === 'https:' ? await openTunnel(toProxy, url, proxy, signal) : toProxy;
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    throw transportErrorOf(cause, 'no', name);
  }
}

async function secured(socket: net.Socket, route: Route, signal: AbortSignal): Promise<net.Socket> {
  const options = { minVersion: route.minimumTlsVersion };
  if (route.pinnedCertificate !== undefined) {
    return await connectPinned(socket, { ...identity(route.url), ...options }, route.pinnedCertificate, signal);
  }
  return await verified(socket, route.url, { ...options, ca: authorities(route.authorities) }, signal);
}

function verified(
  socket: net.Socket,
  url: URL,
  options: tls.ConnectionOptions,
  signal: AbortSignal,
): Promise<tls.TLSSocket> {
  const secure = tls.connect({ ca: authorities(undefined), ...options, ...identity(url), socket });
  return whenReady(secure, 'secureConnect', signal);
}

/** Whom to expect: the name goes to the server (SNI); an address has no place there and is only checked. */
function identity(url: URL): tls.ConnectionOptions {
  const host = hostOf(url);
  return { host, ...(net.isIP(host) === 0 && { servername: host }), ALPNProtocols: ['http/1.1'] };
}

const certificateCodes: ReadonlySet<string> = new Set(['tls.untrusted', 'tls.wrong-host', 'tls.expired']);

/** Milliseconds to look at a refused certificate once more, for the person to compare. */
const probeLimit = 5000;

async function shownCertificate(route: Route, signal: AbortSignal) {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(probeLimit)]);
  try {
    const socket = await openSocket(route, () => {}, limit);
    return await readCertificate(socket, identity(route.url), limit);
  } catch {
    // The refusal is what the person must hear of; without the certificate it is still true.
    return undefined;
  }
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
}

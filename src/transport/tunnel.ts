import type net from 'node:net';
import { TransportError } from './errors.ts';
import type { ProxyRoute } from './proxy.ts';
import { whenReady } from './sockets.ts';

/**
 * Asks a proxy for a tunnel to an endpoint (CONNECT, RFC 9110 section 9.3.6) and gives the socket back, from then on
 * that of the endpoint. Throws `proxy.authentication` and `proxy.refused`.
 */
export async function openTunnel(
  socket: net.Socket,
  url: URL,
  proxy: ProxyRoute,
  signal: AbortSignal,
): Promise<net.Socket> {
  const authority = `${url.hostname}:${url.port || '443'}`;
  const lines = [`CONNECT ${authority} HTTP/1.1`, `Host: ${authority}`, 'Proxy-Connection: keep-alive'];
  if (proxy.authorization !== undefined) lines.push(`Proxy-Authorization: ${proxy.authorization}`);
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  const status = await readStatus(socket, signal);
  if (status >= 200 && status < 300) return socket;
  socket.destroy();
  throw refusal(status, proxy, url);
}

/** Bytes that the head of a proxy's answer may have. */
const longestHead = 65_536;

/** CR LF CR LF, as a number. */
const endOfHead = 0x0d0a0d0a;

async function readStatus(socket: net.Socket, signal: AbortSignal): Promise<number> {
  const head: number[] = [];
  let lastFour = 0;
  for (;;) {
    await whenReady(socket, 'readable', signal);
    for (let byte = socket.read(1); byte !== null; byte = socket.read(1)) {
      // Byte by byte: what follows the head belongs to TLS.
      head.push(byte[0]);
      lastFour = ((lastFour << 8) | byte[0]) >>> 0;
      if (lastFour === endOfHead) return statusOf(Buffer.from(head.slice(0, longestStart)).toString('latin1'));
      if (head.length > longestHead) return 0;
    }
  }
}

/** Bytes that hold the version and the status. */
const longestStart = 32;

function statusOf(start: string): number {
  return Number(/^HTTP\/1\.\d (\d{3})/.exec(start)?.[1] ?? 0);
}

function refusal(status: number, proxy: ProxyRoute, url: URL): TransportError {
  const host = proxy.url.host;
  if (status === 407) {
    const tried = proxy.authorization === undefined ? 'wants a user and a password' : 'does not accept the password';
    return new TransportError(
      'proxy.authentication',
      `The proxy ${host} ${tried} (HTTP 407). Give user and password with the address of the proxy, or as its authorization; only Basic is supported there.`,
      'no',
    );
  }
  const words = status === 0 ? 'did not answer as a proxy does' : `refused the way to ${url.host} (HTTP ${status})`;
  return new TransportError(
    'proxy.refused',
    `The proxy ${host} ${words}. Check the address of the proxy, or ask its administrator.`,
    'no',
  );
}

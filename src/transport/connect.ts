import net from 'node:net';
import tls from 'node:tls';
import type { buildConnector } from 'undici';

/** Notes when each step of a connection was done, in milliseconds since the start of the send. */
export interface Stopwatch {
  nameMs?: number;
  connectMs?: number;
  tlsMs?: number;
}

/**
 * Makes the connector of an endpoint: plain or TLS, always verified, HTTP/1.1. `watch` is the stopwatch of the send under
 * way, if there is one.
 */
export function connectorFor(
  watch: () => { readonly stopwatch: Stopwatch; readonly since: number } | undefined,
): buildConnector.connector {
  return ({ hostname, port, protocol, servername }, done) => {
    const host = hostname.replace(/^\[|\]$/g, '');
    const secure = protocol === 'https:';
    const number = Number(port) || (secure ? 443 : 80);
    const name = servername || (net.isIP(host) ? undefined : host);
    const socket = secure
      ? tls.connect({
          host,
          port: number,
          ...(name && { servername: name }),
          ALPNProtocols: ['http/1.1'],
          ca: authorities(),
        })
      : net.connect({ host, port: number });
    let ended = false;
    const end = (error: Error | undefined) => {
      if (ended) return;
      ended = true;
      if (error) done(error, null);
      else done(null, socket as net.Socket);
    };
    socket.setNoDelay(true);
    socket.once('lookup', () => mark(watch(), 'nameMs'));
    socket.once('connect', () => mark(watch(), 'connectMs'));
    socket.once('error', end);
    socket.once('close', () => end(Object.assign(new Error('closed while connecting'), { code: 'ECONNRESET' })));
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      if (secure) mark(watch(), 'tlsMs');
      end(undefined);
    });
  };
}

function mark(watch: ReturnType<Parameters<typeof connectorFor>[0]>, step: keyof Stopwatch): void {
  if (watch) watch.stopwatch[step] = performance.now() - watch.since;
}

let known: string[] | undefined;

/** Node's own authorities and those of the system. */
function authorities(): string[] {
  known ??= [...new Set([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])];
  return known;
}

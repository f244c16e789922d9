import { readFileSync } from 'node:fs';
import net from 'node:net';
import tls from 'node:tls';
import { promisify } from 'node:util';

/** A request as a raw server saw it. */
export interface SeenRequest {
  readonly head: string;
  readonly body: Buffer;
}

/** What a raw server does with a request; it writes bytes, not messages. */
export type Behaviour = (socket: net.Socket, request: SeenRequest) => void;

/** A server of raw sockets, which keeps what it was sent. */
export interface WireServer {
  readonly port: number;
  readonly origin: string;
  readonly requests: SeenRequest[];
  /** How many connections came in. */
  connections: number;
  /** How many of them are open. */
  open(): Promise<number>;
  stop(): Promise<void>;
}

/** The text of a file among the test certificates. */
export function certificateFile(name: string): string {
  return readFileSync(new URL(`../fixtures/certificates/${name}`, import.meta.url), 'utf8');
}

/** Serves raw requests on loopback; with the name of a certificate, over TLS. */
export async function wireServer(
  behaviour: Behaviour,
  certificate?: string,
  options: tls.TlsOptions = {},
): Promise<WireServer> {
  const listener = (socket: net.Socket) => {
    server.connections += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    readRequests(socket, request => {
      server.requests.push(request);
      behaviour(socket, request);
    });
  };
  const identity = { key: certificateFile('server.key'), cert: certificate && certificateFile(`${certificate}.pem`) };
  const raw = certificate ? tls.createServer({ ...identity, ...options }, listener) : net.createServer(listener);
  const sockets = new Set<net.Socket>();
  raw.on('connection', socket => sockets.add(socket).add(socket.on('error', () => {})));
  await new Promise<void>(resolve => raw.listen(0, '127.0.0.1', resolve));
  const { port } = raw.address() as net.AddressInfo;
  const server: WireServer = {
    port,
    origin: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
    requests: [],
    connections: 0,
    open: () => promisify<number>(raw.getConnections.bind(raw))(),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise(resolve => raw.close(resolve));
    },
  };
  return server;
}

/** A whole answer with this status line, further headers and body. */
export function answer(status: string, headers: readonly string[] = [], body: string | Buffer = ''): Buffer {
  const bytes = Buffer.from(body);
  const head = [`HTTP/1.1 ${status}`, `Content-Length: ${bytes.length}`, ...headers, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes]);
}

/** The value of a header that was sent, if it was. */
export function headerOf(request: SeenRequest | undefined, name: string): string | undefined {
  return new RegExp(`^${name}: (.*)\r?$`, 'im').exec(request?.head ?? '')?.[1]?.trim();
}

/** The first byte of TLS, which a plain server takes for rubbish. */
const tlsHello = 0x16;

function readRequests(socket: net.Socket, done: (request: SeenRequest) => void): void {
  let received = Buffer.alloc(0);
  socket.on('data', chunk => {
    received = Buffer.concat([received, chunk]);
    if (received[0] === tlsHello) done({ head: '', body: received });
    for (;;) {
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = received.subarray(0, end).toString('latin1');
      const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
      if (received.length < end + 4 + length) return;
      const body = received.subarray(end + 4, end + 4 + length);
      received = received.subarray(end + 4 + length);
      // A tunnel begins: what follows is not HTTP.
      if (head.startsWith('CONNECT ')) socket.removeAllListeners('data');
      done({ head, body });
    }
  });
}

import type net from 'node:net';
import { answerOf } from '../../bench/inputs.ts';
import { answer, type Behaviour, headerOf, type SeenRequest, wireServer } from '../support/wire.ts';
import { ntlmAcceptor } from '../unit/transport/ntlmAcceptor.ts';
import { Chance } from './chance.ts';
import { type Step, stepIn } from './plan.ts';

/** A server of raw sockets that answers well or badly, as the step of each request says. */
export interface FaultyServer {
  readonly port: number;
  /** The client-request-id of every request that came in to be executed, in order. */
  ids(): readonly string[];
  /** How many connections are open. */
  open(): Promise<number>;
  stop(): Promise<void>;
}

/** Who may sign in. */
export const account = { domain: 'Domain', user: 'soak', password: 'a password of the soak' } as const;

/** Starts a server on loopback that lets everyone in. */
export async function faultyServer(steps: readonly Step[]): Promise<FaultyServer> {
  const server = await wireServer((socket, request) => mannerOf(steps, request)(socket, request));
  return {
    port: server.port,
    ids: () => server.requests.map(idOf),
    open: server.open,
    stop: server.stop,
  };
}

/** Starts one that wants NTLM, with what went wrong in the sign-ins besides. */
export async function faultyNtlmServer(
  steps: readonly Step[],
): Promise<FaultyServer & { verdicts(): ReadonlyMap<string, number> }> {
  const welcomed: SeenRequest[] = [];
  const acceptor = ntlmAcceptor({
    ...account,
    welcome: (socket, request) => {
      welcomed.push(request);
      const manner = mannerOf(steps, request);
      // To be refused after the sign-in would mean to sign in and to send again.
      (manner === manners['unauthorised'] ? manners.well : manner)(socket, request);
    },
  });
  const server = await wireServer(acceptor);
  const counted = () => Map.groupBy(acceptor.verdicts, verdict => verdict);
  return {
    port: server.port,
    ids: () => welcomed.map(idOf),
    open: server.open,
    stop: server.stop,
    verdicts: () => new Map([...counted()].map(([verdict, { length }]) => [verdict, length])),
  };
}

function idOf(request: SeenRequest): string {
  return headerOf(request, 'client-request-id') ?? '';
}

function mannerOf(steps: readonly Step[], { body }: SeenRequest): Behaviour {
  const step = steps[stepIn(body.toString())];
  return manners[step?.manner ?? ''] ?? manners.well;
}

const xml = ['Content-Type: text/xml; charset=utf-8'];
const list = answerOf(1500);
const fault =
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>No.</faultstring></s:Fault></s:Body></s:Envelope>';
const refusal = list.replace('ResponseClass="Success"', 'ResponseClass="Error"').replace('NoError', 'ErrorServerBusy');

/** How a request is answered, by name. Each ends: with an answer, with the connection, or with the patience of the client. */
export const manners: Readonly<Record<string, Behaviour>> & { readonly well: Behaviour } = {
  well: socket => socket.write(answer('200 OK', xml, list)),
  closing: socket => socket.end(answer('200 OK', [...xml, 'Connection: close'], list)),
  refusing: socket => socket.write(answer('200 OK', xml, refusal)),
  fault: socket => socket.write(answer('500 Internal Server Error', xml, fault)),
  page: socket => socket.write(answer('500 Internal Server Error', ['Content-Type: text/html'], '<h1>Oops</h1>')),
  unauthorised: socket => socket.write(answer('401 Unauthorized', ['WWW-Authenticate: NTLM'])),
  busy: socket => socket.write(answer('503 Service Unavailable', ['Retry-After: 30'])),
  away: socket => socket.write(answer('302 Found', ['Location: https://elsewhere.example/'])),
  reset: socket => socket.resetAndDestroy(),
  silentEnd: socket => socket.end(),
  halfHead: socket => socket.end('HTTP/1.1 200 OK\r\nContent-Le'),
  halfBody: socket => socket.end(answer('200 OK', xml, list).subarray(0, 900)),
  tooShort: socket => socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${list.length + 100}\r\n\r\n${list}`),
  tooLong: socket => socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n${list}`),
  twoLengths: socket => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'),
  badChunk: socket => socket.end(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n${list}`),
  noLastChunk: socket => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<a/>x\r\n'),
  chunks: socket => chunked(socket),
  garbage: (socket, { body }) => socket.end(garbage(stepIn(body.toString()))),
  badCompression: socket => socket.write(answer('200 OK', [...xml, 'Content-Encoding: gzip'], list)),
  empty: socket => socket.write(answer('200 OK', xml)),
  noXml: socket => socket.write(answer('200 OK', xml, 'not a word of XML <<<')),
  early: socket => socket.write(Buffer.concat([answer('200 OK', xml, list), answer('200 OK', xml, list)])),
  slow: socket => slowly(socket, answer('200 OK', xml, list)),
  silent: () => {},
};

function garbage(seed: number): Buffer {
  const chance = new Chance(seed);
  return Buffer.from(Array.from({ length: 400 }, () => Math.floor(chance.share() * 256)));
}

function chunked(socket: net.Socket): void {
  socket.write(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n${xml.join('\r\n')}\r\n\r\n`);
  for (let at = 0; at < list.length; at += 500) {
    const piece = list.slice(at, at + 500);
    socket.write(`${Buffer.byteLength(piece).toString(16)}\r\n${piece}\r\n`);
  }
  socket.write('0\r\n\r\n');
}

/** In pieces, over the better part of a second. */
function slowly(socket: net.Socket, bytes: Buffer): void {
  const piece = Math.ceil(bytes.length / 8);
  let at = 0;
  const timer = setInterval(() => {
    if (at >= bytes.length || socket.destroyed) {
      clearInterval(timer);
      return;
    }
    socket.write(bytes.subarray(at, at + piece));
    at += piece;
  }, 90);
}

import type net from 'node:net';
import { gzipSync } from 'node:zlib';
import { kerberosBy, type PostTarget } from '../../../src/transport/index.ts';
import { answer, type Behaviour, certificateFile } from '../../support/wire.ts';
import { challengeMessage } from './ntlmAcceptor.ts';

/** What happens, and to which target with which options. */
export interface Fault {
  readonly server?: Behaviour;
  /** Over TLS, with this certificate. */
  readonly certificate?: string;
  readonly tls?: object;
  readonly target?: Partial<PostTarget>;
  /** Instead of the address of the server. */
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A body that is posted before, on the same connection. */
  readonly first?: string;
  readonly abort?: 'before' | 'onRequest';
  /** A plain server that only takes connections. */
  readonly silent?: true;
  readonly proxy?: Behaviour;
  readonly proxyUrl?: string;
  readonly proxyUser?: string;
  readonly proxyCertificate?: string;
}

export const secret = 'Pa55-wörd';
const reset: Behaviour = socket => (socket as net.Socket).resetAndDestroy();
const chunk = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<a/> \r\n';
const short = 'HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n<a/>';
const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024));
const large = answer('200 OK', [], Buffer.alloc(0))
  .toString()
  .replace('Length: 0', `Length: ${100 * 1024 * 1024}`);
export const trusted = { authorities: certificateFile('authority.pem') };
const ntlm = { authentication: 'ntlm', username: 'ann', secret } as const;
const challenge = (message: Buffer) => answer('401 No', [`WWW-Authenticate: NTLM ${message.toString('base64')}`]);

export const faults: Readonly<Record<string, Fault>> = {
  'the name is unknown': { url: 'http://no-such-host.invalid/' },
  'nobody listens on the port': { url: 'http://127.0.0.1:1/' },
  'reset before the answer': { server: reset },
  'closed before the answer': { server: socket => socket.end() },
  'reset in the middle of the answer': {
    server: socket => socket.write(short, () => setTimeout(() => socket.resetAndDestroy(), 20)),
  },
  'closed before Content-Length is reached': { server: socket => socket.end(short) },
  'chunked body without its end': { server: socket => socket.end(chunk) },
  'gzip body without its end': {
    server: socket => socket.end(answer('200 OK', ['Content-Encoding: gzip'], gzipSync('<a/>').subarray(0, -4))),
  },
  'gzip body with wrong bytes': { server: socket => socket.end(answer('200 OK', ['Content-Encoding: gzip'], '<a/>')) },
  'encoding that was not asked for': {
    server: socket => socket.end(answer('200 OK', ['Content-Encoding: compress'], '<a/>')),
  },
  'something else than HTTP': { server: socket => socket.end('220 mail.contoso.example ESMTP\r\n') },
  'gzip bomb': {
    server: socket => socket.end(answer('200 OK', ['Content-Encoding: gzip'], bomb)),
    target: { maxAnswerBytes: 1024 * 1024 },
  },
  'answer of 100 MB': {
    server: socket => {
      socket.write(large);
      const more = () => {
        while (!socket.destroyed && socket.write(Buffer.alloc(1024 * 1024)));
      };
      socket.on('drain', more);
      more();
    },
    target: { maxAnswerBytes: 8 * 1024 * 1024 },
  },
  'silence after the connection': { server: () => {}, target: { timeoutSeconds: 0.2 } },
  'silence on a connection that was kept': {
    server: (socket, { body }) => body.includes('first') && socket.write(answer('200 OK')),
    target: { timeoutSeconds: 0.2 },
    first: '<first/>',
  },
  'silence after the head of the answer': {
    server: socket => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n'),
    target: { timeoutSeconds: 5, silenceTimeoutSeconds: 0.2 },
  },
  'silence in the middle of the answer': {
    server: socket => socket.write(short),
    target: { timeoutSeconds: 5, silenceTimeoutSeconds: 0.2 },
  },
  'silence in the middle of a gzip body': {
    server: socket => socket.write(answer('200 OK', ['Content-Encoding: gzip'], gzipSync('<a/>')).subarray(0, -10)),
    target: { timeoutSeconds: 5, silenceTimeoutSeconds: 0.2 },
  },
  'body that comes too slowly': {
    server: socket => {
      socket.write(chunk);
      const timer = setInterval(() => socket.write('1\r\nx\r\n'), 20);
      socket.on('close', () => clearInterval(timer));
    },
    target: { timeoutSeconds: 0.1, totalTimeoutSeconds: 0.3 },
  },
  'silence instead of TLS': { silent: true, target: { connectTimeoutSeconds: 0.2 } },
  'proxy that is silent': {
    url: 'https://mail.contoso.example/',
    proxy: () => {},
    target: { timeoutSeconds: 0.2 },
  },
  'aborted before the connection': { server: () => {}, abort: 'before' },
  'aborted while waiting for the answer': { server: () => {}, abort: 'onRequest' },
  'plain HTTP on a port for TLS': { server: socket => socket.end(answer('400 Bad Request')), url: 'https' },
  'certificate of an unknown authority': { server: ok, certificate: 'localhost' },
  'certificate that signs itself': { server: ok, certificate: 'self-signed' },
  'certificate for another host': { server: ok, certificate: 'wrong-host', target: trusted },
  'certificate that has expired': { server: ok, certificate: 'expired', target: trusted },
  'another certificate than the pinned one': {
    server: ok,
    certificate: 'localhost',
    target: { ...trusted, pinnedCertificate: '00'.repeat(32) },
  },
  'TLS older than the minimum': {
    server: ok,
    certificate: 'localhost',
    tls: { maxVersion: 'TLSv1.2' },
    target: { ...trusted, minimumTlsVersion: 'TLSv1.3' },
  },
  'file of authorities without a certificate': {
    server: ok,
    certificate: 'localhost',
    target: { authorities: 'no PEM' },
  },
  'file of authorities that is damaged': {
    server: ok,
    certificate: 'localhost',
    target: { authorities: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' },
  },
  'address that is no URL': { url: 'mail.contoso.example' },
  'address with a password': { url: `https://ann:${secret}@mail.contoso.example/` },
  'Basic over plain http to another machine': {
    url: 'http://mail.contoso.example/',
    target: { ...ntlm, authentication: 'basic' },
  },
  'token over plain http to another machine': {
    url: 'http://mail.contoso.example/',
    target: { ...ntlm, authentication: 'bearer' },
  },
  'Basic without a password': { server: ok, target: { authentication: 'basic', username: 'ann' } },
  'token that is missing': { server: ok, target: { authentication: 'bearer' } },
  'NTLM without a password': { server: ok, target: { authentication: 'ntlm', username: 'ann' } },
  'Kerberos without its module': {
    server: ok,
    target: { authentication: 'negotiate', kerberos: kerberosBy(() => undefined) },
  },
  'header with a line break': { server: ok, headers: { 'X-Test': 'a\r\nb: c' } },
  'proxy that nobody runs': { url: 'https://mail.contoso.example/', proxyUrl: 'http://127.0.0.1:1' },
  'proxy that wants a password': {
    url: 'https://mail.contoso.example/',
    proxy: socket => socket.end(answer('407 Who', ['Proxy-Authenticate: Basic realm="x"'])),
  },
  'proxy that does not take the password': {
    url: 'https://mail.contoso.example/',
    proxy: socket => socket.end(answer('407 Who')),
    proxyUser: `ann:${encodeURIComponent(secret)}`,
  },
  'proxy that forbids the host': {
    url: 'https://mail.contoso.example/',
    proxy: socket => socket.end(answer('403 Forbidden')),
  },
  'proxy that is none': { url: 'https://mail.contoso.example/', proxy: socket => socket.end('220 ESMTP\r\n\r\n') },
  'proxy whose head does not end': {
    url: 'https://mail.contoso.example/',
    proxy: socket => socket.write(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(70_000)}`),
  },
  'proxy over TLS whose certificate is not trusted': {
    url: 'https://mail.contoso.example/',
    proxy: ok,
    proxyCertificate: 'localhost',
  },
  'proxy without an http address': { url: 'https://mail.contoso.example/', proxyUrl: 'socks5://127.0.0.1:1080' },
  'NTLM of version 1': {
    server: socket => socket.write(challenge(challengeMessage({ version1: true }))),
    target: ntlm,
  },
  'NTLM challenge that is none': {
    server: socket => socket.write(challenge(Buffer.from('NTLMSSP\0 is not enough'))),
    target: ntlm,
  },
  'connection closed after every challenge': {
    server: socket => socket.end(challenge(challengeMessage({}))),
    target: ntlm,
  },
};

/** Answers that are no failure. `OTHER` in a header is an origin that must receive nothing, `SAME` the server's own. */
export const answers: Readonly<
  Record<string, Fault & { readonly redirect?: readonly [status: string, location: string] }>
> = {
  '301 to another origin': { redirect: ['301 Moved', 'OTHER/ews'] },
  '302 to another origin': { redirect: ['302 Found', 'OTHER/ews'] },
  '307 to another origin': {
    redirect: ['307 Temporary Redirect', 'OTHER/ews'],
    certificate: 'localhost',
    target: trusted,
  },
  '308 to plain http of the same host': {
    redirect: ['308 Permanent Redirect', 'http://127.0.0.1:SAMEPORT/moved'],
    certificate: 'localhost',
    target: trusted,
  },
  '302 within the same origin': { redirect: ['302 Found', '/moved'], certificate: 'localhost', target: trusted },
  '307 within the same https origin': {
    server: (socket, { head }) =>
      socket.write(head.startsWith('POST /moved ') ? answer('200 OK') : answer('307 Go', ['Location: /moved'])),
    certificate: 'localhost',
    target: trusted,
  },
  '307 within the same plain http origin': { redirect: ['307 Go', '/moved'] },
  '307 in a circle': { redirect: ['307 Go', '/'], certificate: 'localhost', target: trusted },
  '307 that names no address': {
    server: socket => socket.write(answer('307 Go')),
    certificate: 'localhost',
    target: trusted,
  },
  'HTML with status 200': { server: socket => socket.write(answer('200 OK', ['Content-Type: text/html'], '<html>')) },
  '401 again and again': {
    server: socket => socket.write(answer('401 No', ['WWW-Authenticate: Basic realm="x"'])),
    target: { ...ntlm, authentication: 'basic' },
  },
  '401 to NTLM again and again': { server: socket => socket.write(challenge(challengeMessage({}))), target: ntlm },
  '503 with Retry-After': { server: socket => socket.write(answer('503 Busy', ['Retry-After: 30'])) },
};

/** How many bodies may arrive although nothing is executed: the server answers each with 401. */
export const refused: Readonly<Record<string, number>> = { 'connection closed after every challenge': 2 };

/** How many requests the server sees, where it is more than one. */
export const requestCounts: Readonly<Record<string, number>> = {
  '307 within the same https origin': 2,
  '307 in a circle': 6,
  '401 to NTLM again and again': 2,
};

export function ok(socket: net.Socket): void {
  socket.write(answer('200 OK', ['Content-Type: text/xml'], '<a/>'));
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type net from 'node:net';
import { connect as connectTo } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import {
  closeIdleConnections,
  type HttpAnswer,
  kerberosBy,
  type PostTarget,
  post,
  TransportError,
} from '../../../src/transport/index.ts';
import { answer, type Behaviour, certificateFile, type WireServer, wireServer } from '../../support/wire.ts';
import { challengeMessage } from './ntlmAcceptor.ts';

/** What happens, and to which target with which options. */
interface Fault {
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

const secret = 'Pa55-wörd';
const reset: Behaviour = socket => (socket as net.Socket).resetAndDestroy();
const chunk = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<a/> \r\n';
const short = 'HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n<a/>';
const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024));
const large = answer('200 OK', [], Buffer.alloc(0))
  .toString()
  .replace('Length: 0', `Length: ${100 * 1024 * 1024}`);
const trusted = { authorities: certificateFile('authority.pem') };
const ntlm = { authentication: 'ntlm', username: 'ann', secret } as const;
const challenge = (message: Buffer) => answer('401 No', [`WWW-Authenticate: NTLM ${message.toString('base64')}`]);

const faults: Readonly<Record<string, Fault>> = {
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
const answers: Readonly<Record<string, Fault & { readonly redirect?: readonly [status: string, location: string] }>> = {
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
const refused: Readonly<Record<string, number>> = { 'connection closed after every challenge': 2 };

/** How many requests the server sees, where it is more than one. */
const requestCounts: Readonly<Record<string, number>> = {
  '307 within the same https origin': 2,
  '307 in a circle': 6,
  '401 to NTLM again and again': 2,
};

const text = readFileSync(new URL('../../../docs/transport-errors.md', import.meta.url), 'utf8');
const rows = text
  .split('\n')
  .filter(line => /^\| (?!on the wire)/.test(line))
  .map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  );
const failureRows = rows.filter(row => row.length === 4);
const answerRows = rows.filter(row => row.length === 2);

suite('transport: faults on the wire', () => {
  const servers: WireServer[] = [];

  teardown(async () => {
    await closeIdleConnections();
    await Promise.all(servers.splice(0).map(server => server.stop()));
  });

  test('every fault is in the table, and the table has no other', () => {
    assert.deepEqual(
      failureRows.map(([what]) => what),
      Object.keys(faults),
    );
    assert.deepEqual(
      answerRows.map(([what]) => what),
      [...Object.keys(answers), 'gzip, deflate, bare deflate and br'],
    );
  });

  for (const [what = '', code = '', sent, step = ''] of failureRows) {
    test(`${what}: ${code.replaceAll('`', '')}`, async () => {
      const cause = await run(faults[what] ?? {}).then(
        () => undefined,
        error => error,
      );
      assert.ok(cause instanceof TransportError, String(cause));
      assert.deepEqual([`\`${cause.code}\``, cause.sent], [code, sent]);
      assert.ok(cause.message.includes(step), cause.message);
      // `sent` tells it, and whoever shows the message adds it in words for the place.
      assert.doesNotMatch(cause.message, /executed/);
      assert.ok(!cause.message.includes(secret));
      // Nothing that may have been executed is sent a second time.
      const bodies = servers.flatMap(({ requests }) => requests).filter(({ body }) => body.includes('<request/>'));
      assert.ok(bodies.length <= (refused[what] ?? (sent === 'no' ? 0 : 1)), `${bodies.length} bodies arrived`);
    });
  }

  for (const [what = '', status] of answerRows.slice(0, -1)) {
    test(`${what}: an answer`, async () => {
      const { redirect, ...fault } = answers[what] ?? {};
      const other = await serve(ok, fault.certificate);
      const given = await run({
        ...fault,
        server:
          fault.server ??
          (socket => {
            const location = redirect?.[1].replace('OTHER', other.origin).replace('SAMEPORT', String(socket.localPort));
            socket.write(answer(redirect?.[0] ?? '', [`Location: ${location}`]));
          }),
      });
      assert.equal(String(given.status), status);
      assert.equal(other.connections, 0);
      assert.equal(servers[1]?.requests.length, requestCounts[what] ?? 1);
    });
  }

  const encoded: readonly (readonly [name: string, bytes: Buffer])[] = [
    ['gzip', gzipSync('<a/>')],
    ['deflate', deflateSync('<a/>')],
    ['deflate', deflateRawSync('<a/>')],
    ['br', brotliCompressSync('<a/>')],
    ['gzip, br', brotliCompressSync(gzipSync('<a/>'))],
  ];
  for (const [name, bytes] of encoded) {
    test(`${name} (${bytes[0]}) is decompressed`, async () => {
      const given = await run({
        server: socket => socket.write(answer('200 OK', [`Content-Encoding: ${name}`], bytes)),
      });
      assert.equal(Buffer.from(given.body).toString(), '<a/>');
    });
  }

  test('a refused certificate is described, so that a person can compare it', async () => {
    const cause = await run({ server: ok, certificate: 'self-signed' }).catch(error => error);
    assert.equal(cause.certificate.subject, 'CN=localhost');
    assert.deepEqual(cause.certificate.names, ['localhost', '127.0.0.1']);
    assert.match(cause.certificate.fingerprint256, /^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    assert.match(cause.certificate.validTo, /^21\d\d-/);
    assert.deepEqual(servers[0]?.requests, []);
    const pinned = { pinnedCertificate: cause.certificate.fingerprint256 };
    assert.equal((await run({ server: ok, certificate: 'self-signed', target: pinned })).status, 200);
    // Nothing but that certificate, also not one that an authority vouches for.
    const other = await run({ server: ok, certificate: 'localhost', target: { ...trusted, ...pinned } }).catch(e => e);
    assert.equal(other.code, 'tls.not-pinned');
  });

  test('a certificate that can be seen only once is refused all the same, without being shown', async () => {
    const server = await serve(ok, 'self-signed');
    const target = { url: server.origin, authentication: 'none', proxy: { url: (await onceOnly()).origin } } as const;
    const cause = await post({ ...target, url: `https://far.example:${server.port}/` }, nothing).catch(error => error);
    assert.deepEqual([cause.code, cause.certificate], ['tls.untrusted', undefined]);

    /** A proxy that leads to the server the first time, and nowhere after that. */
    async function onceOnly(): Promise<WireServer> {
      let used = false;
      return await serve(socket => {
        if (used) {
          socket.destroy();
          return;
        }
        used = true;
        const onwards = connectTo(server.port, '127.0.0.1', () => {
          socket.write('HTTP/1.1 200 Connected\r\n\r\n');
          socket.pipe(onwards).pipe(socket);
        });
        onwards.on('error', () => socket.destroy());
      });
    }
  });

  test('the limit of an answer is told in bytes where it is small', async () => {
    const cause = await run({ server: ok, target: { maxAnswerBytes: 3 } }).catch(error => error);
    assert.match(cause.message, /larger than the limit of 3 bytes/);
  });

  test('a time limit of one second is told in words', async () => {
    const cause = await run({ server: () => {}, target: { timeoutSeconds: 1 } }).catch(error => error);
    assert.match(cause.message, /within one second\./);
  });

  test('deflate of nothing is nothing', async () => {
    const given = await run({ server: socket => socket.write(answer('200 OK', ['Content-Encoding: deflate'])) });
    assert.equal(given.body.length, 0);
  });

  test('an aborted send closes its socket', async () => {
    const abort = new AbortController();
    const closed = new Promise(resolve => {
      void serve(socket => {
        socket.on('close', resolve);
        abort.abort();
      }).then(server => {
        const target = { url: server.origin, authentication: 'none' } as const;
        return post(target, { body: Buffer.from('<a/>'), headers: {} }, { signal: abort.signal }).catch(() => {});
      });
    });
    await closed;
  });

  async function serve(behaviour: Behaviour, certificate?: string, options?: object): Promise<WireServer> {
    const server = await wireServer(behaviour, certificate, options);
    servers.push(server);
    return server;
  }

  async function run(fault: Fault): Promise<HttpAnswer> {
    const abort = new AbortController();
    if (fault.abort === 'before') abort.abort();
    const behaviour: Behaviour = (socket, request) => {
      if (fault.abort === 'onRequest') abort.abort();
      fault.server?.(socket, request);
    };
    const server = await serve(behaviour, fault.certificate, fault.tls);
    const own = fault.url === 'https' || fault.silent ? server.origin.replace('http:', 'https:') : server.origin;
    const origin = fault.proxy && (await serve(fault.proxy, fault.proxyCertificate)).origin;
    const named = fault.proxyUser === undefined ? origin : origin?.replace('//', `//${fault.proxyUser}@`);
    const proxyUrl = fault.proxyUrl ?? named;
    const target: PostTarget = {
      url: fault.url === undefined || fault.url === 'https' ? `${own}/` : fault.url,
      authentication: 'none',
      ...fault.target,
      ...(proxyUrl !== undefined && { proxy: { url: proxyUrl } }),
    };
    if (fault.first !== undefined) await post(target, { body: Buffer.from(fault.first), headers: {} });
    const request = { body: Buffer.from('<request/>'), headers: fault.headers ?? {} };
    return await post(target, request, { signal: abort.signal });
  }
});

const nothing = { body: Buffer.from('x'), headers: {} };

function ok(socket: net.Socket): void {
  socket.write(answer('200 OK', ['Content-Type: text/xml'], '<a/>'));
}

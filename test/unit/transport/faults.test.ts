import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { connect as connectTo } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import {
  closeIdleConnections,
  type HttpAnswer,
  type PostTarget,
  post,
  TransportError,
} from '../../../src/transport/index.ts';
import { answer, type Behaviour, type WireServer, wireServer } from '../../support/wire.ts';
import { answers, type Fault, faults, ok, refused, requestCounts, secret, trusted } from './faults.ts';

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

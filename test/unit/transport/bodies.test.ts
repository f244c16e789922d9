import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { closeIdleConnections, post } from '../../../src/transport/index.ts';
import { answer, type Behaviour, type WireServer, wireServer } from '../../support/wire.ts';

suite('transport: how an answer comes in', () => {
  let server: WireServer;

  teardown(async () => {
    await closeIdleConnections();
    await server.stop();
  });

  async function answered(behaviour: Behaviour): ReturnType<typeof post> {
    server = await wireServer(behaviour);
    const target = { url: server.origin, authentication: 'none', timeoutSeconds: 5 } as const;
    return await post(target, { body: Buffer.from('x'), headers: {} });
  }

  const noise = randomBytes(3_000_000);

  test('a compressed body that comes faster than it is read is whole', async () => {
    const { body } = await answered(socket =>
      socket.write(answer('200 OK', ['Content-Encoding: gzip'], gzipSync(noise))),
    );
    assert.equal(Buffer.compare(body, noise), 0);
  });

  test('a body that is not compressed is whole', async () => {
    const { body } = await answered(socket => socket.write(answer('200 OK', ['Content-Encoding: identity'], noise)));
    assert.equal(Buffer.compare(body, noise), 0);
  });

  test('what announces an answer is none', async () => {
    const { status, headers } = await answered(socket => {
      socket.write('HTTP/1.1 103 Early Hints\r\nContent-Encoding: gzip\r\n\r\n');
      socket.write(answer('200 OK', ['A: 1', 'B: 2', 'A: 3'], '<a/>'));
    });
    assert.equal(status, 200);
    assert.deepEqual(headers, [
      ['content-length', '4'],
      ['a', '1'],
      ['a', '3'],
      ['b', '2'],
    ]);
  });
});

import assert from 'node:assert/strict';
import { closeIdleConnections, type PostTarget, post } from '../../../src/transport/index.ts';
import { answer, type Behaviour, type WireServer, wireServer } from '../../support/wire.ts';

const request = { body: new TextEncoder().encode('<r/>'), headers: { 'Content-Type': 'text/xml' } };

const welcome: Behaviour = socket => socket.write(answer('200 OK', [], 'hello'));

suite('transport: connections are kept', () => {
  let server: WireServer;

  teardown(async () => {
    await closeIdleConnections();
    await server.stop();
  });

  async function serve(behaviour: Behaviour): Promise<(target?: Partial<PostTarget>) => Promise<number>> {
    server = await wireServer(behaviour);
    return async target => (await post({ url: server.origin, authentication: 'none', ...target }, request)).status;
  }

  test('the next send takes the connection of the last one', async () => {
    const send = await serve(welcome);
    assert.deepEqual([await send(), await send(), await send()], [200, 200, 200]);
    assert.equal(server.connections, 1);
  });

  test('sends at the same time do not wait for each other', async () => {
    const waiting: (() => void)[] = [];
    const send = await serve(socket => {
      waiting.push(() => socket.write(answer('200 OK')));
      if (waiting.length === 3) for (const go of waiting) go();
    });
    assert.deepEqual(await Promise.all([send(), send(), send()]), [200, 200, 200]);
    assert.equal(server.connections, 3);
  });

  test('another secret has another connection', async () => {
    const send = await serve(welcome);
    const basic = { authentication: 'basic', username: 'ann' } as const;
    await send({ ...basic, secret: 'one' });
    await send({ ...basic, secret: 'two' });
    await send({ ...basic, secret: 'one' });
    assert.equal(server.connections, 2);
  });

  test('a connection that the server has closed is not taken again', async () => {
    const send = await serve(socket => socket.end(answer('200 OK', ['Connection: close'])));
    assert.deepEqual([await send(), await send()], [200, 200]);
    assert.equal(server.connections, 2);
  });

  test('a connection on which a send failed is not taken again', async () => {
    let first = true;
    const send = await serve(socket => {
      socket.write(first ? 'HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n' : answer('200 OK'));
      first = false;
    });
    await assert.rejects(send(), { code: 'answer.malformed' });
    assert.equal(await send(), 200);
    assert.equal(server.connections, 2);
  });
});

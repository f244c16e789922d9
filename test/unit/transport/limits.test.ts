import assert from 'node:assert/strict';
import { closeIdleConnections, post } from '../../../src/transport/index.ts';
import { limitsOf } from '../../../src/transport/limits.ts';
import { type WireServer, wireServer } from '../../support/wire.ts';

suite('transport: the limits of a send', () => {
  const target = { url: 'https://mail.example/', authentication: 'none' } as const;
  const cases = [
    ['nothing said', {}, [30, 100, 30, 700]],
    ['a short timeout shortens connection and silence', { timeoutSeconds: 5 }, [5, 5, 5, 605]],
    ['a long timeout leaves them', { timeoutSeconds: 300 }, [30, 300, 30, 900]],
    ['a day is the most', { timeoutSeconds: 1e12 }, [30, 86_400, 30, 86_400]],
  ] as const;
  for (const [what, given, expected] of cases) {
    test(what, () => {
      const { connectMs, headersMs, silenceMs, totalMs } = limitsOf({ ...target, ...given });
      assert.deepEqual(
        [connectMs, headersMs, silenceMs, totalMs],
        expected.map(seconds => seconds * 1000),
      );
    });
  }

  let server: WireServer;

  teardown(async () => {
    await closeIdleConnections();
    await server?.stop();
  });

  test('an answer that keeps coming may take longer than the wait for its beginning and than any silence', async () => {
    let left = 12;
    server = await wireServer(socket => {
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
      const timer = setInterval(() => {
        left -= 1;
        socket.write(left > 0 ? '1\r\nx\r\n' : '0\r\n\r\n');
        if (left === 0) clearInterval(timer);
      }, 50);
    });
    const limits = { timeoutSeconds: 0.4, silenceTimeoutSeconds: 0.4 };
    const given = await post({ ...target, url: server.origin, ...limits }, { body: Buffer.from('x'), headers: {} });
    assert.equal(Buffer.from(given.body).toString(), 'x'.repeat(11));
    assert.ok(given.timing.totalMs > 400);
  });
});

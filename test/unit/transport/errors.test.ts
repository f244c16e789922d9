import assert from 'node:assert/strict';
import net from 'node:net';
import { transportErrorOf } from '../../../src/transport/errors.ts';
import { proxyRoute } from '../../../src/transport/proxy.ts';
import { whenReady } from '../../../src/transport/sockets.ts';

const coded = (code: string, more: object = {}) => Object.assign(new Error('x'), { code, ...more });

suite('transport: the names of what fails', () => {
  const cases: readonly (readonly [what: string, cause: unknown, code: string, sent: 'no' | 'maybe'])[] = [
    [
      'what the socket says counts more than what wraps it',
      coded('UND_ERR_SOCKET', { cause: coded('ECONNREFUSED') }),
      'network.refused',
      'no',
    ],
    [
      'what wraps a socket that says nothing',
      coded('UND_ERR_SOCKET', { cause: new Error('x') }),
      'network.reset',
      'maybe',
    ],
    [
      'the first of several addresses',
      new AggregateError([coded('EHOSTUNREACH'), coded('ECONNREFUSED')]),
      'network.unreachable',
      'no',
    ],
    ['the network gave up', coded('ETIMEDOUT'), 'timeout.connect', 'maybe'],
    ['an abort', Object.assign(new Error('x'), { name: 'AbortError' }), 'aborted', 'maybe'],
    ['something that is no error', 'x', 'answer.malformed', 'maybe'],
    ['nothing', undefined, 'answer.malformed', 'maybe'],
  ];
  for (const [what, cause, code, sent] of cases) {
    test(`${what}: ${code}`, () => {
      const error = transportErrorOf(cause, 'maybe', 'mail.example');
      assert.deepEqual([error.code, error.sent], [code, sent]);
      assert.match(error.message, /\.$/);
    });
  }

  test('an unknown code is told', () => {
    assert.match(
      transportErrorOf(coded('HPE_INVALID_VERSION'), 'maybe', 'h').message,
      /not HTTP \(HPE_INVALID_VERSION\)/,
    );
    assert.match(transportErrorOf({}, 'no', 'h').message, /not HTTP\./);
  });
});

suite('transport: waiting for a socket', () => {
  test('who has given up already does not wait, and the socket is gone', async () => {
    const socket = new net.Socket();
    await assert.rejects(whenReady(socket, 'connect', AbortSignal.abort(new Error('given up'))), /given up/);
    assert.ok(socket.destroyed);
  });

  test('a socket that is gone never gets ready', async () => {
    const socket = new net.Socket().destroy();
    await assert.rejects(whenReady(socket, 'connect', new AbortController().signal), { code: 'ECONNRESET' });
  });
});

suite('transport: the password of a proxy', () => {
  for (const [userinfo, pair] of [
    ['ann:p%3Aw', 'ann:p:w'],
    ['ann:50%25', 'ann:50%'],
    ['ann:50%zz', 'ann:50%zz'],
    ['ann', 'ann:'],
  ] as const) {
    test(`${userinfo} is ${pair}`, () => {
      const { authorization = '' } = proxyRoute({ url: `http://${userinfo}@proxy.example:3128` });
      assert.equal(Buffer.from(authorization.replace('Basic ', ''), 'base64').toString(), pair);
    });
  }
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { closeIdleConnections, post, redactHeaders, TransportError } from '../../../src/transport/index.ts';
import { answer, headerOf, type WireServer, wireServer } from '../../support/wire.ts';
import { ntlmAcceptor } from './ntlmAcceptor.ts';

suite('transport: redaction', () => {
  let server: WireServer | undefined;

  teardown(async () => {
    await closeIdleConnections();
    await server?.stop();
  });

  const cases: readonly (readonly [name: string, value: string, expected: string])[] = [
    ['Authorization', 'Basic YW5uOnNlY3JldA==', 'Basic (redacted)'],
    ['authorization', 'Bearer abc.def', 'Bearer (redacted)'],
    ['Authorization', 'abc.def', '(redacted)'],
    ['Proxy-Authorization', 'Basic YW5uOnNlY3JldA==', 'Basic (redacted)'],
    ['Cookie', 'a=b', '(redacted)'],
    ['Set-Cookie', 'exchangecookie=b; path=/', '(redacted)'],
    ['www-authenticate', 'NTLM TlRMTVNTUAACAAAA', 'NTLM (redacted)'],
    ['www-authenticate', 'Negotiate oRQwEg==, NTLM', 'Negotiate (redacted), NTLM'],
    ['www-authenticate', 'Basic realm="mail"', 'Basic realm="mail"'],
    ['X-Echo', 'Basic YW5uOnNlY3JldA== and secret', 'Basic (redacted) and (redacted)'],
    ['Server', 'Microsoft-IIS/10.0', 'Microsoft-IIS/10.0'],
  ];
  for (const [name, value, expected] of cases) {
    test(`${name}: ${value}`, () => {
      assert.deepEqual(redactHeaders([[name, value]], ['secret', 'YW5uOnNlY3JldA==']), [[name, expected]]);
    });
  }

  const secrets = fc.string({ minLength: 12, maxLength: 40, unit: fc.constantFrom(...'abcXYZ0189-_.~+/=') });

  test('no secret and no Authorization survives what a server sends back, whatever the authentication', async () => {
    server = await wireServer((socket, request) => {
      const given = headerOf(request, 'authorization') ?? 'none';
      // The worst of servers: it repeats all it got, also decoded.
      const decoded = Buffer.from(given.replace(/^\w+ /, ''), 'base64')
        .toString('latin1')
        .replace(/[^\x20-\x7e]/g, '?');
      socket.write(
        answer('401 No', [
          `WWW-Authenticate: NTLM`,
          `X-Echo: ${given}`,
          `X-Decoded: ${decoded}`,
          `Set-Cookie: a=${given}`,
        ]),
      );
    });
    const url = server.origin;
    const kinds = fc.constantFrom(
      'basic' as const,
      'bearer' as const,
      'ntlm' as const,
      'negotiate' as const,
      'auto' as const,
    );
    await fc.assert(
      fc.asyncProperty(secrets, kinds, async (secret, authentication) => {
        const given = await post(
          { url, authentication, username: 'ann', secret },
          { body: Buffer.from('<a/>'), headers: {} },
        );
        const { body: _body, ...handedBack } = given;
        const text = JSON.stringify(handedBack);
        assert.ok(!text.includes(JSON.stringify(secret).slice(1, -1)), text);
        assert.ok(!text.includes(Buffer.from(`ann:${secret}`).toString('base64')), text);
        assert.ok(!/TlRMTVNTUA/.test(text), text);
      }),
      { numRuns: 60 },
    );
  });

  test('no secret survives in a failure', async () => {
    const acceptor = ntlmAcceptor({ user: 'ann', domain: '', password: 'x', version1: true });
    server = await wireServer(acceptor);
    const targets = [server.origin, 'http://127.0.0.1:1/', 'not an address'];
    await fc.assert(
      fc.asyncProperty(secrets, fc.constantFrom(...targets), async (secret, url) => {
        const request = { body: Buffer.from('<a/>'), headers: {} };
        const failure = await post({ url, authentication: 'ntlm', username: 'ann', secret }, request).catch(
          cause => cause,
        );
        assert.ok(failure instanceof TransportError);
        assert.ok(!`${failure.stack}${JSON.stringify(failure)}`.includes(secret));
        assert.equal(failure.cause, undefined);
      }),
      { numRuns: 30 },
    );
  });
});

import assert from 'node:assert/strict';
import { problemsOf } from '../../../src/language/index.ts';
import { endpointSteps, send, testRequest } from '../../../src/sending/index.ts';
import { closeIdleConnections, type PostTarget } from '../../../src/transport/index.ts';
import { success } from '../../support/exchanges.ts';
import { answer, type Behaviour, certificateFile, type WireServer, wireServer } from '../../support/wire.ts';

const soap = answer('200 OK', ['Content-Type: text/xml'], success.result.kind === 'answer' ? success.result.text : '');
const authorities = certificateFile('authority.pem');

suite('sending: the test of an endpoint', () => {
  let server: WireServer | undefined;

  teardown(async () => {
    await closeIdleConnections();
    await server?.stop();
  });

  async function steps(behaviour: Behaviour, certificate: string | undefined, target: Partial<PostTarget> = {}) {
    server = await wireServer(behaviour, certificate);
    const exchange = await send({
      id: 'id',
      endpointName: 'Test',
      target: { url: `${server.origin}/EWS/Exchange.asmx`, authentication: 'none', authorities, ...target },
      text: testRequest,
      version: '1.2.3',
    });
    return endpointSteps(exchange);
  }

  const short = (all: Awaited<ReturnType<typeof steps>>) => all.map(({ name, state }) => `${name} ${state}`).join(', ');

  test('its request is right', () => {
    assert.deepEqual(
      problemsOf(testRequest).filter(({ severity }) => severity === 'error'),
      [],
    );
  });

  test('everything passes, and the certificate is shown', async () => {
    const all = await steps(socket => socket.write(soap), 'localhost');
    assert.equal(short(all), 'Name passed, TCP passed, TLS passed, HTTP passed, Authentication passed, EWS passed');
    const tls = all.find(({ name }) => name === 'TLS')?.detail ?? '';
    assert.match(tls, /TLSv1\.3 .*CN=localhost.*CN=Authority.*2124-12-31.*SHA-256 (?:[0-9A-F]{2}:){31}/);
  });

  const cases: Readonly<Record<string, readonly [Behaviour, string | undefined, Partial<PostTarget>, RegExp]>> = {
    'nobody listens': [
      () => {},
      undefined,
      { url: 'http://127.0.0.1:1/' },
      /^Name passed, TCP failed, HTTP notReached/,
    ],
    'an unknown name': [() => {}, undefined, { url: 'http://no-such-host.invalid/' }, /^Name failed, TCP notReached/],
    'an address that is none': [() => {}, undefined, { url: 'mail' }, /^Address failed, Name notReached/],
    'a certificate that has expired': [() => {}, 'expired', {}, /TCP passed, TLS failed, HTTP notReached/],
    'no answer in time': [() => {}, undefined, { timeoutSeconds: 0.1 }, /TCP passed, HTTP failed, Auth\w+ notReached/],
    'a refused sign-in': [
      socket => socket.write(answer('401 No', ['WWW-Authenticate: NTLM'])),
      undefined,
      {},
      /HTTP passed, Authentication failed, EWS notReached$/,
    ],
    'another program': [
      socket => socket.write(answer('200 OK', ['Content-Type: text/html'], '<html>Hello</html>')),
      undefined,
      {},
      /Authentication notReached, EWS failed$/,
    ],
  };
  for (const [what, [behaviour, certificate, target, expected]] of Object.entries(cases)) {
    test(what, async () => {
      assert.match(short(await steps(behaviour, certificate, target)), expected);
    });
  }
});

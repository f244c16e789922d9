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

  async function steps(
    behaviour: Behaviour,
    certificate: string | undefined,
    target: Partial<PostTarget> = {},
    proxyUnknown = false,
  ) {
    server = await wireServer(behaviour, certificate);
    const exchange = await send({
      id: 'id',
      endpointName: 'Test',
      target: { url: `${server.origin}/EWS/Exchange.asmx`, authentication: 'none', authorities, ...target },
      text: testRequest,
      version: '1.2.3',
    });
    return endpointSteps(exchange, proxyUnknown);
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

  const unknownName = { url: 'http://no-such-host.invalid/' };
  const pac: readonly (readonly [what: string, target: Partial<PostTarget>, proxyUnknown: boolean, told: boolean])[] = [
    ['where no proxy is known', unknownName, true, true],
    ['not where one is known or switched off', unknownName, false, false],
    ['not for this machine, which no proxy leads to', { url: 'http://127.0.0.1:1/' }, true, false],
    ['not for what is wrong with the endpoint', { url: 'mail' }, true, false],
  ];
  for (const [what, target, proxyUnknown, told] of pac) {
    test(`a PAC file is spoken of ${what}`, async () => {
      const all = await steps(() => {}, undefined, target, proxyUnknown);
      const failed = all.filter(({ state }) => state === 'failed').map(({ detail }) => detail);
      assert.equal(failed.length, 1);
      assert.equal(/PAC file.*http\.proxy\.$/.test(failed[0] ?? ''), told, failed[0]);
    });
  }

  test('a PAC file is no reason where an answer was due', async () => {
    const all = await steps(() => {}, undefined, { timeoutSeconds: 0.1 }, true);
    assert.doesNotMatch(JSON.stringify(all), /PAC/);
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

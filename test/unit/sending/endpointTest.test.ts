import assert from 'node:assert/strict';
import { problemsOf } from '../../../src/language/index.ts';
import { endpointSteps, send, testRequest } from '../../../src/sending/index.ts';
import { closeIdleConnections, type PostTarget } from '../../../src/transport/index.ts';
import { success } from '../../support/exchanges.ts';
import { answer, type Behaviour, certificateFile, type WireServer, wireServer } from '../../support/wire.ts';

const soap = answer('200 OK', ['Content-Type: text/xml'], success.result.kind === 'answer' ? success.result.text : '');
const fault =
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>x</faultstring></s:Fault></s:Body></s:Envelope>';
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
    const proxy = target.proxy && { proxy: { url: server.origin } };
    const exchange = await send({
      id: 'id',
      endpointName: 'Test',
      target: { url: `${server.origin}/EWS/Exchange.asmx`, authentication: 'none', authorities, ...target, ...proxy },
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

  test('a name is looked up, and a connection that was kept is said to have been there', async () => {
    await steps(socket => socket.write(soap), 'localhost');
    const url = `https://localhost:${server?.port}/EWS/Exchange.asmx`;
    const sending = { id: 'id', endpointName: 'Test', text: testRequest, version: '1.2.3' };
    const target = { url, authentication: 'none', authorities } as const;
    const first = endpointSteps(await send({ ...sending, target }));
    const again = endpointSteps(await send({ ...sending, target }));
    const told = (all: typeof first, step: string) => all.find(({ name }) => name === step)?.detail ?? '';
    assert.match(told(first, 'Name'), /^Resolved after \d+ ms\.$/);
    assert.match(told(first, 'TCP'), /^Connected after \d+ ms\.$/);
    assert.equal(told(again, 'Name'), 'Looked up before.');
    assert.equal(told(again, 'TCP'), 'The connection was there already.');
    assert.match(told(again, 'TLS'), /verified before\. .*CN=localhost/);
  });

  test('a server that offers nothing, and a fault, are told by name', async () => {
    const refused = await steps(socket => socket.write(answer('401 No')), undefined);
    assert.match(JSON.stringify(refused), /It offers: nothing\./);
    await server?.stop();
    const faulty = await steps(socket => socket.write(answer('500 No', ['Content-Type: text/xml'], fault)), undefined);
    assert.match(JSON.stringify(faulty), /It speaks EWS and answers s?:?Client\./);
  });

  test('everything passes, and the certificate is shown', async () => {
    const all = await steps(socket => socket.write(soap), 'localhost');
    assert.equal(short(all), 'Name notUsed, TCP passed, TLS passed, HTTP passed, Authentication passed, EWS passed');
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

  test('a step says nothing twice, and what is not used says why', async () => {
    const all = await steps(() => {}, undefined, { url: 'http://[::1]:1/' });
    assert.deepEqual(
      all.filter(({ name }) => name !== 'TCP').map(({ name, detail }) => `${name}: ${detail}`),
      [
        'Name: The address is a number, which needs no look-up.',
        'TLS: The address is plain http.',
        'HTTP: ',
        'Authentication: ',
        'EWS: ',
      ],
    );
  });

  test('a PAC file is no reason where an answer was due', async () => {
    const all = await steps(() => {}, undefined, { timeoutSeconds: 0.1 }, true);
    assert.doesNotMatch(JSON.stringify(all), /PAC/);
  });

  const cases: Readonly<Record<string, readonly [Behaviour, string | undefined, Partial<PostTarget>, RegExp]>> = {
    'nobody listens': [
      () => {},
      undefined,
      { url: 'http://127.0.0.1:1/' },
      /^Name notUsed, TCP failed, TLS notUsed, HTTP notReached, Authentication notReached, EWS notReached$/,
    ],
    'an unknown name': [
      () => {},
      undefined,
      { url: 'http://no-such-host.invalid/' },
      /^Name failed, TCP notReached, TLS notUsed, HTTP notReached/,
    ],
    'an address that is none': [() => {}, undefined, { url: 'mail' }, /^Address failed, Name notReached/],
    'a certificate that has expired': [() => {}, 'expired', {}, /TCP passed, TLS failed, HTTP notReached/],
    'no answer in time': [
      () => {},
      undefined,
      { timeoutSeconds: 0.1 },
      /TCP passed, TLS notUsed, HTTP failed, Auth\w+ notReached/,
    ],
    'no connection in time': [
      () => {},
      undefined,
      { url: 'https://mail.contoso.example/', timeoutSeconds: 0.1, proxy: { url: 'PROXY' } },
      /Name passed, TCP failed, TLS notReached/,
    ],
    'an answer that is no HTTP': [
      socket => socket.end('220 ESMTP\r\n'),
      undefined,
      {},
      /TCP passed, TLS notUsed, HTTP failed, Auth\w+ notReached/,
    ],
    'a fault of EWS': [
      socket => socket.write(answer('500 No', ['Content-Type: text/xml'], fault)),
      undefined,
      {},
      /HTTP passed, Authentication passed, EWS failed$/,
    ],
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
      /TLS notUsed, HTTP passed, Authentication unknown, EWS failed$/,
    ],
  };
  for (const [what, [behaviour, certificate, target, expected]] of Object.entries(cases)) {
    test(what, async () => {
      assert.match(short(await steps(behaviour, certificate, target)), expected);
    });
  }
});

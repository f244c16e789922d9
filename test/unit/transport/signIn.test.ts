import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import net from 'node:net';
import { closeIdleConnections, type HttpAnswer, type PostTarget, post } from '../../../src/transport/index.ts';
import { answer, type Behaviour, certificateFile, headerOf, type WireServer, wireServer } from '../../support/wire.ts';
import { type AcceptorOptions, ntlmAcceptor } from './ntlmAcceptor.ts';

const password = 'Grüße, 世界 🔑';
const ann = { user: 'ann', domain: 'CONTOSO', password };
const credentials = { username: 'CONTOSO\\ann', secret: password };
const authorities = certificateFile('authority.pem');
const binding = certificateFile('localhost.pem');

suite('transport: authentication', () => {
  const servers: WireServer[] = [];

  teardown(async () => {
    await closeIdleConnections();
    await Promise.all(servers.splice(0).map(server => server.stop()));
  });

  async function serve(behaviour: Behaviour, certificate?: string): Promise<WireServer> {
    const server = await wireServer(behaviour, certificate);
    servers.push(server);
    return server;
  }

  async function accept(options: Partial<AcceptorOptions>, certificate: string | undefined = 'localhost') {
    const acceptor = ntlmAcceptor({ ...ann, ...options });
    return { ...(await handle(acceptor, certificate)), verdicts: acceptor.verdicts };
  }

  async function handle(behaviour: Behaviour, certificate?: string) {
    const server = await serve(behaviour, certificate);
    const send = (target: Partial<PostTarget>, body = '<request/>'): Promise<HttpAnswer> =>
      post(
        { url: `${server.origin}/`, authentication: 'ntlm', authorities, ...credentials, ...target },
        { body: Buffer.from(body), headers: { SOAPAction: '"x"' } },
      );
    return { server, send };
  }

  const signedIn: Readonly<Record<string, readonly [Partial<AcceptorOptions>, Partial<PostTarget>, tls?: false]>> = {
    'with the channel binding of the certificate': [{ binding }, {}],
    'without a channel binding when that is off': [{ binding: 'none' }, { channelBinding: 'off' }],
    'without a channel binding over plain http': [{ binding: 'none' }, {}, false],
    'without the time of the server, so without a MIC': [{ withoutTime: true, binding }, {}],
    'under the word Negotiate': [{ scheme: 'Negotiate', binding }, { authentication: 'negotiate' }],
    'as user@domain': [{ user: 'ann@contoso.example', domain: '' }, { username: 'ann@contoso.example' }],
    'chosen from what is offered': [{ offers: ['Basic realm="a, NTLM"', 'NTLM'] }, { authentication: 'auto' }],
    'chosen from one line of offers': [{ offers: ['Basic realm="x", NTLM'] }, { authentication: 'auto' }],
    'chosen though an offer has parameters': [
      { offers: ['Basic realm="x", charset="UTF-8"', 'NTLM'] },
      { authentication: 'auto' },
    ],
    'after the server closed between the legs': [{ closesOnce: true, binding }, {}],
    'with a pinned certificate': [
      { binding },
      { pinnedCertificate: fingerprintOf(binding), authorities: certificateFile('self-signed.pem') },
    ],
  };
  for (const [how, [options, target, tls]] of Object.entries(signedIn)) {
    test(`NTLM: signs in ${how}`, async () => {
      const { send, verdicts, server } = await accept(options, tls === false ? '' : 'localhost');
      const given = await send(target);
      assert.equal(Buffer.from(given.body).toString(), 'signed in: <request/>', String(verdicts));
      assert.ok(given.timing.authenticationMs !== undefined);
      assert.equal(given.provedBy, 'ntlm');
      // The body goes out once, with the third message.
      assert.equal(server.requests.filter(({ body }) => body.length > 0).length, 1);
    });
  }

  test('NTLM: a wrong password is an answer of 401, after one try', async () => {
    const { send, verdicts } = await accept({ binding });
    assert.equal((await send({ secret: 'wrong' })).status, 401);
    assert.deepEqual(verdicts, ['wrong proof']);
  });

  test('NTLM: the binding is that of the very certificate', async () => {
    const { send, verdicts } = await accept({ binding: certificateFile('wrong-host.pem') });
    assert.equal((await send({})).status, 401);
    assert.deepEqual(verdicts, ['wrong binding']);
  });

  test('NTLM: 20 requests on one sign-in, without Authorization afterwards', async () => {
    const { send, server } = await accept({ binding });
    for (let number = 0; number < 20; number += 1) {
      assert.equal(
        Buffer.from((await send({}, `<r n="${number}"/>`)).body).toString(),
        `signed in: <r n="${number}"/>`,
      );
    }
    assert.equal(server.connections, 1);
    assert.equal(server.requests.filter(request => headerOf(request, 'authorization')).length, 2);
    assert.equal(server.requests.length, 21);
  });

  test('NTLM: sends at the same time share one sign-in', async () => {
    const { send, server } = await accept({ binding });
    const statuses = await Promise.all(Array.from({ length: 8 }, async () => (await send({})).status));
    assert.deepEqual(statuses, Array(8).fill(200));
    assert.equal(server.connections, 1);
  });

  test('NTLM: another user or password has another connection', async () => {
    const { send, server } = await accept({ binding });
    assert.equal((await send({})).status, 200);
    assert.equal((await send({ username: 'CONTOSO\\bob' })).status, 401);
    assert.equal((await send({ secret: 'wrong' })).status, 401);
    assert.equal((await send({})).status, 200);
    assert.equal(server.connections, 3);
  });

  test('NTLM: a server that forgot the connection is signed in to anew', async () => {
    let forget = false;
    const acceptor = ntlmAcceptor(ann);
    const { send, server } = await handle((socket, request) => {
      if (forget && !headerOf(request, 'authorization')) {
        forget = false;
        socket.write(answer('401 No', ['WWW-Authenticate: NTLM']));
      } else acceptor(socket, request);
    });
    assert.equal((await send({})).status, 200);
    forget = true;
    assert.equal((await send({})).status, 200);
    assert.equal(server.connections, 1);
  });

  test('NTLM: what was refused was not executed, so a failure after that says that nothing was sent', async () => {
    let gone = false;
    const acceptor = ntlmAcceptor(ann);
    const { send } = await handle((socket, request) => {
      if (!gone) acceptor(socket, request);
      else if (headerOf(request, 'authorization')) (socket as net.Socket).resetAndDestroy();
      else socket.write(answer('401 No', ['WWW-Authenticate: NTLM']));
    });
    assert.equal((await send({})).status, 200);
    gone = true;
    await assert.rejects(send({}), { code: 'network.reset', sent: 'no' });
  });

  test('NTLM: closing the kept connections ends a send under way', async () => {
    const acceptor = ntlmAcceptor(ann);
    const { send } = await handle((socket, request) => {
      if (request.body.length === 0) acceptor(socket, request);
      else void closeIdleConnections();
    });
    await assert.rejects(send({}), { code: 'aborted', sent: 'maybe' });
  });

  test('NTLM: a server that wants no sign-in just gets the request', async () => {
    const { send, server } = await handle(socket => socket.write(answer('200 OK')));
    assert.equal((await send({})).status, 200);
    assert.equal(server.requests.at(-1)?.body.toString(), '<request/>');
  });

  test('NTLM: through a proxy, with the binding of the endpoint', async () => {
    const { send, server } = await accept({ binding });
    const proxy = await serve((socket, { head }) => {
      const [, host, port] = /^CONNECT (.+):(\d+) /.exec(head) ?? [];
      const onwards = net.connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 Connected\r\nVia: test\r\n\r\n');
        socket.pipe(onwards).pipe(socket);
      });
      onwards.on('error', () => socket.destroy());
    });
    const url = proxy.origin.replace('//', `//bob:${encodeURIComponent('p:w ö')}@`);
    const given = await send({ proxy: { url } });
    assert.equal(given.status, 200);
    assert.equal(server.connections, 1);
    const authorization = headerOf(proxy.requests[0], 'proxy-authorization') ?? '';
    assert.equal(Buffer.from(authorization.replace('Basic ', ''), 'base64').toString(), 'bob:p:w ö');
    assert.ok(!JSON.stringify(given).includes(authorization.slice(6)));
  });

  test('plain http through a proxy names the whole address', async () => {
    const proxy = await serve(socket => socket.write(answer('200 OK')));
    await post(
      {
        url: 'http://mail.contoso.example:81/EWS/Exchange.asmx',
        authentication: 'none',
        proxy: { url: proxy.origin, authorization: 'Basic eDp5' },
      },
      { body: Buffer.from('x'), headers: {} },
    );
    assert.match(proxy.requests[0]?.head ?? '', /^POST http:\/\/mail\.contoso\.example:81\/EWS\/Exchange\.asmx HTTP/);
    assert.equal(headerOf(proxy.requests[0], 'host'), 'mail.contoso.example:81');
    assert.equal(headerOf(proxy.requests[0], 'proxy-authorization'), 'Basic eDp5');
  });

  test('Basic is UTF-8', async () => {
    const { send, server } = await handle(socket => socket.write(answer('200 OK')));
    const given = await send({ authentication: 'basic', username: 'ann' });
    const value = headerOf(server.requests[0], 'authorization')?.replace('Basic ', '') ?? '';
    assert.equal(Buffer.from(value, 'base64').toString('utf8'), `ann:${password}`);
    assert.deepEqual(
      given.requestHeaders.find(([name]) => name === 'Authorization'),
      ['Authorization', 'Basic (redacted)'],
    );
  });

  test('the time of every step is told, in order', async () => {
    const { server } = await accept({ binding });
    const target = { url: `https://localhost:${server.port}/`, authentication: 'none', authorities } as const;
    const { timing } = await post(target, { body: Buffer.from('x'), headers: {} });
    const { nameMs, connectMs, tlsMs, firstByteMs, totalMs } = timing;
    const steps = [0, nameMs, connectMs, tlsMs, firstByteMs, totalMs].map(Number);
    assert.deepEqual(
      steps,
      steps.toSorted((a, b) => a - b),
    );
    assert.ok(totalMs > 0 && totalMs < 10_000);
    assert.equal(timing.authenticationMs, undefined);
  });

  test('a bearer token goes as it is', async () => {
    const { send, server } = await handle(socket => socket.write(answer('200 OK')));
    await send({ authentication: 'bearer', secret: 'abc.def' });
    assert.equal(headerOf(server.requests[0], 'authorization'), 'Bearer abc.def');
  });

  for (const offers of [['Basic realm="x"'], ['Bearer', 'Digest realm="NTLM"'], []]) {
    test(`auto: ${offers.join(' and ') || 'no offer'} is no way to sign in: the 401 is the answer`, async () => {
      const { send, server } = await handle(socket =>
        socket.write(
          answer(
            '401 No',
            offers.map(offer => `WWW-Authenticate: ${offer}`),
          ),
        ),
      );
      assert.equal((await send({ authentication: 'auto' })).status, 401);
      assert.deepEqual(
        server.requests.map(request => [headerOf(request, 'authorization'), request.body.length]),
        [[undefined, 0]],
      );
    });
  }

  test('auto: Negotiate goes before NTLM', async () => {
    const { send, server } = await accept({ scheme: 'Negotiate', offers: ['NTLM', 'Negotiate'] });
    assert.equal((await send({ authentication: 'auto' })).status, 200);
    assert.match(headerOf(server.requests[1], 'authorization') ?? '', /^Negotiate /);
  });

  test('auto: without any 401 the request goes unsigned', async () => {
    const { send, server } = await handle(socket => socket.write(answer('200 OK')));
    assert.equal((await send({ authentication: 'auto' })).status, 200);
    assert.deepEqual(
      server.requests.map(({ body }) => body.toString()),
      ['', '<request/>'],
    );
  });

  test('negotiate: a Kerberos token, when there is a way to get one', async () => {
    const { send, server } = await handle(socket => socket.write(answer('200 OK')));
    const services: string[] = [];
    const kerberos = async (service: string) => {
      services.push(service);
      return 'dG9rZW4=';
    };
    const given = await send({ authentication: 'negotiate', kerberos });
    assert.equal(headerOf(server.requests[0], 'authorization'), 'Negotiate dG9rZW4=');
    assert.deepEqual(services, ['HTTP/127.0.0.1']);
    assert.equal(given.provedBy, 'kerberos');
    assert.ok(!JSON.stringify(given).includes('dG9rZW4='));
  });

  test('negotiate: without a ticket NTLM signs in, where there is a password', async () => {
    const { send } = await accept({ scheme: 'Negotiate', binding });
    const kerberos = () => Promise.reject(new Error('no ticket'));
    assert.equal((await send({ authentication: 'negotiate', kerberos })).status, 200);
  });

  test('negotiate: without a ticket and without a password it says so', async () => {
    const { server } = await accept({ scheme: 'Negotiate' });
    const kerberos = () => Promise.reject(new Error('no ticket'));
    const target = { url: server.origin, authentication: 'negotiate', authorities, kerberos } as const;
    await assert.rejects(post(target, { body: Buffer.from('x'), headers: {} }), {
      code: 'authentication.failed',
      sent: 'no',
    });
  });
});

function fingerprintOf(pem: string): string {
  const der = Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64');
  return createHash('sha256').update(der).digest('hex');
}

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { closeIdleConnections, type HttpAnswer, type PostTarget, post } from '../../src/transport/index.ts';
import { answer, certificateFile, type WireServer, wireServer } from '../support/wire.ts';
import { type ApacheOptions, startApache } from './apache.ts';
import { Processes } from './processes.ts';
import { startRealm } from './realm.ts';

const authorities = certificateFile('authority.pem');
const password = 'Grüße €';

suite('interop: Apache httpd', () => {
  const processes = new Processes();
  let behind: WireServer;

  setup(async () => {
    behind = await wireServer((socket, request) => socket.write(answer('200 OK', [], request.body)));
  });

  teardown(async () => {
    await closeIdleConnections();
    await processes.stop();
    await behind.stop();
  });

  async function serve(options: Partial<ApacheOptions> = {}) {
    const port = await startApache(processes, { certificate: 'localhost', behind: behind.port, ...options });
    return (target: Partial<PostTarget>): Promise<HttpAnswer> =>
      post(
        { url: `https://localhost:${port}/EWS/Exchange.asmx`, authentication: 'none', authorities, ...target },
        { body: Buffer.from('<r/>'), headers: {} },
      );
  }

  test('mod_auth_basic over TLS of a private authority', async () => {
    const folder = processes.folder();
    chmodSync(folder, 0o755);
    const users = path.join(folder, 'users');
    const hash = execFileSync('openssl', ['passwd', '-apr1', password], { encoding: 'utf8' });
    writeFileSync(users, `ann:${hash}`);
    const send = await serve({
      modules: ['auth_basic', 'authn_file'],
      location: ['AuthType Basic', 'AuthName "Exchange, NTLM"', `AuthUserFile ${users}`, 'Require valid-user'],
    });
    const given = await send({ authentication: 'basic', username: 'ann', secret: password });
    assert.deepEqual([given.status, Buffer.from(given.body).toString()], [200, '<r/>']);
    assert.equal((await send({ authentication: 'basic', username: 'ann', secret: 'wrong' })).status, 401);
    assert.equal((await send({ authentication: 'auto', username: 'ann', secret: password })).status, 401);
    await assert.rejects(send({ authorities: certificateFile('self-signed.pem') }), { code: 'tls.untrusted' });
  });

  const refused: readonly (readonly [certificate: string, code: string])[] = [
    ['expired', 'tls.expired'],
    ['wrong-host', 'tls.wrong-host'],
    ['self-signed', 'tls.untrusted'],
  ];
  for (const [certificate, code] of refused) {
    test(`a certificate that is ${certificate} is refused and described; pinned, it is taken`, async () => {
      const send = await serve({ certificate });
      const cause = await send({}).catch(error => error);
      assert.equal(cause.code, code);
      assert.deepEqual(behind.requests, []);
      const pinnedCertificate = cause.certificate.fingerprint256;
      assert.equal((await send({ pinnedCertificate })).status, 200);
    });
  }

  test('mod_auth_gssapi with Kerberos of an MIT krb5-kdc', async () => {
    const realm = await startRealm(processes);
    const send = await serve({
      modules: ['auth_gssapi'],
      location: [
        'AuthType GSSAPI',
        'AuthName "Exchange"',
        `GssapiCredStore keytab:${realm.keytab}`,
        'Require valid-user',
      ],
      env: realm.env,
    });
    const services: string[] = [];
    const kerberos = async (service: string) => {
      services.push(service);
      return realm.token(service);
    };
    const given = await send({ authentication: 'negotiate', kerberos });
    assert.deepEqual([given.status, Buffer.from(given.body).toString()], [200, '<r/>']);
    assert.equal((await send({ authentication: 'auto', kerberos })).status, 200);
    assert.deepEqual(services, ['HTTP/localhost', 'HTTP/localhost']);
    assert.equal((await send({})).status, 401);
    const noTicket = () => Promise.reject(new Error('no ticket'));
    await assert.rejects(send({ authentication: 'negotiate', kerberos: noTicket }), { code: 'authentication.failed' });
  });
});

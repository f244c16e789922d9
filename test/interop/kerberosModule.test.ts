import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { kerberosBy, post } from '../../src/transport/index.ts';
import { answer, certificateFile, type WireServer, wireServer } from '../support/wire.ts';
import { startApache } from './apache.ts';
import { Processes } from './processes.ts';
import { startRealm } from './realm.ts';

/** Folder of the module in the version that VS Code brings, compiled for this Node; the caller of the tests names it. */
const folder = process.env['EWS_KERBEROS'] ?? '';

suite('interop: the Kerberos module of VS Code', () => {
  const processes = new Processes();
  let behind: WireServer;

  teardown(async () => {
    await processes.stop();
    await behind.stop();
  });

  test('signs in to mod_auth_gssapi', async () => {
    behind = await wireServer((socket, request) => socket.write(answer('200 OK', [], request.body)));
    const { env, keytab } = await startRealm(processes);
    const port = await startApache(processes, {
      certificate: 'localhost',
      behind: behind.port,
      modules: ['auth_gssapi'],
      location: ['AuthType GSSAPI', 'AuthName "Exchange"', `GssapiCredStore keytab:${keytab}`, 'Require valid-user'],
      env,
    });
    Object.assign(process.env, env);
    const given = await post(
      {
        url: `https://localhost:${port}/EWS/Exchange.asmx`,
        authentication: 'negotiate',
        authorities: certificateFile('authority.pem'),
        kerberos: kerberosBy(() => createRequire(import.meta.url)(folder)),
      },
      { body: Buffer.from('<r/>'), headers: {} },
    );
    assert.deepEqual([given.status, Buffer.from(given.body).toString()], [200, '<r/>']);
  });
});

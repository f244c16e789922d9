import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { closeIdleConnections, type PostTarget, post } from '../../src/transport/index.ts';
import { answer, certificateFile, type WireServer, wireServer } from '../support/wire.ts';
import { ntlmAcceptor } from '../unit/transport/ntlmAcceptor.ts';
import { freePort, Processes } from './processes.ts';

const authorities = certificateFile('authority.pem');
const binding = certificateFile('localhost.pem');

suite('interop: squid as proxy with Basic authentication', () => {
  const processes = new Processes();
  const servers: WireServer[] = [];
  let proxy = '';

  suiteSetup(async () => {
    proxy = `http://bob:p%40ss@127.0.0.1:${await startSquid(processes)}`;
  });

  teardown(async () => {
    await closeIdleConnections();
    await Promise.all(servers.splice(0).map(server => server.stop()));
  });

  suiteTeardown(() => processes.stop());

  function send(server: WireServer, target: Partial<PostTarget>) {
    const common = { url: `${server.origin}/`, authentication: 'none', authorities, proxy: { url: proxy } } as const;
    return post({ ...common, ...target }, { body: Buffer.from('<r/>'), headers: {} });
  }

  async function serve(...parameters: Parameters<typeof wireServer>): Promise<WireServer> {
    const server = await wireServer(...parameters);
    servers.push(server);
    return server;
  }

  test('https through CONNECT', async () => {
    const server = await serve(socket => socket.write(answer('200 OK')), 'localhost');
    assert.equal((await send(server, {})).status, 200);
    assert.equal(server.requests.length, 1);
  });

  test('plain http', async () => {
    const server = await serve(socket => socket.write(answer('200 OK')));
    assert.equal((await send(server, {})).status, 200);
    assert.match(server.requests[0]?.head ?? '', /^Via:.*squid/im);
    assert.doesNotMatch(server.requests[0]?.head ?? '', /^Proxy-Authorization/im);
  });

  test('NTLM with channel binding through CONNECT', async () => {
    const acceptor = ntlmAcceptor({ user: 'ann', domain: 'CONTOSO', password: 'secret', binding });
    const server = await serve(acceptor, 'localhost');
    const ntlm = { authentication: 'ntlm', username: 'CONTOSO\\ann', secret: 'secret' } as const;
    assert.equal((await send(server, ntlm)).status, 200, String(acceptor.verdicts));
  });

  test('a wrong password, and none', async () => {
    const server = await serve(socket => socket.write(answer('200 OK')), 'localhost');
    for (const url of [proxy.replace('p%40ss', 'wrong'), proxy.replace('bob:p%40ss@', '')]) {
      await assert.rejects(send(server, { proxy: { url } }), { code: 'proxy.authentication', sent: 'no' });
    }
    assert.equal(server.connections, 0);
  });

  test('a place that the proxy cannot reach', async () => {
    const server = await serve(() => {}, 'localhost');
    await server.stop();
    await assert.rejects(send(server, {}), { code: 'proxy.refused', sent: 'no' });
  });
});

async function startSquid(processes: Processes): Promise<number> {
  const folder = processes.folder();
  chmodSync(folder, 0o777);
  const users = path.join(folder, 'users');
  writeFileSync(users, `bob:${execFileSync('openssl', ['passwd', '-apr1', 'p@ss'], { encoding: 'utf8' })}`);
  const port = await freePort();
  const lines = [
    `http_port 127.0.0.1:${port}`,
    `auth_param basic program /usr/lib/squid/basic_ncsa_auth ${users}`,
    'auth_param basic realm squid',
    'acl known proxy_auth REQUIRED',
    'http_access allow known',
    'http_access deny all',
    `pid_filename ${path.join(folder, 'pid')}`,
    `cache_log ${path.join(folder, 'log')}`,
    `coredump_dir ${folder}`,
    'access_log none',
    'cache deny all',
    'pinger_enable off',
    'shutdown_lifetime 0 seconds',
    'visible_hostname localhost',
  ];
  const file = path.join(folder, 'squid.conf');
  writeFileSync(file, `${lines.join('\n')}\n`);
  await processes.listening(processes.start('/usr/sbin/squid', ['-N', '-d', '1', '-f', file]), port);
  return port;
}

import assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { closeIdleConnections, type HttpAnswer, type PostTarget, post } from '../../src/transport/index.ts';
import { certificateFile } from '../support/wire.ts';
import { type LineAcceptor, lineAcceptor } from './lineAcceptor.ts';
import { Processes } from './processes.ts';

const authorities = certificateFile('authority.pem');
const ann = { username: 'CONTOSO\\ann', secret: 'Pa55 Wörd €' } as const;

function send(acceptor: LineAcceptor, target: Partial<PostTarget> = {}, body = '<r/>'): Promise<HttpAnswer> {
  return post(
    { url: `${acceptor.origin}/EWS/Exchange.asmx`, authentication: 'ntlm', authorities, ...ann, ...target },
    { body: Buffer.from(body), headers: {} },
  );
}

suite("interop: Samba's ntlm_auth", () => {
  const processes = new Processes();
  let acceptor: LineAcceptor;

  function start(scheme?: 'Negotiate'): Promise<LineAcceptor> {
    const credentials = ['--username=ann', '--domain=CONTOSO', `--password=${ann.secret}`];
    const program = () =>
      processes.start('ntlm_auth', ['--helper-protocol=squid-2.5-ntlmssp', ...credentials], { LC_ALL: 'C.UTF-8' });
    return lineAcceptor(program, scheme);
  }

  setup(async () => {
    acceptor = await start();
  });

  teardown(async () => {
    await closeIdleConnections();
    await acceptor.stop();
    await processes.stop();
  });

  test('a right password that is not ASCII', async () => {
    assert.equal((await send(acceptor)).status, 200, String(acceptor.verdicts));
    assert.match(acceptor.verdicts.join(), /^AF .*ann$/);
  });

  test('a wrong password', async () => {
    assert.equal((await send(acceptor, { secret: 'wrong' })).status, 401);
    assert.match(acceptor.verdicts.join(), /^NA /);
  });

  test('20 requests on one handshake', async () => {
    for (let number = 0; number < 20; number += 1) {
      assert.equal(Buffer.from((await send(acceptor, {}, `<r n="${number}"/>`)).body).toString(), `<r n="${number}"/>`);
    }
    assert.deepEqual([acceptor.connections, acceptor.verdicts.length], [1, 1]);
  });

  test('the server closes between the legs', async () => {
    acceptor.closeAfterChallenge = true;
    assert.equal((await send(acceptor)).status, 200);
    assert.equal(acceptor.connections, 2);
  });

  test('without a channel binding', async () => {
    assert.equal((await send(acceptor, { channelBinding: 'off' })).status, 200);
  });

  test('chosen by what is offered, under the word Negotiate', async () => {
    await acceptor.stop();
    acceptor = await start('Negotiate');
    assert.equal((await send(acceptor, { authentication: 'auto' })).status, 200);
  });
});

suite('interop: gss-ntlmssp with channel bindings', () => {
  const processes = new Processes();
  let acceptor: LineAcceptor | undefined;

  teardown(async () => {
    await closeIdleConnections();
    await acceptor?.stop();
    await processes.stop();
  });

  async function signIn(level: 'allow' | 'require', certificate: string, target: Partial<PostTarget>): Promise<string> {
    const users = path.join(processes.folder(), 'users');
    writeFileSync(users, `CONTOSO:ann:${ann.secret}\n`);
    const end = createHash('sha256')
      .update(new X509Certificate(certificateFile(certificate)).raw)
      .digest();
    const binding = Buffer.concat([Buffer.from('tls-server-end-point:'), end]).toString('hex');
    const script = new URL('acceptor.py', import.meta.url).pathname;
    acceptor = await lineAcceptor(() =>
      processes.start('/usr/bin/python3', [script, binding, level], { NTLM_USER_FILE: users, LC_ALL: 'C.UTF-8' }),
    );
    const { status } = await send(acceptor, target);
    return `${status} ${acceptor.verdicts.join()}`;
  }

  const right = 'localhost.pem';
  const wrong = 'wrong-host.pem';
  const cases: readonly (readonly ['allow' | 'require', string, 'auto' | 'off', RegExp])[] = [
    ['allow', right, 'auto', /^200 AF .* bound$/],
    ['allow', right, 'off', /^200 AF .* unbound$/],
    ['allow', wrong, 'auto', /^401 NA /],
    ['require', right, 'auto', /^200 AF .* bound$/],
    ['require', right, 'off', /^401 NA no channel binding$/],
    ['require', wrong, 'auto', /^401 NA /],
  ];
  for (const [level, certificate, channelBinding, expected] of cases) {
    const what = certificate === right ? channelBinding : 'of another certificate';
    test(`level ${level}, binding ${what}`, async () => {
      assert.match(await signIn(level, certificate, { channelBinding }), expected);
    });
  }
});

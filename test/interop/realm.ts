import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort, type Processes } from './processes.ts';

/** A Kerberos realm of its own. */
export interface Realm {
  /** What a program must have in its environment to find realm and ticket. */
  readonly env: Readonly<Record<string, string>>;
  /** The file with the key of the service. */
  readonly keytab: string;
  /** A token in Base64 for a service such as HTTP/localhost. */
  readonly token: (service: string) => string;
}

/** Starts a Kerberos realm with a user who has a ticket, and the key of HTTP/localhost. */
export async function startRealm(processes: Processes): Promise<Realm> {
  const folder = processes.folder();
  chmodSync(folder, 0o755);
  const inFolder = (name: string) => path.join(folder, name);
  const port = await freePort();
  writeFileSync(
    inFolder('krb5.conf'),
    `[libdefaults]\ndefault_realm = TEST.EXAMPLE\nrdns = false\ndns_canonicalize_hostname = false\nudp_preference_limit = 1\n` +
      `[realms]\nTEST.EXAMPLE = {\n kdc = 127.0.0.1:${port}\n}\n[domain_realm]\nlocalhost = TEST.EXAMPLE\n`,
  );
  writeFileSync(
    inFolder('kdc.conf'),
    `[realms]\nTEST.EXAMPLE = {\n database_name = ${inFolder('principal')}\n key_stash_file = ${inFolder('stash')}\n` +
      ` kdc_listen = 127.0.0.1:${port}\n kdc_tcp_listen = 127.0.0.1:${port}\n}\n`,
  );
  const env = {
    KRB5_CONFIG: inFolder('krb5.conf'),
    KRB5_KDC_PROFILE: inFolder('kdc.conf'),
    KRB5CCNAME: `FILE:${inFolder('tickets')}`,
  };
  const run = (program: string, parameters: readonly string[], input = '') =>
    execFileSync(program, parameters, { env: { ...process.env, ...env }, input, encoding: 'utf8', stdio: 'pipe' });
  const keytab = inFolder('keytab');
  run('/usr/sbin/kdb5_util', ['create', '-s', '-r', 'TEST.EXAMPLE', '-P', 'master']);
  run('/usr/sbin/kadmin.local', ['-q', 'addprinc -pw secret ann']);
  run('/usr/sbin/kadmin.local', ['-q', 'addprinc -randkey HTTP/localhost']);
  run('/usr/sbin/kadmin.local', ['-q', `ktadd -k ${keytab} HTTP/localhost`]);
  chmodSync(keytab, 0o644);
  await processes.listening(processes.start('/usr/sbin/krb5kdc', ['-n'], env), port);
  run('/usr/bin/kinit', ['ann'], 'secret\n');
  const script = new URL('initiator.py', import.meta.url).pathname;
  return { env, keytab, token: (service: string) => run('/usr/bin/python3', [script, service]).trim() };
}

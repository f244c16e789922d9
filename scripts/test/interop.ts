import { existsSync } from 'node:fs';
import { findOnPath, run } from '../run.ts';
import { compiledKerberos } from './kerberos.ts';
import { check, type Part, type Result } from './result.ts';
import { mocha } from './tools.ts';

/** Mocha over the transport against real servers of Debian's packages, which the tests start on loopback themselves. */
export const interop: Part = {
  name: 'interop',
  run: async () => {
    const lacking = missing();
    if (lacking.length > 0 && !mayInstall()) return leftOut(lacking);
    if (lacking.length > 0 && !(await install(lacking))) {
      return { ...check(false), remarks: [`These packages could not be installed: ${lacking.join(', ')}.`] };
    }
    const options = ['--no-config', '--ui', 'tdd', '--timeout', '30000', 'test/interop/*.test.ts'];
    const kerberos = await compiledKerberos();
    if (kerberos !== undefined) return await mocha('interop', options, { EWS_KERBEROS: kerberos });
    const result = await mocha('interop', [...options, '--ignore', `test/interop/${kerberosTest}`]);
    return { ...result, notPossible: ['Kerberos by the module of VS Code (it could not be compiled here)'] };
  },
};

const kerberosTest = 'kerberosModule.test.ts';

/** Each package with a file that tells that it is there. */
const packages: Readonly<Record<string, string>> = {
  winbind: '/usr/bin/ntlm_auth',
  'gss-ntlmssp': '/etc/gss/mech.d/mech.ntlmssp.conf',
  'python3-gssapi': '/usr/lib/python3/dist-packages/gssapi/__init__.py',
  apache2: '/usr/sbin/apache2',
  'libapache2-mod-auth-gssapi': '/usr/lib/apache2/modules/mod_auth_gssapi.so',
  'krb5-kdc': '/usr/sbin/krb5kdc',
  'krb5-admin-server': '/usr/sbin/kadmin.local',
  'krb5-user': '/usr/bin/kinit',
  squid: '/usr/sbin/squid',
  openssl: '/usr/bin/openssl',
  'libkrb5-dev': '/usr/include/gssapi/gssapi.h',
  'g++': '/usr/bin/g++',
  make: '/usr/bin/make',
};

function missing(): readonly string[] {
  return Object.entries(packages)
    .filter(([, file]) => !existsSync(file))
    .map(([name]) => name);
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && findOnPath(['apt-get']) !== undefined;
}

async function install(names: readonly string[]): Promise<boolean> {
  console.log(`Installing from the packages of this system: apt-get install ${names.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  const finished = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env });
  if (finished.code !== 0) console.error(finished.output);
  return missing().length === 0;
}

function leftOut(names: readonly string[]): Result {
  const list = names.join(' ');
  const how = findOnPath(['apt-get']) ? `run: sudo apt-get install ${list}` : `they need packages of Debian: ${list}`;
  return { passed: 0, failed: 0, notPossible: [`the sign-in to real servers (${how})`] };
}

import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { certificateFile } from '../support/wire.ts';
import { freePort, type Processes } from './processes.ts';

/** What an Apache shall be. */
export interface ApacheOptions {
  /** Name of the certificate among those of the tests. */
  readonly certificate: string;
  /** Port of the server on loopback behind it. */
  readonly behind: number;
  /** Further modules by name, and lines for the one location there is. */
  readonly modules?: readonly string[];
  readonly location?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts Apache httpd as TLS endpoint in front of another server; gives its port. */
export async function startApache(processes: Processes, options: ApacheOptions): Promise<number> {
  const folder = processes.folder();
  // Its workers are another user, who must be able to look in.
  chmodSync(folder, 0o755);
  const file = (name: string, content: string) => {
    writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  };
  const port = await freePort();
  const modules = ['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'ssl', 'proxy', 'proxy_http'];
  const lines = [
    `ServerRoot ${folder}`,
    `Listen 127.0.0.1:${port}`,
    'ServerName localhost',
    `PidFile ${path.join(folder, 'pid')}`,
    `DefaultRuntimeDir ${folder}`,
    `Mutex file:${folder}`,
    `ErrorLog ${path.join(folder, 'error.log')}`,
    'User www-data',
    'Group www-data',
    ...[...modules, ...(options.modules ?? [])].map(
      name => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
    ),
    'SSLEngine on',
    `SSLCertificateFile ${file('certificate.pem', certificateFile(`${options.certificate}.pem`))}`,
    `SSLCertificateKeyFile ${file('key.pem', certificateFile('server.key'))}`,
    `ProxyPass / http://127.0.0.1:${options.behind}/`,
    '<Location "/">',
    ...(options.location ?? []),
    '</Location>',
  ];
  const parameters = ['-X', '-f', file('httpd.conf', `${lines.join('\n')}\n`)];
  await processes.listening(processes.start('/usr/sbin/apache2', parameters, options.env), port);
  return port;
}

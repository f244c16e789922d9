import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inCache } from '../paths.ts';
import { run } from '../run.ts';

/** The version that VS Code brings, in the oldest and in the newest that is tested. */
const version = '2.1.1';

/**
 * The folder of the npm module `kerberos`, compiled for this Node with the system's libkrb5: from the cache, else made
 * now. undefined where it cannot be compiled, with npm's words on the terminal.
 */
export async function compiledKerberos(): Promise<string | undefined> {
  const home = inCache(`kerberos-${version}-${process.platform}-${process.arch}`);
  const folder = path.join(home, 'node_modules', 'kerberos');
  if (existsSync(folder)) return folder;
  await mkdir(path.dirname(home), { recursive: true });
  const unfinished = await mkdtemp(`${home}.unfinished-`);
  try {
    const packageJson = { name: 'kerberos-module', private: true, allowScripts: { kerberos: true } };
    await writeFile(path.join(unfinished, 'package.json'), JSON.stringify(packageJson));
    const parameters = ['install', `kerberos@${version}`, '--no-audit', '--no-fund', '--loglevel=error'];
    const env = { ...process.env, npm_config_build_from_source: 'true' };
    const finished = await run('npm', parameters, { cwd: unfinished, env });
    if (!existsSync(path.join(unfinished, 'node_modules', 'kerberos', 'build', 'Release', 'kerberos.node'))) {
      console.error(finished.output);
      return undefined;
    }
    await rename(unfinished, home);
    return folder;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

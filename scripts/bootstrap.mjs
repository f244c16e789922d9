// Runs under whatever Node (20 or newer) the machine has; everything after it runs on the Node that the
// development dependencies bring.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const projectNode = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Installs the dependencies when they are missing or not those of package-lock.json, then runs a TypeScript entry
 * with the arguments of this process on the project's own Node. Ends this process with the exit code of that run.
 *
 * @param {string} entry path of the TypeScript file, relative to the checkout
 */
export async function runOnProjectNode(entry) {
  const reason = staleness();
  if (reason !== undefined) {
    // Standard output belongs to the command itself.
    console.error(`Installing the dependencies (${reason}): npm ci`);
    const code = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0 || staleness() !== undefined) {
      console.error('The dependencies could not be installed. Read the lines above, then run "npm ci" and try again.');
      process.exit(code === 0 ? 1 : code);
    }
  }
  const bin = path.join(root, 'node_modules', '.bin');
  const environment = { ...process.env, PATH: [path.dirname(projectNode), bin, process.env.PATH].join(path.delimiter) };
  const node = ['--disable-warning=ExperimentalWarning', path.join(root, entry), ...process.argv.slice(2)];
  const child = spawn(projectNode, node, { cwd: root, stdio: 'inherit', env: environment });
  // Ctrl+C reaches the whole process group; the child tidies up and decides when it is over.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', error => {
    console.error(`The project's Node did not start (${error.message}). Run "npm ci" and try again.`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
}

/** Why node_modules does not fit package-lock.json, or undefined when it does. */
function staleness() {
  const installedLock = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return 'there are none yet';
  if (!existsSync(projectNode)) return 'the Node binary is missing';
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const installed = packagesOf(installedLock);
  for (const [name, { version, optional }] of Object.entries(wanted)) {
    const present = installed[name];
    if (name === '' || (present === undefined && optional)) continue;
    if (present?.version !== version) return `${name.replace(/^.*node_modules\//, '')} is not at ${version}`;
  }
  return undefined;
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function npm(parameters) {
  const script = process.env.npm_execpath;
  const [command, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  const shell = command === 'npm' && process.platform === 'win32';
  const child = spawn(command, [...first, ...parameters], { cwd: root, stdio: ['inherit', 2, 2], shell });
  return new Promise(resolve => {
    child.on('error', () => resolve(1));
    child.on('exit', code => resolve(code ?? 1));
  });
}

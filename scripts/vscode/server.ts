import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../run.ts';
import type { InstalledServer } from './install.ts';

/** A running VS Code server on loopback with a profile of its own. */
export interface RunningServer {
  /** Of the server's process; the extension hosts are its descendants. */
  readonly pid: number;
  readonly port: number;
  /** `http://127.0.0.1:PORT/`, to which `?folder=…` and the like are added. */
  readonly origin: string;
  /** The folder that holds user data, server data and extensions; removed by `stop`. */
  readonly profile: string;
  /** What the server has printed so far: the first thing to read when something does not work. */
  log(): string;
  /** Ends the server and removes its profile. */
  stop(): Promise<void>;
}

/** How a server differs from the plain one. */
export interface ServerOptions {
  /** User settings, on top of {@link quietWindow}. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** VSIX files to install before the start. */
  readonly extensions?: readonly string[];
  /** Honour `extensionDevelopmentPath` and `extensionTestsPath` in the page's address; keeps notifications from popping up. */
  readonly testDriver?: boolean;
  /** Ask for trust in a folder, as VS Code does; otherwise every folder is trusted. */
  readonly workspaceTrust?: boolean;
  /** A secret that the address of the page must carry as `tkn`; without one any local program may connect. */
  readonly connectionToken?: string;
  /** Environment variables for the server and the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Settings for a window without welcome page, side bars of other features and notices. */
const quietWindow: Readonly<Record<string, unknown>> = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.ignoreRecommendations': true,
  'workbench.tips.enabled': false,
  'workbench.reduceMotion': 'on',
};

/** Starts a server with a fresh profile in the temporary folder and waits until it listens. */
export async function startServer(installed: InstalledServer, options: ServerOptions = {}): Promise<RunningServer> {
  const profile = await mkdtemp(path.join(tmpdir(), 'ews-vscode-'));
  await writeSettings(profile, { ...quietWindow, ...options.settings });
  for (const file of options.extensions ?? []) await installExtension(installed, profile, file);
  const child = spawn(installed.node, [...serverParameters(installed, profile), ...switches(options)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => output.push(String(chunk)));
  const port = await listening(child, output);
  return {
    pid: child.pid ?? 0,
    port,
    origin: `http://127.0.0.1:${port}/`,
    profile,
    log: () => output.join(''),
    stop: async () => {
      await end(child);
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** The address under which the running server shows a folder, with further query values. */
export function workbenchAddress(
  server: RunningServer,
  folder: string,
  query: Readonly<Record<string, string>> = {},
): string {
  const address = new URL(server.origin);
  for (const [name, value] of Object.entries({ folder, ...query })) address.searchParams.set(name, value);
  return address.href;
}

/** A file or folder of this machine as the page names it. */
export function remoteUri(server: RunningServer, file: string): string {
  return `vscode-remote://127.0.0.1:${server.port}${file}`;
}

async function writeSettings(profile: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
  // In the browser the user's settings are those of the server's user data.
  const folder = path.join(profile, 'user', 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify(settings, undefined, 2));
}

async function installExtension(installed: InstalledServer, profile: string, file: string): Promise<void> {
  const finished = await run(installed.node, [...serverParameters(installed, profile), '--install-extension', file]);
  if (finished.code !== 0 || !/successfully installed/.test(finished.output)) {
    throw new Error(`VS Code ${installed.version} did not install ${file}:\n${finished.output}`);
  }
}

function serverParameters(installed: InstalledServer, profile: string): readonly string[] {
  return [
    path.join(installed.folder, 'out', 'server-main.js'),
    '--accept-server-license-terms',
    ...['--user-data-dir', path.join(profile, 'user')],
    ...['--server-data-dir', path.join(profile, 'server')],
    ...['--extensions-dir', path.join(profile, 'extensions')],
  ];
}

function switches(options: ServerOptions): readonly string[] {
  const token = options.connectionToken;
  return [
    ...['--host', '127.0.0.1', '--port', '0', '--telemetry-level', 'off'],
    ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
    ...(options.testDriver ? ['--enable-smoke-test-driver'] : []),
    ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
  ];
}

function listening(child: ChildProcess, output: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`The VS Code server ${why}:\n${output.join('')}`));
    const deadline = setTimeout(() => {
      child.kill('SIGKILL');
      fail('did not listen within 60 seconds');
    }, 60_000);
    child.once('error', error => fail(`did not start (${error.message})`));
    child.once('exit', code => {
      clearTimeout(deadline);
      fail(`ended with ${code}`);
    });
    child.stdout?.on('data', () => {
      const ready = /agent listening on (\d+)/.exec(output.join(''));
      if (ready === null) return;
      clearTimeout(deadline);
      resolve(Number(ready[1]));
    });
  });
}

/** Asks the server to end, and insists after five seconds. */
function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise(resolve => {
    const insist = setTimeout(() => child.kill('SIGKILL'), 5000);
    child.once('exit', () => {
      clearTimeout(insist);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

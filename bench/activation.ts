import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { builtPackage } from '../scripts/package.ts';
import { inRoot } from '../scripts/paths.ts';
import { buildHost, runInHost } from '../scripts/vscode/host.ts';
import { installServer } from '../scripts/vscode/install.ts';
import { startServer } from '../scripts/vscode/server.ts';
import { type Line, mediansOf } from './rounds.ts';

/** Even: in half of them ours begins. */
const hosts = 12;

const folder = inRoot('out', 'bench');

/**
 * From require to the end of `activate` in the extension host, against an extension that registers one command. Both are
 * activated in every host, whose server and profile are new. Who is first there pays for what the host does only once,
 * so the first are compared with the first, which is cold, and the second with the second, which is warm.
 */
export async function activation(): Promise<readonly Line[]> {
  await writeFixtures();
  const installed = await installServer('1.139.1');
  const cold: Pair[] = [];
  const warm: Pair[] = [];
  for (let host = 0; host < hosts; host += 2) {
    const [begun, followed] = [await inOneHost(installed, 'ours'), await inOneHost(installed, 'theirs')];
    cold.push({ ours: begun.ours, theirs: followed.theirs });
    warm.push({ ours: followed.ours, theirs: begun.theirs });
  }
  return [
    line('the first of its host', cold, 'clock'),
    line('the first of its host, computing alone', cold, 'computing'),
    line('the second of its host', warm, 'clock'),
    line('the second of its host, computing alone', warm, 'computing'),
  ];
}

function line(what: string, pairs: readonly Pair[], by: keyof Times): Line {
  const rounds = pairs.map(({ ours, theirs }) => ({ ours: ours[by], theirs: theirs[by] }));
  return {
    what: `activation, ${what}`,
    comparedWith: 'an extension that registers one command',
    ...mediansOf(rounds, (ours, theirs) => ours - theirs),
    unit: 'ms',
    toReach: 15,
    by: 'more',
  };
}

/** Milliseconds by the clock, and those that the extension host has computed. */
interface Times {
  readonly clock: number;
  readonly computing: number;
}

interface Pair {
  readonly ours: Times;
  readonly theirs: Times;
}

async function inOneHost(installed: Awaited<ReturnType<typeof installServer>>, first: keyof Pair): Promise<Pair> {
  const result = path.join(folder, 'activation.json');
  await rm(result, { force: true });
  const env = { EWS_BENCH_RESULT: result, EWS_BENCH_FIRST: first };
  const server = await startServer(installed, { testDriver: true, env, extensions: [await builtPackage()] });
  try {
    await runInHost(server, path.join(folder, 'host.cjs'), path.join(folder, 'one-command'));
    if (!existsSync(result)) throw new Error('The extension host measured nothing.');
    if (process.env['EWS_BENCH_VERBOSE']) console.log(env.EWS_BENCH_FIRST, readFileSync(result, 'utf8'));
    return JSON.parse(readFileSync(result, 'utf8'));
  } finally {
    await server.stop();
  }
}

async function writeFixtures(): Promise<void> {
  await mkdir(path.join(folder, 'one-command'), { recursive: true });
  const manifest = {
    name: 'one-command',
    publisher: 'bench',
    version: '1.0.0',
    engines: { vscode: '^1.110.0' },
    main: './extension.cjs',
    contributes: { commands: [{ command: 'bench.one', title: 'One' }] },
  };
  await writeFile(path.join(folder, 'one-command', 'package.json'), JSON.stringify(manifest));
  const code = `const vscode = require('vscode');
exports.activate = context => { context.subscriptions.push(vscode.commands.registerCommand('bench.one', () => {})); };`;
  await writeFile(path.join(folder, 'one-command', 'extension.cjs'), code);
  await buildHost(path.join(import.meta.dirname, 'host.ts'), path.join(folder, 'host.cjs'));
}

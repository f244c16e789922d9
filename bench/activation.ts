import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { builtPackage } from '../scripts/package.ts';
import { inRoot } from '../scripts/paths.ts';
import { buildHost, runInHost } from '../scripts/vscode/host.ts';
import { installServer } from '../scripts/vscode/install.ts';
import { startServer } from '../scripts/vscode/server.ts';
import { type Line, median } from './rounds.ts';

const hosts = 9;

const folder = inRoot('out', 'bench');

/**
 * From require to the end of `activate` in the extension host, against an extension that registers one command. Every
 * pair has a host of its own; the first is listed as cold, of the others the medians. Who begins changes with each.
 */
export async function activation(): Promise<readonly Line[]> {
  await writeFixtures();
  const installed = await installServer('1.139.1');
  const pairs: Times[] = [];
  for (let host = 0; host < hosts; host += 1) pairs.push(await inOneHost(installed, host % 2 === 0));
  const [cold, ...warm] = pairs;
  const line = (what: string, times: readonly Times[]): Line => ({
    what: `activation, ${what}`,
    comparedWith: 'an extension that registers one command',
    ours: median(times.map(({ ours }) => ours)),
    theirs: median(times.map(({ theirs }) => theirs)),
    unit: 'ms',
    toReach: 15,
    by: 'more',
  });
  return [line('the first host', cold ? [cold] : []), line(`the next ${warm.length} hosts`, warm)];
}

interface Times {
  readonly ours: number;
  readonly theirs: number;
}

async function inOneHost(installed: Awaited<ReturnType<typeof installServer>>, oursFirst: boolean): Promise<Times> {
  const result = path.join(folder, 'activation.json');
  await rm(result, { force: true });
  const env = { EWS_BENCH_RESULT: result, EWS_BENCH_FIRST: oursFirst ? 'ours' : 'theirs' };
  const server = await startServer(installed, { testDriver: true, env, extensions: [await builtPackage()] });
  try {
    await runInHost(server, path.join(folder, 'host.cjs'), path.join(folder, 'one-command'));
    if (!existsSync(result)) throw new Error('The extension host measured nothing.');
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

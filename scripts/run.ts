import { type SpawnOptions, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.ts';

/** What a finished program left behind. `output` holds standard output and standard error in the order they came. */
export interface Finished {
  readonly code: number;
  readonly output: string;
}

/**
 * Runs a program to its end. Its output is shown as it comes when `show` is set, and handed back in any case.
 * A program that cannot be started counts as one that ended with code 127.
 */
export function run(
  command: string,
  parameters: readonly string[],
  options: { readonly show?: boolean; readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Finished> {
  const settings: SpawnOptions = {
    cwd: options.cwd ?? root,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && command === 'npm',
  };
  const child = spawn(command, [...parameters], settings);
  return new Promise(resolve => {
    let output = '';
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
      if (options.show) process.stdout.write(chunk);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.on('error', error => resolve({ code: 127, output: `${command}: ${error.message}` }));
    child.on('close', code => resolve({ code: code ?? 1, output }));
  });
}

/** The first of `candidates` that stands on the PATH, as a full path. */
export function findOnPath(candidates: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(folder => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return candidates
    .flatMap(name => folders.flatMap(folder => endings.map(ending => path.join(folder, name + ending))))
    .find(file => existsSync(file));
}

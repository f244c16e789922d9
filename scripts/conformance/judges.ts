import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import type { Verdict } from './case.ts';

/** What the two judges say of files, by their names. */
export interface Verdicts {
  readonly libxml2: ReadonlyMap<string, 'valid' | 'invalid'>;
  readonly dotNet: ReadonlyMap<string, Verdict>;
}

/**
 * Asks both judges, which are two programs in one folder: `verdict FILE…` prints `valid FILE` or `invalid FILE: …`, and
 * `violations FILE…` prints lines of file, verdict and more, separated by tabs. Throws when one cannot run.
 */
export function askJudges(folder: string, files: readonly string[]): Verdicts {
  const libxml2 = lines(join(folder, 'verdict'), files).map(line => {
    const [, verdict, file = ''] = /^(valid|invalid) (.*?\.xml)(?::|$)/.exec(line) ?? [];
    return [basename(file), verdict as 'valid' | 'invalid'] as const;
  });
  const dotNet = lines(join(folder, 'violations'), files).map(line => {
    const [file = '', verdict] = line.split('\t');
    return [basename(file), verdict as Verdict] as const;
  });
  return { libxml2: new Map(libxml2), dotNet: worst(dotNet) };
}

/** A file has a line for each violation, and one that is malformed may have lines of both kinds. */
function worst(verdicts: readonly (readonly [string, Verdict])[]): ReadonlyMap<string, Verdict> {
  const order: readonly Verdict[] = ['valid', 'invalid', 'malformed'];
  const found = new Map<string, Verdict>();
  for (const [file, verdict] of verdicts) {
    if (order.indexOf(verdict) > order.indexOf(found.get(file) ?? 'valid')) found.set(file, verdict);
    else if (!found.has(file)) found.set(file, verdict);
  }
  return found;
}

function lines(program: string, files: readonly string[]): readonly string[] {
  const { stdout, stderr, status, error } = spawnSync(program, files, { encoding: 'utf8', maxBuffer: 1e8 });
  if (error || status === 2) throw new Error(`${program} cannot run: ${error?.message ?? stderr}`);
  return stdout.split('\n').filter(line => line !== '');
}

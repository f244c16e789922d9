import { statSync } from 'node:fs';
import { builtPackage } from '../scripts/package.ts';
import { inRoot } from '../scripts/paths.ts';
import type { Line } from './rounds.ts';

/** What is downloaded, and what VS Code reads first. The rivals' packages were weighed by hand. */
export async function packageSize(): Promise<readonly Line[]> {
  const vsix = statSync(await builtPackage()).size / 1000;
  const first = statSync(inRoot('dist', 'extension.cjs')).size / 1000;
  return [
    {
      what: 'the package (.vsix)',
      comparedWith: 'httpYac (REST Client: 1448 KB)',
      ours: vsix,
      theirs: 1001,
      unit: 'KB',
      toReach: 400,
      by: 'ours',
    },
    {
      what: 'dist/extension.cjs',
      comparedWith: 'all three bundles',
      ours: first,
      theirs: ['extension', 'language', 'sending'].reduce(
        (all, name) => all + statSync(inRoot('dist', `${name}.cjs`)).size / 1000,
        0,
      ),
      unit: 'KB',
      toReach: 250,
      by: 'ours',
    },
  ];
}

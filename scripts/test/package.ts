import { readFileSync, statSync } from 'node:fs';
import { builtPackage, packagedFiles } from '../package.ts';
import { inRoot } from '../paths.ts';
import { check, type Part, sum } from './result.ts';

/** The VSIX may not weigh more. */
const budget = 400 * 1024;

/** The package: exactly the files expected, within its budget. */
export const packagePart: Part = {
  name: 'package',
  run: async () => {
    const size = statSync(await builtPackage()).size;
    console.log(`The VSIX has ${kilobytes(size)} of at most ${kilobytes(budget)}.`);
    return sum([check(size <= budget), check(sameFiles(await packagedFiles(), expectedFiles()))]);
  },
};

function expectedFiles(): readonly string[] {
  const list = readFileSync(inRoot('test', 'package', 'files.txt'), 'utf8');
  return list.split(/\r?\n/).filter(line => line !== '');
}

function sameFiles(packaged: readonly string[], expected: readonly string[]): boolean {
  const unexpected = packaged.filter(file => !expected.includes(file));
  const missing = expected.filter(file => !packaged.includes(file));
  for (const file of unexpected) console.error(`In the package, but not in test/package/files.txt: ${file}`);
  for (const file of missing) console.error(`In test/package/files.txt, but not in the package: ${file}`);
  return unexpected.length + missing.length === 0;
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`;
}

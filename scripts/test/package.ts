import { readFileSync, statSync } from 'node:fs';
import { builtPackage, packagedFiles } from '../package.ts';
import { inRoot } from '../paths.ts';
import { check, type Part, sum } from './result.ts';

/** The VSIX may not weigh more. */
const budget = 400 * 1024;

/** The package: exactly the files expected, within its budget, and a first bundle without what sending needs. */
export const packagePart: Part = {
  name: 'package',
  run: async () => {
    const size = statSync(await builtPackage()).size;
    console.log(`The VSIX has ${kilobytes(size)} of at most ${kilobytes(budget)}.`);
    return sum([
      check(size <= budget),
      check(sameFiles(await packagedFiles(), expectedFiles())),
      check(firstBundleIsLight()),
    ]);
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

/** VS Code loads the first bundle for any XML file; undici and the decoder wait in the second. */
function firstBundleIsLight(): boolean {
  const { outputs } = JSON.parse(readFileSync(inRoot('dist', 'meta.json'), 'utf8'));
  const inputs = Object.keys(outputs['dist/extension.cjs'].inputs);
  const heavy = inputs.filter(file =>
    /^(node_modules\/(undici|fast-xml-parser)|src\/(transport|sandbox))\//.test(file),
  );
  for (const file of heavy) console.error(`In dist/extension.cjs, but belongs into dist/sending.cjs: ${file}`);
  return heavy.length === 0;
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`;
}

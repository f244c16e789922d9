import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { builtPackage, packagedFiles } from '../package.ts';
import { inRoot, root } from '../paths.ts';
import { run } from '../run.ts';
import { check, type Part, sum } from './result.ts';

/** The VSIX and the first bundle may not weigh more. */
const budgets = { package: 400_000, firstBundle: 250_000 };

/** The package: exactly the files expected, within its budget, and a first bundle without what sending needs. */
export const packagePart: Part = {
  name: 'package',
  run: async () => {
    const size = statSync(await builtPackage()).size;
    console.log(`The VSIX has ${kilobytes(size)} of at most ${kilobytes(budgets.package)}.`);
    const files = await packagedFiles();
    return sum([
      check(size <= budgets.package),
      check(sameFiles(files, expectedFiles())),
      check(linksLeadSomewhere(files)),
      check(firstBundleIsLight()),
      check(await firstBundleLoadsNoOther()),
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

/** VS Code opens documents of the package as files: links lead to others. In README and changelog vsce takes no such link. */
function linksLeadSomewhere(packaged: readonly string[]): boolean {
  const documents = packaged.filter(file => /^docs\/.*\.md$/.test(file));
  const dead = documents.flatMap(document =>
    [...readFileSync(inRoot(document), 'utf8').matchAll(/\]\((?!https:|#)([^)#]+)/g)]
      .map(([, link = '']) => path.posix.join(path.posix.dirname(document), link))
      .filter(file => !packaged.includes(file))
      .map(file => `${document} links ${file}, which is not in the package.`),
  );
  for (const sentence of dead) console.error(sentence);
  return dead.length === 0;
}

/** VS Code loads the first bundle, and with it the shared rooms, for any XML file: what sending needs waits elsewhere. */
function firstBundleIsLight(): boolean {
  const { outputs } = JSON.parse(readFileSync(inRoot('dist', 'meta.json'), 'utf8'));
  const loaded = ['extension', 'language'].flatMap(name => Object.keys(outputs[`dist/${name}.cjs`].inputs));
  const heavy = loaded.filter(file =>
    /^(node_modules\/(undici|fast-xml-parser)|src\/(transport|sandbox|ews\/responseCodes))\//.test(file),
  );
  for (const file of heavy) console.error(`Loaded on activation, but belongs into dist/sending.cjs: ${file}`);
  const { bytes } = outputs['dist/extension.cjs'];
  console.log(`dist/extension.cjs has ${kilobytes(bytes)} of at most ${kilobytes(budgets.firstBundle)}.`);
  return heavy.length === 0 && bytes <= budgets.firstBundle;
}

/** Functions of the shared rooms load them when they are called; a constant of one would load them with the first bundle. */
async function firstBundleLoadsNoOther(): Promise<boolean> {
  const code = `const Module = require('node:module');
const api = new Proxy(function () {}, { get: () => api, apply: () => api, construct: () => api });
const load = Module._load;
Module._load = (name, ...further) => (name === 'vscode' ? api : load(name, ...further));
require('./dist/extension.cjs');
console.log(Object.keys(require.cache).map(file => require('node:path').basename(file)).join(' '));`;
  const { output } = await run(process.execPath, ['--eval', code], { cwd: root });
  if (output.trim() !== 'extension.cjs') console.error(`With dist/extension.cjs came: ${output}`);
  return output.trim() === 'extension.cjs';
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} KB`;
}

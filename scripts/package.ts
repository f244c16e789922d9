// npm run package
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { buildExtension } from './build.ts';
import { packagedReadme } from './packagedReadme.ts';
import { inRoot, root } from './paths.ts';
import { run } from './run.ts';

/** Where the packaged extension lies. */
export const packageFile = inRoot('out', 'ews-request-studio.vsix');

/** Builds and packages the extension once in the life of this process; the path of the VSIX. */
export function builtPackage(): Promise<string> {
  packaging ??= packageExtension();
  return packaging;
}

let packaging: Promise<string> | undefined;

async function packageExtension(): Promise<string> {
  await buildExtension({ minify: true });
  await writeFile(inRoot(readme), packagedReadme(await readFile(inRoot('README.md'), 'utf8')));
  await mkdir(inRoot('out'), { recursive: true });
  await rm(packageFile, { force: true });
  const finished = await vsce(['package', '--out', packageFile, '--allow-missing-repository', ...switches]);
  if (finished.code !== 0) throw new Error(`vsce could not package the extension:\n${finished.output}`);
  return packageFile;
}

/** The paths that the package holds, as vsce lists them, sorted. The package must have been built. */
export async function packagedFiles(): Promise<readonly string[]> {
  const finished = await vsce(['ls', ...switches]);
  if (finished.code !== 0) throw new Error(`vsce could not list the package:\n${finished.output}`);
  return finished.output.trim().split('\n').sort();
}

/** The README of the package, in which, as in the changelog, vsce refuses a link that would be dead. */
const readme = 'dist/README.md';

/** Everything is bundled, so no dependency is shipped. */
const switches = ['--no-dependencies', '--readme-path', readme];

function vsce(parameters: readonly string[]): ReturnType<typeof run> {
  return run(process.execPath, [inRoot('node_modules/@vscode/vsce/vsce'), ...parameters], { cwd: root });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(`Packaged: ${await builtPackage()}`);
}

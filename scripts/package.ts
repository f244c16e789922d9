// npm run package
import { mkdir, rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { buildExtension } from './build.ts';
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
  await mkdir(inRoot('out'), { recursive: true });
  await rm(packageFile, { force: true });
  const finished = await vsce(['package', '--out', packageFile, ...switches]);
  if (finished.code !== 0) throw new Error(`vsce could not package the extension:\n${finished.output}`);
  return packageFile;
}

/** The paths that the package holds, as vsce lists them, sorted. The extension must have been built. */
export async function packagedFiles(): Promise<readonly string[]> {
  const finished = await vsce(['ls', '--no-dependencies']);
  if (finished.code !== 0) throw new Error(`vsce could not list the package:\n${finished.output}`);
  return finished.output.trim().split('\n').sort();
}

/** Everything is bundled, so no dependency is shipped; the pictures of the README are not either, so links stay. */
const switches = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];

function vsce(parameters: readonly string[]): ReturnType<typeof run> {
  return run(process.execPath, [inRoot('node_modules/@vscode/vsce/vsce'), ...parameters], { cwd: root });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(`Packaged: ${await builtPackage()}`);
}

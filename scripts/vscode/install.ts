import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inCache, inRoot } from '../paths.ts';
import { run } from '../run.ts';

/** The oldest VS Code the extension supports and the newest it is tested with; both exist on npm as `code-server`. */
export const vscodeVersions = ['1.110.0', '1.139.1'] as const;

/** A VS Code that {@link installServer} can bring. */
export type VscodeVersion = (typeof vscodeVersions)[number];

/** An installed VS Code server: the Node that runs it and its folder (`lib/vscode` of the package). */
export interface InstalledServer {
  readonly version: VscodeVersion;
  readonly node: string;
  readonly folder: string;
}

interface Recipe {
  /** The npm package that holds this VS Code. */
  readonly codeServer: string;
  /** The Node it was built for; undefined: the one that runs this script. */
  readonly node: string | undefined;
  /** The npm package whose ripgrep stands in for one that only an install script would download. */
  readonly ripgrep: string | undefined;
}

const recipes: Readonly<Record<VscodeVersion, Recipe>> = {
  '1.110.0': { codeServer: '4.110.0', node: '22.23.3', ripgrep: '1.18.0' },
  '1.139.1': { codeServer: '4.139.1', node: undefined, ripgrep: undefined },
};

/**
 * Installs a VS Code server from the npm registry alone, or finds the one installed before. It lies in the cache
 * folder, keyed by version, and appears there in one step: an aborted installation is never taken for a good one.
 *
 * @throws Error with npm's first complaint when the registry cannot be reached or a package is missing.
 */
export async function installServer(version: VscodeVersion): Promise<InstalledServer> {
  const home = inCache(`vscode-server-${version}-${process.platform}-${process.arch}`);
  if (!existsSync(home)) {
    console.log(`Installing the VS Code ${version} server from npm, once, into ${home} (about 600 MB)`);
    await mkdir(path.dirname(home), { recursive: true });
    const unfinished = await mkdtemp(`${home}.unfinished-`);
    try {
      await installInto(unfinished, recipes[version]);
      await moveInPlace(unfinished, home);
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
  }
  return { version, node: nodeFor(home, recipes[version]), folder: serverFolder(home) };
}

async function installInto(home: string, recipe: Recipe): Promise<void> {
  await writeFile(
    path.join(home, 'package.json'),
    JSON.stringify({ name: 'vscode-server', private: true, allowScripts: { node: true } }),
  );
  // The package "node" fetches its binary, itself an npm package, in an install script. No other script may run:
  // nothing has to be compiled, and some download from elsewhere.
  if (recipe.node !== undefined) await npmInstall(home, home, recipe, [`node@${recipe.node}`]);
  await npmInstall(home, home, recipe, ['--ignore-scripts', `code-server@${recipe.codeServer}`]);
  for (const folder of [serverFolder(home), path.join(serverFolder(home), 'extensions')]) {
    await npmInstall(home, folder, recipe, ['--ignore-scripts', '--omit=dev']);
  }
  if (recipe.ripgrep !== undefined) await addRipgrep(home, recipe, recipe.ripgrep);
}

/** Without ripgrep `workspace.findFiles` and the search view fail. */
async function addRipgrep(home: string, recipe: Recipe, version: string): Promise<void> {
  const name = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const side = path.join(home, 'ripgrep');
  await mkdir(side);
  await writeFile(path.join(side, 'package.json'), '{"private":true}');
  await npmInstall(home, side, recipe, ['--ignore-scripts', `@vscode/ripgrep-universal@${version}`]);
  const platform = `${process.platform}-${process.arch}`;
  const source = path.join(side, 'node_modules/@vscode/ripgrep-universal/bin', platform, name);
  const target = path.join(serverFolder(home), 'node_modules/@vscode/ripgrep/bin');
  await mkdir(target, { recursive: true });
  await copyFile(source, path.join(target, name));
  await chmod(path.join(target, name), 0o755);
}

async function npmInstall(home: string, cwd: string, recipe: Recipe, parameters: readonly string[]): Promise<void> {
  const node = path.dirname(nodeFor(home, recipe));
  const bins = [node, inRoot('node_modules', '.bin'), process.env['PATH'] ?? ''];
  const env: NodeJS.ProcessEnv = { ...process.env, PATH: bins.join(path.delimiter) };
  // Settings that the outer npm hands down would apply to this installation as well.
  for (const name of Object.keys(env))
    if (/^npm_(config_(omit|include|ignore|global|prefix|local)|package|lifecycle)/i.test(name)) delete env[name];
  const finished = await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...parameters], {
    cwd,
    env,
  });
  if (finished.code !== 0) {
    const complaint = finished.output.trim().split('\n').slice(0, 8).join('\n');
    throw new Error(`npm could not install ${parameters.at(-1)} (exit code ${finished.code}):\n${complaint}`);
  }
}

/** Another process may have finished the same installation meanwhile: then its result is as good as ours. */
async function moveInPlace(unfinished: string, home: string): Promise<void> {
  try {
    await rename(unfinished, home);
  } catch (error) {
    if (!existsSync(home) || (await readdir(home)).length === 0) throw error;
  }
}

function serverFolder(home: string): string {
  return path.join(home, 'node_modules', 'code-server', 'lib', 'vscode');
}

function nodeFor(home: string, recipe: Recipe): string {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const own = path.join(home, 'node_modules', 'node', 'bin', name);
  return recipe.node !== undefined && existsSync(own) ? own : process.execPath;
}

// npm run build [-- --minify] [-- --watch]
import { globSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build, context } from 'esbuild';
import {
  fewContexts,
  languageEntry,
  lazySending,
  noHighlighting,
  plainApi,
  sharedRooms,
  smallUndici,
} from './bundles.ts';
import { noticesOf } from './notices.ts';
import { inRoot, root } from './paths.ts';

/** The folder of the bundled extension-host tests; `index.cjs` in it is what `extensionTestsPath` names. */
export const extensionTestsFolder = inRoot('out', 'vscode-tests');

/**
 * Bundles the extension into `dist` with source maps, and says in `dist/meta.json` what went into each bundle and in
 * `dist/ThirdPartyNotices.txt` under which licences: what VS
 * Code loads (`extension.cjs`), the rooms that the others share (`language.cjs`), and what the first command that
 * sends or shows an answer loads (`sending.cjs`). `dist` holds nothing else afterwards.
 */
export async function buildExtension(options: { readonly minify: boolean }): Promise<void> {
  await rm(inRoot('dist'), { recursive: true, force: true });
  const result = await build({ ...extensionOptions(options.minify), metafile: true });
  await mkdir(inRoot('dist'), { recursive: true });
  await writeFile(inRoot('dist', 'meta.json'), JSON.stringify(result.metafile));
  await writeFile(inRoot('dist', 'ThirdPartyNotices.txt'), noticesOf(result.metafile));
}

/** Bundles every suite under `test/vscode` for the extension host of VS Code, each into a file of its own. */
export async function buildExtensionTests(): Promise<void> {
  await rm(extensionTestsFolder, { recursive: true, force: true });
  await build({
    ...commonOptions,
    entryPoints: [inRoot('test/vscode/index.ts'), ...globSync(inRoot('test/vscode/suite/*.test.ts'))],
    outbase: inRoot('test/vscode'),
    outdir: extensionTestsFolder,
    // Mocha loads files of its own by name, so it cannot be bundled.
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
  });
}

const commonOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  // The Node of the oldest VS Code supported.
  target: 'node22',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  external: ['vscode'],
  logLevel: 'warning',
} satisfies BuildOptions;

function extensionOptions(minify: boolean): BuildOptions {
  return {
    ...commonOptions,
    entryPoints: {
      extension: inRoot('src/extension.ts'),
      language: languageEntry,
      sending: inRoot('src/editor/sending/bundle.ts'),
    },
    outdir: inRoot('dist'),
    minify,
    // Stack traces in the log are read by people: they need the names.
    keepNames: minify,
    sourcemap: true,
    sourcesContent: false,
    // undici's second, experimental parser is chosen by this variable of the environment alone.
    define: { 'process.env.UNDICI_USE_MILO': '"0"' },
    plugins: [sharedRooms, lazySending, plainApi, smallUndici, fewContexts, noHighlighting],
  };
}

async function watch(minify: boolean): Promise<void> {
  const watcher = await context({ ...extensionOptions(minify), logLevel: 'info' });
  await watcher.watch();
  console.log('Watching src; press Ctrl+C to stop.');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const minify = process.argv.includes('--minify');
  if (process.argv.includes('--watch')) await watch(minify);
  else await Promise.all([buildExtension({ minify }), buildExtensionTests()]);
}

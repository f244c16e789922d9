// npm run build [-- --minify] [-- --watch]
import { globSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build, context, type Plugin } from 'esbuild';
import { inRoot, root } from './paths.ts';

/** The folder of the bundled extension-host tests; `index.cjs` in it is what `extensionTestsPath` names. */
export const extensionTestsFolder = inRoot('out', 'vscode-tests');

/**
 * Bundles the extension into `dist` (`extension.cjs`, and `sending.cjs`, which the first loads when a command needs
 * it) with source maps, and says in `dist/meta.json` what went into each. `dist` holds nothing else afterwards.
 */
export async function buildExtension(options: { readonly minify: boolean }): Promise<void> {
  await rm(inRoot('dist'), { recursive: true, force: true });
  const result = await build({ ...extensionOptions(options.minify), metafile: true });
  await mkdir(inRoot('dist'), { recursive: true });
  await writeFile(inRoot('dist', 'meta.json'), JSON.stringify(result.metafile));
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
    entryPoints: { extension: inRoot('src/extension.ts'), sending: inRoot('src/editor/sending/bundle.ts') },
    outdir: inRoot('dist'),
    minify,
    // Stack traces in the log are read by people: they need the names.
    keepNames: minify,
    sourcemap: true,
    sourcesContent: false,
    // undici's second, experimental parser is chosen by this variable of the environment alone.
    define: { 'process.env.UNDICI_USE_MILO': '"0"' },
    plugins: [sendingBundle, smallUndici],
  };
}

/** `await import('./bundle.ts')` becomes a require of the second bundle, at the time it is needed. */
const sendingBundle: Plugin = {
  name: 'sending bundle',
  setup(build) {
    build.onResolve({ filter: /\/bundle\.ts$/ }, request => {
      if (request.kind !== 'dynamic-import') return undefined;
      const target = path.relative(root, path.resolve(request.resolveDir, request.path));
      return target === path.join('src', 'editor', 'sending', 'bundle.ts')
        ? { path: './sending.cjs', external: true }
        : undefined;
    });
  },
};

/**
 * Of undici only what posts a request is bundled: fetch, WebSocket, mocks and caches are half of it, and loading them
 * replaces the fetch of the whole extension host in older VS Codes. A name missing here fails the build.
 */
const undiciEntry = `
import api from 'undici/lib/api/index.js';
import Client from 'undici/lib/dispatcher/client.js';
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';
import buildConnector from 'undici/lib/core/connect.js';
import errors from 'undici/lib/core/errors.js';
Object.assign(Dispatcher.prototype, api);
export { Client, Dispatcher, buildConnector, errors };
`;

/** Resolves undici to {@link undiciEntry}. */
const smallUndici: Plugin = {
  name: 'small undici',
  setup(build) {
    build.onResolve({ filter: /^undici$/ }, () => ({ path: 'undici', namespace: 'small' }));
    build.onLoad({ filter: /^undici$/, namespace: 'small' }, () => ({ contents: undiciEntry, resolveDir: root }));
    // The experimental parser is two WebAssembly modules that no one chooses here.
    const contents = 'module.exports = {};';
    build.onLoad({ filter: /[\\/]undici[\\/]lib[\\/]milo[\\/](no-)?simd\.js$/ }, () => ({ contents }));
  },
};

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

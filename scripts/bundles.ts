// What goes into which bundle: the plugins of scripts/build.ts.
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { root } from './paths.ts';

/** The entry point of the bundle that holds the shared rooms, each module under its path. */
export const languageEntry = 'shared rooms';

/**
 * Modules of the rooms that both other bundles need are bundled once, in `language.cjs`; elsewhere an import of one
 * is a stand-in for what that file exports. The tables of codes and builds are not among them: they are large, and only
 * answers need them.
 */
export const sharedRooms: Plugin = {
  name: 'shared rooms',
  setup(build) {
    build.onResolve({ filter: /^shared rooms$/ }, () => ({ path: languageEntry, namespace: 'shared' }));
    build.onLoad({ filter: /^shared rooms$/, namespace: 'shared' }, () => ({
      contents: sharedModules().map(exported).join('\n'),
      resolveDir: root,
    }));
    build.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, request => {
      const file = fromRoot(request.resolveDir, request.path);
      if (request.namespace === 'shared' || isShared(fromRoot(request.importer)) || !isShared(file)) return undefined;
      return { path: file, namespace: 'elsewhere' };
    });
    build.onLoad({ filter: /./, namespace: 'elsewhere' }, async ({ path: file }) => ({ contents: await lazily(file) }));
    build.onResolve({ filter: /^\.\/language\.cjs$/ }, () => ({ path: './language.cjs', external: true }));
  },
};

/**
 * A stand-in for a shared module: VS Code should not wait for the parser and the facts before any text is read, so a
 * function loads them when it is called. What is no function is there at once, and loads them with the module that uses it.
 */
async function lazily(file: string): Promise<string> {
  const all = Object.entries(await import(pathToFileURL(path.join(root, file)).href));
  const exports = all.map(([name, value]) =>
    isPlainFunction(value)
      ? `export function ${name}(...values) { return load().${name}(...values); }`
      : `export const ${name} = /* @__PURE__ */ constant(${JSON.stringify(name)});`,
  );
  return `let room;
const load = () => (room ??= require('./language.cjs')[${JSON.stringify(file)}]);
const constant = name => load()[name];
${exports.join('\n')}`;
}

function isPlainFunction(value: unknown): boolean {
  return typeof value === 'function' && !String(value).startsWith('class');
}

function sharedModules(): readonly string[] {
  return globSync('src/{xml,language,ews}/**/*.ts', { cwd: root }).map(forwardSlashes).filter(isShared).sort();
}

function exported(file: string, index: number): string {
  return `import * as module${index} from './${file}'; export { module${index} as ${JSON.stringify(file)} };`;
}

function isShared(file: string): boolean {
  return /^src\/(xml|language|ews)\//.test(file) && !/^src\/ews\/(responseCodes\/|build)/.test(file);
}

/**
 * `import * as vscode` copies every name of the API into an object of its own in each file that has it, and each require
 * of it makes VS Code look for the extension that asks: both take longer than loading the rest, so it is required once.
 */
export const plainApi: Plugin = {
  name: 'plain API',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/](editor[\\/].*|extension)\.ts$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replace(
        "import * as vscode from 'vscode';",
        "const vscode: typeof import('vscode') = require('the one API');",
      ),
      loader: 'ts',
    }));
    build.onResolve({ filter: /^the one API$/ }, () => ({ path: 'vscode', namespace: 'api' }));
    build.onLoad({ filter: /./, namespace: 'api' }, () => ({ contents: "module.exports = require('vscode');" }));
  },
};

/** `await import('./bundle.ts')` becomes a require of the bundle for sending, at the time it is needed. */
export const lazySending: Plugin = {
  name: 'lazy sending',
  setup(build) {
    build.onResolve({ filter: /\/bundle\.ts$/ }, request => {
      if (request.kind !== 'dynamic-import') return undefined;
      return fromRoot(request.resolveDir, request.path) === 'src/editor/sending/bundle.ts'
        ? { path: './sending.cjs', external: true }
        : undefined;
    });
  },
};

/**
 * Of undici only what posts a request is bundled: fetch, WebSocket, mocks, caches and request() with its streams are half
 * of it, and loading them replaces the fetch of the whole extension host in older VS Codes. A name missing here fails the build.
 */
const undiciEntry = `
import Client from 'undici/lib/dispatcher/client.js';
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';
import buildConnector from 'undici/lib/core/connect.js';
import errors from 'undici/lib/core/errors.js';
export { Client, Dispatcher, buildConnector, errors };
`;

/** Resolves undici to {@link undiciEntry}. */
export const smallUndici: Plugin = {
  name: 'small undici',
  setup(build) {
    build.onResolve({ filter: /^undici$/ }, () => ({ path: 'undici', namespace: 'small' }));
    build.onLoad({ filter: /^undici$/, namespace: 'small' }, () => ({ contents: undiciEntry, resolveDir: root }));
    // The experimental parser is two WebAssembly modules that no one chooses here.
    const contents = 'module.exports = {};';
    build.onLoad({ filter: /[\\/]undici[\\/]lib[\\/]milo[\\/](no-)?simd\.js$/ }, () => ({ contents }));
    // HTTP/2 is switched off (allowH2): servers of EWS sign in connections of HTTP/1.1.
    const noHttp2 = "module.exports = () => { throw new Error('HTTP/2 is not bundled'); };";
    build.onLoad({ filter: /[\\/]undici[\\/]lib[\\/]dispatcher[\\/]client-h2\.js$/ }, () => ({ contents: noHttp2 }));
    // Of the parser that is used there are two builds as well. What is no WebAssembly makes undici take the plain one,
    // which runs everywhere; for one answer at a time the other is no faster.
    const noModule = 'module.exports = Buffer.alloc(0);';
    build.onLoad({ filter: /[\\/]undici[\\/]lib[\\/]llhttp[\\/]llhttp_simd-wasm\.js$/ }, () => ({
      contents: noModule,
    }));
  },
};

/** Of what fast-xml-parser can tell of dangerous texts it asks for HTML and XML alone. */
export const fewContexts: Plugin = {
  name: 'few contexts',
  setup(build) {
    const filter = /[\\/]is-unsafe[\\/]src[\\/]contexts[\\/](?:svg|sql|sql-strict|shell|redos|nosql|log)\.js$/;
    build.onLoad({ filter }, () => ({ contents: 'export default [];' }));
  },
};

/** The parser of lezer/xml says how its tokens are coloured; here the grammar does that. */
export const noHighlighting: Plugin = {
  name: 'no highlighting',
  setup(build) {
    build.onResolve({ filter: /^@lezer\/highlight$/ }, () => ({ path: 'highlight', namespace: 'none' }));
    const contents =
      'export const styleTags = () => () => null; export const tags = new Proxy(() => tags, { get: () => tags });';
    build.onLoad({ filter: /./, namespace: 'none' }, () => ({ contents }));
  },
};

function fromRoot(...segments: readonly string[]): string {
  return forwardSlashes(path.relative(root, path.resolve(...segments)));
}

function forwardSlashes(file: string): string {
  return file.replaceAll('\\', '/');
}

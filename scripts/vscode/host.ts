import { build } from 'esbuild';
import { inRoot } from '../paths.ts';
import { launchChromium } from './chromium.ts';
import { type RunningServer, remoteUri, workbenchAddress } from './server.ts';

/** Bundles a module whose `run` is to be called in the extension host of VS Code. */
export async function buildHost(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
}

/**
 * Opens the samples in a window of the server, in whose extension host `run` of a bundled module is called, and waits
 * until that is done. The module sees the API of the extension in the folder `development` as that extension does.
 */
export async function runInHost(server: RunningServer, module: string, development: string): Promise<void> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const ended = Promise.withResolvers<void>();
    await page.exposeFunction('codeAutomationExit', () => ended.resolve());
    await page.exposeFunction('codeAutomationLog', () => {});
    const payload = JSON.stringify([
      ['extensionDevelopmentPath', remoteUri(server, development)],
      ['extensionTestsPath', remoteUri(server, module)],
      ['skipWelcome', 'true'],
    ]);
    await page.goto(workbenchAddress(server, inRoot('samples'), { payload }));
    await ended.promise;
  } finally {
    await browser.close();
  }
}

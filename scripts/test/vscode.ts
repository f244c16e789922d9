import { appendFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { buildExtensionTests, extensionTestsFolder } from '../build.ts';
import { builtPackage } from '../package.ts';
import { inRoot, root } from '../paths.ts';
import { launchChromium } from '../vscode/chromium.ts';
import { installServer, type VscodeVersion, vscodeVersions } from '../vscode/install.ts';
import { type RunningServer, remoteUri, startServer, workbenchAddress } from '../vscode/server.ts';
import { check, mochaResult, type Part, type Result, sum, textOf } from './result.ts';

/** How long one version may take to run all suites, in milliseconds. */
const timeLimit = 180_000;

/** The suites of test/vscode inside the extension host of the oldest and of the newest VS Code. */
export const vscode: Part = {
  name: 'vscode',
  run: async () => {
    // The bundles as they are shipped.
    await builtPackage();
    await buildExtensionTests();
    const results: Result[] = [];
    for (const version of vscodeVersions) results.push(await guarded(version));
    return sum(results);
  },
};

/** One version that cannot run is a failure, and no reason to leave out the other. */
async function guarded(version: VscodeVersion): Promise<Result> {
  try {
    return await runIn(version);
  } catch (error) {
    console.error(`VS Code ${version}: ${error instanceof Error ? error.message : error}`);
    return check(false);
  }
}

async function runIn(version: VscodeVersion): Promise<Result> {
  const installed = await installServer(version);
  const folder = inRoot('out', `vscode-${version}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const server = await startServer(installed, { testDriver: true, env: { EWS_TEST_RESULTS: folder } });
  try {
    const exitCode = await runSuites(server, path.join(folder, 'workbench.log'));
    console.log(`VS Code ${version}\n${textOf(path.join(folder, 'report.txt'))}`);
    if (exitCode === timedOut)
      console.error(`VS Code ${version} did not come to an end in ${timeLimit / 1000} seconds.`);
    if (exitCode !== 0) console.error(`What VS Code logged: ${folder}`);
    return named(version, mochaResult(path.join(folder, 'counts.json'), exitCode));
  } finally {
    await writeFile(path.join(folder, 'server.log'), server.log());
    await server.stop();
  }
}

function named(version: VscodeVersion, result: Result): Result {
  return { ...result, remarks: (result.remarks ?? []).map(remark => `VS Code ${version}: ${remark}`) };
}

/** Opens the workbench, in which VS Code runs the suites, and waits for the exit code it reports. */
async function runSuites(server: RunningServer, log: string): Promise<number> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const exitCode = reportedExitCode(page);
    await page.exposeFunction('codeAutomationLog', (_type: string, values: unknown[]) =>
      appendFileSync(log, `${format(...values)}\n`),
    );
    await page.goto(workbenchAddress(server, inRoot('samples'), { payload: payload(server) }));
    return await exitCode;
  } finally {
    await browser.close();
  }
}

/** VS Code in the browser reports the end of its tests by calling this function of the page. */
function reportedExitCode(page: Page): Promise<number> {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => resolve(timedOut), timeLimit);
    const exit = (code: number): void => {
      clearTimeout(deadline);
      resolve(code);
    };
    page.exposeFunction('codeAutomationExit', exit).catch(reject);
  });
}

const timedOut = 124;

function payload(server: RunningServer): string {
  return JSON.stringify([
    ['extensionDevelopmentPath', remoteUri(server, root)],
    ['extensionTestsPath', remoteUri(server, path.join(extensionTestsFolder, 'index.cjs'))],
    ['skipWelcome', 'true'],
  ]);
}

// npm run test:desktop: the suites of test/vscode in desktop VS Code, the oldest supported and the newest.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { buildExtension, buildExtensionTests, extensionTestsFolder } from './build.ts';
import { inCache, inRoot, root } from './paths.ts';
import { mochaResult, type Result, sum, textOf } from './test/result.ts';

const versions = ['1.110.0', 'stable'] as const;

/** An installed VS Code to use instead of downloading both versions. */
const installed = process.env['VSCODE_EXECUTABLE_PATH'];

await buildExtension({ minify: true });
await buildExtensionTests();
const results: Result[] = [];
for (const version of installed === undefined ? versions : (['installed'] as const)) results.push(await test(version));
const total = sum(results);
for (const remark of total.remarks ?? []) console.log(remark);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function test(version: (typeof versions)[number] | 'installed'): Promise<Result> {
  const folder = inRoot('out', `vscode-desktop-${version}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const exitCode = await runSuites(version, folder);
  if (exitCode === undefined) return { passed: 0, failed: 1 };
  console.log(`VS Code ${version} on the desktop${textOf(path.join(folder, 'report.txt'))}`);
  return mochaResult(path.join(folder, 'counts.json'), exitCode);
}

/** The exit code of VS Code, or undefined when it could not be started; then the reason has been shown. */
async function runSuites(version: string, folder: string): Promise<number | undefined> {
  const isRoot = process.getuid?.() === 0;
  const profile = await mkdtemp(path.join(tmpdir(), 'ews-desktop-'));
  const profileFolders = [`--user-data-dir=${profile}`, `--extensions-dir=${path.join(profile, 'extensions')}`];
  const sandbox = isRoot ? ['--no-sandbox'] : [];
  try {
    return await runTests({
      ...(installed === undefined
        ? { version, cachePath: inCache('vscode-desktop') }
        : { vscodeExecutablePath: installed }),
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(extensionTestsFolder, 'index.cjs'),
      extensionTestsEnv: { EWS_TEST_RESULTS: folder },
      launchArgs: [inRoot('samples'), '--disable-workspace-trust', ...sandbox, ...profileFolders],
    });
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    explain(version, error instanceof Error ? error.message : String(error));
    return undefined;
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

function explain(version: string, reason: string): void {
  console.error(`VS Code ${version} could not be run on the desktop: ${reason}`);
  console.error('Check the connection to the download site of VS Code, or name an installed VS Code:');
  console.error('  VSCODE_EXECUTABLE_PATH=/path/to/code npm run test:desktop');
  console.error('On Linux without a display, run it under xvfb-run -a.');
}

import { spawn } from 'node:child_process';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { buildExtension } from '../build.ts';
import { inCache, inRoot, root } from '../paths.ts';
import { findOnPath } from '../run.ts';

/**
 * Opens the extension with `samples` in desktop VS Code: the one on the PATH, else one fetched into the cache.
 * Ends when its window is closed.
 *
 * @throws Error that says why, when there is no display or VS Code can be neither found nor fetched.
 */
export async function openOnDesktop(): Promise<number> {
  if (!hasDisplay()) throw new Error('there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set).');
  const code = findOnPath(['code']);
  const program = code ?? (await download());
  await buildExtension({ minify: false });
  console.log(`Opening ${program}. Close its window, or press Ctrl+C here, to end it.`);
  return launch(program, code === undefined);
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

async function download(): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: inCache('vscode-desktop') });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`"code" is not on the PATH, and VS Code could not be downloaded (${reason}).`);
  }
}

function launch(program: string, ownProfile: boolean): Promise<number> {
  const isRoot = process.getuid?.() === 0;
  const parameters = [
    `--extensionDevelopmentPath=${root}`,
    ...['--new-window', '--wait', inRoot('samples')],
    // VS Code refuses to run as root without these.
    ...(isRoot ? ['--no-sandbox'] : []),
    ...(isRoot || ownProfile ? [`--user-data-dir=${inCache('vscode-desktop', 'user-data')}`] : []),
  ];
  const child = spawn(program, parameters, { stdio: 'inherit', shell: process.platform === 'win32' });
  process.on('SIGINT', () => child.kill());
  process.on('SIGTERM', () => child.kill());
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', exitCode => resolve(exitCode ?? 0));
  });
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findOnPath, run } from '../run.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const usualPlaces: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(variable => [
    path.join(process.env[variable] ?? '', 'Google', 'Chrome', 'Application', 'chrome.exe'),
    path.join(process.env[variable] ?? '', 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ]),
};

/** Starts a headless Chromium with a fresh profile. The caller closes it. */
export async function launchChromium(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: await findChromium(),
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
    ],
  });
}

/**
 * The path of a Chromium: `CHROMIUM_PATH`, else one on the PATH or in its usual place, else Debian's package,
 * installed now when this process may.
 *
 * @throws Error that names the exact command to run when there is none.
 */
async function findChromium(): Promise<string> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist. Correct it or unset it.`);
  }
  const found = installedChromium() ?? (await installFromDebian());
  if (found !== undefined) return found;
  throw new Error(`There is no Chromium to run VS Code in. ${advice()}`);
}

function installedChromium(): string | undefined {
  return findOnPath(names) ?? usualPlaces[process.platform]?.find(file => existsSync(file));
}

async function installFromDebian(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || findOnPath(['apt-get']) === undefined) return undefined;
  console.log('Installing Chromium from the packages of this system: apt-get install chromium');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  const finished = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
  if (finished.code !== 0) console.error(finished.output);
  return installedChromium();
}

function advice(): string {
  if (process.platform === 'darwin') return 'Run: brew install --cask chromium';
  if (process.platform === 'win32') return 'Run: winget install Google.Chrome';
  return 'Run: sudo apt-get install chromium (or set CHROMIUM_PATH to a Chromium or Chrome).';
}

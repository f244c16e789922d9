/**
 * Drives the packaged extension in the real workbench of VS Code as a person would: with keys, by what can be seen.
 *
 * Each {@link openWorkbench} starts a VS Code server with a profile of its own, in which the VSIX is installed, over a
 * copy of a folder, and opens it in a Chromium of its own. Nothing waits for time: every helper waits for what it
 * names to appear, and fails after {@link patience}. When a test fails, a picture of every open workbench is left in
 * `out/pictures`; workbenches left open are closed after the last test.
 */
import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { builtPackage } from '../../scripts/package.ts';
import { inRoot } from '../../scripts/paths.ts';
import { launchChromium } from '../../scripts/vscode/chromium.ts';
import { installServer, type VscodeVersion } from '../../scripts/vscode/install.ts';
import { startServer, workbenchAddress } from '../../scripts/vscode/server.ts';

/** How long a helper waits for what it names, in milliseconds. */
export const patience = 20_000;

/** How a workbench differs from the plain one: the newest VS Code, light, 1280 × 800, over a copy of `samples`. */
export interface WorkbenchOptions {
  readonly version?: VscodeVersion;
  /** The folder that is copied and opened; the tests may change the copy. */
  readonly folder?: string;
  /** User settings, on top of those of a quiet window. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly colorTheme?: ColorTheme;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Ask for trust in the folder; otherwise it is trusted. */
  readonly workspaceTrust?: boolean;
  /** Environment variables for the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The kinds of colour theme that VS Code tells apart. */
export type ColorTheme = 'light' | 'dark' | 'high-contrast-dark' | 'high-contrast-light';

/** An open workbench. */
export interface Workbench {
  readonly page: Page;
  /** The copy of the folder that is open. */
  readonly folder: string;
  /** Runs a command by its full title ("EWS: Send Request") from the command palette. */
  command(title: string): Promise<void>;
  /** Opens a file of the folder by its name and waits until its editor has the focus. */
  openFile(name: string): Promise<void>;
  /** Types into whatever has the focus, as fast as keys go. Auto-closing and completion take part. */
  type(text: string): Promise<void>;
  /** Puts the caret of the editor to a line and column, both counted from 1. */
  goTo(line: number, column: number): Promise<void>;
  /** The whole text of the editor, as copying it gives it; afterwards all of it is selected. */
  text(): Promise<string>;
  /** Presses a key or a chord in Playwright's notation: `Escape`, `ControlOrMeta+Alt+Enter`. */
  press(...keys: readonly string[]): Promise<void>;
  /** Chooses the entry whose label is `label` in the open quick pick. */
  pick(label: string): Promise<void>;
  /** Fills the open input box and accepts it. */
  input(text: string): Promise<void>;
  /** The content of the open webview. */
  webview(): FrameLocator;
  /** The editor with the focus or, without one, the first that is visible. */
  editor(): Locator;
  /** The notification that contains `text`; its buttons are `getByRole('button', { name })` of it. */
  notification(text: string | RegExp): Locator;
  /** The modal dialog that contains `text`. */
  dialog(text: string | RegExp): Locator;
  /** Presses a button of the open modal dialog and waits until the dialog is gone. */
  answer(button: string): Promise<void>;
  /** The text over the first error squiggle of the editor, measured on the screen. */
  squiggledText(): Promise<string>;
  /** The text of the problems that the Problems view lists, one entry each, once there are `count`. */
  problems(count: number): Promise<readonly string[]>;
  /** Reloads the window, as "Developer: Reload Window" does. */
  reload(): Promise<void>;
  /** Takes a picture into `out/pictures` or, under `npm run pictures`, those of the README into `media`; hands back its path. */
  screenshot(name: string): Promise<string>;
  /** Ends the browser and the server and removes their files. */
  close(): Promise<void>;
}

/** Opens a workbench with the packaged extension; it is ready for a command. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const folder = await copyOf(options.folder ?? inRoot('samples'));
  const server = await startServer(await installServer(options.version ?? '1.139.1'), {
    extensions: [await builtPackage()],
    settings: { 'workbench.colorTheme': colorThemes[options.colorTheme ?? 'light'], ...options.settings },
    ...(options.workspaceTrust === undefined ? {} : { workspaceTrust: options.workspaceTrust }),
    ...(options.env === undefined ? {} : { env: options.env }),
  });
  const end = async (): Promise<void> => {
    await server.stop();
    await rm(path.dirname(folder), { recursive: true, force: true });
  };
  return openAddress(workbenchAddress(server, folder), folder, end, options.viewport);
}

/**
 * Opens a workbench that is already served.
 *
 * @param end called by `close`, after the browser is gone
 */
export async function openAddress(
  address: string,
  folder: string,
  end: () => Promise<void>,
  viewport = { width: 1280, height: 800 },
): Promise<Workbench> {
  const browser = await launchChromium();
  const context = await browser.newContext({
    viewport,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const workbench = workbenchOver(page, folder, () => browser.close().finally(end));
  open.add(workbench);
  await page.goto(address);
  await ready(page);
  return workbench;
}

const open = new Set<Workbench>();

const colorThemes: Readonly<Record<ColorTheme, string>> = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast-dark': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

function workbenchOver(page: Page, folder: string, end: () => Promise<void>): Workbench {
  const workbench: Workbench = {
    page,
    folder,
    command: title => runCommand(page, title),
    openFile: name => openFile(page, name),
    type: text => page.keyboard.type(text),
    goTo: (line, column) => goTo(page, line, column),
    text: () => editorText(page),
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    pick: label => pick(page, label),
    input: text => input(page, text),
    webview: () => page.frameLocator('iframe.webview').frameLocator('#active-frame'),
    editor: () => page.locator('.monaco-editor.focused, .editor-instance .monaco-editor').first(),
    notification: text => page.locator('.notification-toast').filter({ hasText: text }),
    dialog: text => page.locator('.monaco-dialog-box').filter({ hasText: text }),
    answer: button => answer(page, button),
    squiggledText: () => squiggledText(page),
    problems: count => problems(page, count),
    reload: async () => {
      const reloaded = page.waitForEvent('load');
      await runCommand(page, 'Developer: Reload Window');
      await reloaded;
      await ready(page);
    },
    screenshot: name => screenshot(page, name),
    close: async () => {
      open.delete(workbench);
      await end();
    },
  };
  return workbench;
}

async function copyOf(folder: string): Promise<string> {
  // The window's title shows the folder's name, so the copy keeps it.
  const copy = path.join(await mkdtemp(path.join(tmpdir(), 'ews-folder-')), path.basename(folder));
  await cp(folder, copy, { recursive: true });
  return copy;
}

/** The workbench is ready when its explorer shows the folder and its status bar the state of the connection. */
async function ready(page: Page): Promise<void> {
  await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
  await page.locator('.statusbar-item').first().waitFor();
}

async function runCommand(page: Page, title: string): Promise<void> {
  const deadline = Date.now() + patience;
  const row = page.locator('.quick-input-list .monaco-list-row.focused', { has: label(page, title) });
  // A palette opened before the extension's commands are known never lists them: it is opened again.
  while (!(await tryPalette(page, title, row))) {
    if (Date.now() > deadline) throw new Error(`The command palette does not list "${title}".`);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('Enter');
  await row.waitFor({ state: 'hidden' });
}

async function tryPalette(page: Page, title: string, row: Locator): Promise<boolean> {
  await page.keyboard.press('F1');
  const box = page.locator('.quick-input-widget input.input');
  await box.waitFor();
  await box.fill(`>${title}`);
  return row.waitFor({ timeout: 2000 }).then(
    () => true,
    () => false,
  );
}

/** The label of a quick pick's row, exactly; what else the row shows (a keybinding, "recently used") is ignored. */
function label(page: Page, text: string): Locator {
  return page.locator('.quick-input-list-label').getByText(text, { exact: true });
}

async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+p');
  await page.locator('.quick-input-widget input.input').fill(name);
  await page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: name }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
}

async function goTo(page: Page, line: number, column: number): Promise<void> {
  await page.keyboard.press('ControlOrMeta+p');
  const box = page.locator('.quick-input-widget input.input');
  await box.fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await box.waitFor({ state: 'hidden' });
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
}

async function editorText(page: Page): Promise<string> {
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
  // Copying is asynchronous: until it is done, the clipboard holds the mark.
  const mark = 'nothing was copied yet';
  await page.evaluate(`navigator.clipboard.writeText('${mark}')`);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  const deadline = Date.now() + patience;
  for (;;) {
    const text: unknown = await page.evaluate('navigator.clipboard.readText()');
    if (typeof text === 'string' && text !== mark) return text;
    if (Date.now() > deadline) throw new Error('The text of the editor was not copied.');
  }
}

async function pick(page: Page, text: string): Promise<void> {
  // Only the rows in sight exist: typing brings the wanted one there.
  const box = page.locator('.quick-input-widget input.input');
  await box.waitFor();
  await box.fill(text);
  const row = page.locator('.quick-input-list .monaco-list-row', { has: label(page, text) });
  await row.click();
  // VS Code leaves the tip of a row that goes from under the mouse.
  await page.mouse.move(640, 1);
  await row.waitFor({ state: 'hidden' });
}

async function input(page: Page, text: string): Promise<void> {
  const box = page.locator('.quick-input-widget input.input');
  await box.waitFor();
  await box.fill(text);
  await page.keyboard.press('Enter');
}

async function answer(page: Page, button: string): Promise<void> {
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The characters whose middle lies over the squiggle, told by the page itself. */
async function squiggledText(page: Page): Promise<string> {
  const box = await page.locator('.squiggly-error').first().boundingBox();
  if (!box) throw new Error('No error is squiggled.');
  return page.evaluate(`(() => {
    const { x, y, width, height } = ${JSON.stringify(box)};
    let found = '';
    for (const line of document.querySelectorAll('.editor-instance .view-line')) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let at = 0; at < node.textContent.length; at++) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const { left, right, top, bottom } = range.getBoundingClientRect();
          const middle = (left + right) / 2;
          if (x <= middle && middle <= x + width && top <= y + height / 2 && y + height / 2 <= bottom) found += node.textContent[at];
        }
      }
    }
    return found;
  })()`);
}

async function problems(page: Page, count: number): Promise<readonly string[]> {
  await runCommand(page, 'Problems: Focus on Problems View');
  const rows = page.locator('.markers-panel .monaco-list-row').filter({ has: page.locator('.marker-icon') });
  if (count === 0) await page.locator('.markers-panel').getByText('No problems have been detected').waitFor();
  else await rows.nth(count - 1).waitFor();
  return rows.allInnerTexts();
}

async function screenshot(page: Page, name: string): Promise<string> {
  const shown = readFileSync(inRoot('README.md'), 'utf8').includes(`media/${name}.png`);
  const folder = process.env['EWS_PICTURES'] === 'media' && shown ? inRoot('media') : inRoot('out', 'pictures');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file });
  return file;
}

// Loaded outside of a suite, these are hooks around every test of the run.
teardown('picture of a failed test', async function () {
  if (this.currentTest?.state !== 'failed') return;
  const title = this.currentTest.fullTitle().replace(/[^A-Za-z0-9]+/g, '-');
  await mkdir(inRoot('out', 'pictures'), { recursive: true });
  for (const [index, { page }] of [...open].entries()) {
    await page.screenshot({ path: inRoot('out', 'pictures', `failed-${title}-${index + 1}.png`) });
  }
});

suiteTeardown('close what is still open', async () => {
  for (const workbench of [...open]) await workbench.close();
});

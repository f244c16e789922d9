import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { builtPackage } from '../../scripts/package.ts';
import { inRoot } from '../../scripts/paths.ts';
import { installServer } from '../../scripts/vscode/install.ts';
import { type RunningServer, startServer, workbenchAddress } from '../../scripts/vscode/server.ts';
import { type CountingServer, countingServer } from './countingServer.ts';
import { openAddress, type Workbench } from './harness.ts';

suite('workbench: whatever ends in the middle', () => {
  let ews: CountingServer;
  let vscode: RunningServer;
  let folder: string;

  suiteSetup(async () => {
    ews = await countingServer();
    folder = path.join(await mkdtemp(path.join(tmpdir(), 'ews-folder-')), 'samples');
    await cp(inRoot('samples'), folder, { recursive: true });
    vscode = await startServer(await installServer('1.139.1'), {
      extensions: [await builtPackage()],
      settings: {
        'ews.endpoints': [{ name: 'Counting', url: ews.url }],
        'ews.activeEndpoint': 'Counting',
        'ews.confirmChanges': false,
      },
    });
  });

  suiteTeardown(async () => {
    await vscode.stop();
    await ews.stop();
    await rm(path.dirname(folder), { recursive: true, force: true });
  });

  test('a window closed during a send: nothing is sent twice, and what was answered before is kept', async () => {
    const first = await openWindow();
    await sendAndSee(first);
    ews.hold();
    await send(first, 'GetImItems.ews');
    await ews.received(2);
    await first.close();
    ews.release();
    const second = await openWindow();
    await showHistory(second);
    await rows(second).first().waitFor();
    await sendAndSee(second);
    await rows(second).filter({ hasText: 'GetImItemList' }).nth(1).waitFor();
    assert.deepEqual(await besides(second, 'GetImItems'), ['GetImItemList', 'GetImItemList']);
    assert.equal(ews.requests.length, 3);
    await second.close();
  });

  test('a window closed during a pick: the document is as it was, and nothing is sent twice', async () => {
    const before = readFileSync(path.join(folder, 'RemoveImGroup.ews'), 'utf8');
    const sent = ews.requests.length;
    const first = await openWindow();
    await first.openFile('RemoveImGroup.ews');
    ews.hold();
    await first.command('EWS: Pick from the Mailbox…');
    await ews.received(sent + 1);
    await first.close();
    ews.release();
    assert.equal(readFileSync(path.join(folder, 'RemoveImGroup.ews'), 'utf8'), before);
    const second = await openWindow();
    await second.openFile('RemoveImGroup.ews');
    assert.equal(await second.text(), before);
    assert.equal(ews.requests.length, sent + 1);
    await second.command('EWS: Pick from the Mailbox…');
    await second.pick('Night Shift');
    await second.page.locator('.codelens-decoration').getByText('Night Shift: pick another…').waitFor();
    assert.match(await second.text(), /<m:GroupId Id="AAMkAGEx" ChangeKey="EgAA"\/>/);
    await second.command('View: Revert and Close Editor');
    await second.close();
  });

  test('an extension host that is killed while it stores: what was shown is kept, and the next one works', async () => {
    const window = await openWindow();
    await sendAndSee(window);
    const kept = await rows(window).count();
    const sent = ews.requests.length;
    ews.hold();
    await send(window);
    await ews.received(sent + 1);
    ews.release();
    for (const pid of extensionHosts()) process.kill(pid, 'SIGKILL');
    await reload(window);
    await rows(window)
      .nth(kept - 1)
      .waitFor();
    assert.equal(ews.requests.length, sent + 1);
    assert.deepEqual(damagedFiles(), []);
    await sendAndSee(window);
    await window.close();
  });

  test('an extension host that is restarted with its window during a send: nothing is sent twice, and the next one works', async () => {
    const window = await openWindow();
    const sent = ews.requests.length;
    await showHistory(window);
    await rows(window).first().waitFor();
    const kept = await operations(window);
    ews.hold();
    await send(window, 'AddImGroup.ews');
    await ews.received(sent + 1);
    const before = extensionHosts();
    await reload(window);
    ews.release();
    await rows(window)
      .nth(kept.length - 1)
      .waitFor();
    assert.notDeepEqual(extensionHosts(), before);
    await sendAndSee(window);
    assert.equal(ews.requests.length, sent + 2);
    const sentBefore = kept.filter(name => name === 'GetImItemList').length;
    await rows(window).filter({ hasText: 'GetImItemList' }).nth(sentBefore).waitFor();
    assert.deepEqual(await besides(window, 'AddImGroup'), ['GetImItemList', ...kept]);
    await window.close();
  });

  test('two windows on one folder: both see what both have sent, newest first', async () => {
    const [left, right] = [await openWindow(), await openWindow()];
    await left.command('EWS: Clear History');
    await left.answer('Clear');
    const sent = ews.requests.length;
    ews.hold();
    await send(left);
    await ews.received(sent + 1);
    await send(right, 'GetImItems.ews');
    await ews.received(sent + 2);
    ews.release();
    for (const window of [left, right]) await headline(window);
    for (const window of [left, right]) {
      await reload(window);
      await rows(window).nth(1).waitFor();
      assert.deepEqual(await operations(window), ['GetImItems', 'GetImItemList']);
    }
    assert.equal(ews.requests.length, sent + 2);
    await left.close();
    await right.close();
  });

  test('a damaged file of the history is set aside with a message, and the others are there', async () => {
    const window = await openWindow();
    await showHistory(window);
    await rows(window).nth(1).waitFor();
    const [file = ''] = historyFiles();
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 300));
    await reload(window);
    await window.notification('A part of the history cannot be read and is not shown.').waitFor();
    await rows(window).first().waitFor();
    assert.equal(await rows(window).count(), 1);
    assert.deepEqual(damagedFiles(), [`${file}.damaged`]);
    await sendAndSee(window);
    await rows(window).nth(1).waitFor();
    await window.close();
  });

  async function openWindow(): Promise<Workbench> {
    return await openAddress(workbenchAddress(vscode, folder), folder, async () => {});
  }

  /** Sends and waits for the answer to be shown. */
  async function sendAndSee(window: Workbench): Promise<void> {
    const sent = ews.requests.length;
    await send(window);
    await ews.received(sent + 1);
    await headline(window);
    await showHistory(window);
    await rows(window).first().waitFor();
  }

  async function send(window: Workbench, file = 'GetImItemList.ews'): Promise<void> {
    await window.openFile(file);
    await window.command('EWS: Send Request');
  }

  async function headline(window: Workbench): Promise<void> {
    await window.webview().getByRole('heading', { level: 1, name: 'NoError' }).waitFor();
  }

  async function reload(window: Workbench): Promise<void> {
    await window.command('View: Show Explorer');
    await window.reload();
    await showHistory(window);
  }

  async function showHistory(window: Workbench): Promise<void> {
    await window.command('EWS: Focus on History View');
  }

  function rows(window: Workbench): Locator {
    return window.page
      .locator('.pane')
      .filter({ has: window.page.locator('.pane-header[aria-label^="History"]') })
      .locator('.monaco-list-row');
  }

  /** The operations of the history, from top to bottom. */
  async function operations(window: Workbench): Promise<readonly string[]> {
    return (await labels(window)).map(label => label.split(',')[0] ?? '');
  }

  /** What the history says, from top to bottom: rows stand in the page in no order. */
  async function labels(window: Workbench): Promise<readonly string[]> {
    const shown = await rows(window).evaluateAll(all =>
      all.map(row => ({ index: Number(row.getAttribute('data-index')), label: row.getAttribute('aria-label') ?? '' })),
    );
    return shown.sort((one, other) => one.index - other.index).map(({ label }) => label);
  }

  /**
   * The operations besides that of a send that was interrupted. Of that one the history says nothing, or what was
   * answered, where its host lived long enough to hear of it: never that twice, and nothing else.
   */
  async function besides(window: Workbench, interrupted: string): Promise<readonly string[]> {
    const all = await labels(window);
    const said = all.filter(label => label.startsWith(`${interrupted},`));
    assert.ok(said.length <= 1, said.join('\n'));
    assert.ok(
      said.every(label => label.startsWith(`${interrupted}, success, NoError,`)),
      said.join('\n'),
    );
    return all.filter(label => !said.includes(label)).map(label => label.split(',')[0] ?? '');
  }

  function historyFiles(): readonly string[] {
    return globSync(path.join(vscode.profile, '**', 'history', '*', '*.json')).sort();
  }

  function damagedFiles(): readonly string[] {
    return globSync(path.join(vscode.profile, '**', 'history', '*', '*.damaged'));
  }

  /** The processes of this server in which extensions run. */
  function extensionHosts(): readonly number[] {
    const processes = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
      .split('\n')
      .map(line => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
      .flatMap(match => (match ? [{ pid: Number(match[1]), parent: Number(match[2]), line: match[3] ?? '' }] : []));
    const own = new Set([vscode.pid]);
    for (const { pid, parent } of processes) if (own.has(parent)) own.add(pid);
    return processes.filter(({ pid, line }) => own.has(pid) && line.includes('extensionHost')).map(({ pid }) => pid);
  }
});

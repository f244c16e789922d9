import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { Exchanges } from '../../../src/editor/views/exchanges.ts';
import type { Log } from '../../../src/editor/views/log.ts';
import type { Exchange } from '../../../src/sending/index.ts';
import { success } from '../../support/exchanges.ts';

suite('the exchanges of several windows, in VS Code', () => {
  let storage: vscode.Uri;
  let warnings: string[];
  let errors: unknown[];
  let windows: Exchanges[];
  const { showWarningMessage } = vscode.window;

  setup(() => {
    storage = vscode.Uri.file(path.join(tmpdir(), `ews-${crypto.randomUUID()}`));
    warnings = [];
    errors = [];
    windows = [];
  });

  teardown(async () => {
    Object.assign(vscode.window, { showWarningMessage });
    for (const window of windows) window.dispose();
    await configureLimit(undefined);
    await vscode.workspace.fs.delete(storage, { recursive: true });
  });

  test('windows without a folder share one history, and the newest is the last for both', async () => {
    const [left, right] = [openWindow(), openWindow()];
    await Promise.all([
      ...[1, 3, 5].map(second => left.add(exchange(second), undefined)),
      ...[2, 4, 6].map(second => right.add(exchange(second), undefined)),
    ]);
    for (const window of [left, right, openWindow()]) {
      assert.deepEqual(await idsOf(window), ['6', '5', '4', '3', '2', '1']);
      const latest = await window.latest();
      assert.equal(latest?.kind === 'exchange' && latest.entry.exchange.id, '6');
    }
    assert.equal((await right.previous('6'))?.exchange.id, '5');
    assert.deepEqual(errors, []);
  });

  test('what one window forgets is gone for the other', async () => {
    const [left, right] = [openWindow(), openWindow()];
    await left.add(exchange(1), undefined);
    await right.add(exchange(2), undefined);
    await left.remove('2');
    assert.deepEqual(await idsOf(right), ['1']);
    assert.equal(await right.find('2'), undefined);
    await right.remove();
    assert.deepEqual(await idsOf(left), []);
  });

  test('no more are kept than the setting says, whichever window sent them', async () => {
    await configureLimit(2);
    const [left, right] = [openWindow(), openWindow()];
    await left.add(exchange(1), undefined);
    await right.add(exchange(2), undefined);
    await left.add(exchange(3), undefined);
    assert.deepEqual(await idsOf(right), ['3', '2']);
    assert.deepEqual(await stored(), ['2.json', '3.json']);
  });

  test('with 0 nothing is on the disk, and only this window has the last exchange', async () => {
    const [left, right] = [openWindow(), openWindow()];
    await left.add(exchange(1), undefined);
    await configureLimit(0);
    await left.add(exchange(2), undefined);
    assert.deepEqual(await stored(), []);
    assert.deepEqual(await idsOf(left), ['2']);
    assert.deepEqual(await idsOf(right), []);
  });

  test('a damaged file is set aside and told in the log; the others are shown', async () => {
    const window = openWindow();
    await window.add(exchange(1), undefined);
    const [folder = ''] = await namesIn('history');
    const damaged = vscode.Uri.joinPath(storage, 'history', folder, '2.json');
    await vscode.workspace.fs.writeFile(damaged, Buffer.from('{"half'));
    assert.deepEqual(await idsOf(window), ['1']);
    assert.deepEqual(warnings, ['2.json: The stored history cannot be read.']);
    assert.deepEqual(await stored(), ['1.json', '2.json.damaged']);
  });

  test('what is there and cannot be read is told once, in the log and in a message', async () => {
    const window = openWindow();
    await window.add(exchange(1), undefined);
    const [folder = ''] = await namesIn('history');
    const closed = vscode.Uri.joinPath(storage, 'history', folder, '2.json');
    await vscode.workspace.fs.createDirectory(closed);
    const told: string[] = [];
    vscode.window.showWarningMessage = (async (message: string) => {
      told.push(message);
    }) as never;
    for (let look = 0; look < 2; look += 1) assert.deepEqual(await idsOf(window), ['1']);
    assert.deepEqual(told, [
      'A part of the history cannot be read and is not shown. The log says where it lies, why, and what to do.',
    ]);
    assert.deepEqual(warnings, [
      `${closed.fsPath} cannot be read: it is a folder, where a file should be. Make it readable for yourself, or move it away: the exchanges in it are not shown until then.`,
    ]);
  });

  test('where nothing can be written, this window has the exchanges all the same', async () => {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(storage, 'history'), Buffer.from('no folder'));
    const window = openWindow();
    await window.add(exchange(1), undefined);
    await window.add(exchange(2), undefined);
    assert.deepEqual(await idsOf(window), ['2', '1']);
    assert.equal(errors.length, 2);
  });

  function openWindow(): Exchanges {
    const log = { warn: (text: string) => warnings.push(text), error: (error: unknown) => errors.push(error) };
    const context = { globalStorageUri: storage } as unknown as vscode.ExtensionContext;
    const window = new Exchanges(context, log as unknown as Log);
    windows.push(window);
    return window;
  }

  /** What lies in the folders of all workspaces: here there is one. */
  async function stored(): Promise<readonly string[]> {
    const folders = await namesIn('history');
    return (await Promise.all(folders.map(folder => namesIn(`history/${folder}`)))).flat().toSorted();
  }

  async function namesIn(folder: string): Promise<readonly string[]> {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(storage, folder));
    return entries.map(([name]) => name);
  }
});

function exchange(second: number): Exchange {
  return { ...success, id: String(second), startedAt: `2026-11-20T12:00:0${second}.000Z` };
}

async function idsOf(window: Exchanges): Promise<readonly string[]> {
  return (await window.all()).map(({ exchange: { id } }) => id);
}

async function configureLimit(limit: number | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('ews').update('history.limit', limit, vscode.ConfigurationTarget.Global);
}

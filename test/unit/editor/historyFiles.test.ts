import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { HistoryFiles } from '../../../src/editor/views/historyFiles.ts';
import { addExchange, defaultHistoryLimits, emptyHistory, withinLimits } from '../../../src/history/index.ts';
import { success } from '../../support/exchanges.ts';

const writer = fileURLToPath(new URL('../../support/historyWriter.ts', import.meta.url));

suite('the history on disk, for several windows', () => {
  let folder: string;
  let files: HistoryFiles;

  setup(async () => {
    folder = path.join(await mkdtemp(path.join(tmpdir(), 'ews-history-')), 'history');
    files = new HistoryFiles(folder);
  });

  teardown(async () => {
    await rm(path.dirname(folder), { recursive: true, force: true });
  });

  test('what one window stores, the other one reads, and a folder that is not there is empty', async () => {
    const other = new HistoryFiles(folder);
    assert.deepEqual(await idsIn(other), []);
    await store('a');
    await store('b');
    assert.deepEqual(await idsIn(other), ['a', 'b']);
    await other.remove('a');
    await other.remove('a');
    assert.deepEqual(await idsIn(files), ['b']);
    await files.clear();
    assert.deepEqual(await idsIn(other), []);
  });

  test('an exchange stored anew replaces the one of its id', async () => {
    await store('a');
    await idsIn(files);
    await files.write({ ...entryOf('a'), cut: ['request'] });
    const { history } = await files.read();
    assert.deepEqual(
      history.map(({ cut }) => cut),
      [['request']],
    );
  });

  test('two windows that write at the same time lose nothing, and the order is that of the sends', async () => {
    const windows = ['left', 'right'].map(name => startWindow(name, 60, 20_000));
    const told = await Promise.all(windows.map(linesOf));
    assert.deepEqual(
      told.map(lines => lines.length),
      [60, 60],
    );
    const { history, notes } = await files.read();
    assert.deepEqual(notes, []);
    const newest = withinLimits(history, { ...defaultHistoryLimits, entries: 120 }).map(({ exchange }) => exchange.id);
    assert.deepEqual([...newest].sort(), told.flat().sort());
    assert.deepEqual(
      newest.filter(id => id.startsWith('left')),
      told[0]?.toReversed(),
    );
    assert.deepEqual(new Set(newest.slice(0, 2)), new Set(['left-59', 'right-59']));
  });

  test('a window that is killed while it writes loses nothing it had stored, and leaves nothing damaged', async () => {
    await mkdir(folder);
    const window = startWindow('killed', 100_000, 400_000);
    const told: string[] = [];
    // A name that appears or changes is a write that has just begun, or the next one about to.
    const watcher = watch(folder, kind => kind === 'rename' && told.length >= 5 && window.kill('SIGKILL'));
    for await (const line of createInterface({ input: window.stdout ?? assert.fail() })) told.push(line);
    watcher.close();
    assert.equal(window.exitCode, null);
    const { history, notes } = await files.read();
    assert.deepEqual(notes, []);
    const stored = history.map(({ exchange }) => exchange.id);
    assert.deepEqual(
      told.filter(id => !stored.includes(id)),
      [],
    );
    assert.deepEqual(new Set(history.map(({ exchange }) => exchange.request.text.length)), new Set([1_000_000]));
  });

  test('what a killed window left half written is removed once it is old, and never read', async () => {
    await store('a');
    const [fresh, old] = ['b.json.1.half', 'b.json.2.half'].map(name => path.join(folder, name));
    assert.ok(fresh && old);
    await writeFile(fresh, '{"version":1,"entr');
    await writeFile(old, '{"version":1,"entr');
    await utimes(old, new Date(), new Date(Date.now() - 2 * 3_600_000));
    assert.deepEqual(await files.read(), { history: [stored('a')], notes: [], unreadable: [] });
    assert.deepEqual((await readdir(folder)).sort(), ['a.json', 'b.json.1.half']);
  });

  test('a damaged file is told once and set aside whole; the others are there', async () => {
    await store('a');
    await store('b');
    await writeFile(path.join(folder, 'a.json'), '{"version":1,"entries":[{"exch');
    const { history, notes } = await files.read();
    assert.deepEqual(history, [stored('b')]);
    assert.deepEqual(notes, ['a.json: The stored history cannot be read.']);
    assert.equal(await readFile(path.join(folder, 'a.json.damaged'), 'utf8'), '{"version":1,"entries":[{"exch');
    assert.deepEqual(await files.read(), { history: [stored('b')], notes: [], unreadable: [] });
    assert.deepEqual((await new HistoryFiles(folder).read()).notes, []);
  });

  test('what a later version wrote is told and left as it is', async () => {
    await store('a');
    await writeFile(path.join(folder, 'b.json'), '{"version":2,"entries":[]}');
    const { history, notes } = await files.read();
    assert.deepEqual(history, [stored('a')]);
    assert.equal(notes.length, 1);
    assert.match(notes[0] ?? '', /^b\.json: .*another version/);
    assert.deepEqual((await readdir(folder)).sort(), ['a.json', 'b.json']);
  });

  test('an id cannot name a file elsewhere', async () => {
    await store('../../outside');
    assert.deepEqual(await readdir(folder), ['______outside.json']);
    assert.deepEqual(await idsIn(files), ['../../outside']);
  });

  test('only the owner may read it', async () => {
    await store('a');
    const allowed = process.platform === 'win32' ? 0o666 : 0o600;
    assert.equal((await stat(path.join(folder, 'a.json'))).mode & 0o777, allowed);
  });

  test('a window that cannot write says so', async () => {
    await writeFile(folder, 'a file where the folder should be');
    await assert.rejects(store('a'), { code: 'EEXIST' });
    const { unreadable } = await files.read();
    assert.deepEqual(unreadable, [
      `${folder} cannot be read: it is a file, where a folder should be. Make it readable for yourself, or move it away: the exchanges in it are not shown until then.`,
    ]);
    assert.deepEqual(await files.read(), { history: [], notes: [], unreadable: [] });
  });

  test('a file that is there and cannot be read is told once; the others are there, and so is it once it can be read', async () => {
    await store('a');
    const [asFolder, inCircles] = ['b.json', 'c.json'].map(name => path.join(folder, name));
    assert.ok(asFolder && inCircles);
    await mkdir(asFolder);
    await symlink(inCircles, inCircles);
    const first = await files.read();
    assert.deepEqual([first.history, first.notes], [[stored('a')], []]);
    assert.deepEqual(
      first.unreadable.map(sentence => sentence.split('. ')[0]),
      [`${asFolder} cannot be read: it is a folder, where a file should be`, `${inCircles} cannot be read (ELOOP)`],
    );
    assert.deepEqual(await files.read(), { history: [stored('a')], notes: [], unreadable: [] });
    await rm(asFolder, { recursive: true });
    await store('b');
    assert.deepEqual(await idsIn(files), ['a', 'b']);
  });

  async function store(id: string): Promise<void> {
    await files.write(entryOf(id));
  }

  function startWindow(name: string, count: number, length: number): ChildProcess {
    const parameters = [writer, folder, name, String(count), String(length)];
    return spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  }
});

function entryOf(id: string) {
  const [entry] = addExchange(emptyHistory, { ...success, id });
  return entry ?? assert.fail();
}

/** JSON has no members that are undefined. */
function stored(id: string): unknown {
  return JSON.parse(JSON.stringify(entryOf(id)));
}

async function idsIn(files: HistoryFiles): Promise<readonly string[]> {
  const { history } = await files.read();
  return history.map(({ exchange }) => exchange.id).sort();
}

async function linesOf(window: ChildProcess): Promise<readonly string[]> {
  const lines: string[] = [];
  const closed = once(window, 'close');
  for await (const line of createInterface({ input: window.stdout ?? assert.fail() })) lines.push(line);
  assert.deepEqual(await closed, [0, null]);
  return lines;
}

import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type History, type HistoryEntry, parseHistory, serialiseHistory } from '../../history/index.ts';

/** What was found in the folder. */
export interface FoundHistory {
  readonly history: History;
  /** For the log: what was found damaged, in a sentence each; only what is new since the last time. */
  readonly notes: readonly string[];
  /** For the log: what is there and cannot be read, and what to do, in sentences; only what is new since the last time. */
  readonly unreadable: readonly string[];
}

/**
 * The exchanges in a folder, one file each, so that several windows can write into it at once: none ever changes the
 * file of another one. A file appears whole or not at all, whenever the program ends.
 */
export class HistoryFiles {
  private readonly folder: string;
  /** What is in a file never changes: each is read once. Undefined for one that cannot be read. */
  private readonly known = new Map<string, HistoryEntry | undefined>();
  /** What cannot be read at the moment, by its path: told once, and tried again each time. */
  private readonly told = new Map<string, string>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * One folder for each workspace. The storage that VS Code gives an extension for a workspace is no such folder: a second
   * window, or one that is opened while the host of the last one still ends, gets another.
   */
  static ofWorkspace(folder: string, workspace: string): HistoryFiles {
    const key = createHash('sha256').update(workspace).digest('hex').slice(0, 16);
    return new HistoryFiles(path.join(folder, key));
  }

  /** Every exchange, by whichever window it was stored, in no order. A damaged file is set aside under another name. */
  async read(): Promise<FoundHistory> {
    const told = new Set(this.told.values());
    const names = await this.names();
    const there = new Set(names);
    for (const name of this.known.keys()) if (!there.has(name)) this.known.delete(name);
    const notes: string[] = [];
    for (const name of names.filter(each => !this.known.has(each))) notes.push(...(await this.readOne(name)));
    const history = [...this.known.values()].filter(entry => entry !== undefined);
    return { history, notes, unreadable: [...this.told.values()].filter(sentence => !told.has(sentence)) };
  }

  /** Stores an exchange. When this is done, no end of the program and no other window can undo it. */
  async write(entry: HistoryEntry): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const name = nameOf(entry.exchange.id);
    const half = path.join(this.folder, `${name}.${crypto.randomUUID()}${halfEnding}`);
    const file = await open(half, 'wx', ownerOnly);
    try {
      await file.writeFile(serialiseHistory([entry]));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(half, path.join(this.folder, name));
    this.known.delete(name);
  }

  /** Removes an exchange; no harm when another window did so before. */
  async remove(id: string): Promise<void> {
    await rm(path.join(this.folder, nameOf(id)), { force: true });
  }

  /** Removes everything, also what was set aside. */
  async clear(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  private async names(): Promise<readonly string[]> {
    const all = (await this.tried(this.folder, readdir(this.folder))) ?? [];
    for (const name of all.filter(each => each.endsWith(halfEnding))) await this.removeWhenOld(name);
    return all.filter(name => name.endsWith(ending));
  }

  /** The half of a window that was killed; one that is just being written is left alone. */
  private async removeWhenOld(name: string): Promise<void> {
    const file = path.join(this.folder, name);
    const age = await stat(file).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > oldMilliseconds) await rm(file, { force: true });
  }

  private async readOne(name: string): Promise<readonly string[]> {
    const file = path.join(this.folder, name);
    const stored = await this.tried(file, readFile(file, 'utf8'));
    if (stored === undefined) return [];
    const { history, notes, isDamaged } = parseHistory(stored);
    this.known.set(name, history[0]);
    if (isDamaged) await rename(file, `${file}${damagedEnding}`).catch(() => undefined);
    return notes.map(note => `${name}: ${note}`);
  }

  /** What comes of reading; undefined where nothing does, which is remembered unless another window just removed it. */
  private async tried<Result>(place: string, reading: Promise<Result>): Promise<Result | undefined> {
    this.told.delete(place);
    try {
      return await reading;
    } catch (cause) {
      const { code = '' } = cause as NodeJS.ErrnoException;
      if (code !== 'ENOENT')
        this.told.set(place, `${place} ${reasons[code] ?? `cannot be read (${code})`}. ${nextStep}`);
      return undefined;
    }
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'cannot be read: you have no permission',
  EPERM: 'cannot be read: you have no permission',
  EISDIR: 'cannot be read: it is a folder, where a file should be',
  ENOTDIR: 'cannot be read: it is a file, where a folder should be',
};

const nextStep = 'Make it readable for yourself, or move it away: the exchanges in it are not shown until then.';

const ending = '.json';
const halfEnding = '.half';
const damagedEnding = '.damaged';
const oldMilliseconds = 3_600_000;

/** Requests and answers are nobody else's business on a shared machine. */
const ownerOnly = 0o600;

function nameOf(id: string): string {
  return `${id.replace(/[^\w-]/g, '_')}${ending}`;
}

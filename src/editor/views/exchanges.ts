import * as vscode from 'vscode';
import type { History, HistoryEntry } from '../../history/index.ts';
import type { Explanation } from '../../response/index.ts';
import type { Exchange } from '../../sending/index.ts';
import { loadBundle } from '../sending/lazy.ts';
import { onSettingsChange, readSettings } from '../settings.ts';
import type { Log } from './log.ts';

/** Something the panel can show: an exchange, or an answer that was decoded without sending. */
export type Shown =
  | { readonly kind: 'exchange'; readonly entry: HistoryEntry; readonly explanation: Explanation | undefined }
  | { readonly kind: 'decoded'; readonly answer: DecodedAnswer; readonly explanation: Explanation };

type DecodedAnswer = import('../../panel/index.ts').DecodedAnswer;

/** The exchanges of this workspace: in memory, and without secrets on disk so that they survive a reload. */
export class Exchanges implements vscode.Disposable {
  private history: History | undefined;
  private loading: Promise<History> | undefined;
  private readonly decoded = new Map<string, Extract<Shown, { kind: 'decoded' }>>();
  private readonly documents = new Map<string, vscode.Uri>();
  /** The newest exchanges uncut: what is stored of a very long answer is its beginning. */
  private readonly whole = new Map<string, Exchange>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;
  private readonly file: vscode.Uri;
  private readonly log: Log;
  private writing: Promise<void> = Promise.resolve();

  /** Fires when an exchange was added or removed. */
  readonly onDidChange = this.changed.event;

  constructor(context: vscode.ExtensionContext, log: Log) {
    this.file = vscode.Uri.joinPath(context.storageUri ?? context.globalStorageUri, 'history.json');
    this.log = log;
    this.subscription = onSettingsChange(['history.limit'], () => void this.keep([]));
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  /** Every exchange, newest first. */
  async all(): Promise<History> {
    this.loading ??= this.load();
    this.history ??= await this.loading;
    return this.history;
  }

  /** Adds an exchange and remembers the document it came from, for as long as the window lives. */
  async add(exchange: Exchange, document: vscode.Uri | undefined): Promise<void> {
    if (document) this.documents.set(exchange.id, document);
    this.whole.set(exchange.id, exchange);
    forgetOldest(this.whole, mostWhole);
    await this.keep([exchange]);
  }

  /** Forgets one exchange, or all of them. */
  async remove(id?: string): Promise<void> {
    const { history } = await loadBundle();
    const all = await this.all();
    this.history = id === undefined ? history.emptyHistory : history.removeExchange(all, id);
    await this.save();
  }

  /** Keeps a decoded answer for the commands of the panel. */
  addDecoded(answer: DecodedAnswer, explanation: Explanation): void {
    this.decoded.set(answer.id, { kind: 'decoded', answer, explanation });
    forgetOldest(this.decoded, mostDecoded);
  }

  /** What is shown under this id; undefined when it is not kept any more. */
  async find(id: string): Promise<Shown | undefined> {
    const decoded = this.decoded.get(id);
    if (decoded) return decoded;
    const { history, explainExchange } = await loadBundle();
    const entry = history.findEntry(await this.all(), id);
    if (!entry) return undefined;
    const whole = this.whole.get(id);
    const shown = whole ? { exchange: whole, cut: [] } : entry;
    return { kind: 'exchange', entry: shown, explanation: explainExchange(shown.exchange) };
  }

  /** The newest exchange. */
  async latest(): Promise<Shown | undefined> {
    const [newest] = await this.all();
    return newest && (await this.find(newest.exchange.id));
  }

  /** The answer to the same operation before this one. */
  async previous(id: string): Promise<HistoryEntry | undefined> {
    const { history } = await loadBundle();
    return history.previousAnswer(await this.all(), id);
  }

  /** The document a request came from, if it was sent in this window. */
  documentOf(id: string): vscode.Uri | undefined {
    return this.documents.get(id);
  }

  private async keep(added: readonly Exchange[]): Promise<void> {
    const { history } = await loadBundle();
    const limits = { ...history.defaultHistoryLimits, entries: Math.max(1, readSettings().historyLimit) };
    let all = await this.all();
    for (const exchange of added) all = history.addExchange(all, exchange, limits);
    this.history = history.withinLimits(all, limits);
    await this.save();
  }

  private async load(): Promise<History> {
    const { history } = await loadBundle();
    if (readSettings().historyLimit === 0) return history.emptyHistory;
    let stored: Uint8Array;
    try {
      stored = await vscode.workspace.fs.readFile(this.file);
    } catch {
      return history.emptyHistory;
    }
    const { history: found, notes } = history.parseHistory(new TextDecoder().decode(stored));
    for (const note of notes) this.log.warn(note);
    if (notes.length > 0) await this.setAside();
    return found;
  }

  /** A damaged file is kept for whoever wants to look, under another name. */
  private async setAside(): Promise<void> {
    const aside = this.file.with({ path: `${this.file.path}.damaged` });
    await vscode.workspace.fs.copy(this.file, aside, { overwrite: true });
  }

  /** Writes one after the other, and the whole file at once, so that no reader ever sees half of it. */
  private save(): Promise<void> {
    this.changed.fire();
    this.writing = this.writing.then(() => this.write()).catch(error => this.log.error(error));
    return this.writing;
  }

  private async write(): Promise<void> {
    const { history } = await loadBundle();
    const files = vscode.workspace.fs;
    if (readSettings().historyLimit === 0 || (this.history ?? []).length === 0) {
      await files.delete(this.file).then(undefined, () => undefined);
      return;
    }
    const half = this.file.with({ path: `${this.file.path}.${crypto.randomUUID()}` });
    await files.writeFile(half, new TextEncoder().encode(history.serialiseHistory(this.history ?? [])));
    await files.rename(half, this.file, { overwrite: true });
  }
}

const mostWhole = 5;
const mostDecoded = 50;

/** Maps keep the order of insertion. */
function forgetOldest(kept: Map<string, unknown>, most: number): void {
  for (const id of kept.keys()) if (kept.size > most) kept.delete(id);
}

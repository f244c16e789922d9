import * as vscode from 'vscode';
import type { History, HistoryEntry } from '../../history/index.ts';
import type { Explanation } from '../../response/index.ts';
import type { Exchange } from '../../sending/index.ts';
import { loadBundle } from '../sending/lazy.ts';
import { onSettingsChange, readSettings } from '../settings.ts';
import type { HistoryFiles } from './historyFiles.ts';
import type { Log } from './log.ts';

/** Something the panel can show: an exchange, or an answer that was decoded without sending. */
export type Shown =
  | { readonly kind: 'exchange'; readonly entry: HistoryEntry; readonly explanation: Explanation | undefined }
  | { readonly kind: 'decoded'; readonly answer: DecodedAnswer; readonly explanation: Explanation };

type DecodedAnswer = import('../../panel/index.ts').DecodedAnswer;

/**
 * The exchanges of this workspace: without secrets on disk so that they survive a reload and every window sees them, and
 * in memory where nothing may be written.
 */
export class Exchanges implements vscode.Disposable {
  /** What is on no disk: all there is when nothing may be written, or what could not be. */
  private unwritten: History = [];
  private readonly decoded = new Map<string, Extract<Shown, { kind: 'decoded' }>>();
  private readonly documents = new Map<string, vscode.Uri>();
  /** The newest exchanges uncut: what is stored of a very long answer is its beginning. */
  private readonly whole = new Map<string, Exchange>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;
  private readonly folder: vscode.Uri;
  private readonly log: Log;
  private opening: Promise<HistoryFiles> | undefined;
  private working: Promise<void> = Promise.resolve();

  /** Fires when an exchange was added or removed. */
  readonly onDidChange = this.changed.event;

  constructor(context: vscode.ExtensionContext, log: Log) {
    this.folder = vscode.Uri.joinPath(context.globalStorageUri, 'history');
    this.log = log;
    this.subscription = vscode.Disposable.from(
      onSettingsChange(['history.limit'], () => void this.inTurn(() => this.trim())),
      // Another window may have sent something meanwhile.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.changed.fire()),
    );
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  /** Every exchange, newest first; those of other windows of this workspace too. */
  async all(): Promise<History> {
    const { history } = await loadBundle();
    const { limits, mayWrite } = await limitsNow();
    const stored = mayWrite ? await this.stored() : [];
    const ids = new Set(stored.map(({ exchange }) => exchange.id));
    const others = this.unwritten.filter(({ exchange }) => !ids.has(exchange.id));
    return history.withinLimits([...others, ...stored], limits);
  }

  /** Adds an exchange and remembers the document it came from, for as long as the window lives. */
  async add(exchange: Exchange, document: vscode.Uri | undefined): Promise<void> {
    if (document) this.documents.set(exchange.id, document);
    forgetOldest(this.documents, mostDocuments);
    this.whole.set(exchange.id, exchange);
    forgetOldest(this.whole, mostWhole);
    await this.inTurn(async () => {
      const { history } = await loadBundle();
      const { limits, mayWrite } = await limitsNow();
      this.unwritten = history.addExchange(this.unwritten, exchange, limits);
      if (mayWrite) await this.writeDown();
      await this.trim();
    });
  }

  /** Forgets one exchange, or all of them. */
  async remove(id?: string): Promise<void> {
    await this.inTurn(async () => {
      const { history } = await loadBundle();
      const files = await this.files();
      this.unwritten = id === undefined ? history.emptyHistory : history.removeExchange(this.unwritten, id);
      await (id === undefined ? files.clear() : files.remove(id));
    });
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

  private async stored(): Promise<History> {
    const { history, notes, unreadable } = await (await this.files()).read();
    for (const note of [...notes, ...unreadable]) this.log.warn(note);
    if (notes.length > 0) void this.tell(damaged());
    if (unreadable.length > 0) void this.tell(closed());
    return history;
  }

  private async tell(message: string): Promise<void> {
    const show = vscode.l10n.t('Show Log');
    const choice = await vscode.window.showWarningMessage(message, show);
    if (choice === show) this.log.show();
  }

  /** Stores what is only in memory. What fails stays there, so that this window at least has it. */
  private async writeDown(): Promise<void> {
    const { history } = await loadBundle();
    const files = await this.files();
    for (const entry of this.unwritten) {
      await files.write(entry);
      this.unwritten = history.removeExchange(this.unwritten, entry.exchange.id);
    }
  }

  /** Removes what is too much; everything when nothing may be written. */
  private async trim(): Promise<void> {
    const files = await this.files();
    const { history } = await loadBundle();
    const { limits, mayWrite } = await limitsNow();
    if (!mayWrite) return await files.clear();
    const stored = await this.stored();
    const kept = new Set(history.withinLimits(stored, limits));
    for (const entry of stored) if (!kept.has(entry)) await files.remove(entry.exchange.id);
  }

  private files(): Promise<HistoryFiles> {
    this.opening ??= loadBundle().then(({ HistoryFiles }) =>
      HistoryFiles.ofWorkspace(this.folder.fsPath, workspaceName()),
    );
    return this.opening;
  }

  /** One change after the other; a failure is for the log, because the answer itself is there to see. */
  private inTurn(change: () => Promise<void>): Promise<void> {
    this.working = this.working
      .then(change)
      .catch(error => this.log.error(error))
      .then(() => this.changed.fire());
    return this.working;
  }
}

function damaged(): string {
  return vscode.l10n.t(
    'A part of the history cannot be read and is not shown. Its file was kept beside the others; the log names it.',
  );
}

function closed(): string {
  return vscode.l10n.t(
    'A part of the history cannot be read and is not shown. The log says where it lies, why, and what to do.',
  );
}

/** With 0 in the settings the last exchange is kept, but in memory only. */
async function limitsNow() {
  const { history } = await loadBundle();
  const { historyLimit } = readSettings();
  const limits = { ...history.defaultHistoryLimits, entries: Math.max(1, historyLimit) };
  return { limits, mayWrite: historyLimit > 0 };
}

const mostWhole = 5;
const mostDecoded = 50;

/** As many as the history can hold. */
const mostDocuments = 500;

/** Maps keep the order of insertion. */
function forgetOldest(kept: Map<string, unknown>, most: number): void {
  for (const id of kept.keys()) if (kept.size > most) kept.delete(id);
}

/** The same in every window of a workspace. */
function workspaceName(): string {
  const { workspaceFile, workspaceFolders = [] } = vscode.workspace;
  return (workspaceFile ? [workspaceFile] : workspaceFolders.map(({ uri }) => uri)).join('\n');
}

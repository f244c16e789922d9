import * as vscode from 'vscode';
import { formatXml } from '../../language/index.ts';
import { loadBundle } from '../sending/lazy.ts';
import type { Exchanges, Shown } from './exchanges.ts';

const scheme = 'ews-answer';

/** What stands behind an address: a text of ours, or the bytes that an endpoint sent. */
export interface AnswerContent {
  readonly bytes: Uint8Array;
  /** As the Encoding Standard spells it. */
  readonly encoding: string;
}

/**
 * Serves answers as read-only files: real XML documents of the editor. They are files and no virtual texts, because a
 * file keeps its bytes, and VS Code keeps its encoding and its byte order mark when it is saved elsewhere.
 */
export class AnswerDocuments implements vscode.Disposable, vscode.FileSystemProvider {
  private readonly contents = new Map<string, Uint8Array>();
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  private readonly subscriptions: readonly vscode.Disposable[];
  private readonly exchanges: Exchanges;

  /** Never fires: what was answered does not change. */
  readonly onDidChangeFile = this.changed.event;

  constructor(exchanges: Exchanges) {
    this.exchanges = exchanges;
    this.subscriptions = [
      this.changed,
      vscode.workspace.registerFileSystemProvider(scheme, this, { isReadonly: true, isCaseSensitive: true }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === scheme) this.contents.delete(uri.toString());
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** The address of a text; the name is what the tab shows. */
  add(name: string, id: string, content: string | AnswerContent): vscode.Uri {
    const path = `/${name.replace(/[^\w.-]+/g, ' ').trim()}.ews.xml`;
    const uri = vscode.Uri.from({ scheme, path, query: id });
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content.bytes;
    this.contents.set(uri.toString(), bytes);
    return uri;
  }

  /** Opens a text or the bytes of an answer in an editor. */
  async open(name: string, id: string, content: string | AnswerContent): Promise<void> {
    const uri = this.add(name, id, content);
    const options = { viewColumn: vscode.ViewColumn.Active, preview: true };
    const document = await opened(uri, typeof content === 'string' ? 'utf-8' : content.encoding);
    // What is no text, or too much of it for an extension, VS Code shows in its own way.
    if (document) await vscode.window.showTextDocument(document, options);
    else await vscode.commands.executeCommand('vscode.open', uri, options);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { length } = await this.readFile(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: length };
  }

  /** After a reload the tab is still there, and the answer is read from the history. */
  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const known = this.contents.get(uri.toString());
    if (known !== undefined) return known;
    const [id = '', what] = uri.query.split('~');
    const found = await this.exchanges.find(id);
    if (!found) throw vscode.FileSystemError.FileNotFound(uri);
    if (what === 'request' && found.kind === 'exchange')
      return new TextEncoder().encode(found.entry.exchange.request.text);
    if (what === undefined) return (await answerContent(found))?.bytes ?? new Uint8Array();
    return new TextEncoder().encode(formatXml(answerText(found) ?? ''));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}

/** The text of the answer; undefined when there was none. */
export function answerText(shown: Shown): string | undefined {
  return answerOf(shown)?.text;
}

/** The bytes of the answer, exactly as they came; undefined when there was none. */
export async function answerContent(shown: Shown): Promise<AnswerContent | undefined> {
  const answer = answerOf(shown);
  if (!answer) return undefined;
  const { bytesOf } = await loadBundle();
  return { bytes: bytesOf(answer.text, answer.received), encoding: answer.received?.encoding ?? 'utf-8' };
}

function answerOf(shown: Shown) {
  if (shown.kind === 'decoded') return shown.answer;
  const { result } = shown.entry.exchange;
  return result.kind === 'answer' ? result : undefined;
}

async function opened(uri: vscode.Uri, encoding: string): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri, { encoding: encoding.replace(/[^a-z\d]/g, '') });
  } catch {
    return undefined;
  }
}

import * as vscode from 'vscode';
import { formatXml } from '../../language/index.ts';
import type { Exchanges, Shown } from './exchanges.ts';

const scheme = 'ews-answer';

/** Serves answers as read-only documents: real XML documents of the editor, whose text is the answer itself. */
export class AnswerDocuments implements vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly subscriptions: readonly vscode.Disposable[];
  private readonly exchanges: Exchanges;

  constructor(exchanges: Exchanges) {
    this.exchanges = exchanges;
    this.subscriptions = [
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: uri => this.textOf(uri),
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === scheme) this.texts.delete(uri.toString());
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** The address of a text; the name is what the tab shows. The text is asked for when a document opens it. */
  add(name: string, id: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme, path: `/${name.replace(/[^\w.-]+/g, ' ').trim()}.ews.xml`, query: id });
    this.texts.set(uri.toString(), text);
    return uri;
  }

  /** Opens a text in an editor. */
  async open(name: string, id: string, text: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.add(name, id, text));
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Active, preview: true });
  }

  /** After a reload the tab is still there, and the answer is read from the history. */
  private async textOf(uri: vscode.Uri): Promise<string> {
    const known = this.texts.get(uri.toString());
    if (known !== undefined) return known;
    const [id = '', what] = uri.query.split('~');
    const found = await this.exchanges.find(id);
    if (what === 'request') return found?.kind === 'exchange' ? found.entry.exchange.request.text : '';
    const answer = (found && answerText(found)) ?? '';
    return what === undefined ? answer : formatXml(answer);
  }
}

/** The answer of what is shown, exactly as received; undefined when there was none. */
export function answerText(shown: Shown): string | undefined {
  if (shown.kind === 'decoded') return shown.answer.text;
  const { result } = shown.entry.exchange;
  return result.kind === 'answer' ? result.text : undefined;
}

import * as vscode from 'vscode';
import type { Exchange } from '../../sending/index.ts';
import { rangeIn } from '../authoring/documents.ts';
import { loadBundle } from '../sending/lazy.ts';
import { plainText } from './plainText.ts';
import { rangeNow } from './rangeNow.ts';

/**
 * Shows what the server refused at the very words of the request, if the fault names a place and the words are still
 * there. The next edit of the document clears it, and so do the next send and closing.
 */
export class FaultDiagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('ews-server');
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor() {
    this.subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.collection.delete(document.uri);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.collection.delete(uri)),
      this.collection,
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** Takes an exchange that has just come back, with the document it was sent from. */
  async show(exchange: Exchange, uri: vscode.Uri): Promise<void> {
    this.collection.delete(uri);
    const { faultPlace } = await loadBundle();
    const place = faultPlace(exchange);
    const document = vscode.workspace.textDocuments.find(open => open.uri.toString() === uri.toString());
    const range = place && document && rangeNow(exchange.request.text, document.getText(), place);
    if (!range) return;
    const diagnostic = new vscode.Diagnostic(rangeIn(document, range), plainText(place.message, 1000));
    diagnostic.source = vscode.l10n.t('EWS server');
    diagnostic.code = plainText(place.code);
    this.collection.set(uri, [diagnostic]);
  }
}

import * as vscode from 'vscode';
import { isLargeEnvelope, type RequestDocuments } from './documents.ts';

/** Keeps `ews.isEnvelope` true while the active editor shows an EWS envelope: menus and key bindings ask for it. */
export function registerContextKey(documents: RequestDocuments): vscode.Disposable {
  let shown: boolean | undefined;
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    const isEnvelope =
      document !== undefined && (documents.of(document)?.envelope !== undefined || isLargeEnvelope(document));
    if (isEnvelope === shown) return;
    shown = isEnvelope;
    void vscode.commands.executeCommand('setContext', 'ews.isEnvelope', isEnvelope);
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidOpenTextDocument(update),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) update();
    }),
  );
}

import * as vscode from 'vscode';
import { operations } from '../../ews/operations/index.ts';
import type { Effect, Operation } from '../../ews/schema.ts';
import { envelopeSnippet } from '../../language/index.ts';

/** "EWS: New Request…": pick an operation, get its envelope in a new document with the first placeholder selected. */
export async function newRequest(name?: unknown): Promise<void> {
  const operation = operations.find(candidate => candidate.name === name) ?? (await pickOperation());
  if (!operation) return;
  // A name of its own would be nicer, but VS Code loses the text of named untitled documents on a reload.
  const document = await vscode.workspace.openTextDocument({ language: 'ews', content: '' });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(envelopeSnippet(operation)), new vscode.Position(0, 0));
}

async function pickOperation(): Promise<Operation | undefined> {
  const items = operations.map(operation => ({
    label: operation.name,
    description: marks[operation.effect],
    detail: operation.summary,
    operation,
  }));
  const pick = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('New Request'),
    placeHolder: vscode.l10n.t('Which operation?'),
    matchOnDetail: true,
  });
  return pick?.operation;
}

const marks: Readonly<Record<Effect, string>> = {
  reads: vscode.l10n.t('reads'),
  changes: vscode.l10n.t('changes the mailbox'),
  removes: vscode.l10n.t('removes from the mailbox'),
};

import * as vscode from 'vscode';
import { operations } from '../../ews/operations/index.ts';
import type { Effect, Operation } from '../../ews/schema.ts';
import { type EnvelopeValues, envelopeSnippet, type Impersonation } from '../../language/index.ts';

/** "EWS: New Request…": pick an operation, get its envelope in a new document with the first placeholder selected. */
export async function newRequest(name?: unknown): Promise<void> {
  const operation =
    operations.find(candidate => candidate.name === name) ??
    (await pickOperation(operations, vscode.l10n.t('New Request')));
  if (operation) await openEnvelope(operation);
}

/** Opens the envelope of an operation in a new document: filled in with what is known, tab stops for the rest. */
export async function openEnvelope(
  operation: Operation,
  values: EnvelopeValues = {},
  impersonation?: Impersonation,
): Promise<void> {
  // A name of its own would be nicer, but VS Code loses the text of named untitled documents on a reload.
  const document = await vscode.workspace.openTextDocument({ language: 'ews', content: '' });
  // Asked for in the panel, it must not cover the panel.
  const { Active, One } = vscode.ViewColumn;
  const editor = await vscode.window.showTextDocument(document, vscode.window.activeTextEditor ? Active : One);
  const snippet = new vscode.SnippetString(envelopeSnippet(operation, values, impersonation));
  await editor.insertSnippet(snippet, new vscode.Position(0, 0));
}

/** Asks for one of several operations; undefined when the user gave up. */
export async function pickOperation(choice: readonly Operation[], title: string): Promise<Operation | undefined> {
  const items = choice.map(operation => ({
    label: operation.name,
    description: marks[operation.effect],
    detail: operation.summary,
    operation,
  }));
  const pick = await vscode.window.showQuickPick(items, {
    title,
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

import * as vscode from 'vscode';
import type { RequestDocuments } from '../authoring/documents.ts';

/**
 * The document of the active editor; when something else is active, such as the walkthrough, the only request that is
 * open, which then gets the editor. Undefined when there is none, or several of which nobody said which.
 */
export async function requestInSight(documents: RequestDocuments): Promise<vscode.TextDocument | undefined> {
  const active = vscode.window.activeTextEditor;
  if (active) return active.document;
  const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
  const addresses = tabs.flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri.toString()] : []));
  const [only, ...others] = vscode.workspace.textDocuments.filter(
    document => addresses.includes(document.uri.toString()) && isRequest(documents, document),
  );
  if (!only || others.length > 0) return undefined;
  await vscode.window.showTextDocument(only);
  return only;
}

function isRequest(documents: RequestDocuments, document: vscode.TextDocument): boolean {
  const request = documents.of(document);
  return request?.kind === 'request' && request.payload !== undefined;
}

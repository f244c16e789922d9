import * as vscode from 'vscode';
import { decodePasted } from '../sending/decodePasted.ts';
import type { Exchanges } from './exchanges.ts';
import type { ResponsePanel } from './responsePanel.ts';

/** "EWS: Decode Response": explains the selection, or the whole document, without sending anything. */
export async function decodeResponse(exchanges: Exchanges, panel: ResponsePanel, uri?: unknown): Promise<void> {
  await decodeSource(exchanges, panel, await sourceOf(uri));
}

/** "EWS: Decode Response from Clipboard", whatever is open. */
export async function decodeClipboard(exchanges: Exchanges, panel: ResponsePanel): Promise<void> {
  await decodeSource(exchanges, panel, await clipboard());
}

interface Source {
  readonly material: string | Uint8Array;
  readonly name: string;
}

async function decodeSource(exchanges: Exchanges, panel: ResponsePanel, source: Source | undefined): Promise<void> {
  if (!source) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is nothing to decode. Open or select an answer, or copy one to the clipboard.'),
    );
    return;
  }
  const answers = await decodePasted(source.material, source.name);
  const [first] = answers;
  const chosen = answers.length > 1 ? await pick(answers) : first;
  if (!chosen) return;
  exchanges.addDecoded(chosen.answer, chosen.explanation);
  await panel.show({ kind: 'decoded', ...chosen });
}

type Pasted = Awaited<ReturnType<typeof decodePasted>>;

async function pick(answers: Pasted): Promise<Pasted[number] | undefined> {
  const items = answers.map(answer => ({ label: answer.explanation.headline, description: answer.label, answer }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Decode Response'),
    placeHolder: vscode.l10n.t('There are several answers in this text. Which one?'),
    matchOnDescription: true,
  });
  return picked?.answer;
}

async function sourceOf(uri: unknown): Promise<Source | undefined> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor && !editor.selection.isEmpty && editor.document.uri.toString() === String(uri);
  if (uri instanceof vscode.Uri && !selected) return await wholeOf(uri);
  if (editor && !editor.selection.isEmpty) {
    return {
      material: editor.document.getText(editor.selection),
      name: vscode.l10n.t('the selection in {0}', nameOf(editor.document.uri)),
    };
  }
  if (editor && editor.document.getText().trim() !== '') return await wholeOf(editor.document.uri);
  return await clipboard();
}

/** What stands in the editor when it was changed there; else the bytes of the file, which need not be text at all. */
async function wholeOf(uri: vscode.Uri): Promise<Source> {
  const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
  const isFile = vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== undefined;
  const material =
    isFile && !open?.isDirty
      ? await vscode.workspace.fs.readFile(uri)
      : (open ?? (await vscode.workspace.openTextDocument(uri))).getText();
  return { material, name: nameOf(uri) };
}

async function clipboard(): Promise<Source | undefined> {
  const text = await vscode.env.clipboard.readText();
  return text.trim() === '' ? undefined : { material: text, name: vscode.l10n.t('the clipboard') };
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.split('/').at(-1) ?? uri.path;
}

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { operations } from '../../../src/ews/operations/index.ts';
import { envelopeFor } from '../../../src/language/index.ts';
import { closeAll, open, problems } from './support.ts';

const removeImGroup = operations.find(({ name }) => name === 'RemoveImGroup');
const request = removeImGroup ? envelopeFor(removeImGroup, {}) : '';
const wrong = request.replaceAll('http://schemas', 'https://schemas');
const filler = `<!--${' '.repeat(2 * 1024 * 1024)}-->`;

suite('documents above 2 MB in VS Code', () => {
  suiteTeardown(closeAll);

  test('one message says that one is not checked, and nothing is', async () => {
    const said: string[] = [];
    const show = vscode.window.showInformationMessage;
    Object.assign(vscode.window, {
      showInformationMessage: (message: string) => Promise.resolve(void said.push(message)),
    });
    try {
      const { document } = await open(wrong + filler);
      await vscode.languages.setTextDocumentLanguage(document, 'xml');
      await vscode.languages.setTextDocumentLanguage(document, 'ews');
      const other = await open(wrong);
      await problems(other.document, 'some');
      assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    } finally {
      Object.assign(vscode.window, { showInformationMessage: show });
    }
    assert.deepEqual(said, [
      'This document is larger than 2 MB, so it is not checked while you type. Sending and decoding work.',
    ]);
  });

  test('nothing is offered that a smaller document has', async () => {
    const small = await open(wrong);
    const offered = await offers(small.document);
    assert.deepEqual(
      Object.keys(offered).filter(feature => offered[feature] === 0),
      [],
    );
    const large = await open(wrong + filler);
    assert.deepEqual(
      await offers(large.document),
      Object.fromEntries(Object.keys(offered).map(feature => [feature, 0])),
    );
  });
});

/** How much the extension offers of each feature for a document that begins with the wrong request. */
async function offers(document: vscode.TextDocument): Promise<Readonly<Record<string, number>>> {
  const { uri } = document;
  const ask = async <T>(command: string, ...further: readonly unknown[]) =>
    (await vscode.commands.executeCommand<T | undefined>(command, uri, ...further)) ?? undefined;
  const count = async (command: string, ...further: readonly unknown[]) =>
    (await ask<readonly unknown[]>(command, ...further))?.length ?? 0;
  const name = document.positionAt(wrong.indexOf('m:RemoveImGroup') + 4);
  const namespace = document.positionAt(wrong.indexOf('https://schemas') + 3);
  const list = await ask<vscode.CompletionList>('vscode.executeCompletionItemProvider', name);
  const linked = await ask<{ readonly ranges: readonly unknown[] }>('_executeLinkedEditingProvider', name);
  // What VS Code selects of its own ends with the line.
  const selected: vscode.Range[] = [];
  const [selection] =
    (await ask<readonly vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', [name])) ?? [];
  for (let part = selection; part; part = part.parent) selected.push(part.range);
  const element = /<m:RemoveImGroup>[\s\S]*<\/m:RemoveImGroup>/.exec(wrong)?.[0];
  const at = new vscode.Range(namespace, namespace);
  return {
    // What VS Code adds of its own are words and snippets.
    completion: list?.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Function).length ?? 0,
    hover: await count('vscode.executeHoverProvider', name),
    lenses: await count('vscode.executeCodeLensProvider'),
    fixes: await count('vscode.executeCodeActionProvider', at, vscode.CodeActionKind.QuickFix.value),
    fixAll: await count('vscode.executeCodeActionProvider', at, 'source.fixAll.ews'),
    outline: await count('vscode.executeDocumentSymbolProvider'),
    folding: await count('vscode.executeFoldingRangeProvider'),
    selection: selected.filter(range => document.getText(range) === element).length,
    linkedEditing: linked?.ranges.length ?? 0,
    formatting: await count('vscode.executeFormatDocumentProvider', { tabSize: 4, insertSpaces: true }),
  };
}

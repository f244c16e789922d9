import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { envelopeFor, operationNamed } from '../../../src/language/index.ts';
import { initialContent } from '../../../src/sandbox/content.ts';
import { chooseFirst, closeAll, eventually, open } from './support.ts';

const [mailbox] = initialContent.mailboxes;
const group = mailbox?.groups.find(({ displayName }) => displayName === 'Lunch Club');
const stranger = mailbox?.contacts.find(({ displayName }) => displayName === 'Fumiko Sato');

suite('picking from the mailbox in VS Code', () => {
  suiteSetup(async () => {
    await vscode.commands.executeCommand('ews.resetSandbox');
  });

  teardown(closeAll);

  test('before the list is known, completion offers to ask and nothing else', async () => {
    await forgetLists();
    const { document } = await open(envelope('RemoveImGroup'));
    assert.deepEqual(await offeredIn(document, '{{group id}}'), ['Pick from the mailbox…']);
  });

  test('every id has a lens that picks', async () => {
    await forgetLists();
    const { document } = await open(envelope('RemoveImContactFromGroup'));
    assert.deepEqual(await lensesOf(document), [
      '$(list-selection) Pick from the mailbox…',
      '$(list-selection) Pick from the mailbox…',
    ]);
  });

  test('once it is known, completion lists the names, and one edit puts Id and ChangeKey there', async () => {
    await readList();
    const { document } = await open(envelope('RemoveImGroup'));
    assert.deepEqual(await offeredIn(document, '{{group id}}'), [
      'Project Phoenix',
      'Lunch Club',
      'Night Shift',
      'Old Team',
      'Pick from the mailbox…',
    ]);
    assert.ok(group);
    const [item] = (await completionsIn(document, '{{group id}}')).filter(
      ({ label }) => nameOf(label) === 'Lunch Club',
    );
    assert.equal(item?.insertText, group.id);
    assert.deepEqual(
      item.additionalTextEdits?.map(({ newText }) => newText),
      [` ChangeKey="${group.changeKey}"`],
    );
  });

  test('behind an id that has just been typed nothing is offered, in front of it the names are', async () => {
    await readList();
    assert.ok(group);
    const { document } = await open(envelope('RemoveImGroup', { GroupId: { Id: group.id } }));
    assert.deepEqual(await offeredIn(document, group.id), []);
    assert.ok((await offeredIn(document, group.id.slice(0, 10))).includes('Night Shift'));
  });

  test('after a pick the caret stands behind the id, and the next tab stop is where it was', async () => {
    await readList();
    await vscode.commands.executeCommand('ews.newRequest', 'RemoveImContactFromGroup');
    const editor = vscode.window.activeTextEditor ?? assert.fail();
    const { document } = editor;
    const selected = () => document.getText(editor.selection);
    assert.equal(selected(), '{{contact id}}');
    await chooseFirst(vscode.commands.executeCommand('ews.pickFromMailbox'));
    const [first] = mailbox?.contacts ?? [];
    assert.ok(first);
    const before = document.getText(new vscode.Range(new vscode.Position(0, 0), editor.selection.start));
    assert.deepEqual([selected(), before.endsWith(`<m:ContactId Id="${first.id}`)], ['', true]);
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await eventually(vscode.window.onDidChangeTextEditorSelection, () => selected() === '{{group id}}' || undefined);
  });

  test('hover and lens name the group', async () => {
    await readList();
    assert.ok(group);
    const { document } = await open(envelope('RemoveImGroup', { GroupId: { Id: group.id } }));
    const at = document.positionAt(document.getText().indexOf(group.id) + 3);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const text = hovers.flatMap(({ contents }) => contents.map(content => (content as vscode.MarkdownString).value));
    assert.match(text.join('\n').replaceAll('&nbsp;', ' '), /Lunch Club/);
    assert.deepEqual(await lensesOf(document), ['$(list-selection) Lunch Club: pick another…']);
  });

  test('the lens of a group says when a list that is read anew does not have it', async () => {
    await readList();
    assert.ok(group && stranger);
    const gone = group.id.replace(/.(?=AAA=$)/, 'x');
    assert.notEqual(gone, group.id);
    const { document } = await open(
      envelope('AddImContactToGroup', { ContactId: { Id: gone }, GroupId: { Id: gone } }),
    );
    assert.deepEqual(await lensesOf(document), [
      '$(list-selection) Pick from the mailbox…',
      '$(list-selection) Not in the list of the mailbox: pick another…',
    ]);
    await forgetLists();
    assert.equal((await lensesOf(document)).at(1), '$(list-selection) Pick from the mailbox…');
  });

  test('a contact that is not in the group is told, until something changes the list', async () => {
    await readList();
    assert.ok(group && stranger);
    const { document } = await open(
      envelope('RemoveImContactFromGroup', { ContactId: { Id: stranger.id }, GroupId: { Id: group.id } }),
    );
    const problems = () => vscode.languages.getDiagnostics(document.uri);
    const found = await eventually(vscode.languages.onDidChangeDiagnostics, () => problems()[0]);
    assert.deepEqual(
      [codeOf(found), found.severity, document.getText(found.range)],
      ['id.not-a-member', vscode.DiagnosticSeverity.Information, stranger.id],
    );
    await vscode.commands.executeCommand('ews.resetSandbox');
    await eventually(vscode.languages.onDidChangeDiagnostics, () => problems().length === 0 || undefined);
  });

  /** A reset of the sandbox makes its lists old, which completion takes for unknown. */
  async function forgetLists(): Promise<void> {
    await vscode.commands.executeCommand('ews.resetSandbox');
  }

  async function readList(): Promise<void> {
    await open(envelope('GetImItemList'));
    await vscode.commands.executeCommand('ews.sendRequest');
    await closeAll();
  }
});

function envelope(name: string, values: Parameters<typeof envelopeFor>[1] = {}): string {
  const operation = operationNamed(name);
  assert.ok(operation);
  return envelopeFor(operation, values);
}

async function completionsIn(document: vscode.TextDocument, words: string): Promise<readonly vscode.CompletionItem[]> {
  const at = document.positionAt(document.getText().indexOf(words) + words.length);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
  );
  const { Value, Reference } = vscode.CompletionItemKind;
  const own = list.items.filter(({ kind }) => kind === Value || kind === Reference);
  return [...own].sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''));
}

async function offeredIn(document: vscode.TextDocument, words: string): Promise<readonly string[]> {
  return (await completionsIn(document, words)).map(({ label }) => nameOf(label));
}

function nameOf(label: string | vscode.CompletionItemLabel): string {
  return typeof label === 'string' ? label : label.label;
}

async function lensesOf(document: vscode.TextDocument): Promise<readonly (string | undefined)[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    10,
  );
  return lenses
    .filter(({ command }) => command?.command === 'ews.pickFromMailbox')
    .map(({ command }) => command?.title);
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

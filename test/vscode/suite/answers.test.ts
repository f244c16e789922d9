import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import { operations } from '../../../src/ews/operations/index.ts';
import { envelopeFor } from '../../../src/language/index.ts';
import { chooseFirst, closeAll, eventually, open } from './support.ts';

const getImItemList = operations.find(({ name }) => name === 'GetImItemList')!;

function answer(code: string, declaration = ''): string {
  return `${declaration}<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><GetImItemListResponse ResponseClass="Error" xmlns="http://schemas.microsoft.com/exchange/services/2006/messages"><MessageText>Größe</MessageText>\r\n<ResponseCode>${code}</ResponseCode>\n</GetImItemListResponse></s:Body></s:Envelope>`;
}

suite('answers in VS Code, byte by byte', () => {
  let server: Server;
  let body: Buffer;

  suiteSetup(async () => {
    server = createServer((incoming, response) => {
      incoming.resume();
      response.end(body);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/EWS/Exchange.asmx`;
    await configure('endpoints', [{ name: 'Bytes', url }]);
    await configure('activeEndpoint', 'Bytes');
  });

  teardown(closeAll);

  suiteTeardown(async () => {
    await configure('endpoints', undefined);
    await configure('activeEndpoint', undefined);
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  const latin = '<?xml version="1.0" encoding="iso-8859-1"?>';
  const cases: readonly (readonly [name: string, bytes: Buffer, encoding: string, text: string])[] = [
    ['UTF-8', Buffer.from(answer('A')), 'utf8', answer('A')],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${answer('A')}`), 'utf8bom', answer('A')],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${answer('A')}`, 'utf16le'), 'utf16le', answer('A')],
    ['UTF-16 without a mark', Buffer.from(answer('A'), 'utf16le'), 'utf16le', answer('A')],
    ['Latin 1', Buffer.from(answer('A', latin), 'latin1'), 'windows1252', answer('A', latin)],
  ];
  for (const [name, bytes, encoding, text] of cases) {
    test(`${name} opens as it came, read-only, and is saved as it came`, async () => {
      body = bytes;
      await open(envelopeFor(getImItemList));
      await vscode.commands.executeCommand('ews.sendRequest');
      await vscode.commands.executeCommand('ews.openAnswer');
      const document = vscode.window.activeTextEditor?.document ?? assert.fail();
      assert.equal(document.uri.scheme, 'ews-answer');
      assert.equal(document.encoding, encoding);
      assert.equal(document.getText().replaceAll('\r\n', '\n'), text.replaceAll('\r\n', '\n'));
      assert.deepEqual(Buffer.from(await vscode.workspace.fs.readFile(document.uri)), bytes);
      assert.equal(vscode.workspace.fs.isWritableFileSystem('ews-answer'), false);
      const target = vscode.Uri.file(path.join(tmpdir(), `${crypto.randomUUID()}.xml`));
      await vscode.commands.executeCommand('ews.saveAnswer', undefined, target);
      assert.deepEqual(Buffer.from(await vscode.workspace.fs.readFile(target)), bytes);
      await vscode.workspace.fs.delete(target);
    });
  }

  test('bytes that are no text are handed to VS Code, which says so', async () => {
    body = Buffer.from(Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251));
    await open(envelopeFor(getImItemList));
    await vscode.commands.executeCommand('ews.sendRequest');
    await vscode.commands.executeCommand('ews.openAnswer');
    assert.deepEqual(Buffer.from(await vscode.workspace.fs.readFile(await answerTab())), body);
  });

  test('an answer above 50 MB, which VS Code keeps from extensions, is in an editor all the same', async function () {
    this.timeout(60_000);
    body = Buffer.from(answer('A').replace('Größe', 'x'.repeat(51 * 1024 * 1024)));
    await open(envelopeFor(getImItemList));
    await vscode.commands.executeCommand('ews.sendRequest');
    await vscode.commands.executeCommand('ews.openAnswer');
    const shown = await answerTab();
    assert.equal((await vscode.workspace.fs.stat(shown)).size, body.length);
    assert.ok(vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputText);
    assert.ok(vscode.workspace.textDocuments.every(({ uri }) => uri.toString() !== shown.toString()));
  });

  test('the formatted answer and the one that is compared are texts of their own', async () => {
    body = Buffer.from(answer('A'), 'utf16le');
    await open(envelopeFor(getImItemList));
    await vscode.commands.executeCommand('ews.sendRequest');
    await vscode.commands.executeCommand('ews.openAnswerFormatted');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.encoding, 'utf8');
    assert.match(
      document.getText(),
      /\n {4}<GetImItemListResponse [^<]*>\r\n {6}<MessageText>Größe<\/MessageText>\r\n/,
    );
  });
});

/** The address in the tab of an answer that is no document of the extension host. */
async function answerTab(): Promise<vscode.Uri> {
  return await eventually(vscode.window.tabGroups.onDidChangeTabs, () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .map(({ input }) => (input as { uri?: vscode.Uri } | undefined)?.uri)
      .find(uri => uri?.scheme === 'ews-answer'),
  );
}

suite('decoding what a person has, in VS Code', () => {
  teardown(closeAll);

  test('several answers in one text become a list, and the chosen one is shown', async () => {
    await open(`First\n${answer('ErrorItemNotFound')}\nthen\n${answer('ErrorAccessDenied')}\n`);
    await chooseFirst(vscode.commands.executeCommand('ews.decodeResponse'));
    await panelTitled('ErrorItemNotFound, GetImItemList');
  });

  test('a raw answer in a file, whose body is compressed', async () => {
    const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Encoding: gzip\r\n\r\n';
    await decodeFile(Buffer.concat([Buffer.from(head), gzipSync(answer('ErrorServerBusy'))]));
    await panelTitled('ErrorServerBusy, GetImItemList');
  });

  test('a raw answer in a file, whose body is UTF-16', async () => {
    const text = Buffer.from(`\ufeff${answer('ErrorMailboxMoveInProgress')}`, 'utf16le');
    await decodeFile(Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), text]));
    await panelTitled('ErrorMailboxMoveInProgress, GetImItemList');
  });

  test('a document that was changed counts as it stands in the editor', async () => {
    const file = vscode.Uri.file(path.join(tmpdir(), `${crypto.randomUUID()}.xml`));
    await vscode.workspace.fs.writeFile(file, Buffer.from(answer('ErrorItemNotFound')));
    const document = await vscode.workspace.openTextDocument(file);
    const editor = await vscode.window.showTextDocument(document);
    const at = document.getText().indexOf('ErrorItemNotFound');
    const range = new vscode.Range(document.positionAt(at), document.positionAt(at + 'ErrorItemNotFound'.length));
    await editor.edit(edit => edit.replace(range, 'ErrorTokenRequired'));
    await vscode.commands.executeCommand('ews.decodeResponse', file);
    await panelTitled('ErrorTokenRequired, GetImItemList');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.workspace.fs.delete(file);
  });
});

async function decodeFile(bytes: Uint8Array): Promise<void> {
  const file = vscode.Uri.file(path.join(tmpdir(), `${crypto.randomUUID()}.http`));
  await vscode.workspace.fs.writeFile(file, bytes);
  await vscode.commands.executeCommand('ews.decodeResponse', file);
  await vscode.workspace.fs.delete(file);
}

async function panelTitled(title: string): Promise<void> {
  await eventually(vscode.window.tabGroups.onDidChangeTabs, () =>
    vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === title),
  );
}

async function configure(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('ews').update(name, value, vscode.ConfigurationTarget.Global);
}

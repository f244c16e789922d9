import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import { operations } from '../../../src/ews/operations/index.ts';
import { envelopeFor } from '../../../src/language/index.ts';
import { chooseFirst, closeAll, eventually, open } from './support.ts';

const getImItemList = operations.find(({ name }) => name === 'GetImItemList')!;
const request = envelopeFor(getImItemList);

function answer(code: string): string {
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header><t:ServerVersionInfo MajorVersion="15" MinorVersion="2" MajorBuildNumber="1544" MinorBuildNumber="4" Version="Exchange2016" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"/></s:Header><s:Body><GetImItemListResponse ResponseClass="Error" xmlns="http://schemas.microsoft.com/exchange/services/2006/messages"><ResponseCode>${code}</ResponseCode></GetImItemListResponse></s:Body></s:Envelope>`;
}

suite('what can be done with an exchange, in VS Code', () => {
  let server: Server;
  let code: string;

  suiteSetup(async () => {
    server = createServer((incoming, response) => {
      incoming.resume();
      response.setHeader('Set-Cookie', 'exchangecookie=very-secret');
      response.end(answer(code));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/EWS/Exchange.asmx`;
    await configure('endpoints', [{ name: 'Actions', url }]);
    await configure('activeEndpoint', 'Actions');
  });

  setup(async () => {
    await vscode.env.clipboard.writeText('');
  });

  teardown(closeAll);

  suiteTeardown(async () => {
    await configure('endpoints', undefined);
    await configure('activeEndpoint', undefined);
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  test('an answer is compared with the one before it, the older one left', async () => {
    await send('ErrorServerBusy');
    await send('ErrorItemNotFound');
    await vscode.commands.executeCommand('ews.compareWithPrevious');
    const { original, modified } = await eventually(
      vscode.window.tabGroups.onDidChangeTabs,
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input as vscode.TabInputTextDiff | undefined,
    );
    assert.match(await textAt(original), /<ResponseCode>ErrorServerBusy</);
    assert.match(await textAt(modified), /<ResponseCode>ErrorItemNotFound</);
  });

  test('an exchange that is deleted is gone, and the one before it is the last', async () => {
    await send('ErrorServerBusy');
    await send('ErrorItemNotFound');
    assert.equal(await copied('ews.copyCode'), 'ErrorItemNotFound');
    const id = /client-request-id: ([\w-]+)/i.exec(await copied('ews.copyAsCurl'))?.[1];
    await vscode.commands.executeCommand('ews.deleteExchange', { id });
    assert.equal(await copied('ews.copyCode'), 'ErrorServerBusy');
  });

  test('an answer that was decoded is the one in sight, and the request is still the last one sent', async () => {
    await send('ErrorItemNotFound');
    await vscode.env.clipboard.writeText(answer('ErrorServerBusy'));
    await vscode.commands.executeCommand('ews.decodeClipboard');
    assert.equal(await copied('ews.copyCode'), 'ErrorServerBusy');
    await vscode.commands.executeCommand('ews.openAnswerFormatted');
    const opened = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(opened, /<ResponseCode>ErrorServerBusy</);
    assert.match(await copied('ews.copyAsCurl'), /curl/);
  });

  test('an older exchange that was opened again is the one in sight', async () => {
    await send('ErrorServerBusy');
    const id = /client-request-id: ([\w-]+)/i.exec(await copied('ews.copyAsCurl'))?.[1];
    await send('ErrorItemNotFound');
    await vscode.commands.executeCommand('ews.openExchange', { id });
    assert.equal(await copied('ews.copyCode'), 'ErrorServerBusy');
    await closeAll();
    assert.equal(await copied('ews.copyCode'), 'ErrorItemNotFound');
  });

  test('the version is selected where the request tells it', async () => {
    await send('ErrorInvalidServerVersion');
    await vscode.commands.executeCommand('ews.setVersion');
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.getText(editor.selection) ?? '', /^Exchange20\d\d(?:_SP\d)?$/);
  });

  test('a report is masked or not, and holds no cookie either way', async () => {
    await send('ErrorItemNotFound');
    await chooseFirst(vscode.commands.executeCommand('ews.copyReport'));
    const report = await vscode.env.clipboard.readText();
    assert.match(report, /ErrorItemNotFound/);
    assert.doesNotMatch(report, /very-secret/);
  });

  test('the request is copied for PowerShell', async () => {
    await send('ErrorItemNotFound');
    assert.match(await copied('ews.copyAsPowerShell'), /HttpRequestMessage/);
  });

  test('in an opened answer: no problems, a lens that explains, hovers on code and build', async () => {
    await send('ErrorItemNotFound');
    await vscode.commands.executeCommand('ews.openAnswer');
    const { document } = vscode.window.activeTextEditor ?? assert.fail();
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    assert.deepEqual(
      lenses.map(({ command }) => command?.command),
      ['ews.decodeResponse'],
    );
    assert.match(await hoverOn(document, 'ErrorItemNotFound'), /not-found/);
    assert.match(await hoverOn(document, 'ServerVersionInfo'), /Exchange 2019 CU14 of 2024-02-13/);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });

  async function send(responseCode: string): Promise<void> {
    code = responseCode;
    await open(request);
    await vscode.commands.executeCommand('ews.sendRequest');
  }
});

async function copied(command: string): Promise<string> {
  await vscode.commands.executeCommand(command);
  return await vscode.env.clipboard.readText();
}

async function textAt(uri: vscode.Uri): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

async function hoverOn(document: vscode.TextDocument, words: string): Promise<string> {
  const at = document.positionAt(document.getText().indexOf(words) + 3);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
  return hovers
    .flatMap(({ contents }) => contents.map(content => (typeof content === 'string' ? content : content.value)))
    .join('\n')
    .replaceAll('\\', '')
    .replaceAll('&nbsp;', ' ');
}

async function configure(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('ews').update(name, value, vscode.ConfigurationTarget.Global);
}

import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import { operations } from '../../../src/ews/operations/index.ts';
import { envelopeFor } from '../../../src/language/index.ts';
import { initialContent } from '../../../src/sandbox/content.ts';
import { closeAll, eventually, open } from './support.ts';

const getImItemList = operations.find(({ name }) => name === 'GetImItemList');
const removeImGroup = operations.find(({ name }) => name === 'RemoveImGroup');
const group = initialContent.mailboxes[0]?.groups.find(({ displayName }) => displayName === 'Old Team');
const answerText =
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><RemoveImGroupResponse ResponseClass="Error" xmlns="http://schemas.microsoft.com/exchange/services/2006/messages"><ResponseCode>ErrorInvalidIdMalformed</ResponseCode></RemoveImGroupResponse></s:Body></s:Envelope>';

suite('sending in VS Code', () => {
  let server: Server;
  let url: string;
  let bodies: string[];

  suiteSetup(async () => {
    server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      bodies.push(body);
      response.writeHead(401, { 'WWW-Authenticate': 'NTLM' });
      response.end();
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/EWS/Exchange.asmx`;
  });

  setup(() => {
    bodies = [];
  });

  teardown(async () => {
    await configure('endpoints', undefined);
    await configure('activeEndpoint', undefined);
    await configure('problems', undefined);
    await closeAll();
  });

  suiteTeardown(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  test('RemoveImGroup to the sandbox: done, and the second time told that it is gone', async () => {
    assert.ok(removeImGroup && group);
    await vscode.commands.executeCommand('ews.resetSandbox');
    await open(envelopeFor(removeImGroup, { GroupId: { Id: group.id } }));
    await vscode.commands.executeCommand('ews.sendRequest');
    await panelTitled('NoError, RemoveImGroup');
    await vscode.commands.executeCommand('ews.sendAgain');
    await panelTitled('ErrorInvalidImGroupId, RemoveImGroup');
  });

  test('a reading request goes to the active endpoint unasked, exactly as it stands', async () => {
    assert.ok(getImItemList);
    await configure('endpoints', [{ name: 'Test', url }]);
    await configure('activeEndpoint', 'Test');
    const text = `${envelopeFor(getImItemList)}<!-- é -->`;
    await open(text);
    await vscode.commands.executeCommand('ews.sendRequest');
    await panelTitled('HTTP 401, GetImItemList');
    assert.deepEqual(bodies, [text]);
  });

  test('an answer is not sent, and the reason is said', async () => {
    await configure('endpoints', [{ name: 'Test', url }]);
    await configure('activeEndpoint', 'Test');
    await open(answerText);
    assert.deepEqual(await toldBy('showInformationMessage', 'ews.sendRequest'), [
      'This document is an answer, not a request, so it is not sent. Run "EWS: Decode Response" to have it explained.',
    ]);
    assert.deepEqual(bodies, []);
  });

  test('a problem that the settings have switched off asks no question either', async () => {
    assert.ok(getImItemList);
    await configure('endpoints', [{ name: 'Test', url }]);
    await configure('activeEndpoint', 'Test');
    const text = envelopeFor(getImItemList).replace('Exchange2013_SP1', 'Exchange2010');
    await open(text);
    assert.deepEqual(await toldBy('showWarningMessage', 'ews.sendRequest'), [
      'The request has errors. Send it all the same?',
    ]);
    assert.deepEqual(bodies, []);
    await configure('problems', { 'version.too-old': 'off' });
    assert.deepEqual(await toldBy('showWarningMessage', 'ews.sendRequest'), []);
    assert.deepEqual(bodies, [text]);
  });

  test('Kerberos where VS Code brings no module for it: a clear sentence, nothing sent, and the next send works', async () => {
    assert.ok(getImItemList);
    await configure('endpoints', [{ name: 'Test', url, authentication: 'negotiate' }]);
    await configure('activeEndpoint', 'Test');
    await open(envelopeFor(getImItemList));
    await vscode.commands.executeCommand('ews.sendRequest');
    await panelTitled('Sign-in not possible, GetImItemList');
    assert.deepEqual(bodies, []);
    const { showQuickPick } = vscode.window;
    vscode.window.showQuickPick = (async (items: readonly vscode.QuickPickItem[]) => items[0]) as never;
    await vscode.commands.executeCommand('ews.copyReport');
    vscode.window.showQuickPick = showQuickPick;
    assert.match(
      await vscode.env.clipboard.readText(),
      /No answer\. This installation has no Kerberos module.*Give a user name and a password, so that NTLM can be used\./,
    );
    await configure('endpoints', [{ name: 'Test', url }]);
    await vscode.commands.executeCommand('ews.sendRequest');
    await panelTitled('HTTP 401, GetImItemList');
  });

  test('an answer in the editor is explained without sending', async () => {
    await open(answerText);
    await vscode.commands.executeCommand('ews.decodeResponse');
    await panelTitled('ErrorInvalidIdMalformed, RemoveImGroup');
  });

  test('an answer in the clipboard is explained, whatever is open', async () => {
    await open('<x/>');
    await vscode.env.clipboard.writeText('HTTP/1.1 503 Service Unavailable\r\nRetry-After: 30\r\n\r\n');
    await vscode.commands.executeCommand('ews.decodeClipboard');
    await panelTitled('HTTP 503');
  });

  test('the exact answer opens as a document of its own', async () => {
    assert.ok(getImItemList);
    await open(envelopeFor(getImItemList));
    await vscode.commands.executeCommand('ews.sendRequest');
    await panelTitled('NoError, GetImItemList');
    await vscode.commands.executeCommand('ews.openAnswer');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, 'ews-answer');
    assert.match(document.getText(), /^<\?xml version="1.0" encoding="utf-8"\?><s:Envelope/);
  });

  test('the request is copied as cURL without a secret', async () => {
    await vscode.commands.executeCommand('ews.copyAsCurl');
    assert.match(await vscode.env.clipboard.readText(), /curl/);
  });
});

async function configure(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('ews').update(name, value, vscode.ConfigurationTarget.Global);
}

/** What a command says in messages of one kind, which nobody answers. */
async function toldBy(
  kind: 'showInformationMessage' | 'showWarningMessage',
  command: string,
): Promise<readonly string[]> {
  const told: string[] = [];
  const show = vscode.window[kind];
  Object.assign(vscode.window, { [kind]: async (message: string) => void told.push(message) });
  try {
    await vscode.commands.executeCommand(command);
  } finally {
    Object.assign(vscode.window, { [kind]: show });
  }
  return told;
}

async function panelTitled(title: string): Promise<void> {
  await eventually(vscode.window.tabGroups.onDidChangeTabs, () =>
    vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === title),
  );
}

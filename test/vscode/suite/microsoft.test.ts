import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import { operations } from '../../../src/ews/operations/index.ts';
import { envelopeFor } from '../../../src/language/index.ts';
import { closeAll, open } from './support.ts';

const getImItemList = operations.find(({ name }) => name === 'GetImItemList')!;
const done =
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><GetImItemListResponse ResponseClass="Success" xmlns="http://schemas.microsoft.com/exchange/services/2006/messages"><ResponseCode>NoError</ResponseCode></GetImItemListResponse></s:Body></s:Envelope>';

/** No machine of ours reaches Microsoft's sign-in: what is asked of VS Code is checked, and what is done with its answer. */
suite('the sign-in at Microsoft, as far as the request it makes', () => {
  let server: Server;
  let authorizations: (string | undefined)[];
  let asked: unknown[][];
  let shown: string[];
  let choice: string | undefined;
  const { getSession } = vscode.authentication;
  const { showWarningMessage } = vscode.window;

  suiteSetup(async () => {
    server = createServer((request, response) => {
      request.resume();
      authorizations.push(request.headers.authorization);
      const fresh = request.headers.authorization === 'Bearer fresh-token';
      response.writeHead(fresh ? 200 : 401, fresh ? { 'Content-Type': 'text/xml' } : { 'WWW-Authenticate': 'Bearer' });
      response.end(fresh ? done : undefined);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/EWS/Exchange.asmx`;
    await configure('endpoints', [{ name: 'Online', url, authentication: 'microsoft' }]);
    await configure('activeEndpoint', 'Online');
    await configure('microsoft.clientId', '00000000-0000-0000-0000-00000000000a');
    await configure('microsoft.tenant', 'contoso.example');
    vscode.authentication.getSession = async (...parameters: unknown[]) => {
      asked.push(parameters);
      const accessToken = JSON.stringify(parameters[2]).includes('forceNewSession') ? 'fresh-token' : 'stale-token';
      return { id: '1', accessToken, account: { id: 'ada', label: 'ada' }, scopes: [] } as never;
    };
    vscode.window.showWarningMessage = (async (message: string) => {
      shown.push(message);
      return choice;
    }) as never;
  });

  setup(() => {
    authorizations = [];
    asked = [];
    shown = [];
    choice = undefined;
  });

  teardown(closeAll);

  suiteTeardown(async () => {
    vscode.authentication.getSession = getSession;
    vscode.window.showWarningMessage = showWarningMessage;
    for (const name of ['endpoints', 'activeEndpoint', 'microsoft.clientId', 'microsoft.tenant']) {
      await configure(name, undefined);
    }
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  const scopes = [
    'VSCODE_CLIENT_ID:00000000-0000-0000-0000-00000000000a',
    'VSCODE_TENANT:contoso.example',
    'https://outlook.office365.com/EWS.AccessAsUser.All',
  ];

  test('asks VS Code for EWS.AccessAsUser.All with the registration of the user, and sends the token as Bearer', async () => {
    await open(envelopeFor(getImItemList));
    await vscode.commands.executeCommand('ews.sendRequest');
    assert.deepEqual(asked, [['microsoft', scopes, { createIfNone: true }]]);
    assert.deepEqual(authorizations, ['Bearer stale-token']);
  });

  test('a refused token is no reason to sign in anew unasked', async () => {
    await open(envelopeFor(getImItemList));
    await vscode.commands.executeCommand('ews.sendRequest');
    assert.deepEqual(shown, ['The endpoint refused the token of the sign-in at Microsoft. Nothing was executed.']);
    assert.equal(asked.length, 1);
    assert.equal(authorizations.length, 1);
  });

  test('who says so signs in anew, and the request goes out once more with the fresh token', async () => {
    choice = 'Sign In Again and Send';
    await open(envelopeFor(getImItemList));
    await vscode.commands.executeCommand('ews.sendRequest');
    assert.deepEqual(asked.at(-1), [
      'microsoft',
      scopes,
      { forceNewSession: { detail: 'The endpoint refused the token that was there.' } },
    ]);
    assert.deepEqual(authorizations, ['Bearer stale-token', 'Bearer fresh-token']);
    assert.equal(shown.length, 1);
  });
});

async function configure(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('ews').update(name, value, vscode.ConfigurationTarget.Global);
}

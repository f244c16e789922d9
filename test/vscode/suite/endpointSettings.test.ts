import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import { operations } from '../../../src/ews/operations/index.ts';
import { envelopeFor } from '../../../src/language/index.ts';
import { closeAll, open } from './support.ts';

const getImItemList = operations.find(({ name }) => name === 'GetImItemList')!;
const done =
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><GetImItemListResponse ResponseClass="Success" xmlns="http://schemas.microsoft.com/exchange/services/2006/messages"><ResponseCode>NoError</ResponseCode></GetImItemListResponse></s:Body></s:Envelope>';

suite('what the settings of an endpoint do to a request, in VS Code', () => {
  let server: Server;
  let port: number;
  let received: IncomingMessage[];
  let status: number;
  const { showInputBox, showQuickPick, showInformationMessage, showErrorMessage } = vscode.window;

  suiteSetup(async () => {
    server = createServer((request, response) => {
      request.resume();
      received.push(request);
      response.writeHead(status, { 'Content-Type': 'text/xml' }).end(status === 200 ? done : undefined);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    ({ port } = server.address() as AddressInfo);
    await configure('ews.activeEndpoint', 'Test');
  });

  setup(() => {
    received = [];
    status = 200;
  });

  teardown(async () => {
    Object.assign(vscode.window, { showInputBox, showQuickPick, showInformationMessage, showErrorMessage });
    for (const name of [
      'http.proxy',
      'http.proxyAuthorization',
      'http.noProxy',
      'http.proxySupport',
      'ews.endpoints',
    ]) {
      await configure(name, undefined);
    }
    await closeAll();
  });

  suiteTeardown(async () => {
    await configure('ews.activeEndpoint', undefined);
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  async function send(endpoint: object, text = envelopeFor(getImItemList)): Promise<IncomingMessage | undefined> {
    const url = `http://127.0.0.1:${port}/EWS/Exchange.asmx`;
    await configure('ews.endpoints', [{ name: 'Test', url, ...endpoint }]);
    await open(text);
    await vscode.commands.executeCommand('ews.sendRequest');
    return received.at(-1);
  }

  test('further headers, the User-Agent and the anchor mailbox go along', async () => {
    const headers = { 'User-Agent': 'Allowed/1.0', 'X-Test': 'a b' };
    const request = await send({ headers, anchorMailbox: 'ada@contoso.example' });
    assert.equal(request?.headers['user-agent'], 'Allowed/1.0');
    assert.equal(request?.headers['x-test'], 'a b');
    assert.equal(request?.headers['x-anchormailbox'], 'ada@contoso.example');
  });

  test('without one, the anchor mailbox is the impersonated SMTP address', async () => {
    const text = envelopeFor(getImItemList, {}, { by: 'SmtpAddress', value: 'bob@contoso.example' });
    assert.equal((await send({}, text))?.headers['x-anchormailbox'], 'bob@contoso.example');
    const byPrincipal = envelopeFor(getImItemList, {}, { by: 'PrincipalName', value: 'bob' });
    assert.equal((await send({}, byPrincipal))?.headers['x-anchormailbox'], undefined);
  });

  const far = 'http://mail.contoso.example/EWS/Exchange.asmx';

  test('http.proxy and http.proxyAuthorization lead the way', async () => {
    await configure('http.proxy', `http://127.0.0.1:${port}`);
    await configure('http.proxyAuthorization', 'Basic eDp5');
    const request = await send({ url: far });
    assert.equal(request?.url, far);
    assert.equal(request?.headers['proxy-authorization'], 'Basic eDp5');
  });

  const ways: readonly (readonly [setting: string, value: unknown])[] = [
    ['http.noProxy', ['no-such-host.invalid']],
    ['http.proxySupport', 'off'],
  ];
  for (const [setting, value] of ways) {
    test(`${setting} leads past the proxy`, async () => {
      await configure('http.proxy', `http://127.0.0.1:${port}`);
      await configure(setting, value);
      await send({ url: 'http://no-such-host.invalid/', timeout: 5 });
      assert.equal(received.length, 0);
    });
  }

  test('an entry that cannot be used is listed with what is wrong, and is the reason when it is the active one', async () => {
    await configure('ews.endpoints', [
      { name: 'Test', url: 'mail.example.com/EWS' },
      { name: 'Lab', url: 'https://mail.example.com/', authentication: 'NTLM' },
    ]);
    let offered: readonly vscode.QuickPickItem[] = [];
    vscode.window.showQuickPick = (async (items: readonly vscode.QuickPickItem[]) => {
      offered = items;
    }) as never;
    await vscode.commands.executeCommand('ews.selectEndpoint');
    const noUrl =
      'The endpoint "Test" cannot be used. The address is not an http or https URL. Write https://HOST/EWS/Exchange.asmx.';
    const noKind =
      'The endpoint "Lab" has an unknown authentication. Known are: none, basic, bearer, ntlm, negotiate, microsoft, auto.';
    assert.deepEqual(
      offered.map(({ label, detail }) => [label, detail]),
      [
        ['Sandbox', 'An Exchange inside the extension, to practise on'],
        ['$(warning) Test', noUrl],
        ['$(warning) Lab', noKind],
        ['$(add) Add or change endpoints…', 'Opens the setting ews.endpoints'],
      ],
    );
    const told: unknown[] = [];
    vscode.window.showErrorMessage = (async (...words: unknown[]) => {
      told.push(words);
    }) as never;
    const { document } = await open(envelopeFor(getImItemList));
    await vscode.commands.executeCommand('ews.sendRequest');
    await vscode.commands.executeCommand('ews.testEndpoint');
    const message = [noUrl, 'Select Endpoint', 'Open Endpoint Settings'];
    assert.deepEqual(told, [message, message]);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['$(play) Send GetImItemList', '$(server-environment) no such endpoint'],
    );
  });

  test('a password is asked for once, forgotten when it is refused, and forgotten by Sign Out', async () => {
    let asked = 0;
    let offered: readonly vscode.QuickPickItem[] = [];
    vscode.window.showInputBox = async () => {
      asked += 1;
      return `secret${asked}`;
    };
    vscode.window.showQuickPick = (async (items: readonly vscode.QuickPickItem[]) => {
      offered = items;
      return items.at(-1);
    }) as never;
    const endpoint = { authentication: 'basic', username: 'ada' };
    const sent = async () => atob((await send(endpoint))?.headers.authorization?.slice(6) ?? '');
    assert.equal(await sent(), 'ada:secret1');
    assert.equal(await sent(), 'ada:secret1');
    await vscode.commands.executeCommand('ews.signOut');
    assert.deepEqual(
      offered.map(({ label, detail }) => [label, detail]),
      [
        ['ada', `http://127.0.0.1:${port} (basic)`],
        ['$(trash) Forget all', ''],
      ],
    );
    status = 401;
    assert.equal(await sent(), 'ada:secret2');
    status = 200;
    assert.equal(await sent(), 'ada:secret3');
    await vscode.commands.executeCommand('ews.signOut');
    const told: string[] = [];
    vscode.window.showInformationMessage = (async (message: string) => {
      told.push(message);
    }) as never;
    await vscode.commands.executeCommand('ews.signOut');
    assert.deepEqual(told, ['No password is kept, so there is nothing to forget.']);
  });
});

async function configure(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
}

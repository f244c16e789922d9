import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRoot } from '../../scripts/paths.ts';
import { openWorkbench, type Workbench } from './harness.ts';

interface Received {
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

const answer =
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><GetImItemListResponse ResponseClass="Success" xmlns="http://schemas.microsoft.com/exchange/services/2006/messages"><ResponseCode>NoError</ResponseCode></GetImItemListResponse></s:Body></s:Envelope>';

suite('workbench: what is asked before and while a request goes out', () => {
  let workbench: Workbench;
  let folder: string;
  let near: Server;
  let far: Server;
  let toNear: Received[];
  let toFar: Received[];
  let closed: Promise<void>;

  suiteSetup(async () => {
    toNear = [];
    toFar = [];
    far = await serve(toFar, response => response.writeHead(200, { 'Content-Type': 'text/xml' }).end(answer));
    let hungUp: () => void;
    closed = new Promise(resolve => {
      hungUp = resolve;
    });
    near = await serve(toNear, (response, path) => {
      if (path === '/moved') response.writeHead(302, { Location: `${originOf(far)}/EWS/Exchange.asmx` }).end();
      else if (path === '/silent') response.on('close', () => hungUp());
      else response.writeHead(200, { 'Content-Type': 'text/xml' }).end(answer);
    });
    folder = await mkdtemp(path.join(tmpdir(), 'ews-questions-'));
    await cp(inRoot('samples', 'GetImItemList.ews'), path.join(folder, 'GetImItemList.ews'));
    await mkdir(path.join(folder, '.vscode'));
    const team = { name: 'Team', url: `${originOf(near)}/EWS/Exchange.asmx`, authentication: 'none' };
    await writeFile(path.join(folder, '.vscode', 'settings.json'), JSON.stringify({ 'ews.endpoints': [team] }));
    const own = (name: string, path: string) => ({
      name,
      url: originOf(near) + path,
      authentication: 'basic',
      username: 'ada',
    });
    workbench = await openWorkbench({
      folder,
      settings: { 'ews.endpoints': [own('Moved', '/moved'), own('Silent', '/silent')], 'ews.activeEndpoint': 'Team' },
      env: { NODE_EXTRA_CA_CERTS: inRoot('test/fixtures/certificates/authority.pem') },
    });
    await workbench.openFile('GetImItemList.ews');
  });

  suiteTeardown(async () => {
    await workbench.close();
    await rm(folder, { recursive: true, force: true });
    for (const server of [near, far]) {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    }
  });

  test('before the first credential goes to an endpoint of the workspace its origin is shown, and nothing is sent unasked', async () => {
    await workbench.command('EWS: Send Request');
    await workbench.dialog('This workspace defines the endpoint. Shall your credentials go there?').waitFor();
    await workbench.dialog(originOf(near)).waitFor();
    await workbench.screenshot('workspace-endpoint');
    await workbench.answer('Cancel');
    await workbench.command('EWS: Send Request');
    await workbench.dialog('Shall your credentials go there?').waitFor();
    assert.equal(toNear.length, 0);
    await workbench.answer('Sign In There');
    await workbench.input('secret');
    await heading('NoError').waitFor();
    assert.deepEqual(
      toNear.map(({ headers }) => headers.authorization),
      [`Basic ${btoa('ada:secret')}`],
    );
  });

  test('who has said yes is not asked again', async () => {
    await workbench.command('View: Focus First Editor Group');
    await workbench.command('EWS: Send Request');
    await receivedBy(toNear, 2);
    assert.equal(await workbench.page.locator('.monaco-dialog-box').count(), 0);
  });

  test('signing out takes the yes back', async () => {
    await workbench.command('EWS: Sign Out');
    await workbench.pick('ada');
    await workbench.command('View: Focus First Editor Group');
    await workbench.command('EWS: Send Request');
    await workbench.dialog('Shall your credentials go there?').waitFor();
    await workbench.answer('Sign In There');
    await workbench.input('secret');
    await receivedBy(toNear, 3);
  });

  test('another origin that the server redirects to is shown, and gets nothing before the answer is yes, and never credentials', async () => {
    await select('Moved');
    await workbench.command('EWS: Send Request');
    await workbench.dialog('The endpoint redirects to another server').waitFor();
    await workbench.dialog(`To: ${originOf(far)}/EWS/Exchange.asmx`).waitFor();
    await workbench.screenshot('redirect');
    await workbench.answer('Cancel');
    await heading('HTTP 302').waitFor();
    assert.equal(toFar.length, 0);
    await workbench.command('View: Focus First Editor Group');
    const text = await workbench.text();
    await workbench.command('EWS: Send Request');
    await workbench.dialog('The endpoint redirects to another server').waitFor();
    await workbench.answer('Send There Without Credentials');
    await heading('NoError').waitFor();
    assert.deepEqual(
      toFar.map(({ body, headers }) => [body, headers.authorization, headers.cookie]),
      [[text, undefined, undefined]],
    );
  });

  test('Cancel ends a send that waits, and closes its socket', async () => {
    await select('Silent');
    await workbench.command('View: Focus First Editor Group');
    await workbench.command('EWS: Send Request');
    const progress = workbench.notification('EWS: Sending GetImItemList');
    await progress.getByRole('button', { name: 'Cancel' }).click();
    await closed;
    await heading('Cancelled').waitFor();
    await workbench.webview().getByText('It may have been executed').first().waitFor();
    await progress.waitFor({ state: 'hidden' });
  });

  function heading(name: string) {
    return workbench.webview().getByRole('heading', { level: 1, name });
  }

  async function select(endpoint: string): Promise<void> {
    await workbench.command('EWS: Select Endpoint');
    await workbench.pick(endpoint);
    await workbench.page
      .locator('.statusbar-item')
      .filter({ hasText: `EWS: ${endpoint}` })
      .waitFor();
  }

  /** The answers to sends look alike: another has come when the server has seen it. */
  async function receivedBy(received: readonly Received[], count: number): Promise<void> {
    while (received.length < count) await new Promise(resolve => near.once('received', resolve));
  }
});

type Answering = (response: ServerResponse, path: string) => unknown;

async function serve(received: Received[], answering: Answering): Promise<Server> {
  const file = (name: string) => readFileSync(inRoot('test/fixtures/certificates', name));
  const server = createServer({ key: file('server.key'), cert: file('localhost.pem') }, async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ body, headers: request.headers });
    server.emit('received');
    answering(response, request.url ?? '');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function originOf(server: Server): string {
  return `https://localhost:${(server.address() as AddressInfo).port}`;
}

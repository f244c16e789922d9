import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { inRoot } from '../../scripts/paths.ts';
import { openWorkbench, type Workbench } from './harness.ts';

const answer =
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><RemoveImGroupResponse ResponseClass="Success" xmlns="http://schemas.microsoft.com/exchange/services/2006/messages"><ResponseCode>NoError</ResponseCode></RemoveImGroupResponse></s:Body></s:Envelope>';

suite('workbench: an endpoint of one’s own', () => {
  let workbench: Workbench;
  let server: Server;
  let received: string[];

  suiteSetup(async () => {
    received = [];
    const file = (name: string) => readFileSync(inRoot('test/fixtures/certificates', name));
    server = createServer({ key: file('server.key'), cert: file('self-signed.pem') }, async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      if (request.headers.authorization !== `Basic ${btoa('ada:secret')}`) {
        response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="test"' }).end();
        return;
      }
      received.push(body);
      response.writeHead(200, { 'Content-Type': 'text/xml; charset=utf-8' }).end(answer);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const url = `https://localhost:${(server.address() as AddressInfo).port}/EWS/Exchange.asmx`;
    const endpoint = { name: 'Lab', url, authentication: 'basic', username: 'ada' };
    const nowhere = 'https://no-such-host.invalid/EWS/Exchange.asmx';
    const away = { name: 'Away', url: nowhere, authentication: 'ntlm', username: 'ada' };
    workbench = await openWorkbench({ settings: { 'ews.endpoints': [endpoint, away], 'ews.activeEndpoint': 'Lab' } });
  });

  suiteTeardown(async () => {
    await workbench.close();
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  test('a removal is asked about, the certificate is shown, trusted and pinned, and the answer arrives', async () => {
    await workbench.openFile('RemoveImGroup.ews');
    const text = await workbench.text();
    await workbench.command('EWS: Send Request');
    await workbench.dialog('This request removes data. Send it?').waitFor();
    await workbench.dialog('Operation: RemoveImGroup').waitFor();
    await workbench.answer('Send');
    await workbench.input('secret');
    await workbench.dialog('The certificate of this endpoint is not trusted').waitFor();
    await workbench.dialog(/SHA-256: (?:[0-9A-F]{2}:){31}[0-9A-F]{2}/).waitFor();
    await workbench.screenshot('trust');
    assert.deepEqual(received, []);
    await workbench.answer('Trust This Certificate for This Endpoint');
    // The request is a new send, and so is the question.
    await workbench.dialog('This request removes data. Send it?').waitFor();
    await workbench.answer('Send');
    await workbench.webview().getByRole('heading', { level: 1, name: 'NoError' }).waitFor();
    assert.deepEqual(received, [text]);
  });

  test('Test Endpoint walks the way with a tick for each step', async () => {
    await workbench.command('EWS: Test Endpoint');
    const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'Authentication' }).waitFor();
    const labels = await rows.locator('.quick-input-list-label').allInnerTexts();
    assert.deepEqual(
      labels.map(label => /^\s*(\w+?)\s*passed\b/.exec(label)?.[1]),
      ['Name', 'TCP', 'TLS', 'HTTP', 'Authentication', 'EWS'],
    );
    await workbench.screenshot('test-endpoint');
    await workbench.press('Escape');
  });

  test('Test Endpoint asks for no password that nobody takes, and speaks of PAC files where a proxy may be missing', async () => {
    const status = workbench.page.locator('.statusbar-item');
    await workbench.command('EWS: Select Endpoint');
    await workbench.pick('Away');
    await status.filter({ hasText: 'EWS: Away' }).waitFor();
    await workbench.command('EWS: Test Endpoint');
    const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: /Name\s*failed/ }).waitFor();
    await workbench.press('Enter');
    await workbench.dialog(/no-such-host\.invalid could not be resolved.*PAC file.*http\.proxy/).waitFor();
    await workbench.screenshot('test-endpoint-proxy');
    await workbench.answer('Back to the Steps');
    await rows.filter({ hasText: /Name\s*failed/ }).waitFor();
    await workbench.press('Escape');
    await workbench.command('EWS: Select Endpoint');
    await workbench.pick('Lab');
    await status.filter({ hasText: 'EWS: Lab' }).waitFor();
  });

  test('Select Endpoint switches to the sandbox, and the status bar says so', async () => {
    await workbench.page.locator('.statusbar-item').filter({ hasText: 'EWS: Lab' }).waitFor();
    await workbench.command('EWS: Select Endpoint');
    await workbench.pick('Sandbox');
    await workbench.page.locator('.statusbar-item').filter({ hasText: 'EWS: Sandbox' }).waitFor();
  });

  // The last one: what it opens is a changed file of settings, to which no command can write.
  test('a failed step of Test Endpoint leads to the settings', async () => {
    await workbench.command('EWS: Select Endpoint');
    await workbench.pick('Away');
    await workbench.page.locator('.statusbar-item').filter({ hasText: 'EWS: Away' }).waitFor();
    await workbench.command('EWS: Test Endpoint');
    await workbench.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: /Name\s*failed/ })
      .waitFor();
    await workbench.press('Enter');
    await workbench.answer('Open Endpoint Settings');
    await workbench.page.getByText('settings.json').first().waitFor();
  });
});

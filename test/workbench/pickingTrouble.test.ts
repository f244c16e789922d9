import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { envelopeFor, operationNamed } from '../../src/language/index.ts';
import { type CountingServer, countingServer } from './countingServer.ts';
import { openWorkbench, type Workbench } from './harness.ts';

/** The second mailbox of the sandbox has other groups, and the third none at all. */
const seed = {
  mailboxes: [
    { name: 'Ada', address: 'ada@fabrikam.example', groups: [{ name: 'Of Ada', members: ['Cleo'] }] },
    { name: 'Ben', address: 'ben@fabrikam.example', groups: [{ name: 'Of Ben' }] },
    { name: 'Nobody', address: 'nobody@fabrikam.example' },
  ],
};

suite('workbench: picking from the mailbox when things go wrong', () => {
  let workbench: Workbench;
  let server: CountingServer;

  suiteSetup(async () => {
    server = await countingServer();
    const settings = {
      'ews.sandbox.seed': 'mailboxes.json',
      'ews.endpoints': [{ name: 'Lab', url: server.url }],
      'ews.activeEndpoint': 'Lab',
    };
    workbench = await openWorkbench({ settings });
    await writeFile(path.join(workbench.folder, 'mailboxes.json'), JSON.stringify(seed));
    for (const name of ['ada', 'ben', 'nobody'])
      await writeFile(path.join(workbench.folder, `${name}.ews`), removeImGroupOf(`${name}@fabrikam.example`));
  });

  suiteTeardown(async () => {
    await workbench.close();
    await server.stop();
  });

  test('a mailbox that does not give its list: the answer says why', async () => {
    await workbench.openFile('ada.ews');
    server.refuse(403);
    await lens().click();
    const notification = workbench.notification('The endpoint did not give the IM list of this mailbox');
    await notification.getByRole('button', { name: 'Show Why' }).click();
    await workbench.webview().getByRole('heading', { level: 1, name: 'HTTP 403' }).waitFor();
  });

  test('an answer that takes long is not waited for after Escape, and nothing is put anywhere', async () => {
    await workbench.openFile('ada.ews');
    server.refuse(undefined);
    server.hold();
    await lens().click();
    const box = workbench.page.getByPlaceholder('Asking Lab for the IM list. Escape cancels.');
    await box.waitFor();
    await workbench.press('Escape');
    await box.waitFor({ state: 'hidden' });
    server.release();
    await lens().click();
    await row('Night Shift').waitFor();
    await workbench.press('Escape');
    await workbench.openFile('ada.ews');
    assert.match(await workbench.text(), /Id="\{\{group id\}\}"/);
  });

  test('a list that is known is asked for again on demand', async () => {
    await workbench.openFile('ada.ews');
    server.refuse(503);
    await lens().click();
    await row('Night Shift').waitFor();
    await workbench.page.getByRole('button', { name: 'Ask the Mailbox Again' }).click();
    await workbench.notification('The endpoint did not give the IM list of this mailbox').first().waitFor();
    await workbench.command('Notifications: Clear All Notifications');
  });

  test('the list is that of the user whom the request acts for', async () => {
    await workbench.openFile('ben.ews');
    await workbench.command('EWS: Select Endpoint');
    await workbench.pick('Sandbox');
    await lens().click();
    await row('Of Ben').waitFor();
    assert.equal(await row('Of Ada').count(), 0);
    await workbench.press('Escape');
  });

  test('an answer that the sandbox keeps ready waits for what is sent, and is seen as long as it waits', async () => {
    await workbench.openFile('ben.ews');
    await workbench.command('EWS: Next Sandbox Answer…');
    await workbench.pick('HTTP 503');
    await waiting().waitFor();
    await lens().click();
    await workbench.page.getByRole('button', { name: 'Ask the Mailbox Again' }).click();
    await workbench.pick('Of Ben');
    await waiting().waitFor();
    await workbench.command('EWS: Send Request');
    await workbench.webview().getByRole('heading', { level: 1, name: 'HTTP 503' }).waitFor();
    await waiting().waitFor({ state: 'hidden' });
  });

  test('what was chosen can be taken back', async () => {
    await workbench.command('EWS: Next Sandbox Answer…');
    await workbench.pick('HTTP 503');
    await waiting().click();
    await row('Takes back: HTTP 503').waitFor();
    await workbench.pick('The ordinary answer');
    await waiting().waitFor({ state: 'hidden' });
  });

  test('an empty list: what to do first', async () => {
    await workbench.openFile('nobody.ews');
    await lens().click();
    const notification = workbench.notification('The IM list of this mailbox has no group to pick.');
    await notification.getByRole('button', { name: 'New AddImGroup Request' }).click();
    await workbench.editor().getByText('m:AddImGroup').first().waitFor();
  });

  function lens(): Locator {
    return workbench.page.locator('.codelens-decoration a').filter({ hasText: 'Pick from the mailbox…' }).first();
  }

  function waiting(): Locator {
    return workbench.page.locator('.statusbar-item').filter({ hasText: 'Next: HTTP 503' });
  }

  function row(text: string): Locator {
    return workbench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first();
  }
});

function removeImGroupOf(address: string): string {
  const operation = operationNamed('RemoveImGroup');
  assert.ok(operation);
  return envelopeFor(operation, {}, { by: 'PrimarySmtpAddress', value: address });
}

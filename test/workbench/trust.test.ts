import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from './harness.ts';

suite('workbench: a workspace that is not trusted', () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench({ workspaceTrust: true });
  });

  suiteTeardown(async () => {
    await workbench.close();
  });

  test('requests are checked and answers explained, but nothing is sent', async () => {
    await workbench.page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' }).waitFor();
    await workbench.openFile('GetImItemList.ews');
    assert.deepEqual(await workbench.problems(0), []);
    await workbench.command('View: Focus First Editor Group');
    await workbench.command('EWS: Send Request');
    await workbench.notification('This workspace is not trusted, so nothing is sent from it.').waitFor();
    await workbench.screenshot('not-trusted');
    assert.equal(await workbench.page.locator('iframe.webview').count(), 0);
  });

  test('what is written is checked as it is typed, and completed', async () => {
    await workbench.openFile('GetImItemList.ews');
    await workbench.press('ControlOrMeta+End');
    await workbench.type('<');
    assert.match((await workbench.problems(1)).join(' '), /./);
    await workbench.command('View: Focus First Editor Group');
    await workbench.press('ControlOrMeta+z');
    assert.deepEqual(await workbench.problems(0), []);
  });

  test('an answer is decoded and explained', async () => {
    const text = 'HTTP/1.1 503 Service Unavailable\r\nRetry-After: 30\r\n\r\n';
    await workbench.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await workbench.command('EWS: Decode Response from Clipboard');
    await workbench.webview().getByRole('heading', { level: 1, name: 'HTTP 503' }).waitFor();
  });

  test('nothing is picked from a mailbox either', async () => {
    await workbench.openFile('RemoveImGroup.ews');
    const lenses = workbench.page.locator('.codelens-decoration a');
    await lenses.filter({ hasText: 'Send RemoveImGroup' }).waitFor();
    assert.equal(await lenses.filter({ hasText: 'Pick from the mailbox…' }).count(), 0);
  });
});

import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from './harness.ts';

suite('workbench: the walkthrough of the first request', () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench({ colorTheme: 'dark', viewport: { width: 1440, height: 800 } });
    await workbench.command('View: Close Primary Side Bar');
  });

  suiteTeardown(async () => {
    await workbench.close();
  });

  test('is found under Welcome, and its first step opens the request', async () => {
    await workbench.command('Welcome: Open Walkthrough...');
    await workbench.pick('The First EWS Request');
    const page = workbench.page.locator('.gettingStartedContainer');
    await page.getByText('Write a request').first().waitFor();
    await page.getByRole('button', { name: 'New RemoveImGroup Request' }).waitFor();
    const picture = workbench.page.frameLocator('iframe.webview').frameLocator('#active-frame').locator('svg');
    await picture.getByText('{{group id}}').waitFor();
    await workbench.screenshot('walkthrough');
    await page.getByRole('button', { name: 'New RemoveImGroup Request' }).click();
    await workbench.editor().getByText('m:RemoveImGroup').first().waitFor();
    assert.match(await workbench.text(), /<m:GroupId Id="\{\{group id\}\}"\/>/);
  });

  test('the next steps work on that request, although the walkthrough is in front of it', async () => {
    await step('Pick the group by its name', 'Pick from the Mailbox…');
    await workbench.pick('Lunch Club');
    await workbench.page
      .locator('.codelens-decoration a')
      .filter({ hasText: 'Lunch Club: pick another…' })
      .first()
      .waitFor();
    await step('Send it', 'Send the Request');
    await panelTitled('NoError, RemoveImGroup');
    await step('Send it again, and read why it fails', 'Repeat the Last Request');
    await panelTitled('ErrorInvalidImGroupId, RemoveImGroup');
  });

  /** The walkthrough has a webview of its own, so that of the panel is told by its tab. */
  async function panelTitled(title: string): Promise<void> {
    await workbench.page.getByRole('tab', { name: title }).waitFor();
  }

  async function step(title: string, button: string): Promise<void> {
    await workbench.command('Welcome: Open Walkthrough...');
    await workbench.pick('The First EWS Request');
    const page = workbench.page.locator('.gettingStartedContainer');
    await page.getByRole('heading', { name: title, exact: true }).click();
    await page.getByRole('button', { name: button }).click();
  }
});

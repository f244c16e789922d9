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
});

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openWorkbench, type Workbench } from './harness.ts';

suite('workbench: the sandbox holds what a file of the workspace says', () => {
  const seed = 'fabrikam.ews-sandbox.json';
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench({ settings: { 'ews.sandbox.seed': seed } });
  });

  suiteTeardown(async () => {
    await workbench.close();
  });

  test('it begins with the seed', async () => {
    await workbench.command('EWS: Start Sandbox');
    await workbench.command('EWS: Focus on Sandbox View');
    await row(workbench.page, 'Hana Kim').waitFor();
    await row(workbench.page, 'Support').waitFor();
  });

  test('a reset reads the file anew', async () => {
    await write('{"mailboxes":[{"name":"Ivo Marek","address":"ivo@fabrikam.example","groups":[{"name":"Changed"}]}]}');
    await workbench.command('EWS: Reset Sandbox');
    await row(workbench.page, 'Changed').waitFor();
    await row(workbench.page, 'Support').waitFor({ state: 'hidden' });
  });

  test('a file with mistakes is opened on demand', async () => {
    await write('{"mailboxes":[{"name":"Ivo Marek","address":"nobody","groups":[{"name":""}]}]}');
    await workbench.command('EWS: Reset Sandbox');
    const notification = workbench.notification('The file that ews.sandbox.seed names cannot be used');
    await notification.waitFor();
    await row(workbench.page, 'Ada Keller').waitFor();
    await notification.getByRole('button', { name: 'Show Log' }).waitFor();
    await notification.getByRole('button', { name: 'Open File' }).click();
    await workbench.page.locator(`.tab.active[data-resource-name="${seed}"]`).waitFor();
  });

  test('a mistake is underlined while the file is written', async () => {
    const problems = await workbench.problems(2);
    if (!problems.some(text => text.includes('An SMTP address such as ada.keller@contoso.example.')))
      throw new Error(problems.join('\n'));
  });

  test('another window has a sandbox of its own', async () => {
    await write('{"mailboxes":[{"name":"Ivo Marek","address":"ivo@fabrikam.example","groups":[{"name":"Second"}]}]}');
    const second = await workbench.page.context().newPage();
    await second.goto(workbench.page.url());
    await second.getByRole('tab', { name: 'EWS', exact: true }).click();
    await second.getByRole('button', { name: 'Start the Sandbox' }).click();
    await row(second, 'Second').waitFor();
    await row(workbench.page, 'Ada Keller').waitFor();
    await second.close();
  });

  async function write(text: string): Promise<void> {
    await writeFile(path.join(workbench.folder, seed), text);
  }
});

function row(page: Page, text: string): Locator {
  return page
    .locator('.pane')
    .filter({ has: page.locator('.pane-header[aria-label^="Sandbox"]') })
    .locator('.monaco-list-row')
    .filter({ hasText: text })
    .first();
}

import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { initialContent, type SandboxMailbox } from '../../src/sandbox/content.ts';
import { openWorkbench, type Workbench } from './harness.ts';

const mailbox = initialContent.mailboxes[0] as SandboxMailbox;

suite('workbench: history and sandbox in the side bar', () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench({ colorTheme: 'dark', viewport: { width: 1280, height: 800 } });
  });

  suiteTeardown(async () => {
    await workbench.close();
  });

  test('empty views say what they are for and how to begin', async () => {
    await workbench.page.getByRole('tab', { name: 'EWS', exact: true }).click();
    await view('History').getByText('No request has been sent from this workspace yet.').waitFor();
    await view('Sandbox').getByRole('button', { name: 'Start the Sandbox' }).waitFor();
    await workbench.page.getByText('Activating Extensions').waitFor({ state: 'hidden' });
    await workbench.screenshot('views-empty');
  });

  test('the sandbox shows its groups, and a group that is removed vanishes', async () => {
    await view('Sandbox').getByRole('button', { name: 'Start the Sandbox' }).click();
    await row('Sandbox', 'Lunch Club').waitFor();
    await row('Sandbox', 'Lunch Club').hover();
    await row('Sandbox', 'Lunch Club').getByRole('button', { name: 'Use in a New Request…' }).click();
    await workbench.pick('RemoveImGroup');
    await workbench.editor().getByText('RemoveImGroup').first().waitFor();
    const id = mailbox.groups.find(({ displayName }) => displayName === 'Lunch Club')?.id ?? '';
    assert.ok((await workbench.text()).includes(`<m:GroupId Id="${id}" ChangeKey="`));
    assert.deepEqual(await workbench.problems(0), []);
    await workbench.command('View: Hide Panel');
    await workbench.goTo(1, 1);
    await send();
    await headline('NoError');
    await row('Sandbox', 'Lunch Club').waitFor({ state: 'hidden' });
    await row('Sandbox', 'Night Shift').waitFor();
  });

  test('an old exchange opens from the history', async () => {
    await send();
    await headline('ErrorInvalidImGroupId');
    await rows('History').nth(1).waitFor();
    await row('Sandbox', 'Project Phoenix').click();
    await row('Sandbox', 'Chandra Rao').waitFor();
    await workbench.screenshot('views');
    await row('History', 'NoError').click();
    await headline('NoError');
    await row('History', 'ErrorInvalidImGroupId').click();
    await headline('ErrorInvalidImGroupId');
  });

  test('Show Last Response goes to the panel, and the next Tab to its first button', async () => {
    await workbench.command('View: Focus First Editor Group');
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await workbench.command('EWS: Show Last Response');
    await workbench.page.waitForFunction("document.activeElement.matches('iframe.webview')");
    await workbench.press('Tab');
    await workbench
      .webview()
      .getByRole('link', { name: 'Send Again' })
      .and(workbench.webview().locator(':focus'))
      .waitFor();
  });

  test('two selected exchanges are compared', async () => {
    await row('History', 'ErrorInvalidImGroupId').click();
    await row('History', 'NoError').click({ modifiers: ['ControlOrMeta'] });
    await row('History', 'NoError').click({ button: 'right' });
    // A menu that has just opened takes keys at once, but a click only after a while.
    await workbench.page.getByRole('menuitem', { name: 'Compare Answers' }).hover();
    await workbench.press('Enter');
    const diff = workbench.page.locator('.monaco-diff-editor');
    await diff.locator('.original').getByText('NoError').first().waitFor();
    await diff.locator('.modified').getByText('MessageText').first().waitFor();
    await workbench.screenshot('views-compare');
  });

  test('Go to the Place selects the words that the server refused', async () => {
    await workbench.command('View: Close All Editors');
    await workbench.answer("Don't Save");
    await workbench.command('EWS: New Request…');
    await workbench.pick('GetImItemList');
    await workbench.editor().getByText('GetImItemList').first().waitFor();
    await workbench.press('Escape');
    const lines = (await workbench.text()).split('\n');
    const line = lines.findIndex(text => text.includes('<m:GetImItemList'));
    await workbench.goTo(line + 1, (lines[line] ?? '').indexOf('/>') + 1);
    await workbench.type(' Colour="red"');
    await workbench.press('Escape');
    await send();
    await workbench.answer('Send Anyway');
    await headline('ErrorSchemaValidation');
    const problems = await workbench.problems(2);
    assert.equal(problems.filter(text => text.includes('An attribute Colour is not allowed here.')).length, 1);
    await workbench.command('View: Hide Panel');
    await workbench.goTo(1, 1);
    await workbench.webview().getByRole('link', { name: 'Go to the Place' }).click();
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await workbench.screenshot('fault-at-its-place');
    await workbench.type('x');
    assert.match(await workbench.text(), /<m:GetImItemList x\/>/);
  });

  test('the history is cleared after a question', async () => {
    await workbench.command('EWS: Clear History');
    await workbench.answer('Clear');
    await view('History').getByText('No request has been sent from this workspace yet.').waitFor();
  });

  function view(name: string): Locator {
    return workbench.page
      .locator('.pane')
      .filter({ has: workbench.page.locator(`.pane-header[aria-label^="${name}"]`) });
  }

  function rows(name: string): Locator {
    return view(name).locator('.monaco-list-row');
  }

  function row(name: string, text: string): Locator {
    return rows(name).filter({ hasText: text }).first();
  }

  async function send(): Promise<void> {
    await workbench.command('View: Focus First Editor Group');
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await workbench.press('ControlOrMeta+Alt+Enter');
  }

  async function headline(text: string): Promise<void> {
    await workbench.webview().getByRole('heading', { level: 1, name: text }).waitFor();
  }
});

import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { initialContent, type SandboxMailbox } from '../../src/sandbox/content.ts';
import { openWorkbench, type Workbench } from './harness.ts';

const mailbox = initialContent.mailboxes[0] as SandboxMailbox;

suite('workbench: requests that fill themselves in', () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench({ colorTheme: 'dark', viewport: { width: 1280, height: 800 } });
  });

  suiteTeardown(async () => {
    await workbench.close();
  });

  test('a group is picked by its name, with its ChangeKey, and one undo takes it away', async () => {
    await workbench.command('EWS: Focus on Sandbox View');
    await workbench.command('EWS: New Request…');
    await workbench.pick('RemoveImGroup');
    await workbench.editor().getByText('{{group id}}').first().waitFor();
    await lens('Pick from the mailbox…').click();
    await pickRow('Lunch Club').waitFor();
    await pickRow('2 members: Ben Ortiz, Emil Berg').waitFor();
    await workbench.screenshot('pick');
    await workbench.pick('Lunch Club');
    await lens('Lunch Club: pick another…').waitFor();
    const { id, changeKey } = groupNamed('Lunch Club');
    await workbench.press('Space');
    assert.ok((await workbench.text()).includes(`<m:GroupId Id="${id} " ChangeKey=`));
    await workbench.press('ControlOrMeta+z');
    assert.ok((await workbench.text()).includes(`<m:GroupId Id="${id}" ChangeKey="${changeKey}"/>`));
    await workbench.press('ControlOrMeta+z');
    assert.ok((await workbench.text()).includes('<m:GroupId Id="{{group id}}"/>'));
    await workbench.press('ControlOrMeta+Shift+z');
    assert.deepEqual(await workbench.problems(0), []);
    await workbench.command('View: Hide Panel');
  });

  test('the group is removed, and vanishes from the view and from a fresh GetImItemList', async () => {
    await row('Lunch Club').waitFor();
    await send();
    await headline('NoError');
    await row('Lunch Club').waitFor({ state: 'hidden' });
    await row('Night Shift').waitFor();
    await workbench.command('View: Close All Editors');
    await workbench.answer("Don't Save");
    await workbench.command('EWS: New Request…');
    await workbench.pick('GetImItemList');
    await workbench.editor().getByText('GetImItemList').first().waitFor();
    await send();
    await headline('NoError');
    await workbench.screenshot('panel-list');
    await workbench.command('EWS: Open Last Answer Formatted');
    await workbench.editor().getByText('GetImItemListResponse').first().waitFor();
    const answer = await workbench.text();
    assert.ok(!answer.includes(groupNamed('Lunch Club').id));
    assert.ok(answer.includes(groupNamed('Night Shift').id));
  });

  test('a lens of the answer opens a request that is filled in, and so does a row of the panel', async () => {
    await workbench.goTo(1, 1);
    await lens('Use Project Phoenix in a new request…').waitFor();
    await workbench.screenshot('answer-lens');
    await lens('Use Project Phoenix in a new request…').click();
    await workbench.page.locator('.quick-input-title').getByText('Use Project Phoenix in…').waitFor();
    await pickRow('GetImItems').waitFor();
    await workbench.pick('SetImGroup');
    const { id, changeKey } = groupNamed('Project Phoenix');
    await workbench.editor().getByText('m:SetImGroup').first().waitFor();
    assert.ok((await workbench.text()).includes(`<m:GroupId Id="${id}" ChangeKey="${changeKey}"/>`));
    const line = workbench.webview().getByRole('row').filter({ hasText: 'Ben Ortiz' }).last();
    await line.getByRole('link', { name: 'Use in a New Request…' }).click();
    await workbench.pick('RemoveContactFromImList');
    const ben = mailbox.contacts.find(({ displayName }) => displayName === 'Ben Ortiz');
    await workbench.editor().getByText('m:RemoveContactFromImList').first().waitFor();
    assert.ok((await workbench.text()).includes(`<m:ContactId Id="${ben?.id}" ChangeKey="${ben?.changeKey}"/>`));
    await line.waitFor();
  });

  test('the list is read anew after the change, and completion names what is left', async () => {
    await workbench.command('View: Close All Editors');
    await workbench.answer("Don't Save");
    await workbench.command('EWS: New Request…');
    await workbench.pick('RemoveImGroup');
    await workbench.editor().getByText('{{group id}}').first().waitFor();
    await workbench.press('Control+Space');
    const suggestions = workbench.page.locator('.suggest-widget');
    await suggestions.getByText('Night Shift').first().waitFor();
    assert.equal(await suggestions.getByText('Lunch Club').count(), 0);
    await workbench.screenshot('pick-completion');
    await suggestions.getByText('Night Shift').first().click();
    const { id, changeKey } = groupNamed('Night Shift');
    await lens('Night Shift: pick another…').waitFor();
    assert.ok((await workbench.text()).includes(`<m:GroupId Id="${id}" ChangeKey="${changeKey}"/>`));
  });

  function groupNamed(name: string) {
    const group = mailbox.groups.find(({ displayName }) => displayName === name);
    assert.ok(group);
    return group;
  }

  function lens(text: string): Locator {
    return workbench.page.locator('.codelens-decoration a').filter({ hasText: text }).first();
  }

  function pickRow(text: string): Locator {
    return workbench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first();
  }

  function row(text: string): Locator {
    return workbench.page
      .locator('.pane')
      .filter({ has: workbench.page.locator('.pane-header[aria-label^="Sandbox"]') })
      .locator('.monaco-list-row')
      .filter({ hasText: text })
      .first();
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

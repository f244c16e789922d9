import assert from 'node:assert/strict';
import { initialContent, type SandboxMailbox } from '../../src/sandbox/content.ts';
import { openWorkbench, type Workbench } from './harness.ts';

const mailbox = initialContent.mailboxes[0] as SandboxMailbox;

function groupId(name: string): string {
  return mailbox.groups.find(group => group.displayName === name)?.id ?? '';
}

function contactId(name: string): string {
  return mailbox.contacts.find(contact => contact.displayName === name)?.id ?? '';
}

suite('workbench: from a new request to its explained answer', () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench({ colorTheme: 'dark', viewport: { width: 1280, height: 800 } });
    await workbench.command('View: Close Primary Side Bar');
  });

  suiteTeardown(async () => {
    await workbench.close();
  });

  test('RemoveImGroup: written, broken, mended, sent, sent again', async () => {
    await workbench.command('EWS: New Request…');
    await workbench.pick('RemoveImGroup');
    await fill([groupId('Old Team')]);
    assert.deepEqual(await workbench.problems(0), []);

    await breakName('m:GroupId', 'm:GroupIds');
    const [problem = ''] = await workbench.problems(1);
    assert.match(problem, /<m:GroupIds> is not allowed in <m:RemoveImGroup>\. Did you mean <m:GroupId>\?/);
    assert.match(problem, /child\.unknown/);
    assert.equal(await workbench.squiggledText(), 'm:GroupIds');
    await workbench.screenshot('editor-problem');

    await focusEditor();
    await workbench.press('ControlOrMeta+z');
    assert.deepEqual(await workbench.problems(0), []);

    await workbench.command('View: Hide Panel');
    await send();
    await headline('NoError');
    await workbench.screenshot('panel-success');

    await send();
    await headline('ErrorInvalidImGroupId');
    await workbench
      .webview()
      .getByText('No IM group in this mailbox has that id. It may have been removed already')
      .waitFor();
    await workbench.screenshot('panel-error');
  });

  test('RemoveImContactFromGroup: written, sent, sent again', async () => {
    await workbench.command('View: Close All Editors');
    await workbench.answer("Don't Save");
    await workbench.command('EWS: New Request…');
    await workbench.pick('RemoveImContactFromGroup');
    await fill([contactId('Ben Ortiz'), groupId('Project Phoenix')]);
    assert.deepEqual(await workbench.problems(0), []);

    await breakName('m:ContactId', 'm:ContactIdx');
    assert.match((await workbench.problems(1))[0] ?? '', /Did you mean <m:ContactId>\?/);
    assert.equal(await workbench.squiggledText(), 'm:ContactIdx');
    await focusEditor();
    await workbench.press('ControlOrMeta+z');
    assert.deepEqual(await workbench.problems(0), []);
    await workbench.command('View: Hide Panel');

    await send();
    await headline('NoError');
    await send();
    await headline('ErrorInvalidImContactId');
    await workbench.webview().getByText('The contact is not in that group, or is no IM contact at all.').waitFor();
  });

  test('a refused sign-in is explained with what the endpoint offers', async () => {
    await workbench.command('EWS: Next Sandbox Answer…');
    await workbench.pick('HTTP 401, Basic only');
    await send();
    await headline('HTTP 401');
    await workbench.webview().getByText('It offers Basic.').waitFor();
    await workbench.webview().getByRole('heading', { name: 'Chosen answer' }).waitFor();
    await workbench.screenshot('panel-401');
    await send();
    await headline('ErrorInvalidImContactId');
  });

  test('the panel comes back after a reload', async () => {
    await workbench.command('View: Show Explorer');
    await workbench.reload();
    await headline('ErrorInvalidImContactId');
    await focusEditor();
    assert.match(await workbench.text(), /<m:RemoveImContactFromGroup>/);
  });

  /** Goes through the tab stops as a person would: a value, then the next one. */
  async function fill(values: readonly string[]): Promise<void> {
    await workbench.editor().getByText('{{').first().waitFor();
    for (const value of values) {
      await workbench.type(value);
      await workbench.press('Tab');
    }
    await workbench.press('Escape');
  }

  async function focusEditor(): Promise<void> {
    await workbench.command('View: Focus First Editor Group');
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }

  async function breakName(name: string, broken: string): Promise<void> {
    await focusEditor();
    const lines = (await workbench.text()).split('\n');
    const line = lines.findIndex(text => text.includes(`<${name} `));
    await workbench.goTo(line + 1, (lines[line] ?? '').indexOf(name) + name.length + 1);
    await workbench.type(broken.slice(name.length));
    await workbench.press('Escape');
  }

  async function send(): Promise<void> {
    await focusEditor();
    await workbench.press('ControlOrMeta+Alt+Enter');
  }

  async function headline(text: string): Promise<void> {
    await workbench.webview().getByRole('heading', { level: 1, name: text }).waitFor();
  }
});

import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from './harness.ts';

suite('workbench: writing with help', () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench({ colorTheme: 'dark', viewport: { width: 1120, height: 620 } });
  });

  suiteTeardown(async () => {
    await workbench.close();
  });

  test('a quick fix corrects the https namespaces', async () => {
    await workbench.openFile('RemoveImGroup.ews');
    await workbench.command('View: Close Primary Side Bar');
    const sound = await workbench.text();
    await replaceAll(sound.replaceAll('http://schemas', 'https://schemas'));
    assert.equal((await workbench.problems(3)).length, 3);
    await workbench.command('View: Hide Panel');
    await workbench.goTo(2, 40);
    await workbench.press('ControlOrMeta+.');
    await workbench.page.locator('.action-widget').getByText('Correct all 3 namespaces of the document').waitFor();
    await workbench.screenshot('quick-fix');
    await workbench.press('ArrowDown');
    const focused = workbench.page.locator('.action-widget .monaco-list-row.focused');
    await focused.getByText('Correct all 3 namespaces of the document').waitFor();
    await workbench.press('Enter');
    assert.deepEqual(await workbench.problems(0), []);
    await focusEditor();
    assert.equal(await workbench.text(), sound);
  });

  test('a hover tells what an id is', async () => {
    await workbench.command('View: Hide Panel');
    const lines = (await workbench.text()).split('\n');
    const line = lines.findIndex(text => text.includes('<m:GroupId'));
    await workbench.goTo(line + 1, (lines[line] ?? '').indexOf('Id="') + 8);
    await workbench.command('Show or Focus Hover');
    await workbench.page.locator('.monaco-hover').getByText('a1c7e0b2-5d34-4f6a-9b18-2c3d4e5f6071').first().waitFor();
    // It fades in.
    await workbench.page.waitForFunction(
      "document.getAnimations().every(({ effect, playState }) => playState !== 'running' || !effect.target?.closest('.monaco-hover'))",
    );
    await workbench.page.locator('.codelens-decoration').getByText('Send RemoveImGroup').waitFor();
    await workbench.screenshot('hover-id');
    await workbench.press('Escape');
  });

  test('a completion is accepted with the keyboard', async () => {
    const lines = (await workbench.text()).split('\n');
    const line = lines.findIndex(text => text.includes('<m:GroupId'));
    await workbench.goTo(line + 1, 1);
    await workbench.press('ControlOrMeta+Shift+k', 'ControlOrMeta+Shift+Enter');
    await workbench.type('<');
    await workbench.page
      .locator('.suggest-widget.visible .monaco-list-row.focused')
      .getByText('m:GroupId')
      .first()
      .waitFor();
    await workbench.press('Enter');
    await workbench.type('AAMk');
    await workbench.press('Escape');
    assert.match(await workbench.text(), /<m:RemoveImGroup>\n\s*<m:GroupId Id="AAMk"\/>\n\s*<\/m:RemoveImGroup>/);
  });

  async function focusEditor(): Promise<void> {
    await workbench.command('View: Focus First Editor Group');
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }

  /** Pastes, so that nothing closes or indents by itself. */
  async function replaceAll(text: string): Promise<void> {
    await workbench.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await focusEditor();
    await workbench.press('ControlOrMeta+a', 'ControlOrMeta+v');
  }
});

import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from './harness.ts';

suite('workbench: the installed extension', () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench();
  });

  suiteTeardown(async () => {
    await workbench.close();
  });

  test('opens a sample without a problem, and a new request from the palette', async () => {
    await workbench.openFile('RemoveImGroup.ews');
    assert.deepEqual(await workbench.problems(0), []);
    await workbench.command('EWS: New Request…');
    await workbench.pick('RemoveImContactFromGroup');
    await workbench.editor().getByText('RemoveImContactFromGroup').first().waitFor();
    await workbench.press('Escape');
    await workbench.goTo(1, 1);
    await workbench.type('typed here ');
    assert.match(await workbench.text(), /^typed here <.*<m:RemoveImContactFromGroup>.*<\/soap:Envelope>\s*$/s);
  });
});

import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { openWorkbench, type Workbench } from './harness.ts';

suite('workbench: the installed extension', () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench();
  });

  suiteTeardown(async () => {
    await workbench.close();
  });

  test('runs a command from the palette over an open sample', async () => {
    await workbench.openFile('RemoveImGroup.ews.xml');
    await workbench.command('EWS: Say Hello');
    await workbench.notification('The extension is here.').waitFor();
    assert.deepEqual(await workbench.problems(0), []);
    assert.ok(statSync(await workbench.screenshot('sample')).size > 10_000);
  });
});

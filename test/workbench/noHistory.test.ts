import { openWorkbench, type Workbench } from './harness.ts';

suite('workbench: without a history', () => {
  let workbench: Workbench;

  suiteSetup(async () => {
    workbench = await openWorkbench({ settings: { 'ews.history.limit': 0 } });
  });

  suiteTeardown(async () => {
    await workbench.close();
  });

  test('the answer is shown, and after a reload the panel is empty', async () => {
    await workbench.openFile('GetImItemList.ews');
    await workbench.command('EWS: Send Request');
    await workbench.webview().getByRole('heading', { level: 1, name: 'NoError' }).waitFor();
    await workbench.reload();
    await workbench.webview().getByRole('heading', { level: 1, name: 'No answer yet' }).waitFor();
  });
});

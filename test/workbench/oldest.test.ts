import { vscodeVersions } from '../../scripts/vscode/install.ts';
import { openWorkbench } from './harness.ts';

// The other tests of this folder install the package in the newest.
suite('workbench: the oldest VS Code', () => {
  test('takes the package, and a request is sent and its answer explained', async () => {
    const workbench = await openWorkbench({ version: vscodeVersions[0] });
    await workbench.openFile('GetImItemList.ews');
    await workbench.editor().getByText('Send GetImItemList').waitFor();
    await workbench.press('ControlOrMeta+Alt+Enter');
    await workbench.webview().getByRole('heading', { level: 1, name: 'NoError' }).waitFor();
    await workbench.close();
  });
});

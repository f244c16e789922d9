import * as vscode from 'vscode';
import type { SandboxHost } from '../sending/sandboxHost.ts';

/** Names the answer that was chosen for the next request in the view and the status bar, for exactly as long as it waits. */
export function showWaitingAnswer(host: SandboxHost, view: vscode.TreeView<unknown>): vscode.Disposable {
  let item: vscode.StatusBarItem | undefined;
  const subscription = host.onDidScript(() => {
    const title = host.current?.scripted?.title;
    item?.dispose();
    item = title === undefined ? undefined : itemFor(title);
    view.message = title === undefined ? '' : vscode.l10n.t('The next request gets: {0}', title);
  });
  return new vscode.Disposable(() => {
    subscription.dispose();
    item?.dispose();
  });
}

function itemFor(title: string): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem('ews.nextSandboxAnswer', vscode.StatusBarAlignment.Right, 89);
  item.name = vscode.l10n.t('EWS: Next Sandbox Answer');
  item.text = vscode.l10n.t('$(beaker) Next: {0}', title);
  item.tooltip = vscode.l10n.t(
    'The next request to the sandbox gets this answer. Choose another, or the ordinary one.',
  );
  item.command = 'ews.nextSandboxAnswer';
  item.show();
  return item;
}

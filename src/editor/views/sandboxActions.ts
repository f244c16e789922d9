import * as vscode from 'vscode';
import { registerCommand } from '../commands.ts';
import { loadBundle } from '../sending/lazy.ts';
import type { SandboxHost } from '../sending/sandboxHost.ts';
import type { Exchanges } from './exchanges.ts';
import type { Log } from './log.ts';
import { type SandboxNode, SandboxView } from './sandboxView.ts';
import { showWaitingAnswer } from './waitingAnswer.ts';

/** The view "Sandbox" and what can be done with what it shows. */
export function registerSandbox(log: Log, host: SandboxHost, exchanges: Exchanges): vscode.Disposable {
  const view = vscode.window.createTreeView('ews.sandbox', { treeDataProvider: new SandboxView(host) });
  const nodeOf = (clicked: unknown) => (clicked as SandboxNode | undefined) ?? view.selection[0];
  const tellWhetherItRuns = () =>
    void vscode.commands.executeCommand('setContext', 'ews.sandboxRuns', host.current !== undefined);
  return vscode.Disposable.from(
    view,
    host.onDidChange(tellWhetherItRuns),
    showWaitingAnswer(host, view),
    registerCommand(log, 'ews.startSandbox', () => host.running()),
    registerCommand(log, 'ews.resetSandbox', async () => (await loadBundle()).resetSandbox(host)),
    registerCommand(log, 'ews.nextSandboxAnswer', async () => (await loadBundle()).chooseNextAnswer(host)),
    registerCommand(log, 'ews.copyId', async clicked => (await loadBundle()).copyId(nodeOf(clicked))),
    registerCommand(log, 'ews.useInNewRequest', async (clicked, id, groupId) => {
      const { useFromAnswer, useNode } = await loadBundle();
      if (typeof clicked === 'string' || clicked instanceof vscode.Uri)
        await useFromAnswer(exchanges, clicked, id, groupId);
      else await useNode(host, nodeOf(clicked));
    }),
  );
}

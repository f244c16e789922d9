import * as vscode from 'vscode';
import type { EnvelopeValues } from '../../language/index.ts';
import type { SandboxContact, SandboxGroup } from '../../sandbox/index.ts';
import { openEnvelope, pickOperation } from '../authoring/newRequest.ts';
import { registerCommand } from '../commands.ts';
import { loadBundle } from '../sending/lazy.ts';
import type { SandboxHost } from '../sending/sandboxHost.ts';
import type { Log } from './log.ts';
import { type IdKind, operationsTaking } from './operationsTaking.ts';
import { type SandboxNode, SandboxView } from './sandboxView.ts';

/** The view "Sandbox" and what can be done with what it shows. */
export function registerSandbox(log: Log, host: SandboxHost): vscode.Disposable {
  const view = vscode.window.createTreeView('ews.sandbox', { treeDataProvider: new SandboxView(host) });
  const command = (id: string, run: (node: SandboxNode) => Promise<unknown>) =>
    registerCommand(log, id, async clicked => {
      const node = (clicked as SandboxNode | undefined) ?? view.selection[0];
      if (node) await run(node);
    });
  const tellWhetherItRuns = () =>
    void vscode.commands.executeCommand('setContext', 'ews.sandboxRuns', host.current !== undefined);
  return vscode.Disposable.from(
    view,
    host.onDidChange(tellWhetherItRuns),
    registerCommand(log, 'ews.startSandbox', () => host.running()),
    registerCommand(log, 'ews.resetSandbox', () => reset(host)),
    registerCommand(log, 'ews.nextSandboxAnswer', () => chooseNextAnswer(host)),
    command('ews.copyId', copyId),
    command('ews.useInNewRequest', node => useInNewRequest(host, node)),
  );
}

async function reset(host: SandboxHost): Promise<void> {
  const sandbox = await host.running();
  sandbox.reset();
  void vscode.window.showInformationMessage(vscode.l10n.t('The sandbox holds its first groups and contacts again.'));
}

/** "EWS: Next Sandbox Answer…": the next request gets this answer, whatever it asks. */
async function chooseNextAnswer(host: SandboxHost): Promise<void> {
  const { scriptedAnswers } = await loadBundle();
  const items = scriptedAnswers.map(answer => ({ label: answer.title, detail: answer.description, answer }));
  const pick = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Next Sandbox Answer'),
    placeHolder: vscode.l10n.t('What shall the sandbox answer to the next request, whatever that asks?'),
    matchOnDetail: true,
  });
  if (!pick) return;
  (await host.running()).scriptNext(pick.answer);
  vscode.window.setStatusBarMessage(vscode.l10n.t('$(beaker) Next sandbox answer: {0}', pick.label), 5000);
}

async function copyId(node: SandboxNode): Promise<void> {
  const id = node.kind === 'group' ? node.group.id : node.kind === 'contact' ? node.contact.id : undefined;
  if (id === undefined) return;
  await vscode.env.clipboard.writeText(id);
  vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Copied'), 2000);
}

/** Opens an envelope with the ids of a line in it; another mailbox than the first is reached by impersonation. */
async function useInNewRequest(host: SandboxHost, node: SandboxNode): Promise<void> {
  if (node.kind !== 'group' && node.kind !== 'contact') return;
  const operation = await pickOperation(operationsTaking(kindOf(node)));
  if (!operation) return;
  const [own] = host.current?.content().mailboxes ?? [];
  const isOwn = own === undefined || own.guid === node.mailbox.guid;
  const values: EnvelopeValues = {
    ...(node.group && { GroupId: idOf(node.group) }),
    ...(node.kind === 'contact' && { ContactId: idOf(node.contact) }),
  };
  await openEnvelope(operation, values, isOwn ? undefined : { by: 'PrimarySmtpAddress', value: node.mailbox.address });
}

function kindOf(node: Extract<SandboxNode, { kind: 'group' | 'contact' }>): IdKind {
  if (node.kind === 'contact') return node.group ? 'member' : 'contact';
  return node.group.smtpAddress === undefined ? 'group' : 'distributionGroup';
}

function idOf({ id, changeKey }: SandboxGroup | SandboxContact): { readonly Id: string; readonly ChangeKey: string } {
  return { Id: id, ChangeKey: changeKey };
}

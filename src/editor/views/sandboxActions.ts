import * as vscode from 'vscode';
import type { ImContactEntry, ImGroupEntry } from '../../language/index.ts';
import type { SandboxContact, SandboxGroup } from '../../sandbox/index.ts';
import { registerCommand } from '../commands.ts';
import { loadBundle } from '../sending/lazy.ts';
import type { SandboxHost } from '../sending/sandboxHost.ts';
import type { Exchanges } from './exchanges.ts';
import type { Log } from './log.ts';
import { type SandboxNode, SandboxView } from './sandboxView.ts';
import { type IdUse, useFromAnswer, useInNewRequest, useOf } from './useInNewRequest.ts';

/** The view "Sandbox" and what can be done with what it shows. */
export function registerSandbox(log: Log, host: SandboxHost, exchanges: Exchanges): vscode.Disposable {
  const view = vscode.window.createTreeView('ews.sandbox', { treeDataProvider: new SandboxView(host) });
  const nodeOf = (clicked: unknown) => (clicked as SandboxNode | undefined) ?? view.selection[0];
  const tellWhetherItRuns = () =>
    void vscode.commands.executeCommand('setContext', 'ews.sandboxRuns', host.current !== undefined);
  return vscode.Disposable.from(
    view,
    host.onDidChange(tellWhetherItRuns),
    registerCommand(log, 'ews.startSandbox', () => host.running()),
    registerCommand(log, 'ews.resetSandbox', () => reset(host)),
    registerCommand(log, 'ews.nextSandboxAnswer', () => chooseNextAnswer(host)),
    registerCommand(log, 'ews.copyId', clicked => copyId(nodeOf(clicked))),
    registerCommand(log, 'ews.useInNewRequest', async (clicked, id, groupId) => {
      if (typeof clicked === 'string' || clicked instanceof vscode.Uri) {
        if (!(await useFromAnswer(exchanges, clicked, id, groupId))) tellGone();
        return;
      }
      const node = nodeOf(clicked);
      const use = node && useOfNode(host, node);
      if (use) await useInNewRequest(use);
    }),
  );
}

async function reset(host: SandboxHost): Promise<void> {
  await host.reset();
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

function tellGone(): void {
  void vscode.window.showInformationMessage(vscode.l10n.t('That answer is not kept any more. Send the request again.'));
}

async function copyId(node: SandboxNode | undefined): Promise<void> {
  const id = node?.kind === 'group' ? node.group.id : node?.kind === 'contact' ? node.contact.id : undefined;
  if (id === undefined) return;
  await vscode.env.clipboard.writeText(id);
  vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Copied'), 2000);
}

/** The ids of a line for a new request; another mailbox than the first is reached by impersonation. */
function useOfNode(host: SandboxHost, node: SandboxNode): IdUse | undefined {
  if (node.kind !== 'group' && node.kind !== 'contact') return undefined;
  const [own] = host.current?.content().mailboxes ?? [];
  const isOwn = own === undefined || own.guid === node.mailbox.guid;
  const group = node.group && groupEntry(node.group);
  const entry = node.kind === 'contact' ? contactEntry(node.contact) : groupEntry(node.group);
  const other = { by: 'PrimarySmtpAddress', value: node.mailbox.address } as const;
  return useOf(entry, group, isOwn ? undefined : other);
}

function groupEntry(group: SandboxGroup): ImGroupEntry {
  return { ...group, kind: 'group', isDistribution: group.smtpAddress !== undefined };
}

function contactEntry(contact: SandboxContact): ImContactEntry {
  return { ...contact, kind: 'contact', address: contact.imAddress };
}

import * as vscode from 'vscode';
import type { ImContactEntry, ImGroupEntry } from '../../language/index.ts';
import { type SandboxContact, type SandboxGroup, type ScriptedAnswer, scriptedAnswers } from '../../sandbox/index.ts';
import type { SandboxHost } from '../sending/sandboxHost.ts';
import type { SandboxNode } from './sandboxView.ts';
import { type IdUse, useInNewRequest, useOf } from './useInNewRequest.ts';

/** "EWS: Reset Sandbox". */
export async function resetSandbox(host: SandboxHost): Promise<void> {
  await host.reset();
  void vscode.window.showInformationMessage(vscode.l10n.t('The sandbox holds its first groups and contacts again.'));
}

/** "EWS: Next Sandbox Answer…": the next request gets this answer, whatever it asks; what was chosen can be taken back. */
export async function chooseNextAnswer(host: SandboxHost): Promise<void> {
  const sandbox = await host.running();
  const items = scriptedAnswers.map(answer => ({ label: answer.title, detail: answer.description, answer }));
  const pick = await vscode.window.showQuickPick([...ordinaryItem(sandbox.scripted), ...items], {
    title: vscode.l10n.t('Next Sandbox Answer'),
    placeHolder: vscode.l10n.t('What shall the sandbox answer to the next request, whatever that asks?'),
    matchOnDetail: true,
  });
  if (pick) sandbox.scriptNext(pick.answer);
}

function ordinaryItem(waiting: ScriptedAnswer | undefined) {
  if (!waiting) return [];
  const label = vscode.l10n.t('The ordinary answer');
  return [{ label, detail: vscode.l10n.t('Takes back: {0}', waiting.title), answer: undefined }];
}

/** Copies the id of a group or contact that the view shows. */
export async function copyId(node: SandboxNode | undefined): Promise<void> {
  const id = node?.kind === 'group' ? node.group.id : node?.kind === 'contact' ? node.contact.id : undefined;
  if (id === undefined) return;
  await vscode.env.clipboard.writeText(id);
  vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Copied'), 2000);
}

/** "Use in a New Request…" from the view. */
export async function useNode(host: SandboxHost, node: SandboxNode | undefined): Promise<void> {
  const use = node && useOfNode(host, node);
  if (use) await useInNewRequest(use);
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

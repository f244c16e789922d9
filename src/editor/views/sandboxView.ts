import * as vscode from 'vscode';
import type { SandboxContact, SandboxContent, SandboxGroup, SandboxMailbox } from '../../sandbox/index.ts';
import { plainText } from './plainText.ts';

/** A line of the view: where it stands, and what it stands for. */
export type SandboxNode =
  | { readonly kind: 'mailbox'; readonly mailbox: SandboxMailbox }
  | { readonly kind: 'contacts'; readonly mailbox: SandboxMailbox }
  | { readonly kind: 'group'; readonly mailbox: SandboxMailbox; readonly group: SandboxGroup }
  | {
      readonly kind: 'contact';
      readonly mailbox: SandboxMailbox;
      readonly contact: SandboxContact;
      /** The group under which it is shown as a member. */
      readonly group?: SandboxGroup;
    };

/** What the view needs of the sandbox; `current` is undefined until it runs. */
export interface SandboxSource {
  readonly onDidChange: vscode.Event<void>;
  readonly current: { content(): SandboxContent } | undefined;
}

/** The view "Sandbox": mailboxes, their groups with members, and their contacts; empty until the sandbox runs. */
export class SandboxView implements vscode.TreeDataProvider<SandboxNode> {
  private readonly source: SandboxSource;

  /** Fires when the sandbox has started and after every request that changed it. */
  readonly onDidChangeTreeData: vscode.Event<void>;

  constructor(source: SandboxSource) {
    this.source = source;
    this.onDidChangeTreeData = source.onDidChange;
  }

  getChildren(node?: SandboxNode): SandboxNode[] {
    if (!node) return (this.source.current?.content().mailboxes ?? []).map(mailbox => ({ kind: 'mailbox', mailbox }));
    const { mailbox } = node;
    const contact = (one: SandboxContact): SandboxNode => ({ kind: 'contact', mailbox, contact: one });
    if (node.kind === 'contacts') return mailbox.contacts.map(contact);
    if (node.kind === 'group') {
      const members = mailbox.contacts.filter(({ id }) => node.group.members.includes(id));
      return members.map(member => ({ ...contact(member), group: node.group }));
    }
    if (node.kind === 'contact') return [];
    return [
      ...mailbox.groups.map(group => ({ kind: 'group' as const, mailbox, group })),
      { kind: 'contacts', mailbox },
    ];
  }

  getTreeItem(node: SandboxNode): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const { mailbox } = node;
    switch (node.kind) {
      case 'mailbox':
        return itemOf([mailbox.guid], mailbox.displayName, mailbox.address, 'mail', Expanded, [mailbox.address]);
      case 'contacts':
        return itemOf(
          [mailbox.guid, 'contacts'],
          vscode.l10n.t('Contacts'),
          count(mailbox.contacts),
          'book',
          Collapsed,
        );
      case 'group':
        return groupItem(mailbox, node.group);
      case 'contact': {
        const { contact, group } = node;
        const path = [mailbox.guid, group?.id ?? 'contacts', contact.id];
        const item = itemOf(path, contact.displayName, contact.imAddress, 'person', None, idLines(contact));
        item.contextValue = group ? 'ews.member' : 'ews.contact';
        return item;
      }
    }
  }
}

function groupItem(mailbox: SandboxMailbox, group: SandboxGroup): vscode.TreeItem {
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const isDistribution = group.smtpAddress !== undefined;
  const description = group.smtpAddress ?? membersText(group.members.length);
  const state = group.members.length > 0 ? Collapsed : None;
  const icon = isDistribution ? 'broadcast' : 'organization';
  const kind = isDistribution ? vscode.l10n.t('Distribution group') : vscode.l10n.t('IM group');
  const item = itemOf([mailbox.guid, group.id], group.displayName, description, icon, state, [kind, ...idLines(group)]);
  item.contextValue = 'ews.group';
  return item;
}

function itemOf(
  path: readonly string[],
  label: string,
  description: string,
  icon: string,
  state: vscode.TreeItemCollapsibleState,
  about: readonly string[] = [],
): vscode.TreeItem {
  const item = new vscode.TreeItem(plainText(label), state);
  item.id = path.join('/');
  item.description = plainText(description);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.tooltip = [label, ...about].map(line => plainText(line, 500)).join('\n');
  return item;
}

function idLines({ id, changeKey }: SandboxGroup | SandboxContact): readonly string[] {
  return [`Id: ${id}`, `ChangeKey: ${changeKey}`];
}

function count(list: readonly unknown[]): string {
  return String(list.length);
}

function membersText(members: number): string {
  if (members === 0) return vscode.l10n.t('no members');
  return members === 1 ? vscode.l10n.t('1 member') : vscode.l10n.t('{0} members', members);
}

import * as vscode from 'vscode';
import { describeEntry, type ImDirectory, type ImEntry, nameOf } from '../../language/index.ts';
import { plainText } from '../views/plainText.ts';

/** What is picked from, and how it is read where it is not known. */
export interface EntryPick {
  readonly title: string;
  /** The endpoint, for the words while it is asked. */
  readonly endpoint: string;
  readonly known: ImDirectory | undefined;
  /** Undefined when there is no list to be had; the pick then ends as `failed`. */
  readonly read: (signal: AbortSignal) => Promise<ImDirectory | undefined>;
  readonly entriesOf: (directory: ImDirectory) => {
    readonly fitting: readonly ImEntry[];
    readonly other: readonly ImEntry[];
  };
}

/** What came of it; undefined when the user gave up, which also ends the reading. */
export type Picked = ImEntry | 'refresh' | 'empty' | 'failed' | undefined;

/** Lists groups or contacts by name, reading them first where they are not known; the user can give up at any time. */
export function pickEntry(pick: EntryPick): Promise<Picked> {
  const list = vscode.window.createQuickPick<EntryItem>();
  const abort = new AbortController();
  list.title = pick.title;
  list.matchOnDescription = true;
  return new Promise((resolve, reject) => {
    const end = (picked: Picked) => {
      resolve(picked);
      list.hide();
    };
    const show = (directory: ImDirectory) => {
      list.items = itemsOf(directory, pick);
      list.buttons = [refreshButton];
      list.placeholder = vscode.l10n.t('Type a name, a member or an address');
      list.busy = false;
      if (list.items.length === 0) end('empty');
    };
    list.onDidTriggerButton(() => end('refresh'));
    list.onDidAccept(() => {
      const entry = list.selectedItems[0]?.entry;
      if (entry) end(entry);
    });
    list.onDidHide(() => {
      abort.abort();
      resolve(undefined);
      list.dispose();
    });
    list.show();
    if (pick.known) {
      show(pick.known);
      return;
    }
    list.busy = true;
    list.placeholder = vscode.l10n.t('Asking {0} for the IM list. Escape cancels.', plainText(pick.endpoint));
    pick.read(abort.signal).then(
      directory => (directory ? show(directory) : end('failed')),
      bug => {
        reject(bug);
        list.hide();
      },
    );
  });
}

interface EntryItem extends vscode.QuickPickItem {
  readonly entry?: ImEntry;
}

const refreshButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('refresh'),
  tooltip: vscode.l10n.t('Ask the Mailbox Again'),
};

/** What fits the other id of the request is set apart from the rest, where there is a rest. */
function itemsOf(directory: ImDirectory, { entriesOf }: EntryPick): readonly EntryItem[] {
  const { fitting, other } = entriesOf(directory);
  const items = (entries: readonly ImEntry[]) => entries.map(entry => itemOf(directory, entry));
  if (fitting.length === 0 || other.length === 0) return items([...fitting, ...other]);
  return [
    separator(vscode.l10n.t('suggested')),
    ...items(fitting),
    separator(vscode.l10n.t('others')),
    ...items(other),
  ];
}

function itemOf(directory: ImDirectory, entry: ImEntry): EntryItem {
  const icon = entry.kind === 'contact' ? 'person' : entry.isDistribution ? 'broadcast' : 'organization';
  return {
    label: plainText(nameOf(entry)),
    description: plainText(describeEntry(directory, entry)),
    iconPath: new vscode.ThemeIcon(icon),
    entry,
  };
}

function separator(label: string): EntryItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

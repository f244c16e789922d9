import * as vscode from 'vscode';
import type { History } from '../../history/index.ts';
import type { Exchange } from '../../sending/index.ts';
import { loadBundle } from '../sending/lazy.ts';
import type { HistoryRow } from './historyRow.ts';
import { plainText } from './plainText.ts';
import { shortTime } from './timeText.ts';

/** What the view needs of the exchanges that are kept. */
export interface KeptExchanges {
  readonly onDidChange: vscode.Event<void>;
  all(): Promise<History>;
}

/** The view "History": the exchanges that are kept, newest first. Nothing is read before someone looks at it. */
export class HistoryView implements vscode.TreeDataProvider<Exchange>, vscode.Disposable {
  private readonly rows = new Map<string, HistoryRow>();
  private readonly exchanges: KeptExchanges;

  /** Fires when exchanges were added or removed. */
  readonly onDidChangeTreeData: vscode.Event<void>;

  constructor(exchanges: KeptExchanges) {
    this.exchanges = exchanges;
    this.onDidChangeTreeData = exchanges.onDidChange;
  }

  dispose(): void {
    this.rows.clear();
  }

  async getChildren(exchange?: Exchange): Promise<Exchange[]> {
    if (exchange) return [];
    const { historyRow } = await loadBundle();
    const kept = (await this.exchanges.all()).map(entry => entry.exchange);
    const rows = kept.map(({ id }) => this.rows.get(id));
    this.rows.clear();
    for (const [index, one] of kept.entries()) this.rows.set(one.id, rows[index] ?? historyRow(one));
    return kept;
  }

  getTreeItem(exchange: Exchange): vscode.TreeItem {
    const row = this.rows.get(exchange.id);
    const operation = plainText(row?.operation ?? '');
    const code = plainText(row?.code ?? '');
    const endpoint = plainText(row?.endpoint ?? '');
    const time = shortTime(exchange.startedAt);
    const item = new vscode.TreeItem(operation);
    item.id = exchange.id;
    item.description = [code, time, endpoint].join(' · ');
    item.iconPath = icons[row?.tone ?? 'error'];
    item.tooltip = [
      `${operation}: ${code}`,
      plainText(row?.meaning ?? '', 500),
      `${endpoint}, ${new Date(exchange.startedAt).toLocaleString()}`,
    ].join('\n');
    item.accessibilityInformation = { label: [operation, row?.tone, code, time, endpoint].join(', ') };
    item.contextValue = 'ews.exchange';
    item.command = {
      command: 'ews.openExchange',
      title: vscode.l10n.t('Open in the panel'),
      arguments: [exchange],
    };
    return item;
  }
}

const icons: Readonly<Record<HistoryRow['tone'], vscode.ThemeIcon>> = {
  success: new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed')),
  warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  error: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
};

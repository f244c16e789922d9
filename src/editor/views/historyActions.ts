import * as vscode from 'vscode';
import type { Exchange } from '../../sending/index.ts';
import { registerCommand } from '../commands.ts';
import { loadBundle } from '../sending/lazy.ts';
import type { AnswerDocuments } from './answerDocuments.ts';
import { compareAnswers } from './compareAnswers.ts';
import type { Exchanges } from './exchanges.ts';
import { HistoryView } from './historyView.ts';
import type { Log } from './log.ts';
import { plainText } from './plainText.ts';
import type { ResponsePanel } from './responsePanel.ts';

/** What the history works on. */
export interface HistoryContext {
  readonly log: Log;
  readonly exchanges: Exchanges;
  readonly answers: AnswerDocuments;
  readonly panel: ResponsePanel;
}

/** The view "History" and what can be done with an exchange in it. */
export function registerHistory(context: HistoryContext): vscode.Disposable {
  const { log, exchanges, answers, panel } = context;
  const provider = new HistoryView(exchanges);
  const view = vscode.window.createTreeView('ews.history', { treeDataProvider: provider, canSelectMany: true });
  const command = (id: string, run: (chosen: readonly Exchange[]) => Promise<unknown>) =>
    registerCommand(log, id, (clicked, selected) => run(chosenOf(view, clicked, selected)));
  return vscode.Disposable.from(
    provider,
    view,
    command('ews.openExchange', async ([first]) => first && panel.show(await exchanges.find(first.id))),
    command('ews.sendExchangeAgain', async ([first]) => {
      if (first) await vscode.commands.executeCommand('ews.sendAgain', first.id);
    }),
    command('ews.compareExchanges', chosen => compare(exchanges, answers, chosen)),
    command('ews.deleteExchange', async chosen => {
      for (const { id } of chosen) await exchanges.remove(id);
    }),
    registerCommand(log, 'ews.clearHistory', () => clear(exchanges)),
  );
}

/** What the command is for: the selection when the click was in it, else what was clicked. */
function chosenOf(view: vscode.TreeView<Exchange>, clicked: unknown, selected: unknown): readonly Exchange[] {
  if (Array.isArray(selected) && selected.length > 0) return selected as readonly Exchange[];
  return clicked === undefined ? view.selection : [clicked as Exchange];
}

async function compare(exchanges: Exchanges, answers: AnswerDocuments, chosen: readonly Exchange[]): Promise<void> {
  const one = chosen[0] ?? (await pick(exchanges, vscode.l10n.t('Which answer shall be compared?')));
  if (!one) return;
  const other = chosen[1] ?? (await pick(exchanges, vscode.l10n.t('With which answer?'), one));
  if (other) await compareAnswers(answers, one, other);
}

async function pick(exchanges: Exchanges, question: string, except?: Exchange): Promise<Exchange | undefined> {
  const { historyRow } = await loadBundle();
  const kept = (await exchanges.all()).map(({ exchange }) => exchange).filter(({ id }) => id !== except?.id);
  if (kept.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The history holds no other answer to compare with. Send a request first.'),
    );
    return undefined;
  }
  const items = kept.map(exchange => {
    const { operation, code, endpoint } = historyRow(exchange);
    return {
      label: plainText(operation),
      description: plainText(code),
      detail: `${new Date(exchange.startedAt).toLocaleString()}, ${plainText(endpoint)}`,
      exchange,
    };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Compare Answers'),
    placeHolder: question,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.exchange;
}

async function clear(exchanges: Exchanges): Promise<void> {
  const { length } = await exchanges.all();
  if (length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The history is empty, so there is nothing to clear.'));
    return;
  }
  const yes = vscode.l10n.t('Clear');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('Clear the history of this workspace?'),
    {
      modal: true,
      detail: vscode.l10n.t('Requests and answers in it are deleted: {0}. This cannot be undone.', length),
    },
    yes,
  );
  if (choice === yes) await exchanges.remove();
}

import * as vscode from 'vscode';
import type { Exchange } from '../../sending/index.ts';
import { registerCommand } from '../commands.ts';
import { loadBundle } from '../sending/lazy.ts';
import type { AnswerDocuments } from './answerDocuments.ts';
import type { Exchanges } from './exchanges.ts';
import { HistoryView } from './historyView.ts';
import type { Log } from './log.ts';
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
    command('ews.compareExchanges', async chosen => {
      const { compareChosen } = await loadBundle();
      await compareChosen(exchanges, answers, chosen);
    }),
    command('ews.deleteExchange', async chosen => {
      for (const { id } of chosen) await exchanges.remove(id);
    }),
    registerCommand(log, 'ews.clearHistory', async () => (await loadBundle()).clearHistory(exchanges)),
  );
}

/** What the command is for: the selection when the click was in it, else what was clicked. */
function chosenOf(view: vscode.TreeView<Exchange>, clicked: unknown, selected: unknown): readonly Exchange[] {
  if (Array.isArray(selected) && selected.length > 0) return selected as readonly Exchange[];
  return clicked === undefined ? view.selection : [clicked as Exchange];
}

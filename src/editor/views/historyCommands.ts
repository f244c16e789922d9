import * as vscode from 'vscode';
import type { Exchange } from '../../sending/index.ts';
import type { AnswerDocuments } from './answerDocuments.ts';
import { compareAnswers } from './compareAnswers.ts';
import type { Exchanges } from './exchanges.ts';
import { historyRow } from './historyRow.ts';
import { plainText } from './plainText.ts';

/** Shows two answers of the history side by side; asks for those that are not chosen. */
export async function compareChosen(
  exchanges: Exchanges,
  answers: AnswerDocuments,
  chosen: readonly Exchange[],
): Promise<void> {
  const one = chosen[0] ?? (await pick(exchanges, vscode.l10n.t('Which answer shall be compared?')));
  if (!one) return;
  const other = chosen[1] ?? (await pick(exchanges, vscode.l10n.t('With which answer?'), one));
  if (other) await compareAnswers(answers, one, other);
}

async function pick(exchanges: Exchanges, question: string, except?: Exchange): Promise<Exchange | undefined> {
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

/** "EWS: Clear History", after a question. */
export async function clearHistory(exchanges: Exchanges): Promise<void> {
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

import * as vscode from 'vscode';
import { compareExchanges } from '../../history/index.ts';
import { formatXml } from '../../language/index.ts';
import type { Exchange } from '../../sending/index.ts';
import type { AnswerDocuments } from './answerDocuments.ts';
import { timeOfDay } from './timeText.ts';

/** Shows two answers side by side, the older one left, whichever is named first. */
export async function compareAnswers(answers: AnswerDocuments, one: Exchange, other: Exchange): Promise<void> {
  const { title, left, right } = compareExchanges(one, other, formatXml, timeOfDay);
  const uris = [left, right].map(side => answers.add(side.title, `${side.id}~compared`, side.text));
  await vscode.commands.executeCommand('vscode.diff', uris[0], uris[1], title);
}

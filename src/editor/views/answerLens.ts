import * as vscode from 'vscode';
import { entriesIn, membersIn, nameOf, type PlacedEntry } from '../../language/index.ts';
import { everywhere, type RequestDocuments, rangeIn } from '../authoring/documents.ts';
import { plainText } from './plainText.ts';

/** "Use in a new request…" above every group, contact and member's id of an open answer. */
export function registerAnswerLens(documents: RequestDocuments): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(everywhere, {
    provideCodeLenses(document) {
      const answer = documents.of(document);
      if (answer?.kind !== 'answer') return [];
      const placed = [...entriesIn(answer.xml), ...membersIn(answer.xml)];
      const lines = Map.groupBy(placed, ({ element }) => document.positionAt(element.from).line);
      return [...lines.values()].flatMap(line => lensesOf(document, line));
    },
  });
}

/** An answer as it came is one long line: one lens that asks which is meant, and not a thousand. */
function lensesOf(document: vscode.TextDocument, line: readonly PlacedEntry[]): readonly vscode.CodeLens[] {
  const [first] = line;
  if (!first) return [];
  const range = rangeIn(document, first.element.startTag);
  const command = (title: string, ...which: readonly string[]) =>
    new vscode.CodeLens(range, {
      title: `$(new-file) ${title}`,
      tooltip: vscode.l10n.t('Pick an operation that takes this id, and open its request filled in'),
      command: 'ews.useInNewRequest',
      arguments: [document.uri, ...which],
    });
  if (line.length > 1) return [command(vscode.l10n.t('Use a group or contact in a new request…'))];
  const { entry, group } = first;
  const name = plainText(nameOf(entry), 60);
  return [command(vscode.l10n.t('Use {0} in a new request…', name), entry.id, ...(group ? [group.id] : []))];
}

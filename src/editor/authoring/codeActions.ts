import * as vscode from 'vscode';
import { type Fix, fixAll, fixesFor } from '../../language/index.ts';
import type { TextEdit } from '../../xml/index.ts';
import { everywhere, type RequestDocuments, rangeIn } from './documents.ts';
import { shownProblems } from './shownProblems.ts';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('ews');

/** Offers what mends the problems at the caret, and all at once what can be mended without losing anything. */
export function registerCodeActions(documents: RequestDocuments): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    everywhere,
    {
      provideCodeActions(document, range, context) {
        const quick = context.only === undefined || context.only.contains(vscode.CodeActionKind.QuickFix);
        return [
          ...(quick ? quickFixes(documents, document, range, context) : []),
          ...(context.only?.intersects(fixAllKind) ? allFixes(documents, document) : []),
        ];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind] },
  );
}

function quickFixes(
  documents: RequestDocuments,
  document: vscode.TextDocument,
  range: vscode.Range,
  context: vscode.CodeActionContext,
): readonly vscode.CodeAction[] {
  const request = documents.of(document);
  if (!request) return [];
  return shownProblems(request, document)
    .filter(problem => rangeIn(document, problem).intersection(range))
    .flatMap(problem => {
      const shown = context.diagnostics.filter(
        diagnostic => codeOf(diagnostic) === problem.code && diagnostic.range.isEqual(rangeIn(document, problem)),
      );
      return fixesFor(request, problem).map(fix => actionOf(document, fix, shown));
    });
}

function allFixes(documents: RequestDocuments, document: vscode.TextDocument): readonly vscode.CodeAction[] {
  const request = documents.of(document);
  const edits = request ? fixAll(request, step => shownProblems(step, document)) : [];
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction(
    vscode.l10n.t('Fix all EWS problems that can be fixed without loss'),
    fixAllKind,
  );
  action.edit = editOf(document, edits);
  return [action];
}

function actionOf(
  document: vscode.TextDocument,
  fix: Fix,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.edit = editOf(document, fix.edits);
  action.isPreferred = fix.preferred;
  action.diagnostics = [...diagnostics];
  return action;
}

function editOf(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const change = new vscode.WorkspaceEdit();
  change.set(
    document.uri,
    edits.map(edit => vscode.TextEdit.replace(rangeIn(document, edit), edit.insert)),
  );
  return change;
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

import * as vscode from 'vscode';
import {
  type Fix,
  fixAll,
  fixesFor,
  isMendedByPicking,
  mendsSeveral,
  type Problem,
  pickPlaceAt,
  type RequestDocument,
} from '../../language/index.ts';
import type { TextEdit } from '../../xml/index.ts';
import { everywhere, type RequestDocuments, rangeIn } from './documents.ts';
import { shownProblems } from './shownProblems.ts';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('ews');
const fixAllTitle = vscode.l10n.t('Fix all EWS problems that can be fixed without loss');

/** Offers what mends the problems at the caret, and all at once what can be mended without losing anything. */
export function registerCodeActions(documents: RequestDocuments): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    everywhere,
    {
      provideCodeActions(document, range, context) {
        const request = documents.of(document);
        if (!request) return [];
        const quick = context.only === undefined || context.only.contains(vscode.CodeActionKind.QuickFix);
        return [
          ...(quick ? quickFixes(request, document, range, context) : []),
          ...(context.only?.intersects(fixAllKind) ? allFixes(request, document) : []),
        ];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind] },
  );
}

function quickFixes(
  request: RequestDocument,
  document: vscode.TextDocument,
  range: vscode.Range,
  context: vscode.CodeActionContext,
): readonly vscode.CodeAction[] {
  const problems = shownProblems(request, document);
  const here = problems.filter(problem => rangeIn(document, problem).intersection(range));
  const shownAs = (problem: Problem) =>
    context.diagnostics.filter(
      diagnostic => codeOf(diagnostic) === problem.code && diagnostic.range.isEqual(rangeIn(document, problem)),
    );
  return [
    ...here.flatMap(problem => fixesFor(request, problem).map(fix => actionOf(document, fix, shownAs(problem)))),
    ...pickActions(request, document, here, shownAs),
    ...(here.length > 0 && mendsSeveral(request, problems) ? [fixAllAction()] : []),
  ];
}

/** The picker for an id that is missing, cut or still a placeholder: who works with the keyboard has no lens. */
function pickActions(
  request: RequestDocument,
  document: vscode.TextDocument,
  here: readonly Problem[],
  shownAs: (problem: Problem) => readonly vscode.Diagnostic[],
): readonly vscode.CodeAction[] {
  const problem = vscode.workspace.isTrusted ? here.find(isMendedByPicking) : undefined;
  const place = problem && pickPlaceAt(request, problem.from);
  if (!place) return [];
  const title = vscode.l10n.t('Pick from the mailbox…');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = {
    title,
    command: 'ews.pickFromMailbox',
    arguments: [document.uri, place.element.nameRange.to],
  };
  action.diagnostics = [...shownAs(problem)];
  return [action];
}

/** Leads to {@link allFixes}, which is worked out only when it is wanted. */
function fixAllAction(): vscode.CodeAction {
  const action = new vscode.CodeAction(fixAllTitle, vscode.CodeActionKind.QuickFix);
  action.command = {
    title: fixAllTitle,
    command: 'editor.action.codeAction',
    arguments: [{ kind: fixAllKind.value, apply: 'first' }],
  };
  return action;
}

function allFixes(request: RequestDocument, document: vscode.TextDocument): readonly vscode.CodeAction[] {
  const edits = fixAll(request, step => shownProblems(step, document));
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction(fixAllTitle, fixAllKind);
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

import * as vscode from 'vscode';
import {
  type Problem,
  type ProblemCode,
  problemPageLine,
  problemsByList,
  type Severity,
} from '../../language/index.ts';
import type { KnownLists } from '../sending/mailboxLists.ts';
import { onSettingsChange } from '../settings.ts';
import { everywhere, isLargeEnvelope, type RequestDocuments, rangeIn } from './documents.ts';
import { shownProblems } from './shownProblems.ts';

/** Milliseconds without a keystroke before problems are shown anew. */
const pause = 150;

/** Shows the problems of every open request, and keeps them as they were computed for quick fixes. */
export class Diagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('ews');
  /** By the document itself: a closed untitled document and a new one can have the same address. */
  private readonly timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  private readonly told = new WeakSet<vscode.TextDocument>();
  private readonly subscriptions: readonly vscode.Disposable[];
  private readonly documents: RequestDocuments;
  private readonly lists: KnownLists;

  constructor(documents: RequestDocuments, lists: KnownLists) {
    this.documents = documents;
    this.lists = lists;
    this.subscriptions = [
      vscode.workspace.onDidOpenTextDocument(document => this.publish(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.schedule(document)),
      vscode.workspace.onDidCloseTextDocument(document => this.close(document)),
      onSettingsChange(['problems'], () => this.publishAll()),
      lists.onDidChange(() => this.publishAll()),
      this.collection,
    ];
    this.publishAll();
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private publishAll(): void {
    for (const document of vscode.workspace.textDocuments) this.publish(document);
  }

  private schedule(document: vscode.TextDocument): void {
    if (!vscode.languages.match(everywhere, document)) return;
    clearTimeout(this.timers.get(document));
    this.timers.set(
      document,
      setTimeout(() => this.publish(document), pause),
    );
  }

  private publish(document: vscode.TextDocument): void {
    this.timers.delete(document);
    if (document.isClosed || !vscode.languages.match(everywhere, document)) return;
    const request = this.documents.of(document);
    if (!request) {
      this.collection.delete(document.uri);
      this.tellTooLarge(document);
      return;
    }
    const list = this.lists.of(request);
    const told = list?.isFresh ? problemsByList(request, list.directory) : [];
    this.collection.set(
      document.uri,
      shownProblems(request, document, told).map(problem => diagnosticOf(document, problem)),
    );
  }

  private close(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.timers.get(document));
    this.timers.delete(document);
    this.collection.delete(document.uri);
    // A new untitled document may have taken the address already.
    const successor = vscode.workspace.textDocuments.find(({ uri, isClosed }) => !isClosed && uri.toString() === key);
    if (successor) this.publish(successor);
  }

  private tellTooLarge(document: vscode.TextDocument): void {
    if (!isLargeEnvelope(document) || this.told.has(document)) return;
    this.told.add(document);
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'This document is larger than 2 MB, so it is not checked while you type. Sending and decoding work.',
      ),
    );
  }
}

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

function diagnosticOf(document: vscode.TextDocument, problem: Problem): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(rangeIn(document, problem), problem.message, severities[problem.severity]);
  diagnostic.source = 'EWS';
  diagnostic.code = { value: problem.code, target: pageOf(problem.code) };
  diagnostic.relatedInformation = problem.related.map(
    place =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(document.uri, rangeIn(document, place)),
        place.message,
      ),
  );
  return diagnostic;
}

/** The section of the code in the page of problems that is shipped with the extension. */
function pageOf(code: ProblemCode): vscode.Uri {
  const extension = vscode.extensions.getExtension('ews-request-studio.ews-request-studio');
  const page = vscode.Uri.joinPath(extension?.extensionUri ?? vscode.Uri.file('/'), 'docs', 'problems.md');
  return page.with({ fragment: `L${problemPageLine(code)}` });
}

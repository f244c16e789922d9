import * as vscode from 'vscode';
import type { RequestDocument } from '../../language/index.ts';
import { everywhere, type RequestDocuments, rangeIn } from './documents.ts';

/** What the lens says of the endpoint; it changes when the user selects another. */
export interface LensEndpoint {
  /** As a label shows it. */
  readonly name: () => string;
  readonly onDidChange: vscode.Event<void>;
}

/** Shows "Send RemoveImGroup" and the endpoint over every envelope, and "Explain" over an answer. */
export function registerCodeLens(documents: RequestDocuments, endpoint: LensEndpoint): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(everywhere, {
    onDidChangeCodeLenses: endpoint.onDidChange,
    provideCodeLenses(document) {
      const request = documents.of(document);
      if (!request?.envelope) return [];
      const place = rangeIn(document, request.envelope.startTag);
      return lensesOf(document, request, endpoint.name()).map(command => new vscode.CodeLens(place, command));
    },
  });
}

function lensesOf(
  document: vscode.TextDocument,
  request: RequestDocument,
  endpoint: string,
): readonly vscode.Command[] {
  if (request.kind === 'answer') {
    const tooltip = vscode.l10n.t('Say what this answer means and what to do next');
    return [
      {
        title: vscode.l10n.t('$(comment-discussion) Explain'),
        tooltip,
        command: 'ews.decodeResponse',
        arguments: [document.uri],
      },
    ];
  }
  if (request.kind !== 'request' || !request.payload) return [];
  const operation = request.operation?.name ?? vscode.l10n.t('Request');
  return [
    {
      title: vscode.l10n.t('$(play) Send {0}', operation),
      tooltip: vscode.l10n.t('Send this request exactly as it stands here'),
      command: 'ews.sendRequest',
      arguments: [document.uri],
    },
    {
      title: vscode.l10n.t('$(server-environment) {0}', endpoint),
      tooltip: vscode.l10n.t('Select the endpoint that requests go to'),
      command: 'ews.selectEndpoint',
    },
  ];
}

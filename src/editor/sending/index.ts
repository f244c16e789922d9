import * as vscode from 'vscode';
import { sandboxEndpoint } from '../../sending/endpoint.ts';
import { registerCodeLens } from '../authoring/codeLens.ts';
import type { RequestDocuments } from '../authoring/documents.ts';
import { registerCommand } from '../commands.ts';
import { AnswerDocuments } from '../views/answerDocuments.ts';
import { registerAnswerLens } from '../views/answerLens.ts';
import { decodeClipboard, decodeResponse } from '../views/decodeResponse.ts';
import { Exchanges } from '../views/exchanges.ts';
import { FaultDiagnostics } from '../views/faultDiagnostics.ts';
import { registerHistory } from '../views/historyActions.ts';
import type { Log } from '../views/log.ts';
import { registerPanelActions } from '../views/panelActions.ts';
import { ResponsePanel } from '../views/responsePanel.ts';
import { registerSandbox } from '../views/sandboxActions.ts';
import { createStatusBar } from '../views/statusBar.ts';
import { type Endpoints, openEndpointSettings, selectEndpoint } from './endpoints.ts';
import type { MailboxLists } from './mailboxLists.ts';
import { pickFromMailbox } from './pickFromMailbox.ts';
import { registerPickOffers } from './pickOffers.ts';
import { SandboxHost } from './sandboxHost.ts';
import { Secrets, signOut } from './secrets.ts';
import { type SendContext, sendRequest } from './sendRequest.ts';
import { testEndpoint } from './testEndpoint.ts';

/** Everything that sends, decodes and shows. The heavy half of it is loaded by the first command that needs it. */
export function registerSending(
  context: vscode.ExtensionContext,
  log: Log,
  documents: RequestDocuments,
  { endpoints, lists }: { readonly endpoints: Endpoints; readonly lists: MailboxLists },
): vscode.Disposable {
  const secrets = new Secrets(context);
  const sandbox = new SandboxHost(log);
  const exchanges = new Exchanges(context, log);
  const panel = new ResponsePanel(exchanges);
  const answers = new AnswerDocuments(exchanges);
  const faults = new FaultDiagnostics();
  const sending: SendContext = {
    documents,
    endpoints,
    secrets,
    sandbox,
    lists,
    log,
    version: String(context.extension.packageJSON.version),
    show: async (exchange, document) => {
      await exchanges.add(exchange, document);
      if (document) await faults.show(exchange, document);
      await panel.show(await exchanges.find(exchange.id));
    },
  };
  return vscode.Disposable.from(
    sandbox,
    exchanges,
    panel,
    answers,
    faults,
    registerHistory({ log, exchanges, answers, panel }),
    registerSandbox(log, sandbox, exchanges),
    registerAnswerLens(documents),
    createStatusBar(endpoints),
    registerCodeLens(documents, { name: () => endpoints.active()?.name ?? '', onDidChange: endpoints.onDidChange }),
    registerPickOffers(documents, lists),
    sandbox.onDidChange(() => lists.all.outdate(sandboxEndpoint)),
    registerCommand(log, 'ews.pickFromMailbox', (uri, offset) => pickFromMailbox(sending, uri, offset)),
    registerPanelActions({ exchanges, answers, sending }),
    registerCommand(log, 'ews.sendRequest', uri => sendRequest(sending, uri)),
    registerCommand(log, 'ews.selectEndpoint', () => selectEndpoint(endpoints)),
    registerCommand(log, 'ews.openEndpointSettings', openEndpointSettings),
    registerCommand(log, 'ews.testEndpoint', () => testEndpoint(sending)),
    registerCommand(log, 'ews.signOut', async () => {
      await signOut(secrets, log);
      lists.all.clear();
    }),
    registerCommand(log, 'ews.decodeResponse', uri => decodeResponse(exchanges, panel, uri)),
    registerCommand(log, 'ews.decodeClipboard', () => decodeClipboard(exchanges, panel)),
    registerCommand(log, 'ews.showResponse', async () => panel.show(await exchanges.latest())),
    registerCommand(log, 'ews.showLog', () => log.show()),
  );
}

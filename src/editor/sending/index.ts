import * as vscode from 'vscode';
import { sandboxEndpoint } from '../../sending/endpoint.ts';
import { registerCodeLens } from '../authoring/codeLens.ts';
import type { RequestDocuments } from '../authoring/documents.ts';
import { registerCommand } from '../commands.ts';
import { AnswerDocuments } from '../views/answerDocuments.ts';
import { registerAnswerLens } from '../views/answerLens.ts';
import { Exchanges } from '../views/exchanges.ts';
import { FaultDiagnostics } from '../views/faultDiagnostics.ts';
import { registerHistory } from '../views/historyActions.ts';
import type { Log } from '../views/log.ts';
import { registerPanelActions } from '../views/panelCommands.ts';
import { ResponsePanel } from '../views/responsePanel.ts';
import { registerSandbox } from '../views/sandboxActions.ts';
import { createStatusBar } from '../views/statusBar.ts';
import { type Endpoints, nameOfActive, openEndpointSettings, selectEndpoint } from './endpoints.ts';
import { loadBundle } from './lazy.ts';
import type { MailboxLists } from './mailboxLists.ts';
import { registerPickOffers } from './pickOffers.ts';
import { SandboxHost } from './sandboxHost.ts';
import type { SendContext } from './sendRequest.ts';

/** Everything that sends, decodes and shows. The heavy half of it is loaded by the first command that needs it. */
export function registerSending(
  context: vscode.ExtensionContext,
  log: Log,
  documents: RequestDocuments,
  { endpoints, lists }: { readonly endpoints: Endpoints; readonly lists: MailboxLists },
): vscode.Disposable {
  const sandbox = new SandboxHost(log);
  const exchanges = new Exchanges(context, log);
  const panel = new ResponsePanel(exchanges);
  const answers = new AnswerDocuments(exchanges);
  const faults = new FaultDiagnostics();
  const sending: SendContext = {
    documents,
    endpoints,
    secretPlaces: context,
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
    registerCodeLens(documents, { name: () => nameOfActive(endpoints.active()), onDidChange: endpoints.onDidChange }),
    registerPickOffers(documents, lists),
    sandbox.onDidChange(() => lists.all.outdate(sandboxEndpoint)),
    registerCommand(log, 'ews.pickFromMailbox', async (uri, offset) =>
      (await loadBundle()).pickFromMailbox(sending, uri, offset),
    ),
    registerPanelActions({ exchanges, answers, sending, panel }),
    registerCommand(log, 'ews.sendRequest', async uri => (await loadBundle()).sendRequest(sending, uri)),
    registerCommand(log, 'ews.selectEndpoint', () => selectEndpoint(endpoints)),
    registerCommand(log, 'ews.openEndpointSettings', openEndpointSettings),
    registerCommand(log, 'ews.testEndpoint', async () => (await loadBundle()).testEndpoint(sending)),
    registerCommand(log, 'ews.signOut', async () => {
      const { Secrets, signOut } = await loadBundle();
      await signOut(new Secrets(context), log);
      lists.all.clear();
    }),
    registerCommand(log, 'ews.decodeResponse', async uri => (await loadBundle()).decodeResponse(exchanges, panel, uri)),
    registerCommand(log, 'ews.decodeClipboard', async () => (await loadBundle()).decodeClipboard(exchanges, panel)),
    registerCommand(log, 'ews.showResponse', async () => panel.showFocused(await exchanges.latest())),
    registerCommand(log, 'ews.showLog', () => log.show()),
  );
}

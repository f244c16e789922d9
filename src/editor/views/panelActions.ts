import * as vscode from 'vscode';
import { codeOf, outcomeCode, toCurl, toPowerShell, toReport } from '../../history/index.ts';
import { formatXml, listRequestFor, operationNamed, readRequest } from '../../language/index.ts';
import type { Outcome } from '../../response/index.ts';
import type { Endpoint } from '../../sending/endpoint.ts';
import type { Exchange } from '../../sending/index.ts';
import type { Range } from '../../xml/index.ts';
import { rangeIn } from '../authoring/documents.ts';
import { type SendContext, sendText } from '../sending/sendRequest.ts';
import { type AnswerDocuments, answerContent, answerText } from './answerDocuments.ts';
import { compareAnswers } from './compareAnswers.ts';
import type { Exchanges, Shown } from './exchanges.ts';
import { faultPlace } from './faultPlace.ts';
import type { PanelActionId } from './panelCommands.ts';
import { rangeNow } from './rangeNow.ts';
import { timeOfDay } from './timeText.ts';

/** What the actions of the panel work on. */
export interface PanelContext {
  readonly exchanges: Exchanges;
  readonly answers: AnswerDocuments;
  readonly sending: SendContext;
  readonly panel: { readonly shownId: string | undefined };
}

/** Runs an action of the panel on what `value` is the id of; without one, on what the panel shows or the latest exchange. */
export async function runPanelAction(
  context: PanelContext,
  id: PanelActionId,
  value: unknown,
  target: unknown,
): Promise<void> {
  const shown = typeof value === 'string' ? await context.exchanges.find(value) : await subjectOf(context, id);
  if (shown) await actionsOf(context)[id](shown, target);
  else
    void vscode.window.showInformationMessage(
      vscode.l10n.t('That exchange is not kept any more. Send the request again.'),
    );
}

/** Actions that need the answer alone; the others need the request as well, which an answer that was decoded has not. */
const ofAnswers: ReadonlySet<PanelActionId> = new Set([
  'ews.openAnswer',
  'ews.openAnswerFormatted',
  'ews.saveAnswer',
  'ews.copyCode',
]);

/** What a command without an id means: what is in sight, where it can be done with that. */
async function subjectOf({ exchanges, panel }: PanelContext, id: PanelActionId): Promise<Shown | undefined> {
  const inSight = panel.shownId === undefined ? undefined : await exchanges.find(panel.shownId);
  return inSight?.kind === 'exchange' || ofAnswers.has(id) ? (inSight ?? exchanges.latest()) : exchanges.latest();
}

type Action = (shown: Shown, target?: unknown) => Promise<unknown>;

function actionsOf(context: PanelContext): Readonly<Record<PanelActionId, Action>> {
  return {
    'ews.openAnswer': shown => openAnswer(context, shown),
    'ews.openAnswerFormatted': shown => openFormatted(context, shown),
    'ews.saveAnswer': saveAnswer,
    'ews.copyCode': shown => copy(shownCode(shown)),
    'ews.copyAsCurl': shown => copyExchange(shown, toCurl),
    'ews.copyAsPowerShell': shown => copyExchange(shown, toPowerShell),
    'ews.copyReport': shown => copyReport(shown),
    'ews.sendAgain': shown => withExchange(shown, exchange => sendAgain(context, exchange)),
    'ews.compareWithPrevious': shown => withExchange(shown, exchange => compare(context, exchange)),
    'ews.goToPlace': shown => withExchange(shown, exchange => goToPlace(context, exchange)),
    'ews.fixRequest': shown => withExchange(shown, exchange => goToPlace(context, exchange)),
    'ews.setVersion': shown => withExchange(shown, exchange => goToVersion(context, exchange)),
    'ews.getCurrentIds': shown => withExchange(shown, exchange => getCurrentIds(context, exchange)),
  };
}

/** Sends to the endpoint of the first time, whichever is active now. */
async function sendAgain({ sending, exchanges }: PanelContext, exchange: Exchange): Promise<void> {
  const endpoint = endpointOf(sending, exchange);
  if (endpoint)
    await sendText(sending, readRequest(exchange.request.text), exchanges.documentOf(exchange.id), endpoint);
}

/** GetImItemList to the same mailbox of the same endpoint. It only reads, so it is sent without a further step. */
async function getCurrentIds({ sending }: PanelContext, exchange: Exchange): Promise<void> {
  const endpoint = endpointOf(sending, exchange);
  const asking = readRequest(listRequestFor(readRequest(exchange.request.text)));
  if (endpoint) await sendText(sending, asking, undefined, endpoint);
}

/** The endpoint that an exchange went to; when the settings do not have it any more, the user is told. */
function endpointOf({ endpoints }: SendContext, { endpoint: { name, url } }: Exchange): Endpoint | undefined {
  const endpoint = endpoints
    .all()
    .find(known => known.name === name && (known.source === 'builtIn' || known.url === url));
  if (!endpoint) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'The endpoint of that send is not in the settings any more. Open the request and send it to another one.',
      ),
    );
  }
  return endpoint;
}

async function withExchange<T>(shown: Shown, run: (exchange: Exchange) => Promise<T>): Promise<T | undefined> {
  return shown.kind === 'exchange' ? await run(shown.entry.exchange) : undefined;
}

async function openAnswer({ answers }: PanelContext, shown: Shown): Promise<void> {
  const content = await answerContent(shown);
  if (content) await answers.open(titleOf(shown), idOf(shown), content);
}

/** Where to is asked, unless a caller says it. */
async function saveAnswer(shown: Shown, target: unknown): Promise<void> {
  const content = await answerContent(shown);
  if (!content) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There was no answer, so there is nothing to save.'));
    return;
  }
  const uri = target instanceof vscode.Uri ? target : await vscode.window.showSaveDialog(saveOptions(shown));
  if (uri) await vscode.workspace.fs.writeFile(uri, content.bytes);
}

function saveOptions(shown: Shown): vscode.SaveDialogOptions {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const name = `${titleOf(shown)}.xml`;
  return {
    title: vscode.l10n.t('Save Answer as Received'),
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, name) }),
  };
}

async function openFormatted(context: PanelContext, shown: Shown): Promise<void> {
  const text = answerText(shown);
  if (text !== undefined)
    await context.answers.open(`${titleOf(shown)} formatted`, `${idOf(shown)}~formatted`, formatXml(text));
}

async function compare({ exchanges, answers }: PanelContext, exchange: Exchange): Promise<void> {
  const previous = await exchanges.previous(exchange.id);
  if (!previous) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no earlier answer to this operation to compare with.'),
    );
    return;
  }
  await compareAnswers(answers, previous.exchange, exchange);
}

/**
 * Selects the words that the fault names in the document the request came from. When the document is gone or those words
 * have changed, the request is shown as it was sent.
 */
async function goToPlace({ exchanges, answers }: PanelContext, exchange: Exchange): Promise<void> {
  const place = faultPlace(exchange);
  const sent = exchange.request.text;
  const uri = exchanges.documentOf(exchange.id);
  const source = uri && (await openIfThere(uri));
  const now = source && place ? rangeNow(sent, source.getText(), place) : undefined;
  if (source && (now || !place)) {
    await select(source, now ?? { from: 0, to: 0 }, vscode.ViewColumn.One);
    return;
  }
  const name = vscode.l10n.t('{0} as sent', operationNamed(exchange.operation ?? '')?.name ?? 'Request');
  const document = await vscode.workspace.openTextDocument(answers.add(name, `${exchange.id}~request`, sent));
  await select(document, place ?? { from: 0, to: 0 }, vscode.ViewColumn.One);
}

async function openIfThere(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
  // Opening an untitled document that was closed would only make an empty one of the same name.
  if (open || uri.scheme === 'untitled') return open;
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

async function select(document: vscode.TextDocument, range: Range, viewColumn: vscode.ViewColumn): Promise<void> {
  await vscode.window.showTextDocument(document, { viewColumn, selection: rangeIn(document, range) });
}

async function goToVersion(context: PanelContext, exchange: Exchange): Promise<void> {
  await goToPlace(context, exchange);
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const version = /<(?:[\w-]+:)?RequestServerVersion\b[^<>]*?Version\s*=\s*(["'])(.*?)\1/s.exec(
    editor.document.getText(),
  );
  if (!version) return;
  const end = version.index + version[0].length - 1;
  const range = new vscode.Range(
    editor.document.positionAt(end - (version[2] ?? '').length),
    editor.document.positionAt(end),
  );
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range);
}

async function copyExchange(shown: Shown, write: (exchange: Exchange) => string): Promise<void> {
  await withExchange(shown, exchange => copy(write(exchange)));
}

async function copyReport(shown: Shown): Promise<void> {
  const mask = await vscode.window.showQuickPick(
    [
      {
        label: vscode.l10n.t('Mask ids and addresses'),
        detail: vscode.l10n.t('For people outside your organisation'),
        mask: true,
      },
      {
        label: vscode.l10n.t('Keep ids and addresses'),
        detail: vscode.l10n.t('For colleagues who look into this mailbox'),
        mask: false,
      },
    ],
    {
      title: vscode.l10n.t('Copy Redacted Report'),
      placeHolder: vscode.l10n.t('Passwords and cookies are left out either way'),
    },
  );
  if (mask) await copyExchange(shown, exchange => toReport(exchange, { mask: mask.mask }));
}

async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Copied'), 2000);
}

function shownCode(shown: Shown): string {
  if (shown.kind === 'decoded') return codeOfOutcome(shown.answer.outcome);
  const { exchange } = shown.entry;
  const { result } = exchange;
  return result.kind === 'answer' ? codeOfOutcome(result.outcome) : codeOf(exchange);
}

/** A body that is no SOAP may name a ResponseCode all the same, and that is the better thing to search for. */
function codeOfOutcome(outcome: Outcome): string {
  const named = outcome.kind === 'httpError' || outcome.kind === 'notSoap' ? outcome.responseCode : undefined;
  return named ?? outcomeCode(outcome);
}

function titleOf(shown: Shown): string {
  if (shown.kind === 'decoded') return 'Answer';
  const operation = operationNamed(shown.entry.exchange.operation ?? '')?.name ?? 'Answer';
  return `${operation} answer ${timeOfDay(shown.entry.exchange.startedAt).replaceAll(':', '.')}`;
}

function idOf(shown: Shown): string {
  return shown.kind === 'exchange' ? shown.entry.exchange.id : shown.answer.id;
}

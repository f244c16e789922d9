import * as vscode from 'vscode';
import { findOperation } from '../../ews/operationNames.ts';
import {
  fittingEntries,
  type ImEntry,
  listRequestFor,
  type PickPlace,
  pickEdits,
  pickedRange,
  pickPlaceAt,
  pickPlaces,
  type RequestDocument,
  readRequest,
} from '../../language/index.ts';
import { asideHeader } from '../../sandbox/index.ts';
import type { Endpoint } from '../../sending/endpoint.ts';
import type { Exchange } from '../../sending/index.ts';
import { rangeIn } from '../authoring/documents.ts';
import { rangeNow } from '../views/rangeNow.ts';
import { type Credentials, credentialsFor } from './credentials.ts';
import { type Picked, pickEntry } from './entryPick.ts';
import { requestInSight } from './requestInSight.ts';
import { Secrets } from './secrets.ts';
import { activeEndpoint, exchangeNow, isTrusted, type SendContext } from './sendRequest.ts';

/**
 * "EWS: Pick from the Mailbox…": lists the groups or contacts of the mailbox that the request goes to, by name, and puts
 * the chosen one at the place that the offset touches; without one, where the caret is, or at the only id there is.
 */
export async function pickFromMailbox(context: SendContext, uri?: unknown, offset?: unknown): Promise<void> {
  if (!isTrusted()) return;
  const document =
    uri instanceof vscode.Uri ? await vscode.workspace.openTextDocument(uri) : await requestInSight(context.documents);
  const request = document && context.documents.read(document);
  const place = request && placeIn(document, request, offset);
  if (!place) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'There is nothing to pick here. Put the caret into a GroupId or ContactId of a request, and try again.',
      ),
    );
    return;
  }
  const endpoint = await activeEndpoint(context.endpoints);
  if (!endpoint) return;
  const entry = await pick({ context, endpoint, request, place });
  if (entry) await insert(context, document, { request, place, entry });
}

/** Where the offset is, or the caret; where neither is at an id, the only one of the request. */
function placeIn(document: vscode.TextDocument, request: RequestDocument, offset: unknown): PickPlace | undefined {
  if (typeof offset === 'number') return pickPlaceAt(request, offset);
  const editor = vscode.window.activeTextEditor;
  const caret = editor?.document === document ? document.offsetAt(editor.selection.active) : 0;
  const [only, ...others] = pickPlaces(request);
  return pickPlaceAt(request, caret) ?? (others.length === 0 ? only : undefined);
}

interface Pick {
  readonly context: SendContext;
  readonly endpoint: Endpoint;
  readonly request: RequestDocument;
  readonly place: PickPlace;
}

async function pick(wanted: Pick): Promise<ImEntry | undefined> {
  const { context, endpoint, request, place } = wanted;
  const list = context.lists.all.of(endpoint, request);
  let known = list?.isFresh ? list.directory : undefined;
  for (;;) {
    // What is asked of the user is asked before the list opens, which closes when something else takes the focus.
    const credentials = known ? {} : await credentialsFor(endpoint, new Secrets(context.secretPlaces));
    if (!credentials) return undefined;
    let answer: Exchange | undefined;
    const picked: Picked = await pickEntry({
      title: titles[place.wants],
      endpoint: endpoint.name,
      known,
      read: async signal => {
        answer = await askForList(wanted, credentials, signal);
        const read = context.lists.all.of(endpoint, request);
        return isList(answer) ? read?.directory : undefined;
      },
      entriesOf: directory => fittingEntries(directory, request, place),
    });
    if (picked === 'empty') await tellEmpty(place);
    else if (picked === 'failed' && answer) await tellFailed(context, answer);
    if (typeof picked === 'object') return picked;
    if (picked !== 'refresh') return undefined;
    known = undefined;
  }
}

/** Asks the mailbox that the request goes to. An answer that the sandbox keeps ready is for what the user sends. */
async function askForList(
  { context, endpoint, request }: Pick,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<Exchange> {
  const asking = readRequest(listRequestFor(request));
  const operation = findOperation('GetImItemList');
  const asked = endpoint.source === 'builtIn' ? { ...endpoint, headers: [asideHeader] } : endpoint;
  const exchange = await exchangeNow(context, { request: asking, operation, endpoint: asked, credentials }, signal);
  await new Secrets(context.secretPlaces).forgetRefused(endpoint, credentials.username, exchange);
  return exchange;
}

function isList({ result }: Exchange): boolean {
  return (
    result.kind === 'answer' &&
    result.outcome.kind === 'answered' &&
    result.outcome.messages.some(({ responseCode }) => responseCode === 'NoError')
  );
}

const titles: Readonly<Record<PickPlace['wants'], string>> = {
  group: vscode.l10n.t('Pick a Group'),
  anyGroup: vscode.l10n.t('Pick a Group'),
  distributionGroup: vscode.l10n.t('Pick a Distribution Group'),
  address: vscode.l10n.t('Pick a Distribution Group'),
  contact: vscode.l10n.t('Pick a Contact'),
};

/** What to send first when there is nothing to pick. */
async function tellEmpty({ wants }: PickPlace): Promise<void> {
  const isDistribution = wants === 'distributionGroup' || wants === 'address';
  const operation = isDistribution
    ? 'AddDistributionGroupToImList'
    : wants === 'contact'
      ? 'AddNewImContactToGroup'
      : 'AddImGroup';
  const create = vscode.l10n.t('New {0} Request', operation);
  const choice = await vscode.window.showInformationMessage(emptyWords[wants], create);
  if (choice === create) await vscode.commands.executeCommand('ews.newRequest', operation);
}

const noDistributionGroup = vscode.l10n.t(
  'The IM list of this mailbox has no distribution group to pick. Add one first, with AddDistributionGroupToImList.',
);
const noGroup = vscode.l10n.t('The IM list of this mailbox has no group to pick. Add one first, with AddImGroup.');
const emptyWords: Readonly<Record<PickPlace['wants'], string>> = {
  group: noGroup,
  anyGroup: noGroup,
  distributionGroup: noDistributionGroup,
  address: noDistributionGroup,
  contact: vscode.l10n.t(
    'The IM list of this mailbox has no contact to pick. Add one first, with AddNewImContactToGroup.',
  ),
};

async function tellFailed(context: SendContext, exchange: Exchange): Promise<void> {
  const show = vscode.l10n.t('Show Why');
  const choice = await vscode.window.showErrorMessage(
    vscode.l10n.t('The endpoint did not give the IM list of this mailbox, so there is nothing to pick from.'),
    show,
  );
  if (choice === show) await context.show(exchange, undefined);
}

interface Choice {
  readonly request: RequestDocument;
  readonly place: PickPlace;
  readonly entry: ImEntry;
}

/** One undoable edit, at the place as it is now: somebody may have typed while the list was read. */
async function insert(
  { documents }: SendContext,
  document: vscode.TextDocument,
  { request, place, entry }: Choice,
): Promise<void> {
  const now = documents.read(document);
  const name = rangeNow(request.text, now.text, { from: place.element.from, to: place.element.nameRange.to });
  const found = name && pickPlaceAt(now, name.to);
  if (found?.wants !== place.wants) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The request has changed at that place meanwhile, so nothing was put there. Pick once more.'),
    );
    return;
  }
  const change = new vscode.WorkspaceEdit();
  change.set(
    document.uri,
    pickEdits(now, found, entry).map(edit => vscode.TextEdit.replace(rangeIn(document, edit), edit.insert)),
  );
  if (!(await vscode.workspace.applyEdit(change))) return;
  const filled = pickPlaceAt(documents.read(document), found.element.nameRange.to);
  const value = filled && pickedRange(filled);
  if (value) putCaret(document, value.to);
}

/** The placeholder was selected, and the selection of a tab stop outlives the edit: the next key would cut the id. */
function putCaret(document: vscode.TextDocument, offset: number): void {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editor = [activeTextEditor, ...visibleTextEditors].find(candidate => candidate?.document === document);
  const caret = document.positionAt(offset);
  if (editor) editor.selection = new vscode.Selection(caret, caret);
}

import * as vscode from 'vscode';
import { findOperation, type OperationName } from '../../ews/operationNames.ts';
import { logLineOf } from '../../history/index.ts';
import type { RequestDocument } from '../../language/index.ts';
import type { Endpoint } from '../../sending/endpoint.ts';
import { type Exchange, send } from '../../sending/index.ts';
import type { RequestDocuments } from '../authoring/documents.ts';
import { shownProblems } from '../authoring/shownProblems.ts';
import { readSettings } from '../settings.ts';
import type { Log } from '../views/log.ts';
import { type Credentials, credentialsFor, offerNewMicrosoftSession } from './credentials.ts';
import type { Endpoints } from './endpoints.ts';
import type { MailboxLists } from './mailboxLists.ts';
import { offerRedirect } from './redirect.ts';
import { requestInSight } from './requestInSight.ts';
import type { SandboxHost } from './sandboxHost.ts';
import { type SecretPlaces, Secrets } from './secrets.ts';
import { targetFor } from './target.ts';
import { offerTrust } from './trust.ts';

/** What sending needs of the window it runs in. */
export interface SendContext {
  readonly documents: RequestDocuments;
  readonly endpoints: Endpoints;
  readonly secretPlaces: SecretPlaces;
  readonly sandbox: SandboxHost;
  readonly lists: MailboxLists;
  readonly log: Log;
  readonly version: string;
  /** Shows and keeps the exchange. */
  readonly show: (exchange: Exchange, document: vscode.Uri | undefined) => Promise<void>;
}

/** "EWS: Send Request": checks, asks where it must, posts, and shows what came back. */
export async function sendRequest(context: SendContext, uri?: unknown): Promise<void> {
  const document = await documentOf(context, uri);
  if (!document) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No document is open to send. Run "EWS: New Request…" to begin one.'),
    );
    return;
  }
  const request = context.documents.read(document);
  if (!(await maySend(request, document))) return;
  await sendText(context, request, document.uri);
}

/** Sends a request that has been looked at: to the given or the active endpoint, after the questions that this one needs. */
export async function sendText(
  context: SendContext,
  request: RequestDocument,
  document: vscode.Uri | undefined,
  chosen?: Endpoint,
): Promise<void> {
  if (!isTrusted()) return;
  const endpoint = chosen ?? (await activeEndpoint(context.endpoints));
  if (endpoint) await sendTo(context, endpoint, request, document);
}

async function sendTo(
  context: SendContext,
  endpoint: Endpoint,
  request: RequestDocument,
  document: vscode.Uri | undefined,
): Promise<void> {
  const operation = request.payload && findOperation(request.payload.local);
  if (!(await confirmed(request, operation, endpoint))) return;
  const credentials = await credentialsFor(endpoint, new Secrets(context.secretPlaces));
  if (credentials) await sendPrepared(context, { request, operation, endpoint, credentials }, document);
}

async function sendPrepared(context: SendContext, prepared: Prepared, document: vscode.Uri | undefined): Promise<void> {
  const { endpoint, request, credentials } = prepared;
  const exchange = await sendWithProgress(context, prepared);
  if (exchange.result.kind === 'failure' && exchange.result.code === 'aborted' && exchange.result.sent === 'no') return;
  await context.show(exchange, document);
  await new Secrets(context.secretPlaces).forgetRefused(endpoint, credentials.username, exchange);
  // Nothing of the request has left, so that sending it anew cannot do anything twice.
  if (await offerTrust(endpoint, exchange)) {
    const trusted = context.endpoints.all().find(({ name }) => name === endpoint.name);
    await sendText(context, request, document, trusted);
  }
  // A server that redirects has not executed the request.
  const elsewhere = await offerRedirect(endpoint, exchange);
  if (elsewhere) await sendTo(context, elsewhere, request, document);
  // Who is refused has had nothing executed.
  const renewed = await offerNewMicrosoftSession(endpoint, exchange);
  if (renewed) await sendPrepared(context, { ...prepared, credentials: renewed }, document);
}

/** Whether anything may be sent from this window; when not, the user is told. */
export function isTrusted(): boolean {
  if (vscode.workspace.isTrusted) return true;
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      'This workspace is not trusted, so nothing is sent from it. Trust it with "Workspaces: Manage Workspace Trust".',
    ),
  );
  return false;
}

/** A request that may go out: every question is answered. */
export interface Prepared {
  readonly request: RequestDocument;
  readonly operation: OperationName | undefined;
  readonly endpoint: Endpoint;
  readonly credentials: Credentials;
}

async function documentOf({ documents }: SendContext, uri: unknown): Promise<vscode.TextDocument | undefined> {
  if (uri instanceof vscode.Uri) return await vscode.workspace.openTextDocument(uri);
  return await requestInSight(documents);
}

/** Trust, kind and faults of the document; asks when there are errors or placeholders in it. */
async function maySend(request: RequestDocument, document: vscode.TextDocument): Promise<boolean> {
  if (!isTrusted()) return false;
  if (request.kind === 'answer') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'This document is an answer, not a request, so it is not sent. Run "EWS: Decode Response" to have it explained.',
      ),
    );
    return false;
  }
  const problems = shownProblems(request, document);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const placeholders = problems.filter(({ code }) => code === 'placeholder.unfilled').length;
  if (errors === 0 && placeholders === 0) return true;
  const sendAnyway = vscode.l10n.t('Send Anyway');
  const showProblems = vscode.l10n.t('Show Problems');
  const choice = await vscode.window.showWarningMessage(
    errors > 0
      ? vscode.l10n.t('The request has errors. Send it all the same?')
      : vscode.l10n.t('The request has unfilled placeholders. Send it all the same?'),
    {
      modal: true,
      detail: problems
        .filter(({ severity, code }) => severity === 'error' || code === 'placeholder.unfilled')
        .slice(0, 5)
        .map(({ message }) => `• ${message}`)
        .join('\n'),
    },
    sendAnyway,
    showProblems,
  );
  if (choice === showProblems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  return choice === sendAnyway;
}

/** The active endpoint; when the settings name none that can be used, the user is told why and what can be done. */
export async function activeEndpoint(endpoints: Endpoints): Promise<Endpoint | undefined> {
  const active = endpoints.active();
  if (active) return active;
  const select = vscode.l10n.t('Select Endpoint');
  const mend = vscode.l10n.t('Open Endpoint Settings');
  const choice = await vscode.window.showErrorMessage(endpoints.whyNone(), select, mend);
  if (choice === select) await vscode.commands.executeCommand('ews.selectEndpoint');
  if (choice === mend) await vscode.commands.executeCommand('ews.openEndpointSettings');
  return undefined;
}

/** Asks before anything that is not known to only read, on any endpoint but the sandbox, unless the user wants no question. */
async function confirmed(
  request: RequestDocument,
  operation: OperationName | undefined,
  endpoint: Endpoint,
): Promise<boolean> {
  if (endpoint.source === 'builtIn' || operation?.effect === 'reads' || !readSettings().confirmChanges) return true;
  const sendIt = vscode.l10n.t('Send');
  const name = operation?.name ?? request.payload?.local ?? '';
  const choice = await vscode.window.showWarningMessage(
    operation?.effect === 'removes'
      ? vscode.l10n.t('This request removes data. Send it?')
      : vscode.l10n.t('This request may change data. Send it?'),
    {
      modal: true,
      detail: [
        vscode.l10n.t('Operation: {0}', shown(name)),
        vscode.l10n.t(
          'Mailbox: {0}',
          shown(request.impersonated ?? vscode.l10n.t('the one of the account that signs in')),
        ),
        vscode.l10n.t('Endpoint: {0} ({1})', shown(endpoint.name), shown(endpoint.url)),
      ].join('\n'),
    },
    sendIt,
  );
  return choice === sendIt;
}

/** Text of a document or setting for a dialog: no control characters, and not too long to read. */
function shown(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');
  return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain;
}

/** Milliseconds before a send that still runs shows its progress and offers to cancel. */
const untilProgress = 500;

async function sendWithProgress(context: SendContext, prepared: Prepared): Promise<Exchange> {
  const abort = new AbortController();
  const sending = exchangeNow(context, prepared, abort.signal);
  if (await isDoneWithin(sending, untilProgress)) return await sending;
  const { operation } = prepared;
  const title = operation
    ? vscode.l10n.t('EWS: Sending {0}', operation.name)
    : vscode.l10n.t('EWS: Sending the request');
  return await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (_progress, token) => {
      const subscription = token.onCancellationRequested(() => abort.abort());
      try {
        return await sending;
      } finally {
        subscription.dispose();
      }
    },
  );
}

async function isDoneWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>(resolve => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Sends without a question, notes it in the log and learns from the answer. */
export async function exchangeNow(
  context: SendContext,
  { request, operation, endpoint, credentials }: Prepared,
  signal: AbortSignal,
): Promise<Exchange> {
  const url = endpoint.source === 'builtIn' ? (await context.sandbox.running()).url : endpoint.url;
  const { impersonated } = request;
  const anchorMailbox = endpoint.anchorMailbox ?? (impersonated?.includes('@') ? impersonated : undefined);
  const exchange = await send(
    {
      id: crypto.randomUUID(),
      endpointName: endpoint.name,
      target: await targetFor(endpoint, url, credentials),
      text: request.text,
      ...(operation && { operation }),
      ...(anchorMailbox && { anchorMailbox }),
      ...(endpoint.headers && { extraHeaders: endpoint.headers }),
      version: context.version,
    },
    { signal },
  );
  // Time (the log's own), operation, endpoint, status, code, duration.
  context.log.info(logLineOf(exchange));
  context.lists.all.note(endpoint, request, exchange, operation?.effect === 'reads');
  return exchange;
}

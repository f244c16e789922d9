import * as vscode from 'vscode';
import { findOperation } from '../../ews/operationNames.ts';
import type { Endpoint } from '../../sending/endpoint.ts';
import { type Exchange, endpointSteps, send, type TestStep, testOperation, testRequest } from '../../sending/index.ts';
import { type Credentials, credentialsFor } from './credentials.ts';
import { openEndpointSettings } from './endpoints.ts';
import { Secrets } from './secrets.ts';
import { activeEndpoint, isTrusted, type SendContext } from './sendRequest.ts';
import { isProxyUnknown, targetFor } from './target.ts';
import { offerTrust } from './trust.ts';

/** "EWS: Test Endpoint": walks the way to the active endpoint with a request that only reads, a tick or a cross for each step. */
export async function testEndpoint(context: SendContext): Promise<void> {
  const endpoint = await activeEndpoint(context.endpoints);
  if (!endpoint || !isTrusted()) return;
  const secrets = new Secrets(context.secretPlaces);
  const walked = await withCancel(signal => walk(context, endpoint, secrets, signal));
  if (!walked) return;
  const { exchange, username } = walked;
  showSteps({ endpoint, steps: endpointSteps(exchange, isProxyUnknown()) });
  await secrets.forgetRefused(endpoint, username, exchange);
  await offerTrust(endpoint, exchange);
}

interface Walked {
  readonly exchange: Exchange;
  readonly username?: string | undefined;
}

/** A password is asked for where there is somebody to take it: a request without one goes first. Undefined: given up. */
async function walk(
  context: SendContext,
  endpoint: Endpoint,
  secrets: Secrets,
  signal: AbortSignal,
): Promise<Walked | undefined> {
  if (endpoint.authentication !== 'none') {
    const exchange = await ask(context, { ...endpoint, authentication: 'none' }, {}, signal);
    const { result } = exchange;
    if (result.kind === 'failure' && (result.sent === 'no' || result.code === 'aborted')) return { exchange };
  }
  const credentials = await credentialsFor(endpoint, secrets);
  return credentials && { exchange: await ask(context, endpoint, credentials, signal), username: credentials.username };
}

async function ask(
  context: SendContext,
  endpoint: Endpoint,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<Exchange> {
  const url = endpoint.source === 'builtIn' ? (await context.sandbox.running()).url : endpoint.url;
  const target = await targetFor(endpoint, url, credentials);
  const operation = findOperation(testOperation);
  const { headers, anchorMailbox } = endpoint;
  const sending = {
    id: crypto.randomUUID(),
    endpointName: endpoint.name,
    target,
    text: testRequest,
    version: context.version,
    ...(headers && { extraHeaders: headers }),
    ...(anchorMailbox && { anchorMailbox }),
    ...(operation && { operation }),
  };
  return await send(sending, { signal });
}

/** One way, however many requests it takes, and one button that ends it. */
function withCancel<Result>(work: (signal: AbortSignal) => Promise<Result>): Thenable<Result> {
  const title = vscode.l10n.t('EWS: Testing the endpoint');
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (_progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      return await work(abort.signal);
    },
  );
}

const icons: Readonly<Record<TestStep['state'], string>> = {
  passed: '$(pass)',
  failed: '$(error)',
  notReached: '$(circle-outline)',
  notUsed: '$(dash)',
  unknown: '$(question)',
};
const words: Readonly<Record<TestStep['state'], string>> = {
  passed: vscode.l10n.t('passed'),
  failed: vscode.l10n.t('failed'),
  notReached: vscode.l10n.t('not reached'),
  notUsed: vscode.l10n.t('not used'),
  unknown: vscode.l10n.t('unknown'),
};

interface Walk {
  readonly endpoint: Endpoint;
  readonly steps: readonly TestStep[];
}

/** A list that stays until it is closed, and can be read by keyboard and screen reader. */
function showSteps(walk: Walk): void {
  const { endpoint, steps } = walk;
  const list = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly step: TestStep }>();
  list.title = vscode.l10n.t('Test Endpoint: {0}', endpoint.name);
  list.placeholder = steps.some(({ state }) => state === 'failed')
    ? vscode.l10n.t('The way ends at the cross; Enter shows the whole reason, and what can be done')
    : vscode.l10n.t('All is well');
  list.ignoreFocusOut = true;
  list.matchOnDetail = true;
  const items = steps.map(step => ({
    label: `${icons[step.state]} ${step.name}`,
    description: words[step.state],
    detail: step.detail.replace(/\$+\(/g, '('),
    step,
  }));
  list.items = items;
  list.activeItems = items.filter(({ step }) => step.state === 'failed');
  list.onDidAccept(() => {
    const [chosen] = list.activeItems;
    list.hide();
    if (chosen) void showWhole(walk, chosen.step);
  });
  list.onDidHide(() => list.dispose());
  list.show();
}

/** The list cuts what is longer than a line. From here it goes back there, or on to what may have to be mended. */
async function showWhole(walk: Walk, { name, state, detail }: TestStep): Promise<void> {
  const plain = detail.replace(/[\p{Cc}\p{Cf}]/gu, ' ');
  const back: vscode.MessageItem = { title: vscode.l10n.t('Back to the Steps'), isCloseAffordance: true };
  const mend: vscode.MessageItem = { title: vscode.l10n.t('Open Endpoint Settings') };
  const mayMend = state === 'failed' && walk.endpoint.source !== 'builtIn';
  const title = `${name}: ${words[state]}`;
  const options = { modal: true, detail: plain };
  const choice = await vscode.window.showInformationMessage(title, options, ...(mayMend ? [mend] : []), back);
  if (choice === mend) await openEndpointSettings();
  else showSteps(walk);
}

import * as vscode from 'vscode';
import { findOperation } from '../../ews/operationNames.ts';
import { endpointSteps, send, type TestStep, testOperation, testRequest } from '../../sending/index.ts';
import { credentialsFor } from './credentials.ts';
import { Secrets } from './secrets.ts';
import { activeEndpoint, type SendContext } from './sendRequest.ts';
import { isProxyUnknown, targetFor } from './target.ts';
import { offerTrust } from './trust.ts';

/** "EWS: Test Endpoint": walks the way to the active endpoint with a request that only reads, a tick or a cross for each step. */
export async function testEndpoint(context: SendContext): Promise<void> {
  const endpoint = await activeEndpoint(context.endpoints);
  if (!endpoint) return;
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showWarningMessage(vscode.l10n.t('This workspace is not trusted, so nothing is sent from it.'));
    return;
  }
  const secrets = new Secrets(context.secretPlaces);
  const credentials = await credentialsFor(endpoint, secrets);
  if (!credentials) return;
  const url = endpoint.source === 'builtIn' ? (await context.sandbox.running()).url : endpoint.url;
  const target = await targetFor(endpoint, url, credentials);
  const operation = findOperation(testOperation);
  const exchange = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('EWS: Testing the endpoint'),
      cancellable: true,
    },
    async (_progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      const sending = {
        id: crypto.randomUUID(),
        endpointName: endpoint.name,
        target,
        text: testRequest,
        version: context.version,
      };
      const { headers, anchorMailbox } = endpoint;
      const further = { ...(headers && { extraHeaders: headers }), ...(anchorMailbox && { anchorMailbox }) };
      return await send({ ...sending, ...further, ...(operation && { operation }) }, { signal: abort.signal });
    },
  );
  showSteps(endpoint.name, endpointSteps(exchange, isProxyUnknown()));
  await secrets.forgetRefused(endpoint, credentials.username, exchange);
  await offerTrust(endpoint, exchange);
}

const icons: Readonly<Record<TestStep['state'], string>> = {
  passed: '$(pass)',
  failed: '$(error)',
  notReached: '$(circle-outline)',
};
const words: Readonly<Record<TestStep['state'], string>> = {
  passed: vscode.l10n.t('passed'),
  failed: vscode.l10n.t('failed'),
  notReached: vscode.l10n.t('not reached'),
};

/** A list that stays until it is closed, and can be read by keyboard and screen reader. */
function showSteps(endpoint: string, steps: readonly TestStep[]): void {
  const list = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly step: TestStep }>();
  list.title = vscode.l10n.t('Test Endpoint: {0}', endpoint);
  list.placeholder = steps.some(({ state }) => state === 'failed')
    ? vscode.l10n.t('The way ends at the cross; Enter shows the whole reason')
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
    if (chosen) void showWhole(chosen.step);
  });
  list.onDidHide(() => list.dispose());
  list.show();
}

/** The list cuts what is longer than a line. */
async function showWhole({ name, state, detail }: TestStep): Promise<void> {
  const plain = detail.replace(/[\p{Cc}\p{Cf}]/gu, ' ');
  await vscode.window.showInformationMessage(`${name}: ${words[state]}`, { modal: true, detail: plain });
}

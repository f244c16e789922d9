import * as vscode from 'vscode';
import type { TestStep } from '../../sending/index.ts';
import { credentialsFor } from './credentials.ts';
import { loadBundle } from './lazy.ts';
import type { SendContext } from './sendRequest.ts';
import { isProxyUnknown, targetFor } from './target.ts';
import { offerTrust } from './trust.ts';

/** "EWS: Test Endpoint": walks the way to the active endpoint with a request that only reads, a tick or a cross for each step. */
export async function testEndpoint(context: SendContext): Promise<void> {
  const endpoint = context.endpoints.active();
  if (!endpoint) {
    await vscode.commands.executeCommand('ews.selectEndpoint');
    return;
  }
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showWarningMessage(vscode.l10n.t('This workspace is not trusted, so nothing is sent from it.'));
    return;
  }
  const credentials = await credentialsFor(endpoint, context.secrets);
  if (!credentials) return;
  const { send, endpointSteps, testRequest, testOperation, findOperation } = await loadBundle();
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
  await context.secrets.forgetRefused(endpoint, credentials.username, exchange);
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
  const list = vscode.window.createQuickPick();
  list.title = vscode.l10n.t('Test Endpoint: {0}', endpoint);
  list.placeholder = steps.some(({ state }) => state === 'failed')
    ? vscode.l10n.t('The way ends at the cross')
    : vscode.l10n.t('All is well');
  list.ignoreFocusOut = true;
  list.matchOnDetail = true;
  list.items = steps.map(({ name, state, detail }) => ({
    label: `${icons[state]} ${name}`,
    description: words[state],
    detail: detail.replace(/\$+\(/g, '('),
  }));
  list.onDidAccept(() => list.hide());
  list.onDidHide(() => list.dispose());
  list.show();
}

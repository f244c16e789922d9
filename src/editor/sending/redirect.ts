import * as vscode from 'vscode';
import type { Endpoint } from '../../sending/endpoint.ts';
import type { Exchange } from '../../sending/index.ts';

/**
 * After an answer that redirects to another origin: shows where, and asks. Gives the endpoint to send to then, without
 * credentials and without anything else that belongs to the first; undefined when there is none or the user says no.
 */
export async function offerRedirect(
  endpoint: Endpoint,
  { result, endpoint: { url } }: Exchange,
): Promise<Endpoint | undefined> {
  if (result.kind !== 'answer' || ![301, 302, 307, 308].includes(result.http.status)) return undefined;
  const location = result.http.headers.find(([name]) => name === 'location')?.[1] ?? '';
  const from = URL.parse(url);
  const to = URL.parse(location, url);
  if (!from || !to || to.origin === from.origin || to.protocol !== 'https:' || to.username || to.password)
    return undefined;
  const send = vscode.l10n.t('Send There Without Credentials');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('The endpoint redirects to another server. Shall the request go there?'),
    {
      modal: true,
      detail: [
        vscode.l10n.t('From: {0}', from.origin),
        vscode.l10n.t('To: {0}', to.href.slice(0, 300)),
        '',
        vscode.l10n.t('Your credentials stay here. If the new address is right, put it into ews.endpoints.'),
      ].join('\n'),
    },
    send,
  );
  if (choice !== send) return undefined;
  // None of the user's own: a certificate that is refused there is not to be pinned for the first.
  return { name: endpoint.name, url: to.href, authentication: 'none', source: 'workspace' };
}

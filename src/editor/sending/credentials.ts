import * as vscode from 'vscode';
import type { Endpoint } from '../../sending/endpoint.ts';
import type { Secrets } from './secrets.ts';

/** User name and secret for an endpoint; both absent when its authentication needs none. */
export interface Credentials {
  readonly username?: string;
  readonly secret?: string;
}

/** What an endpoint needs to sign in: from the settings and the secret storage, else asked for; undefined when the user gave up. */
export async function credentialsFor(endpoint: Endpoint, secrets: Secrets): Promise<Credentials | undefined> {
  if (endpoint.authentication === 'none') return {};
  const username = endpoint.username ?? (await askUsername(endpoint));
  if (username === undefined) return undefined;
  const kept = await secrets.get(endpoint, username);
  if (kept !== undefined) return { username, secret: kept };
  const secret = await askSecret(endpoint, username);
  if (secret === undefined) return undefined;
  await secrets.keep(endpoint, username, secret);
  return { username, secret };
}

async function askUsername(endpoint: Endpoint): Promise<string | undefined> {
  const username = await vscode.window.showInputBox({
    title: vscode.l10n.t('Sign In to {0}', endpoint.name),
    prompt: vscode.l10n.t(
      'User name, as the server wants it: user@example.com or DOMAIN\\user. The setting ews.endpoints can hold it.',
    ),
    ignoreFocusOut: true,
    validateInput: value => (value.trim() === '' ? vscode.l10n.t('A user name is needed.') : undefined),
  });
  return username?.trim();
}

async function askSecret(endpoint: Endpoint, username: string): Promise<string | undefined> {
  return await vscode.window.showInputBox({
    title: vscode.l10n.t('Sign In to {0}', endpoint.name),
    prompt: vscode.l10n.t('Password of {0}. It is kept in the secret storage of VS Code until you sign out.', username),
    password: true,
    ignoreFocusOut: true,
  });
}

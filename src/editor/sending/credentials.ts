import * as vscode from 'vscode';
import type { Endpoint } from '../../sending/endpoint.ts';
import type { Exchange } from '../../sending/index.ts';
import { readSettings } from '../settings.ts';
import type { Secrets } from './secrets.ts';

/** User name and secret for an endpoint; both absent when its authentication needs none. */
export interface Credentials {
  readonly username?: string;
  readonly secret?: string;
}

/** What an endpoint needs to sign in: from the settings and the secret storage, else asked for; undefined when the user gave up. */
export async function credentialsFor(endpoint: Endpoint, secrets: Secrets): Promise<Credentials | undefined> {
  if (endpoint.authentication === 'none') return {};
  if (!(await secrets.mayGoTo(endpoint))) return undefined;
  if (endpoint.authentication === 'microsoft') return await microsoftToken({ createIfNone: true });
  const isToken = endpoint.authentication === 'bearer';
  // Without a user name Negotiate means the ticket of the system's own sign-in.
  if (endpoint.authentication === 'negotiate' && endpoint.username === undefined) return {};
  const username = endpoint.username ?? (isToken ? '' : await askUsername(endpoint));
  if (username === undefined) return undefined;
  const kept = await secrets.get(endpoint, username);
  const secret = kept ?? (await askSecret(endpoint, username, isToken));
  if (secret === undefined) return undefined;
  if (kept === undefined) await secrets.keep(endpoint, username, secret);
  return isToken ? { secret } : { username, secret };
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

async function askSecret(endpoint: Endpoint, username: string, isToken: boolean): Promise<string | undefined> {
  return await vscode.window.showInputBox({
    title: vscode.l10n.t('Sign In to {0}', endpoint.name),
    prompt: isToken
      ? vscode.l10n.t('Bearer token. It is kept in the secret storage of VS Code until you sign out.')
      : vscode.l10n.t('Password of {0}. It is kept in the secret storage of VS Code until you sign out.', username),
    password: true,
    ignoreFocusOut: true,
  });
}

/**
 * After a refused token of Microsoft's sign-in: offers to sign in anew, and gives the fresh token to send with. VS Code renews
 * tokens that run out by itself, so one that is refused was withdrawn or is not meant for this endpoint: a person must act.
 */
export async function offerNewMicrosoftSession(
  endpoint: Endpoint,
  { result }: Exchange,
): Promise<Credentials | undefined> {
  if (endpoint.authentication !== 'microsoft' || result.kind !== 'answer' || result.http.status !== 401)
    return undefined;
  const again = vscode.l10n.t('Sign In Again and Send');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('The endpoint refused the token of the sign-in at Microsoft. Nothing was executed.'),
    { modal: true },
    again,
  );
  if (choice !== again) return undefined;
  const detail = vscode.l10n.t('The endpoint refused the token that was there.');
  return await microsoftToken({ forceNewSession: { detail } });
}

/** A token of Microsoft's sign-in for Exchange Online, with the user's own app registration. VS Code keeps it. */
async function microsoftToken(options: vscode.AuthenticationGetSessionOptions): Promise<Credentials | undefined> {
  const { clientId, tenant } = readSettings().microsoft;
  if (clientId === '') {
    const open = vscode.l10n.t('Open Settings');
    const choice = await vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The sign-in at Microsoft needs an app registration of yours. Put its client id into ews.microsoft.clientId.',
      ),
      open,
    );
    if (choice === open) await vscode.commands.executeCommand('workbench.action.openSettings', 'ews.microsoft');
    return undefined;
  }
  const scopes = [
    `VSCODE_CLIENT_ID:${clientId}`,
    `VSCODE_TENANT:${tenant}`,
    'https://outlook.office365.com/EWS.AccessAsUser.All',
  ];
  try {
    const session = await vscode.authentication.getSession('microsoft', scopes, options);
    return session && { secret: session.accessToken };
  } catch {
    // The user closed the dialog, or the provider said no in a dialog of its own.
    return undefined;
  }
}

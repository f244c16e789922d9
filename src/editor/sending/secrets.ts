import * as vscode from 'vscode';
import type { Endpoint } from '../../sending/endpoint.ts';
import type { Exchange } from '../../sending/index.ts';

/** Passwords in VS Code's secret storage, each bound to the origin of its endpoint, the user and the authentication. */
export class Secrets {
  private readonly storage: vscode.SecretStorage;
  private readonly index: vscode.Memento;

  constructor(context: vscode.ExtensionContext) {
    this.storage = context.secrets;
    this.index = context.globalState;
  }

  /** The secret for an endpoint and user, if one is kept. */
  async get(endpoint: Endpoint, username: string): Promise<string | undefined> {
    return await this.storage.get(keyOf(endpoint, username));
  }

  /** Keeps a secret until the user signs out. */
  async keep(endpoint: Endpoint, username: string, secret: string): Promise<void> {
    const key = keyOf(endpoint, username);
    await this.storage.store(key, secret);
    await this.index.update(indexName, [...new Set([...this.keys(), key])]);
  }

  /** Forgets a secret that was sent and refused, so that the next send asks anew and no account gets locked. */
  async forgetRefused(endpoint: Endpoint, username: string | undefined, { request, result }: Exchange): Promise<void> {
    const refused = result.kind === 'answer' && result.http.status === 401;
    const wasSent = request.headers.some(([name]) => name.toLowerCase() === 'authorization');
    if (refused && wasSent) await this.forget([keyOf(endpoint, username ?? '')]);
  }

  /** Asks once for each origin before a credential goes to an endpoint that a workspace has defined. */
  async mayGoTo(endpoint: Endpoint): Promise<boolean> {
    if (endpoint.source !== 'workspace') return true;
    const origin = URL.parse(endpoint.url)?.origin ?? endpoint.url;
    const allowed = this.index.get<readonly string[]>(allowedName, []);
    if (allowed.includes(origin)) return true;
    const send = vscode.l10n.t('Sign In There');
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t('This workspace defines the endpoint. Shall your credentials go there?'),
      { modal: true, detail: origin },
      send,
    );
    if (choice !== send) return false;
    await this.index.update(allowedName, [...allowed, origin]);
    return true;
  }

  /** What is kept, as "user at origin (authentication)" with the key to forget it by. */
  kept(): readonly { readonly key: string; readonly title: string; readonly detail: string }[] {
    return this.keys().flatMap(key => {
      const [origin, username, authentication] = partsOf(key);
      return [{ key, title: username ?? '', detail: `${origin} (${authentication})` }];
    });
  }

  /** Forgets secrets by their keys. */
  async forget(keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.storage.delete(key);
    const left = this.keys().filter(key => !keys.includes(key));
    await this.index.update(indexName, left);
  }

  /** Forgets secrets, and that they may go to their origins: a workspace that names one of these asks anew. */
  async signOut(keys: readonly string[]): Promise<void> {
    await this.forget(keys);
    const left = this.keys().map(originOf);
    const gone = keys.map(originOf).filter(origin => !left.includes(origin));
    const allowed = this.index.get<readonly string[]>(allowedName, []);
    await this.index.update(
      allowedName,
      allowed.filter(origin => !gone.includes(origin)),
    );
  }

  private keys(): readonly string[] {
    return this.index.get<readonly string[]>(indexName, []);
  }
}

/** "EWS: Sign Out": forgets one secret or all of them. */
export async function signOut(secrets: Secrets): Promise<void> {
  const kept = secrets.kept();
  if (kept.length === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t('No password is kept, so there is nothing to forget.'));
    return;
  }
  const items = kept.map(({ key, title, detail }) => ({
    label: (title || vscode.l10n.t('token')).replace(/\$+\(/g, '('),
    detail,
    keys: [key],
  }));
  const all = { label: vscode.l10n.t('$(trash) Forget all'), detail: '', keys: kept.map(({ key }) => key) };
  const pick = await vscode.window.showQuickPick([...items, all], {
    title: vscode.l10n.t('Sign Out'),
    placeHolder: vscode.l10n.t('Which password shall be forgotten?'),
  });
  if (pick) await secrets.signOut(pick.keys);
}

const prefix = 'ews.secret:';
const allowedName = 'ews.allowedOrigins';
const indexName = 'ews.secretKeys';

function partsOf(key: string): readonly string[] {
  return JSON.parse(key.slice(prefix.length)) as readonly string[];
}

function originOf(key: string): string {
  return partsOf(key)[0] ?? '';
}

function keyOf(endpoint: Endpoint, username: string): string {
  const origin = URL.parse(endpoint.url)?.origin ?? '';
  return prefix + JSON.stringify([origin, username.toLowerCase(), endpoint.authentication]);
}

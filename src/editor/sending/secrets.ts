import * as vscode from 'vscode';
import type { Endpoint } from '../../sending/endpoint.ts';
import type { Exchange } from '../../sending/index.ts';
import type { Log } from '../views/log.ts';

/** A secret that is kept. */
export interface KeptSecret {
  /** What to forget it by. */
  readonly key: string;
  /** Whose it is; undefined when the key is damaged, so that nobody can tell. */
  readonly owner: { readonly origin: string; readonly username: string; readonly authentication: string } | undefined;
}

/** Where secrets are kept, and which origins may get them. */
export type SecretPlaces = Pick<vscode.ExtensionContext, 'secrets' | 'globalState'>;

/** Passwords in VS Code's secret storage, each bound to the origin of its endpoint, the user and the authentication. */
export class Secrets {
  private readonly storage: vscode.SecretStorage;
  private readonly state: vscode.Memento;

  constructor({ secrets, globalState }: SecretPlaces) {
    this.storage = secrets;
    this.state = globalState;
  }

  /** The secret for an endpoint and user, if one is kept. */
  async get(endpoint: Endpoint, username: string): Promise<string | undefined> {
    return await this.storage.get(keyOf(endpoint, username));
  }

  /** Keeps a secret until the user signs out. */
  async keep(endpoint: Endpoint, username: string, secret: string): Promise<void> {
    await this.storage.store(keyOf(endpoint, username), secret);
  }

  /** Forgets a secret that was sent and refused, so that the next send asks anew and no account gets locked. */
  async forgetRefused(endpoint: Endpoint, username: string | undefined, { request, result }: Exchange): Promise<void> {
    const refused = result.kind === 'answer' && result.http.status === 401;
    const wasSent = request.headers.some(([name]) => name.toLowerCase() === 'authorization');
    if (refused && wasSent) await this.storage.delete(keyOf(endpoint, username ?? ''));
  }

  /** Asks once for each origin before a credential goes to an endpoint that a workspace has defined. */
  async mayGoTo(endpoint: Endpoint): Promise<boolean> {
    if (endpoint.source !== 'workspace') return true;
    const origin = URL.parse(endpoint.url)?.origin ?? endpoint.url;
    const allowed = this.allowedOrigins();
    if (allowed.includes(origin)) return true;
    const send = vscode.l10n.t('Sign In There');
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t('This workspace defines the endpoint. Shall your credentials go there?'),
      { modal: true, detail: origin },
      send,
    );
    if (choice !== send) return false;
    await this.state.update(allowedName, [...allowed, origin]);
    return true;
  }

  /** Everything that is kept. */
  async kept(): Promise<readonly KeptSecret[]> {
    const keys = await this.storage.keys();
    return keys.filter(key => key.startsWith(prefix)).map(key => ({ key, owner: ownerOf(key) }));
  }

  /**
   * Forgets secrets by their keys, and that they may go to their origins: a workspace that names one of these asks anew.
   * Gives the failures of those that VS Code would not forget; the others are gone.
   */
  async signOut(keys: readonly string[]): Promise<readonly unknown[]> {
    const ends = await Promise.allSettled(keys.map(key => this.storage.delete(key)));
    const left = (await this.kept()).map(({ owner }) => owner?.origin);
    const gone = keys.map(key => ownerOf(key)?.origin).filter(origin => !left.includes(origin));
    await this.state.update(
      allowedName,
      this.allowedOrigins().filter(origin => !gone.includes(origin)),
    );
    return ends.flatMap(end => (end.status === 'rejected' ? [end.reason] : []));
  }

  private allowedOrigins(): readonly string[] {
    const allowed = this.state.get<unknown>(allowedName);
    return Array.isArray(allowed) ? allowed.filter(origin => typeof origin === 'string') : [];
  }
}

/** "EWS: Sign Out": forgets one secret or all of them, and says what it could not make out or not forget. */
export async function signOut(secrets: Secrets, log: Log): Promise<void> {
  const kept = await secrets.kept();
  if (kept.length === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t('No password is kept, so there is nothing to forget.'));
    return;
  }
  const all = { label: vscode.l10n.t('$(trash) Forget all'), detail: '', secrets: kept };
  const pick = await vscode.window.showQuickPick([...kept.map(itemOf), all], {
    title: vscode.l10n.t('Sign Out'),
    placeHolder: vscode.l10n.t('Which password shall be forgotten?'),
  });
  if (!pick) return;
  const failures = await secrets.signOut(pick.secrets.map(({ key }) => key));
  for (const failure of failures) log.error(failure instanceof Error ? failure : String(failure));
  if (failures.length > 0) await tellFailures(failures.length, log);
  else await tellDamaged(pick.secrets.filter(({ owner }) => !owner).length);
}

function itemOf(secret: KeptSecret): vscode.QuickPickItem & { readonly secrets: readonly KeptSecret[] } {
  const { owner } = secret;
  if (!owner) {
    const detail = vscode.l10n.t('Its key is damaged, so it cannot be said whose password it is. It is never sent.');
    return { label: vscode.l10n.t('damaged entry'), detail, secrets: [secret] };
  }
  const label = (owner.username || vscode.l10n.t('token')).replace(/\$+\(/g, '(');
  return { label, detail: `${owner.origin} (${owner.authentication})`, secrets: [secret] };
}

async function tellFailures(count: number, log: Log): Promise<void> {
  const show = vscode.l10n.t('Show Log');
  const message = vscode.l10n.t(
    'VS Code would not forget {0} of the passwords; the others are forgotten. Unlock the keychain of your system and sign out again.',
    count,
  );
  if ((await vscode.window.showErrorMessage(message, show)) === show) log.show();
}

async function tellDamaged(count: number): Promise<void> {
  if (count === 0) return;
  await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'The passwords are forgotten. The keys of {0} of them were damaged, so it cannot be said whose they were. The next send asks for what it needs.',
      count,
    ),
  );
}

const prefix = 'ews.secret:';
const allowedName = 'ews.allowedOrigins';

function ownerOf(key: string): KeptSecret['owner'] {
  const [origin, username, authentication] = partsOf(key);
  return typeof origin === 'string' && typeof username === 'string' && typeof authentication === 'string'
    ? { origin, username, authentication }
    : undefined;
}

function partsOf(key: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(key.slice(prefix.length));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

function keyOf(endpoint: Endpoint, username: string): string {
  const origin = URL.parse(endpoint.url)?.origin ?? '';
  return prefix + JSON.stringify([origin, username.toLowerCase(), endpoint.authentication]);
}

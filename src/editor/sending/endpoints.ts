import * as vscode from 'vscode';
import { type Endpoint, findEndpoint, readEndpoints, sandboxEndpoint } from '../../sending/endpoint.ts';
import { onSettingsChange, readSettings } from '../settings.ts';

/** The endpoints of the settings and the one that is active. */
export class Endpoints implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;

  /** Fires when the active endpoint or its settings change. */
  readonly onDidChange = this.changed.event;

  constructor() {
    this.subscription = onSettingsChange(['endpoints', 'activeEndpoint'], () => this.changed.fire());
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  /** Every endpoint, the sandbox first. */
  all(): readonly Endpoint[] {
    const { user, workspace } = readSettings().endpoints;
    return readEndpoints(user, workspace).endpoints;
  }

  /** A sentence for each entry of the settings that cannot be used. */
  complaints(): readonly string[] {
    const { user, workspace } = readSettings().endpoints;
    return readEndpoints(user, workspace).complaints;
  }

  /** The active endpoint; undefined when the settings name one that does not exist. */
  active(): Endpoint | undefined {
    return findEndpoint(this.all(), readSettings().activeEndpoint);
  }

  /** Makes an endpoint the active one: in the workspace if that has chosen one before, else for the user. */
  async activate(endpoint: Endpoint): Promise<void> {
    const settings = vscode.workspace.getConfiguration('ews');
    const inWorkspace = settings.inspect('activeEndpoint')?.workspaceValue !== undefined;
    const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
    await settings.update('activeEndpoint', endpoint === sandboxEndpoint ? undefined : endpoint.name, target);
  }
}

/** "EWS: Select Endpoint": pick one, or go to the settings to add one. */
export async function selectEndpoint(endpoints: Endpoints): Promise<void> {
  const active = endpoints.active();
  const add: vscode.QuickPickItem & { readonly endpoint?: Endpoint } = {
    label: vscode.l10n.t('$(add) Add or change endpoints…'),
    detail: vscode.l10n.t('Opens the setting ews.endpoints'),
    alwaysShow: true,
  };
  const items = endpoints.all().map(endpoint => ({
    label: endpoint.name.replace(/\$+\(/g, '('),
    description: endpoint.name === active?.name ? vscode.l10n.t('active') : '',
    detail:
      endpoint.source === 'builtIn'
        ? vscode.l10n.t('An Exchange inside the extension, to practise on')
        : endpoint.url.replace(/\$+\(/g, '('),
    endpoint,
  }));
  const pick = await vscode.window.showQuickPick([...items, add], {
    title: vscode.l10n.t('Select Endpoint'),
    placeHolder: vscode.l10n.t('Where shall requests go?'),
    matchOnDetail: true,
  });
  if (!pick) return;
  if (pick.endpoint) await endpoints.activate(pick.endpoint);
  else await openEndpointSettings();
}

/** Opens the user's settings.json at ews.endpoints, with an example to start from when there is none. */
export async function openEndpointSettings(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettingsJson', {
    revealSetting: { key: 'ews.endpoints', edit: true },
  });
}

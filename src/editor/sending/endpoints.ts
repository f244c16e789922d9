import * as vscode from 'vscode';
import {
  type Endpoint,
  type EndpointComplaint,
  findEndpoint,
  readEndpoints,
  sandboxEndpoint,
  whyNoEndpoint,
} from '../../sending/endpoint.ts';
import { onSettingsChange, readSettings } from '../settings.ts';
import { plainText } from '../views/plainText.ts';

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

  /** What is wrong with each entry of the settings that cannot be used. */
  complaints(): readonly EndpointComplaint[] {
    const { user, workspace } = readSettings().endpoints;
    return readEndpoints(user, workspace).complaints;
  }

  /** The active endpoint; undefined when the settings name one that does not exist. */
  active(): Endpoint | undefined {
    return findEndpoint(this.all(), readSettings().activeEndpoint);
  }

  /** Where {@link active} finds none: why not, in a sentence for a label or a message. */
  whyNone(): string {
    return plainText(whyNoEndpoint(this.complaints(), readSettings().activeEndpoint), 500);
  }

  /** Makes an endpoint the active one: in the workspace if that has chosen one before, else for the user. */
  async activate(endpoint: Endpoint): Promise<void> {
    const settings = vscode.workspace.getConfiguration('ews');
    const inWorkspace = settings.inspect('activeEndpoint')?.workspaceValue !== undefined;
    const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
    await settings.update('activeEndpoint', endpoint === sandboxEndpoint ? undefined : endpoint.name, target);
  }
}

/** The name of the active endpoint, for a label. */
export function nameOfActive(active: Endpoint | undefined): string {
  return active ? plainText(active.name) : vscode.l10n.t('no such endpoint');
}

interface EndpointItem extends vscode.QuickPickItem {
  /** Undefined: the settings, to add an endpoint or to mend one. */
  readonly endpoint?: Endpoint;
}

/** "EWS: Select Endpoint": pick one, or go to the settings to add or mend one. */
export async function selectEndpoint(endpoints: Endpoints): Promise<void> {
  const active = endpoints.active();
  const items: readonly EndpointItem[] = endpoints.all().map(endpoint => ({
    label: plainText(endpoint.name),
    description: endpoint.name === active?.name ? vscode.l10n.t('active') : '',
    detail:
      endpoint.source === 'builtIn'
        ? vscode.l10n.t('An Exchange inside the extension, to practise on')
        : plainText(endpoint.url),
    endpoint,
  }));
  const pick = await vscode.window.showQuickPick([...items, ...complaintItems(endpoints), addItem()], {
    title: vscode.l10n.t('Select Endpoint'),
    placeHolder: vscode.l10n.t('Where shall requests go?'),
    matchOnDetail: true,
  });
  if (!pick) return;
  if (pick.endpoint) await endpoints.activate(pick.endpoint);
  else await openEndpointSettings();
}

/** An entry with a mistake is listed too: left out without a word, nobody would look for it in the settings. */
function complaintItems(endpoints: Endpoints): readonly EndpointItem[] {
  return endpoints.complaints().map(({ name, sentence }) => ({
    label: `$(warning) ${plainText(name ?? vscode.l10n.t('An entry without a name'))}`,
    description: vscode.l10n.t('cannot be used; opens the settings'),
    detail: plainText(sentence, 500),
  }));
}

function addItem(): EndpointItem {
  return {
    label: vscode.l10n.t('$(add) Add or change endpoints…'),
    detail: vscode.l10n.t('Opens the setting ews.endpoints'),
    alwaysShow: true,
  };
}

/** Opens the user's settings.json at ews.endpoints, with an example to start from when there is none. */
export async function openEndpointSettings(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettingsJson', {
    revealSetting: { key: 'ews.endpoints', edit: true },
  });
}

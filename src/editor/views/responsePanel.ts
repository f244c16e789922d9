import * as vscode from 'vscode';
import { loadBundle } from '../sending/lazy.ts';
import type { Exchanges, Shown } from './exchanges.ts';

const viewType = 'ews.response';

/** The one panel beside the editor. It keeps no state of its own: after a reload the last exchange is rendered again. */
export class ResponsePanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private readonly subscriptions: readonly vscode.Disposable[];
  private readonly exchanges: Exchanges;
  private shown: string | undefined;

  constructor(exchanges: Exchanges) {
    this.exchanges = exchanges;
    this.subscriptions = [
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async panel => {
          await this.adopt(panel);
          await this.render(await exchanges.latest());
        },
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.panel?.dispose();
  }

  /** The id of what an open panel shows, even where something covers it. */
  get shownId(): string | undefined {
    return this.panel && this.shown;
  }

  /** Shows something beside the editor, without taking the focus from it. */
  async show(subject: Shown | undefined): Promise<void> {
    if (this.panel) this.panel.reveal(undefined, true);
    else {
      const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      await this.adopt(
        vscode.window.createWebviewPanel(viewType, vscode.l10n.t('EWS Response'), beside, { enableFindWidget: true }),
      );
    }
    await this.render(subject);
  }

  /** Shows something and goes there, as who asks for the panel itself wants: the next Tab leads to its first button. */
  async showFocused(subject: Shown | undefined): Promise<void> {
    // A page that is rendered anew would lose the focus to the one that it replaces.
    if (!this.panel || this.shown !== idOf(subject)) await this.show(subject);
    this.panel?.reveal(undefined, false);
  }

  private async adopt(panel: vscode.WebviewPanel): Promise<void> {
    const { panelCommands } = await loadBundle();
    this.panel = panel;
    panel.webview.options = { enableScripts: false, enableCommandUris: panelCommands, localResourceRoots: [] };
    panel.iconPath = new vscode.ThemeIcon('mail-read');
    panel.onDidDispose(() => {
      if (this.panel === panel) this.panel = undefined;
    });
  }

  private async render(subject: Shown | undefined): Promise<void> {
    const id = idOf(subject);
    this.shown = id;
    const bundle = await loadBundle();
    const { render } = bundle;
    const view = subject?.kind === 'exchange' ? await this.exchangeView(subject) : decodedView(bundle, subject);
    // What was asked for last is shown, whatever takes longest.
    if (!this.panel || this.shown !== id) return;
    this.panel.title = view.title;
    this.panel.webview.html = render(view, { nonce: nonce() });
  }

  private async exchangeView({ entry, explanation }: Extract<Shown, { kind: 'exchange' }>) {
    const { panelView, productOf, shownEntries } = await loadBundle();
    const { exchange, cut } = entry;
    const { result } = exchange;
    const product = result.kind === 'answer' ? productOf(result.outcome) : undefined;
    return panelView(exchange, explanation, {
      hasPrevious: (await this.exchanges.previous(exchange.id)) !== undefined,
      hasPlace: hasLine(exchange),
      cut,
      entries: result.kind === 'answer' ? shownEntries(result) : [],
      timeText: iso => new Date(iso).toLocaleTimeString(),
      ...(product !== undefined && { serverProduct: product }),
    });
  }
}

function decodedView(
  { panelView, shownEntries }: Awaited<ReturnType<typeof loadBundle>>,
  subject: Extract<Shown, { kind: 'decoded' }> | undefined,
) {
  return panelView(subject?.answer, subject?.explanation, {
    unavailable: ['sendAgain', 'fixRequest', 'setVersion', 'getCurrentIds'],
    entries: subject ? shownEntries(subject.answer) : [],
  });
}

function hasLine({ result }: Extract<Shown, { kind: 'exchange' }>['entry']['exchange']): boolean {
  return result.kind === 'answer' && result.outcome.kind === 'soapFault' && result.outcome.line !== undefined;
}

function idOf(subject: Shown | undefined): string | undefined {
  return subject?.kind === 'exchange' ? subject.entry.exchange.id : subject?.answer.id;
}

function nonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
}

import * as vscode from 'vscode';
import { type Endpoints, nameOfActive } from '../sending/endpoints.ts';

/** Shows the active endpoint while a request is open; a click selects another. */
export function createStatusBar(endpoints: Endpoints): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('ews.endpoint', vscode.StatusBarAlignment.Right, 90);
  item.name = vscode.l10n.t('EWS Endpoint');
  item.command = 'ews.selectEndpoint';
  const update = () => {
    const shown = vscode.window.visibleTextEditors.map(({ document }) => document.languageId);
    if (!shown.some(language => language === 'ews' || language === 'xml')) {
      item.hide();
      return;
    }
    describe(item, endpoints);
    item.show();
  };
  update();
  return vscode.Disposable.from(
    item,
    endpoints.onDidChange(update),
    vscode.window.onDidChangeVisibleTextEditors(update),
  );
}

function describe(item: vscode.StatusBarItem, endpoints: Endpoints): void {
  const active = endpoints.active();
  item.text = `$(server-environment) EWS: ${nameOfActive(active)}`;
  item.tooltip = active
    ? vscode.l10n.t(
        'Requests go to {0}. Select another endpoint.',
        active.source === 'builtIn' ? vscode.l10n.t('the built-in sandbox') : active.url,
      )
    : endpoints.whyNone();
  item.backgroundColor = active ? undefined : new vscode.ThemeColor('statusBarItem.warningBackground');
}

import * as vscode from 'vscode';
import type { Endpoint } from '../../sending/endpoint.ts';
import type { Endpoints } from '../sending/endpoints.ts';

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
    describe(item, endpoints.active());
    item.show();
  };
  update();
  return vscode.Disposable.from(
    item,
    endpoints.onDidChange(update),
    vscode.window.onDidChangeVisibleTextEditors(update),
  );
}

function describe(item: vscode.StatusBarItem, active: Endpoint | undefined): void {
  const name = active?.name.replace(/\$+\(/g, '(') ?? vscode.l10n.t('no such endpoint');
  item.text = `$(server-environment) EWS: ${name}`;
  item.tooltip = active
    ? vscode.l10n.t(
        'Requests go to {0}. Select another endpoint.',
        active.source === 'builtIn' ? vscode.l10n.t('the built-in sandbox') : active.url,
      )
    : vscode.l10n.t('The setting ews.activeEndpoint names an endpoint that does not exist. Select another.');
  item.backgroundColor = active ? undefined : new vscode.ThemeColor('statusBarItem.warningBackground');
}

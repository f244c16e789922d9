import * as vscode from 'vscode';
import { registerCommand } from '../commands.ts';
import type { Log } from '../views/log.ts';
import type { RequestDocuments } from './documents.ts';

/** "EWS: Switch Document to EWS", offered in the status bar while an XML document shows an envelope. */
export function registerSwitchToEws(log: Log, documents: RequestDocuments): vscode.Disposable {
  const selector: vscode.DocumentSelector = { language: 'xml' };
  const offer = vscode.languages.createLanguageStatusItem('ews.switchToEws', selector);
  offer.name = vscode.l10n.t('EWS');
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    const isEnvelope = document?.languageId === 'xml' && documents.of(document) !== undefined;
    offer.text = isEnvelope ? vscode.l10n.t('EWS envelope') : vscode.l10n.t('No EWS envelope');
    offer.detail = isEnvelope ? vscode.l10n.t('Outline, formatting and more come with the language EWS') : '';
    offer.command = isEnvelope ? { title: vscode.l10n.t('Switch to EWS'), command: 'ews.switchToEws' } : undefined;
  };
  update();
  return vscode.Disposable.from(
    offer,
    vscode.window.onDidChangeActiveTextEditor(update),
    registerCommand(log, 'ews.switchToEws', async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document) await vscode.languages.setTextDocumentLanguage(document, 'ews');
    }),
  );
}

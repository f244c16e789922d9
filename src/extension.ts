import * as vscode from 'vscode';

/** Registers everything the extension offers. VS Code calls it once. */
export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('ews.sayHello', () =>
      vscode.window.showInformationMessage('The extension is here.'),
    ),
  );
}

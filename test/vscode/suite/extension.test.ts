import assert from 'node:assert/strict';
import * as vscode from 'vscode';

suite('the extension in VS Code', () => {
  test('is found and activates without an error', async () => {
    const extension = vscode.extensions.getExtension('ews-request-studio.ews-request-studio');
    assert.ok(extension, 'VS Code does not know the extension');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  test('registers every command that its manifest declares', async () => {
    const extension = vscode.extensions.getExtension('ews-request-studio.ews-request-studio');
    assert.ok(extension, 'VS Code does not know the extension');
    await extension.activate();
    const declared: readonly { command: string }[] = extension.packageJSON.contributes.commands;
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.notEqual(declared.length, 0);
    assert.deepEqual(
      declared.map(entry => entry.command).filter(command => !registered.has(command)),
      [],
    );
  });
});

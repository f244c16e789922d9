import * as vscode from 'vscode';
import type { Log } from './views/log.ts';

/**
 * Registers a command and is the one place where bugs are caught: the log gets the stack, the user one line and the way
 * to the log. What a command expects to go wrong, it says itself.
 */
export function registerCommand(
  log: Log,
  id: string,
  run: (...values: readonly unknown[]) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...values: unknown[]) => {
    try {
      return await run(...values);
    } catch (bug) {
      log.error(bug instanceof Error ? bug : String(bug));
      await offerLog(log);
      return undefined;
    }
  });
}

async function offerLog(log: Log): Promise<void> {
  const show = vscode.l10n.t('Show Log');
  const choice = await vscode.window.showErrorMessage(
    vscode.l10n.t('EWS Request Studio ran into an error of its own. Nothing was lost; the log has the details.'),
    show,
  );
  if (choice === show) log.show();
}

import * as vscode from 'vscode';
import { registerCommand } from '../commands.ts';
import { loadBundle } from '../sending/lazy.ts';
import type { PanelContext } from './panelActions.ts';

/** Every action of the panel. */
const ids = [
  'ews.openAnswer',
  'ews.openAnswerFormatted',
  'ews.saveAnswer',
  'ews.copyCode',
  'ews.copyAsCurl',
  'ews.copyAsPowerShell',
  'ews.copyReport',
  'ews.sendAgain',
  'ews.compareWithPrevious',
  'ews.goToPlace',
  'ews.fixRequest',
  'ews.setVersion',
  'ews.getCurrentIds',
] as const;

export type PanelActionId = (typeof ids)[number];

/** Registers every action of the panel; each gets the id of what it is for, or takes what the panel shows. */
export function registerPanelActions(context: PanelContext): vscode.Disposable {
  const { log } = context.sending;
  const actions = ids.map(id =>
    registerCommand(log, id, async (value, target) => {
      const { runPanelAction } = await loadBundle();
      await runPanelAction(context, id, value, target);
    }),
  );
  return vscode.Disposable.from(...actions);
}

import * as vscode from 'vscode';

/** The log of the extension: one line per send, and the stack of every bug. It never receives a secret. */
export type Log = vscode.LogOutputChannel;

/** Makes the output channel "EWS Request Studio". */
export function createLog(): Log {
  return vscode.window.createOutputChannel('EWS Request Studio', { log: true });
}

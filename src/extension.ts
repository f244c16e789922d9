import type * as vscode from 'vscode';
import { registerAuthoring } from './editor/authoring/index.ts';
import { answerLookups } from './editor/sending/answerLookups.ts';
import { registerSending } from './editor/sending/index.ts';
import { createLog } from './editor/views/log.ts';

/** Called by VS Code once, when the first document or command of the extension turns up. */
export function activate(context: vscode.ExtensionContext): void {
  const log = createLog();
  const authoring = registerAuthoring(log, answerLookups);
  const sending = registerSending(context, log, authoring.documents);
  context.subscriptions.push(log, authoring, sending);
}

import type * as vscode from 'vscode';
import { registerAuthoring } from './editor/authoring/index.ts';
import { answerLookups } from './editor/sending/answerLookups.ts';
import { Endpoints } from './editor/sending/endpoints.ts';
import { registerSending } from './editor/sending/index.ts';
import { MailboxLists } from './editor/sending/mailboxLists.ts';
import { createLog } from './editor/views/log.ts';

/** Called by VS Code once, when the first document or command of the extension turns up. */
export function activate(context: vscode.ExtensionContext): void {
  const log = createLog();
  const endpoints = new Endpoints();
  const lists = new MailboxLists(endpoints);
  const authoring = registerAuthoring(log, answerLookups, lists);
  const sending = registerSending(context, log, authoring.documents, { endpoints, lists });
  context.subscriptions.push(log, endpoints, lists, authoring, sending);
}

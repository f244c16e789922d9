import * as vscode from 'vscode';
import type { AnswerLookups } from '../../language/index.ts';
import { registerCommand } from '../commands.ts';
import { loadBundle } from '../sending/lazy.ts';
import type { KnownLists } from '../sending/mailboxLists.ts';
import type { Log } from '../views/log.ts';
import { registerCodeActions } from './codeActions.ts';
import { registerCompletion } from './completion.ts';
import { registerContextKey } from './contextKey.ts';
import { Diagnostics } from './diagnostics.ts';
import { RequestDocuments } from './documents.ts';
import { registerHover } from './hover.ts';
import { registerStructure } from './structure.ts';
import { registerSwitchToEws } from './switchToEws.ts';

/** Everything that helps to write a request. Needs nothing but the text, and uses the IM list where that is known. */
export function registerAuthoring(
  log: Log,
  lookups: () => Promise<AnswerLookups>,
  lists: KnownLists,
): vscode.Disposable & { readonly documents: RequestDocuments } {
  const documents = new RequestDocuments();
  const registered = vscode.Disposable.from(
    new Diagnostics(documents, lists),
    registerContextKey(documents),
    registerCodeActions(documents),
    registerCompletion(documents),
    registerHover(documents, lookups),
    registerStructure(documents),
    registerSwitchToEws(log, documents),
    registerCommand(log, 'ews.newRequest', async operation => (await loadBundle()).newRequest(operation)),
  );
  return { documents, dispose: () => registered.dispose() };
}

import * as vscode from 'vscode';
import { registerCommand } from '../commands.ts';
import type { Log } from '../views/log.ts';
import { registerContextKey } from './contextKey.ts';
import { Diagnostics } from './diagnostics.ts';
import { RequestDocuments } from './documents.ts';
import { newRequest } from './newRequest.ts';
import { registerSwitchToEws } from './switchToEws.ts';

/** Everything that helps to write a request. Needs nothing but the text. */
export function registerAuthoring(log: Log): vscode.Disposable & { readonly documents: RequestDocuments } {
  const documents = new RequestDocuments();
  const registered = vscode.Disposable.from(
    new Diagnostics(documents),
    registerContextKey(documents),
    registerSwitchToEws(log, documents),
    registerCommand(log, 'ews.newRequest', newRequest),
  );
  return { documents, dispose: () => registered.dispose() };
}

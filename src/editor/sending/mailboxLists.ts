import * as vscode from 'vscode';
import type { RequestDocument } from '../../language/index.ts';
import { ImLists, type KnownList } from '../../sending/imLists.ts';
import type { Endpoints } from './endpoints.ts';

/** What is known of the mailbox that a request goes to on the active endpoint, for those who only look. */
export interface KnownLists {
  /** Fires when another list is known, or another endpoint is active. */
  readonly onDidChange: vscode.Event<void>;
  of(request: RequestDocument): KnownList | undefined;
}

/** The IM lists read in this window, as the active endpoint chooses among them. */
export class MailboxLists implements KnownLists, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: readonly vscode.Disposable[];
  private readonly endpoints: Endpoints;

  /** Those of every endpoint. */
  readonly all = new ImLists();
  readonly onDidChange = this.changed.event;

  constructor(endpoints: Endpoints) {
    this.endpoints = endpoints;
    this.all.onDidChange(() => this.changed.fire());
    this.subscriptions = [endpoints.onDidChange(() => this.changed.fire()), this.changed];
  }

  of(request: RequestDocument): KnownList | undefined {
    const endpoint = this.endpoints.active();
    return endpoint && this.all.of(endpoint, request);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

import * as vscode from 'vscode';
import type { Sandbox } from '../../sandbox/index.ts';
import type { Log } from '../views/log.ts';
import { loadBundle } from './lazy.ts';

/** The sandbox of this window: started by the first send or by hand, stopped with the window. */
export class SandboxHost implements vscode.Disposable {
  private starting: Promise<Sandbox> | undefined;
  private started: Sandbox | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly scripted = new vscode.EventEmitter<void>();
  private readonly log: Log;

  /** Fires when the sandbox has started and whenever its content may have changed. */
  readonly onDidChange = this.changed.event;
  /** Fires when another answer waits for the next request, or none any more. */
  readonly onDidScript = this.scripted.event;

  constructor(log: Log) {
    this.log = log;
  }

  /** The sandbox if it runs already. */
  get current(): Sandbox | undefined {
    return this.started;
  }

  /** The running sandbox. */
  running(): Promise<Sandbox> {
    this.starting ??= this.start();
    this.starting.catch(() => {
      // A failed start may succeed the next time.
      this.starting = undefined;
    });
    return this.starting;
  }

  /** Puts the content back to what the seed file of the workspace says now, or to the sandbox's own. */
  async reset(): Promise<void> {
    const wasRunning = this.starting !== undefined;
    const sandbox = await this.running();
    if (!wasRunning) return;
    const { initialContent, seededContent } = await loadBundle();
    sandbox.reset((await seededContent(this.log)) ?? initialContent);
  }

  dispose(): void {
    void this.starting?.then(sandbox => sandbox.stop());
    this.changed.dispose();
    this.scripted.dispose();
  }

  private async start(): Promise<Sandbox> {
    const { seededContent, startSandbox } = await loadBundle();
    const content = await seededContent(this.log);
    const sandbox = await startSandbox({ ...(content && { content }) });
    sandbox.onDidChange(() => this.changed.fire());
    sandbox.onDidScript(() => this.scripted.fire());
    this.started = sandbox;
    this.changed.fire();
    return sandbox;
  }
}

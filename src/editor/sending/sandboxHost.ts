import * as vscode from 'vscode';
import type { Sandbox } from '../../sandbox/index.ts';
import { loadBundle } from './lazy.ts';

/** The sandbox of this window: started by the first send or by hand, stopped with the window. */
export class SandboxHost implements vscode.Disposable {
  private starting: Promise<Sandbox> | undefined;
  private started: Sandbox | undefined;
  private readonly changed = new vscode.EventEmitter<void>();

  /** Fires when the sandbox has started and whenever its content may have changed. */
  readonly onDidChange = this.changed.event;

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

  dispose(): void {
    void this.starting?.then(sandbox => sandbox.stop());
    this.changed.dispose();
  }

  private async start(): Promise<Sandbox> {
    const { startSandbox } = await loadBundle();
    const sandbox = await startSandbox();
    sandbox.onDidChange(() => this.changed.fire());
    this.started = sandbox;
    this.changed.fire();
    return sandbox;
  }
}

import type * as vscode from 'vscode';
import type { Sandbox } from '../../sandbox/index.ts';
import { loadBundle } from './lazy.ts';

/** The sandbox of this window: started by the first send, stopped with the window. */
export class SandboxHost implements vscode.Disposable {
  private starting: Promise<Sandbox> | undefined;

  /** The running sandbox. */
  running(): Promise<Sandbox> {
    this.starting ??= loadBundle().then(bundle => bundle.startSandbox());
    this.starting.catch(() => {
      // A failed start may succeed the next time.
      this.starting = undefined;
    });
    return this.starting;
  }

  dispose(): void {
    void this.starting?.then(sandbox => sandbox.stop());
  }
}

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Secrets, signOut } from '../../../src/editor/sending/secrets.ts';
import type { Log } from '../../../src/editor/views/log.ts';
import type { Endpoint } from '../../../src/sending/endpoint.ts';

const endpoint: Endpoint = {
  name: 'Mail',
  url: 'https://mail.example/EWS/Exchange.asmx',
  authentication: 'ntlm',
  source: 'workspace',
};
const sound = 'ews.secret:["https://mail.example","ada","ntlm"]';

suite('signing out where something is damaged, in VS Code', () => {
  let storage: Storage;
  let secrets: Secrets;
  let offered: readonly vscode.QuickPickItem[];
  let told: string[];
  let logged: string[];
  const { showQuickPick, showInformationMessage, showWarningMessage, showErrorMessage } = vscode.window;

  setup(() => {
    storage = new Storage();
    secrets = new Secrets({ secrets: storage, globalState: new State() });
    offered = [];
    told = [];
    logged = [];
    const tell = async (message: string) => {
      told.push(message);
    };
    Object.assign(vscode.window, {
      showInformationMessage: tell,
      showErrorMessage: tell,
      showWarningMessage: tell,
      showQuickPick: async (items: readonly vscode.QuickPickItem[]) => {
        offered = items;
        return items.at(-1);
      },
    });
  });

  teardown(() => {
    Object.assign(vscode.window, { showQuickPick, showInformationMessage, showWarningMessage, showErrorMessage });
  });

  const damaged = ['ews.secret:', 'ews.secret:["https://mail.exa', 'ews.secret:{"a":1}', 'ews.secret:[1,2,3]'];

  test('damaged keys are listed as such, forgotten like the others, and told', async () => {
    await secrets.keep(endpoint, 'Ada', 'a secret');
    for (const key of damaged) await storage.store(key, 'another secret');
    await storage.store('of somebody else', 'not ours');
    await forgetAll();
    const lost = ['damaged entry', 'Its key is damaged, so it cannot be said whose password it is. It is never sent.'];
    assert.deepEqual(
      offered.map(({ label, detail }) => [label, detail]),
      [['ada', 'https://mail.example (ntlm)'], lost, lost, lost, lost, ['$(trash) Forget all', '']],
    );
    assert.deepEqual(await storage.keys(), ['of somebody else']);
    assert.deepEqual(told, [
      'The passwords are forgotten. The keys of 4 of them were damaged, so it cannot be said whose they were. The next send asks for what it needs.',
    ]);
  });

  test('what VS Code will not forget is told, and the others are gone', async () => {
    await secrets.keep(endpoint, 'ada', 'a secret');
    await secrets.keep(endpoint, 'bob', 'another secret');
    storage.locked = sound;
    await forgetAll();
    assert.deepEqual(await storage.keys(), [sound]);
    assert.deepEqual(told, [
      'VS Code would not forget 1 of the passwords; the others are forgotten. Unlock the keychain of your system and sign out again.',
    ]);
    assert.deepEqual(logged, ['The keychain is locked.']);
  });

  test('a list of origins that is damaged lets no credential go anywhere unasked', async () => {
    for (const value of ['https://mail.example', [1, null], { 0: 'https://mail.example' }]) {
      const state = new State();
      await state.update('ews.allowedOrigins', value);
      secrets = new Secrets({ secrets: storage, globalState: state });
      assert.equal(await secrets.mayGoTo(endpoint), false);
      await secrets.keep(endpoint, 'ada', 'a secret');
      await forgetAll();
      assert.deepEqual(await storage.keys(), []);
    }
  });

  async function forgetAll(): Promise<void> {
    const log = { error: (error: Error) => logged.push(error.message), show: () => {} };
    await signOut(secrets, log as unknown as Log);
  }
});

/** The secret storage of VS Code as its API describes it, in memory; one key may be locked. */
class Storage implements vscode.SecretStorage {
  locked = '';
  readonly onDidChange = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>().event;
  private readonly kept = new Map<string, string>();

  async keys(): Promise<string[]> {
    return [...this.kept.keys()];
  }

  async get(key: string): Promise<string | undefined> {
    return this.kept.get(key);
  }

  async store(key: string, value: string): Promise<void> {
    this.kept.set(key, value);
  }

  async delete(key: string): Promise<void> {
    if (key === this.locked) throw new Error('The keychain is locked.');
    this.kept.delete(key);
  }
}

/** The state of an extension, in memory. */
class State implements vscode.Memento {
  private readonly kept = new Map<string, unknown>();

  keys(): readonly string[] {
    return [...this.kept.keys()];
  }

  get<T>(key: string, otherwise?: T): T {
    return (this.kept.get(key) ?? otherwise) as T;
  }

  async update(key: string, value: unknown): Promise<void> {
    this.kept.set(key, value);
  }

  setKeysForSync(): void {}
}

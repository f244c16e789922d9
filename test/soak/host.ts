import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { operations } from '../../src/ews/operations/index.ts';
import { envelopeFor } from '../../src/language/index.ts';
import { initialContent } from '../../src/sandbox/content.ts';
import type { Exchange } from '../../src/sending/index.ts';
import { Chance } from './chance.ts';
import type { Ended, Plan, Report, Sizes } from './plan.ts';

/** Runs in the extension host: sends, and disturbs, as the plan says, and leaves what became of it in a file. */
export async function run(): Promise<void> {
  const plan: Plan = JSON.parse(process.env['EWS_SOAK_PLAN'] ?? '');
  const soak = new Soak(plan);
  try {
    writeFileSync(plan.report, JSON.stringify(await soak.run()));
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    writeFileSync(plan.report, JSON.stringify({ failure: reason }));
  }
}

const group = initialContent.mailboxes[0]?.groups[0]?.id ?? '';
const requests = operations
  .filter(({ name }) => /^(?:GetImItemList|RemoveImGroup|AddImGroup|SetImListMigrationCompleted)$/.test(name))
  .map(operation => envelopeFor(operation, { GroupId: { Id: group }, DisplayName: 'Soak' }));

/** Sends between two looks at the history, which holds up to 500. */
const batch = 50;

class Soak {
  private readonly plan: Plan;
  private readonly chance: Chance;
  private readonly ended: Ended[] = [];
  private readonly complaints: string[] = [];
  private readonly seen = new Set<string>();
  /** What a question with choices is answered with; set just before it is asked. */
  private answerTo: (items: readonly vscode.QuickPickItem[]) => vscode.QuickPickItem | undefined = () => undefined;
  private active = '';

  constructor(plan: Plan) {
    this.plan = plan;
    this.chance = new Chance(plan.seed);
  }

  async run(): Promise<Report> {
    this.answerQuestions();
    process.on('warning', warning => this.complaints.push(`${warning.name}: ${warning.message}`));
    await this.configure('history.limit', 500);
    await this.configure('confirmChanges', false);
    const url = `http://127.0.0.1:${this.plan.port}/EWS/Exchange.asmx`;
    await this.configure('endpoints', [{ name: 'Faulty', url, timeout: 1 }]);
    await vscode.commands.executeCommand('ews.startSandbox');
    const idle = resources();
    let first: Sizes | undefined;
    for (let done = 0; done < this.plan.sends; ) {
      const count = Math.min(batch, this.plan.sends - done);
      await this.sendSome(count);
      done += count;
      if (!first && done >= this.plan.sends / 10) first = await this.rest();
    }
    const last = await this.rest();
    const left = await settled(idle);
    return { ended: this.ended, complaints: this.complaints, first: first ?? last, last, idle, left };
  }

  /** Sends and disturbances, then a look at what the history says of them. */
  private async sendSome(count: number): Promise<void> {
    let asked = 0;
    while (asked < count) {
      await this.disturb();
      const editor = await this.requestEditor();
      // Sometimes two at once.
      const together = asked + 2 <= count && this.chance.happens(10) ? 2 : 1;
      const send = () => vscode.commands.executeCommand('ews.sendRequest', editor.document.uri);
      await Promise.all(Array.from({ length: together }, send));
      asked += together;
    }
    await this.lookBack(count);
  }

  /** Each send must have left one exchange, and the exchanges must stand newest first. */
  private async lookBack(count: number): Promise<void> {
    const kept = await this.history();
    const times = kept.map(({ startedAt }) => startedAt);
    if (times.some((time, index) => time < (times[index + 1] ?? '')))
      this.complaints.push('The history is out of order.');
    if (new Set(kept.map(({ id }) => id)).size < kept.length)
      this.complaints.push('The history has an exchange twice.');
    const fresh = kept.filter(({ id }) => !this.seen.has(id));
    if (fresh.length !== count) this.complaints.push(`${count} sends ended in ${fresh.length} exchanges.`);
    for (const { id, endpoint, result } of fresh) {
      this.seen.add(id);
      const what = result.kind === 'answer' ? result.outcome.kind : result.code;
      const sent = result.kind === 'answer' ? 'yes' : result.sent;
      this.ended.push({ id, endpoint: endpoint.name, kind: result.kind, what, sent });
    }
  }

  /** The history as the extension offers it for a comparison, in its order. */
  private async history(): Promise<readonly Exchange[]> {
    let kept: readonly Exchange[] = [];
    this.answerTo = items => {
      kept = items.map(item => (item as unknown as { readonly exchange: Exchange }).exchange);
      return undefined;
    };
    await vscode.commands.executeCommand('ews.compareExchanges');
    return kept;
  }

  private async disturb(): Promise<void> {
    if (this.active === '' || this.chance.happens(12)) await this.switchEndpoint();
    if (this.active === 'Sandbox' && this.chance.happens(30)) await this.scriptSandbox();
    if (this.chance.happens(10)) await closePanels();
    if (this.chance.happens(10)) await vscode.commands.executeCommand('ews.showResponse');
    if (this.chance.happens(3)) await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    if (this.chance.happens(2)) await vscode.commands.executeCommand('ews.resetSandbox');
  }

  private async switchEndpoint(): Promise<void> {
    this.active = this.chance.happens(65) ? 'Faulty' : 'Sandbox';
    await this.configure('activeEndpoint', this.active);
  }

  private async scriptSandbox(): Promise<void> {
    // The slowest takes longer than a soak has patience for.
    this.answerTo = items => this.chance.of(items.filter(({ label }) => !/slow/i.test(label)));
    await vscode.commands.executeCommand('ews.nextSandboxAnswer');
  }

  /** An editor with a sound request: a new one now and then, else the one there is, edited. */
  private async requestEditor(): Promise<vscode.TextEditor> {
    const open = vscode.workspace.textDocuments.find(({ languageId, isClosed }) => languageId === 'ews' && !isClosed);
    const content = this.chance.of(requests);
    if (!open || this.chance.happens(5)) {
      const document = await vscode.workspace.openTextDocument({ language: 'ews', content });
      return await vscode.window.showTextDocument(document);
    }
    const editor = await vscode.window.showTextDocument(open, vscode.ViewColumn.One);
    const whole = new vscode.Range(0, 0, open.lineCount, 0);
    if (this.chance.happens(30)) await editor.edit(edit => edit.replace(whole, content));
    return editor;
  }

  /** Nobody is there to click: what asks gets the answer of the moment, what tells gets none. */
  private answerQuestions(): void {
    const pick = async (items: readonly vscode.QuickPickItem[]) => this.answerTo(await items);
    const tell = async () => undefined;
    Object.assign(vscode.window, {
      showQuickPick: pick,
      showInformationMessage: tell,
      showWarningMessage: tell,
      showErrorMessage: tell,
      withProgress: this.withProgress(vscode.window.withProgress.bind(vscode.window)),
    });
  }

  /** Half of the sends that last are cancelled. */
  private withProgress(original: typeof vscode.window.withProgress): typeof vscode.window.withProgress {
    return async (options, task) => {
      if (!options.cancellable || !this.chance.happens(50)) return await original(options, task);
      const source = new vscode.CancellationTokenSource();
      setTimeout(() => source.cancel(), this.chance.share() * 300);
      return await task({ report: () => {} }, source.token);
    };
  }

  private async configure(name: string, value: unknown): Promise<void> {
    await vscode.workspace.getConfiguration('ews').update(name, value, vscode.ConfigurationTarget.Global);
  }

  /** What the host holds when nothing is open and everything that can be collected is. */
  private async rest(): Promise<Sizes> {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await closePanels();
    collect();
    await new Promise(resolve => setImmediate(resolve));
    collect();
    const listeners = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
    return { heap: process.memoryUsage().heapUsed, listeners };
  }
}

async function closePanels(): Promise<void> {
  const panels = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview);
  await vscode.window.tabGroups.close(panels);
}

function collect(): void {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  if (typeof gc === 'function') gc();
}

/** Sockets that the process has open and servers that listen; of sockets only those that keep the process alive. */
function resources(): number {
  return process.getActiveResourcesInfo().filter(name => /TCPSocketWrap|TLSWrap|TCPServerWrap/.test(name)).length;
}

/** The sockets that are left when idle ones have had the time to close: they are kept for 15 seconds. */
async function settled(expected: number): Promise<number> {
  const end = performance.now() + 25_000;
  while (resources() > expected && performance.now() < end) await new Promise(resolve => setTimeout(resolve, 250));
  return resources();
}

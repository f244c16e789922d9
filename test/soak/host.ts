import { readFileSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { operations } from '../../src/ews/operations/index.ts';
import { envelopeFor } from '../../src/language/index.ts';
import { initialContent } from '../../src/sandbox/content.ts';
import type { Exchange } from '../../src/sending/index.ts';
import {
  type Disturbance,
  type Ended,
  mark,
  type Open,
  type Plan,
  type Report,
  type Sizes,
  type Step,
} from './plan.ts';

/** Runs in the extension host: sends, and disturbs, as the plan says, and leaves what became of it in a file. */
export async function run(): Promise<void> {
  const plan: Plan = JSON.parse(readFileSync(process.env['EWS_SOAK_PLAN'] ?? '', 'utf8'));
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

/** Steps between two looks at the history, which holds up to 500 sends. */
const batch = 50;

class Soak {
  private readonly plan: Plan;
  private readonly ended: Ended[] = [];
  private givenUp = 0;
  private readonly complaints: string[] = [];
  private readonly seen = new Set<string>();
  /** What a question with choices is answered with; set just before it is asked. */
  private answerTo: (items: readonly vscode.QuickPickItem[]) => vscode.QuickPickItem | undefined = () => undefined;
  private active = '';
  private step: Step | undefined;

  constructor(plan: Plan) {
    this.plan = plan;
  }

  async run(): Promise<Report> {
    this.answerQuestions();
    process.on('warning', warning => this.complaints.push(`${warning.name}: ${warning.message}`));
    await this.configure('history.limit', 500);
    await this.configure('confirmChanges', false);
    await this.configure('endpoints', this.plan.endpoints);
    await vscode.commands.executeCommand('ews.startSandbox');
    const idle = await this.open();
    const sends = this.plan.steps.reduce((sum, step) => sum + step.sends, 0);
    let first: Sizes | undefined;
    let done = 0;
    let taken: Step[] = [];
    for (const [number, step] of this.plan.steps.entries()) {
      await this.take(step, number);
      taken.push(step);
      done += step.sends;
      if (taken.length < batch && done < sends) continue;
      await this.lookBack(taken);
      taken = [];
      if (!first && done >= sends / 10) first = await this.rest();
    }
    const last = await this.rest();
    const left = await this.settled(idle);
    const { ended, givenUp, complaints } = this;
    return { ended, givenUp, complaints, first: first ?? last, last, idle, left };
  }

  private async take(step: Step, number: number): Promise<void> {
    this.step = step;
    if (step.endpoint !== this.active) {
      this.active = step.endpoint;
      await this.configure('activeEndpoint', this.active);
    }
    const { scriptShare } = step;
    if (scriptShare !== undefined) await this.scriptSandbox(scriptShare);
    for (const disturbance of step.disturbances) await disturb[disturbance]();
    const editor = await this.requestEditor(step, number);
    const send = () => vscode.commands.executeCommand('ews.sendRequest', editor.document.uri);
    await Promise.all(Array.from({ length: step.sends }, send));
  }

  /** Each send must have left one exchange, and the exchanges must stand newest first. */
  private async lookBack(steps: readonly Step[]): Promise<void> {
    const kept = await this.history();
    const times = kept.map(({ startedAt }) => startedAt);
    if (times.some((time, index) => time < (times[index + 1] ?? '')))
      this.complaints.push('The history is out of order.');
    if (new Set(kept.map(({ id }) => id)).size < kept.length)
      this.complaints.push('The history has an exchange twice.');
    const fresh = kept.filter(({ id }) => !this.seen.has(id));
    const count = steps.reduce((sum, { sends }) => sum + sends, 0);
    const lacking = count - fresh.length;
    if (lacking < 0 || lacking > steps.filter(mayBeGivenUp).length)
      this.complaints.push(`${count} sends ended in ${fresh.length} exchanges.`);
    else this.givenUp += lacking;
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

  private async scriptSandbox(share: number): Promise<void> {
    // The slowest takes longer than a soak has patience for.
    this.answerTo = items =>
      chosen(
        items.filter(({ label }) => !/slow/i.test(label)),
        share,
      );
    await vscode.commands.executeCommand('ews.nextSandboxAnswer');
  }

  /** An editor with the sound request of a step. */
  private async requestEditor({ operationShare, disturbances }: Step, number: number): Promise<vscode.TextEditor> {
    const open = vscode.workspace.textDocuments.find(({ languageId, isClosed }) => languageId === 'ews' && !isClosed);
    const content = `${chosen(requests, operationShare)}${mark(number)}\n`;
    if (!open || disturbances.includes('newDocument')) {
      const document = await vscode.workspace.openTextDocument({ language: 'ews', content });
      return await vscode.window.showTextDocument(document);
    }
    const editor = await vscode.window.showTextDocument(open, vscode.ViewColumn.One);
    await editor.edit(edit => edit.replace(new vscode.Range(0, 0, open.lineCount, 0), content));
    return editor;
  }

  /** Nobody is there to click: what asks gets the answer of the moment, what tells gets none. */
  private answerQuestions(): void {
    const pick = async (items: readonly vscode.QuickPickItem[]) => this.answerTo(await items);
    const tell = async () => undefined;
    Object.assign(vscode.window, {
      showQuickPick: pick,
      showInputBox: async () => this.plan.password,
      showInformationMessage: tell,
      showWarningMessage: tell,
      showErrorMessage: tell,
      withProgress: this.withProgress(vscode.window.withProgress.bind(vscode.window)),
    });
  }

  /** Sends that last are cancelled where the plan says so. */
  private withProgress(original: typeof vscode.window.withProgress): typeof vscode.window.withProgress {
    return async (options, task) => {
      const cancelAfter = this.step?.cancelAfter;
      if (!options.cancellable || cancelAfter === undefined) return await original(options, task);
      const source = new vscode.CancellationTokenSource();
      setTimeout(() => source.cancel(), cancelAfter);
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

  /** What is left when idle connections have had the time to close: they are kept for 15 seconds. */
  private async settled(expected: Open): Promise<Open> {
    const end = performance.now() + 25_000;
    for (;;) {
      const now = await this.open();
      if (performance.now() > end || (now.inHost <= expected.inHost && now.atServers === 0)) return now;
      await new Promise(resolve => setTimeout(resolve, 250));
    }
  }

  private async open(): Promise<Open> {
    // First what is here: to ask takes a socket, too.
    const inHost = resources();
    const atServers = Number(await (await fetch(this.plan.openConnections)).text());
    return { inHost, atServers };
  }
}

/** Of two at once on a connection that is signed in the second waits: cancelled before it left, it leaves no exchange. */
function mayBeGivenUp({ endpoint, sends, cancelAfter }: Step): boolean {
  return endpoint === 'NTLM' && sends === 2 && cancelAfter !== undefined;
}

/** What happens besides the sends. */
const disturb: Readonly<Record<Disturbance, () => Thenable<unknown>>> = {
  closePanels,
  showResponse: () => vscode.commands.executeCommand('ews.showResponse'),
  closeEditors: () => vscode.commands.executeCommand('workbench.action.closeAllEditors'),
  resetSandbox: () => vscode.commands.executeCommand('ews.resetSandbox'),
  // Seen to where the editor is chosen.
  newDocument: async () => {},
};

function chosen<Choice>(choices: readonly Choice[], share: number): Choice {
  const found = choices[Math.floor(share * choices.length)];
  if (found === undefined) throw new Error('There is nothing to choose from.');
  return found;
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

import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { processorTime } from './rounds.ts';

/** Runs in the extension host: activates both extensions and leaves the milliseconds in a file, by the clock and of computing. */
export async function run(): Promise<void> {
  const times: Record<string, { readonly clock: number; readonly computing: number }> = {};
  const names = { ours: 'ews-request-studio.ews-request-studio', theirs: 'bench.one-command' };
  const order: readonly (keyof typeof names)[] =
    process.env['EWS_BENCH_FIRST'] === 'ours' ? ['ours', 'theirs'] : ['theirs', 'ours'];
  for (const who of order) {
    const extension = vscode.extensions.getExtension(names[who]);
    if (!extension || extension.isActive) throw new Error(`${names[who]} is missing or active already`);
    await rest();
    const start = { clock: performance.now(), computing: processorTime() };
    await extension.activate();
    times[who] = { clock: performance.now() - start.clock, computing: processorTime() - start.computing };
  }
  writeFileSync(process.env['EWS_BENCH_RESULT'] ?? '', JSON.stringify(times));
}

/** Waits until what else begins with the host is done, such as the extensions that come with VS Code. */
async function rest(): Promise<void> {
  const end = performance.now() + 20_000;
  for (let computed = Infinity; computed > 5 && performance.now() < end; ) {
    const before = processorTime();
    await new Promise(resolve => setTimeout(resolve, 250));
    computed = processorTime() - before;
  }
}

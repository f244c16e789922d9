import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';

/** Runs in the extension host: activates both extensions and leaves the milliseconds in a file. */
export async function run(): Promise<void> {
  const times: Record<string, number> = {};
  const names = { ours: 'ews-request-studio.ews-request-studio', theirs: 'bench.one-command' };
  const order: readonly (keyof typeof names)[] =
    process.env['EWS_BENCH_FIRST'] === 'ours' ? ['ours', 'theirs'] : ['theirs', 'ours'];
  for (const who of order) {
    const extension = vscode.extensions.getExtension(names[who]);
    if (!extension || extension.isActive) throw new Error(`${names[who]} is missing or active already`);
    const start = performance.now();
    await extension.activate();
    times[who] = performance.now() - start;
  }
  writeFileSync(process.env['EWS_BENCH_RESULT'] ?? '', JSON.stringify(times));
}

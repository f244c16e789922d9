// npm run soak [-- --sends N] [-- --seed S]: thousands of sends in the extension host, with faults of the wire and of the
// sandbox, while panels, endpoints and documents come and go. Prints what became of them; ends with 1 when a send did not
// end in exactly one way, when something was sent twice, when the history is out of order, or when something leaked.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { builtPackage } from '../../scripts/package.ts';
import { inRoot, root } from '../../scripts/paths.ts';
import { buildHost, runInHost } from '../../scripts/vscode/host.ts';
import { installServer } from '../../scripts/vscode/install.ts';
import { startServer } from '../../scripts/vscode/server.ts';
import { type FaultyServer, faultyServer } from './faultyServer.ts';
import type { Plan, Report } from './plan.ts';

/** How much the heap may grow from the first tenth of the sends to the last. */
const mostGrowth = 1.2;

const folder = inRoot('out', 'soak');
const { values } = parseArgs({ options: { sends: { type: 'string' }, seed: { type: 'string' } } });
const sends = Number(values.sends ?? 2000);
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
console.log(`${sends} sends, seed ${seed}`);

const start = performance.now();
const server = await faultyServer(seed);
try {
  const report = await soaked({ seed, sends, port: server.port, report: path.join(folder, 'report.json') });
  const complaints = [...report.complaints, ...complaintsAbout(report, server)];
  print(report, server);
  for (const complaint of complaints) console.error(`WRONG: ${complaint}`);
  console.log(
    `${Math.round((performance.now() - start) / 1000)} s, seed ${seed}: ${complaints.length === 0 ? 'held' : 'FAILED'}`,
  );
  process.exitCode = complaints.length === 0 ? 0 : 1;
} finally {
  await server.stop();
}

async function soaked(plan: Plan): Promise<Report> {
  await builtPackage();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await buildHost(path.join(import.meta.dirname, 'host.ts'), path.join(folder, 'host.cjs'));
  const installed = await installServer('1.139.1');
  const running = await startServer(installed, { testDriver: true, env: { EWS_SOAK_PLAN: JSON.stringify(plan) } });
  try {
    await runInHost(running, path.join(folder, 'host.cjs'), root);
  } finally {
    await writeFile(path.join(folder, 'server.log'), running.log());
    await running.stop();
  }
  if (!existsSync(plan.report)) throw new Error('The extension host ended without a report.');
  const report: Report & { readonly failure?: string } = JSON.parse(readFileSync(plan.report, 'utf8'));
  if (report.failure !== undefined) throw new Error(`The extension host gave up: ${report.failure}`);
  return report;
}

function complaintsAbout({ ended, first, last, idle, left }: Report, { ids }: FaultyServer): readonly string[] {
  const received = ids();
  const known = new Set(ended.map(({ id }) => id));
  const atServer = new Set(received);
  const unsent = ended.filter(({ sent, id }) => sent === 'no' && atServer.has(id));
  const lost = ended.filter(({ endpoint, sent, id }) => endpoint === 'Faulty' && sent === 'yes' && !atServer.has(id));
  return [
    ended.length === sends ? '' : `${sends} sends have ${ended.length} ends.`,
    atServer.size === received.length ? '' : `${received.length - atServer.size} requests were sent twice.`,
    received.every(id => known.has(id)) ? '' : 'The server was sent something of which the history knows nothing.',
    unsent.length === 0 ? '' : `${unsent.length} sends are said not to have left, and arrived.`,
    lost.length === 0 ? '' : `${lost.length} answers are of requests that never arrived.`,
    last.heap <= first.heap * mostGrowth
      ? ''
      : `The heap grew from ${megabytes(first.heap)} to ${megabytes(last.heap)}.`,
    last.listeners <= first.listeners ? '' : `Listeners on the process: ${first.listeners}, then ${last.listeners}.`,
    left <= idle ? '' : `${left} sockets are open, ${idle} before the first send.`,
  ].filter(complaint => complaint !== '');
}

function print({ ended, first, last, idle, left }: Report, { ids }: FaultyServer): void {
  const kinds = Map.groupBy(ended, ({ endpoint, kind, what }) => `${endpoint}, ${kind}: ${what}`);
  for (const [what, { length }] of [...kinds].sort(([, a], [, b]) => b.length - a.length))
    console.log(`${String(length).padStart(6)}  ${what}`);
  console.log(`${ended.length} sends ended, ${ids().length} requests at the faulty server`);
  console.log(`heap after a tenth ${megabytes(first.heap)}, at the end ${megabytes(last.heap)}`);
  console.log(`sockets before ${idle}, after ${left}; listeners ${first.listeners}, ${last.listeners}`);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

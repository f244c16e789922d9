// npm run soak [-- --sends N] [-- --seed S]: thousands of sends in the extension host, with faults of the wire and of the
// sandbox, while panels, endpoints and documents come and go. Prints what became of them; ends with 1 when a send did not
// end in exactly one way, when something was sent twice, when the history is out of order, or when something leaked.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { builtPackage } from '../../scripts/package.ts';
import { inRoot, root } from '../../scripts/paths.ts';
import { buildHost, runInHost } from '../../scripts/vscode/host.ts';
import { installServer } from '../../scripts/vscode/install.ts';
import { startServer } from '../../scripts/vscode/server.ts';
import { account, type FaultyServer, faultyNtlmServer, faultyServer, manners } from './faultyServer.ts';
import { type Plan, type Report, type Step, stepsOf } from './plan.ts';

/** How much the heap may grow from the first tenth of the sends to the last. */
const mostGrowth = 1.2;

/** `no sign-in` is a request on a connection that had been signed in, and that the server has closed meanwhile. */
const fineVerdicts: ReadonlySet<string> = new Set(['right', 'no sign-in']);

const folder = inRoot('out', 'soak');
const { values } = parseArgs({ options: { sends: { type: 'string' }, seed: { type: 'string' } } });
const sends = Number(values.sends ?? 2000);
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
const steps = stepsOf(seed, sends, Object.keys(manners));
const digest = createHash('sha256').update(JSON.stringify(steps)).digest('hex').slice(0, 8);
console.log(`${sends} sends, seed ${seed}, plan ${digest}`);

const start = performance.now();
const [faulty, ntlm] = [await faultyServer(steps), await faultyNtlmServer(steps)];
const counter = await connectionCounter([faulty, ntlm]);
try {
  const report = await soaked(planOf(steps));
  const complaints = [
    ...report.complaints,
    ...complaintsAbout(report, [...faulty.ids(), ...ntlm.ids()]),
    ...[...ntlm.verdicts()].filter(([verdict]) => !fineVerdicts.has(verdict)).map(([what]) => `A sign-in had ${what}.`),
  ];
  print(report);
  for (const complaint of complaints) console.error(`WRONG: ${complaint}`);
  console.log(
    `${Math.round((performance.now() - start) / 1000)} s, seed ${seed}: ${complaints.length === 0 ? 'held' : 'FAILED'}`,
  );
  process.exitCode = complaints.length === 0 ? 0 : 1;
} finally {
  counter.close();
  await Promise.all([faulty.stop(), ntlm.stop()]);
}

function planOf(all: readonly Step[]): Plan {
  const url = (port: number) => `http://127.0.0.1:${port}/EWS/Exchange.asmx`;
  const username = `${account.domain}\\${account.user}`;
  return {
    steps: all,
    endpoints: [
      { name: 'Faulty', url: url(faulty.port), timeout: 1 },
      { name: 'NTLM', url: url(ntlm.port), timeout: 1, authentication: 'ntlm', username },
    ],
    password: account.password,
    openConnections: `http://127.0.0.1:${(counter.address() as AddressInfo).port}/`,
    report: path.join(folder, 'report.json'),
  };
}

/** Tells who asks how many connections the servers have open; to itself it keeps none. */
async function connectionCounter(servers: readonly FaultyServer[]): Promise<Server> {
  const server = createServer(async (_request, response) => {
    const counts = await Promise.all(servers.map(({ open }) => open()));
    response.setHeader('Connection', 'close');
    response.end(String(counts.reduce((sum, count) => sum + count, 0)));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function soaked(plan: Plan): Promise<Report> {
  await builtPackage();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await buildHost(path.join(import.meta.dirname, 'host.ts'), path.join(folder, 'host.cjs'));
  const planFile = path.join(folder, 'plan.json');
  await writeFile(planFile, JSON.stringify(plan));
  const installed = await installServer('1.139.1');
  const running = await startServer(installed, { testDriver: true, env: { EWS_SOAK_PLAN: planFile } });
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

function complaintsAbout(
  { ended, givenUp, first, last, idle, left }: Report,
  received: readonly string[],
): readonly string[] {
  const known = new Set(ended.map(({ id }) => id));
  const atServer = new Set(received);
  const unsent = ended.filter(({ sent, id }) => sent === 'no' && atServer.has(id));
  const lost = ended.filter(({ endpoint, sent, id }) => endpoint !== 'Sandbox' && sent === 'yes' && !atServer.has(id));
  return [
    ended.length + givenUp === sends ? '' : `${sends} sends have ${ended.length} ends, ${givenUp} were given up.`,
    atServer.size === received.length ? '' : `${received.length - atServer.size} requests were sent twice.`,
    received.every(id => known.has(id)) ? '' : 'The server was sent something of which the history knows nothing.',
    unsent.length === 0 ? '' : `${unsent.length} sends are said not to have left, and arrived.`,
    lost.length === 0 ? '' : `${lost.length} answers are of requests that never arrived.`,
    last.heap <= first.heap * mostGrowth
      ? ''
      : `The heap grew from ${megabytes(first.heap)} to ${megabytes(last.heap)}.`,
    last.listeners <= first.listeners ? '' : `Listeners on the process: ${first.listeners}, then ${last.listeners}.`,
    left.inHost <= idle.inHost ? '' : `${left.inHost} sockets are open, ${idle.inHost} before the first send.`,
    left.atServers === 0 ? '' : `The servers have ${left.atServers} connections left that nobody needs.`,
  ].filter(complaint => complaint !== '');
}

function print({ ended, givenUp, first, last, idle, left }: Report): void {
  const kinds = Map.groupBy(ended, ({ endpoint, kind, what }) => `${endpoint}, ${kind}: ${what}`);
  for (const [what, { length }] of [...kinds].sort(([, a], [, b]) => b.length - a.length))
    console.log(`${String(length).padStart(6)}  ${what}`);
  console.log(
    `${ended.length} sends ended, ${givenUp} were given up, ${faulty.ids().length} requests at the faulty server`,
  );
  const signIns = [...ntlm.verdicts()].map(([verdict, count]) => `${count} ${verdict}`);
  console.log(`${ntlm.ids().length} requests at the one that wants NTLM, sign-ins: ${signIns.join(', ')}`);
  console.log(`heap after a tenth ${megabytes(first.heap)}, at the end ${megabytes(last.heap)}`);
  console.log(`sockets before ${idle.inHost}, after ${left.inHost}; listeners ${first.listeners}, ${last.listeners}`);
  console.log(`connections at the servers after the last send ${left.atServers}`);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

// npm run mutate [-- --only WORD]… [-- --sample N] [-- --seed S] [-- --workers N]: flips the conditions of src/language and
// src/response one by one and runs the fast unit tests that reach each. Writes the flips that no test noticed into
// bench/mutants.md, with their explanations from bench/mutants.json; ends with 1 when one has none.
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inRoot } from '../paths.ts';
import { sources } from './conditions.ts';
import type { Baseline, Message, Order, Verdict } from './messages.ts';
import { type Explanation, type Outcome, pageOf } from './page.ts';

/** Milliseconds without a word after which a worker is taken for one that runs without end. */
const patience = 20_000;

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [''] },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
  },
});

const all = sources()
  .filter(({ file }) => values.only.some(word => file.includes(word)))
  .flatMap(({ file, points, first }) => points.map((point, index) => ({ file, point, number: first + index })));
const chosen = values.sample === undefined ? all : sampleOf(all, Number(values.sample), Number(values.seed));
const verdicts = new Map<number, Verdict>();
const baseline = await measured();
const waiting = chosen.map(({ number }) => number);
const start = performance.now();
await Promise.all(Array.from({ length: Number(values.workers) }, () => work()));

const outcomes: readonly Outcome[] = chosen.map(each => ({
  ...each,
  verdict: verdicts.get(each.number) ?? { kind: 'unreached' },
}));
const explanations: readonly Explanation[] = JSON.parse(readFileSync(inRoot('bench/mutants.json'), 'utf8'));
const { text, unexplained, summary } = pageOf(outcomes, explanations);
console.log(`${summary}\n${Math.round((performance.now() - start) / 1000)} s`);
for (const { file, point } of unexplained) console.log(`${file}:${point.line}  ${point.text.replaceAll(/\s+/g, ' ')}`);
if (chosen.length === all.length && values.only.includes('')) writeFileSync(inRoot('bench/mutants.md'), text);
process.exitCode = unexplained.length === 0 ? 0 : 1;

/** Takes portions from those that wait until none is left; begins with a fresh worker after one that was ended. */
async function work(): Promise<void> {
  for (let numbers = waiting.splice(0, 40); numbers.length > 0; numbers = waiting.splice(0, 40)) {
    let left: readonly number[] = numbers;
    while (left.length > 0) left = await portion(left);
  }
}

/** Gives what is left when the worker had to be ended. */
async function portion(numbers: readonly number[]): Promise<readonly number[]> {
  let current = -1;
  const again: number[] = [];
  const finished = await run({ numbers, baseline }, message => {
    if (message.kind === 'begins') current = message.number;
    if (message.kind !== 'ended') return true;
    const { number, verdict } = message;
    verdicts.set(number, verdict);
    if (verdict.kind === 'remembered') again.push(number);
    return !(verdict.kind === 'killed' && verdict.spoilt);
  });
  if (!finished && !verdicts.has(current)) verdicts.set(current, { kind: 'endless' });
  for (const number of again) await alone(number);
  return finished ? [] : numbers.filter(number => !verdicts.has(number));
}

async function alone(number: number): Promise<void> {
  const finished = await run({ numbers: [number], baseline, alone: number }, message => {
    if (message.kind === 'ended') verdicts.set(number, message.verdict);
    return true;
  });
  if (!finished) verdicts.set(number, { kind: 'endless' });
}

async function measured(): Promise<Baseline> {
  let found: Baseline = [];
  await run(
    { numbers: [] },
    message => {
      if (message.kind === 'baseline') found = message.baseline;
      return true;
    },
    300_000,
  );
  console.log(`${found.length} tests`);
  return found;
}

/** True when the worker came to its end by itself; `hear` ends it by saying false. */
function run(order: Order, hear: (message: Message) => boolean, silence = patience): Promise<boolean> {
  return new Promise(resolve => {
    const worker: ChildProcess = fork(path.join(import.meta.dirname, 'worker.ts'), { stdio: 'ignore' });
    const stop = () => worker.kill('SIGKILL');
    let timer = setTimeout(stop, silence);
    worker.on('message', (message: Message) => {
      clearTimeout(timer);
      timer = setTimeout(stop, silence);
      if (!hear(message)) stop();
    });
    worker.on('exit', code => {
      clearTimeout(timer);
      resolve(code === 0);
    });
    worker.send(order);
  });
}

/** Every so manieth, beginning where the seed says. */
function sampleOf<T>(from: readonly T[], count: number, seed: number): readonly T[] {
  const step = Math.max(1, Math.floor(from.length / count));
  return from.filter((_, index) => index % step === seed % step).slice(0, count);
}

// Runs the unit tests of the checked rooms with one condition flipped after the other, and tells the parent what became of
// each. The parent ends it when a flipped condition makes it run without end.
import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import Mocha from 'mocha';
import { inRoot } from '../paths.ts';
import { prepared, sources } from './conditions.ts';
import type { Baseline, Message, Order, Verdict } from './messages.ts';

/** Milliseconds; what takes longer is no test for thousands of runs. */
const slowest = 700;

let flipped = -1;
let reached = new Set<number>();
Object.assign(globalThis, {
  __condition: (number: number, value: unknown) => {
    reached.add(number);
    return number === flipped ? !value : value;
  },
});

process.on('message', async (order: Order) => {
  const tests = await load(order.alone);
  const baseline = order.baseline ?? (await measure(tests));
  if (!order.baseline) await tell({ kind: 'baseline', baseline });
  for (const number of order.numbers) {
    await tell({ kind: 'begins', number });
    const verdict = await verdictOn(number, tests, baseline, order.alone !== undefined);
    await tell({ kind: 'ended', number, verdict });
  }
  process.exit(0);
});

/** Done when the parent has it: the end of a process takes what is still on its way. */
function tell(message: Message): Promise<void> {
  return new Promise(resolve => process.send?.(message, () => resolve()));
}

/** The tests by their full titles. With a number, that condition is flipped from the beginning. */
async function load(alone: number | undefined): Promise<ReadonlyMap<string, Mocha.Test>> {
  flipped = alone ?? -1;
  const texts = new Map(sources().map(source => [pathToFileURL(inRoot(source.file)).href, prepared(source)]));
  registerHooks({
    load: (url, context, next) => {
      const source = texts.get(url);
      return source === undefined ? next(url, context) : { format: 'module-typescript', shortCircuit: true, source };
    },
  });
  const mocha = new Mocha({ ui: 'tdd' });
  for (const file of globSync('test/unit/{language,response}/**/*.test.ts', { cwd: inRoot('.') }).sort())
    mocha.addFile(inRoot(file));
  try {
    await mocha.loadFilesAsync();
  } catch {
    // With a condition flipped, a file may not even load; the tests that are there go on.
  }
  const tests = new Map<string, Mocha.Test>();
  mocha.suite.eachTest(test => tests.set(test.fullTitle(), test));
  return tests;
}

/** How long each test takes and which conditions it reaches; tests that are slow, or fail by themselves, are left out. */
async function measure(tests: ReadonlyMap<string, Mocha.Test>): Promise<Baseline> {
  const baseline: [string, number, number[]][] = [];
  for (const [title, test] of tests) {
    reached = new Set();
    const start = performance.now();
    const passed = await passes(test);
    const milliseconds = performance.now() - start;
    if (passed && milliseconds < slowest) baseline.push([title, milliseconds, [...reached]]);
  }
  return baseline.sort((a, b) => a[1] - b[1]);
}

async function verdictOn(
  number: number,
  tests: ReadonlyMap<string, Mocha.Test>,
  baseline: Baseline,
  alone: boolean,
): Promise<Verdict> {
  const titles = baseline.filter(([, , conditions]) => alone || conditions.includes(number)).map(([title]) => title);
  if (titles.length === 0) return { kind: 'unreached' };
  reached = new Set();
  for (const title of titles) {
    const test = tests.get(title);
    flipped = number;
    const passed = test !== undefined && (await passes(test));
    if (!alone) flipped = -1;
    if (passed) continue;
    // What a flipped condition left behind must not be taken for what the next one does.
    const spoilt = !alone && test !== undefined && !(await passes(test));
    return { kind: 'killed', by: title, spoilt };
  }
  return reached.has(number) ? { kind: 'survived' } : { kind: 'remembered' };
}

async function passes(test: Mocha.Test): Promise<boolean> {
  const chain = { timeout: () => chain, slow: () => chain, skip: () => {}, test };
  try {
    const result: unknown = (test.fn as ((this: unknown) => unknown) | undefined)?.call(chain);
    if (result instanceof Promise) await result;
    return true;
  } catch {
    return false;
  }
}

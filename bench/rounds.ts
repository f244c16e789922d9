/** One line of the table: what was measured against what. Times are in milliseconds, sizes in the unit of the line. */
export interface Line {
  readonly what: string;
  readonly comparedWith: string;
  readonly ours: number;
  readonly theirs: number;
  readonly unit: 'ms' | 'KB';
  /** The largest ratio (or, with `more`, difference) that is good; absent for lines that only inform. */
  readonly toReach?: number;
  /** What is compared with `toReach`; a ratio unless told. */
  readonly by?: 'ratio' | 'more' | 'ours';
}

/** A pair of things to do on the same input; both may be asynchronous. Each call gets the number of the repetition. */
export interface Pair {
  readonly ours: (repetition: number) => unknown;
  readonly theirs: (repetition: number) => unknown;
}

/** Medians over all rounds, in milliseconds for one repetition. */
export interface Medians {
  readonly ours: number;
  readonly theirs: number;
}

const rounds = 15;

/** Milliseconds that one side of a round should last at least, so that the clock's grain does not matter. */
const shortest = 20;

/** Runs both sides in turn, warm, so that whatever else the machine does meets both. */
export async function interleaved(pair: Pair): Promise<Medians> {
  const repetitions = await repetitionsFor(pair.ours);
  const others = await repetitionsFor(pair.theirs);
  const times: { readonly ours: number; readonly theirs: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Neither side is always first.
    const first = round % 2 === 0;
    const before = first ? await timeOf(pair.ours, repetitions) : undefined;
    const theirs = await timeOf(pair.theirs, others);
    times.push({ ours: before ?? (await timeOf(pair.ours, repetitions)), theirs });
  }
  return { ours: median(times.map(time => time.ours)), theirs: median(times.map(time => time.theirs)) };
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value that so many percent of the values do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const index = Math.ceil((percent / 100) * sorted.length) - 1;
  return sorted[Math.max(0, index)] ?? Number.NaN;
}

/** Milliseconds that each side runs before it is measured: compiled code is compared with compiled code. */
const warmUp = 500;

/** How often to repeat for a round that lasts long enough, known once the work is warm. */
async function repetitionsFor(work: Pair['ours']): Promise<number> {
  const end = performance.now() + warmUp;
  let perCall = await timeOf(work, 1);
  while (performance.now() < end) perCall = await timeOf(work, Math.max(1, Math.ceil(shortest / perCall)));
  return Math.max(1, Math.ceil(shortest / perCall));
}

let counter = 0;

async function timeOf(work: Pair['ours'], repetitions: number): Promise<number> {
  const start = performance.now();
  for (let index = 0; index < repetitions; index += 1) {
    counter += 1;
    const result = work(counter);
    if (result instanceof Promise) await result;
  }
  return (performance.now() - start) / repetitions;
}

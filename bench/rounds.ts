/** One line of the table: what was measured against what. Times are in milliseconds, sizes in the unit of the line. */
export interface Line {
  readonly what: string;
  readonly comparedWith: string;
  readonly ours: number;
  readonly theirs: number;
  readonly unit: 'ms' | 'KB';
  /** The largest ratio (or, with `more`, difference) that is good; absent for lines that only inform. */
  readonly toReach?: number;
  /** How the rounds differ; where it is there, its middle is what is compared with `toReach`. */
  readonly spread?: Spread;
  /** What is compared with `toReach`; a ratio unless told. */
  readonly by?: 'ratio' | 'more' | 'ours';
}

/** A pair of things to do on the same input; both may be asynchronous. Each call gets the number of the repetition. */
export interface Pair {
  readonly ours: (repetition: number) => unknown;
  readonly theirs: (repetition: number) => unknown;
}

/** A figure of every round, from low to high: on an uneven machine one number says little. */
export interface Spread {
  /** A tenth of the rounds is not above this. */
  readonly low: number;
  readonly middle: number;
  /** A tenth of the rounds is above this. */
  readonly high: number;
  /** The figure of the quickest time of each side, whichever rounds they are from. */
  readonly ofQuickest: number;
}

/** Medians over all rounds, in milliseconds for one repetition, and the ratio that each round had. */
export interface Medians {
  readonly ours: number;
  readonly theirs: number;
  readonly spread: Spread;
}

/** What one round took, in milliseconds. */
export interface Round {
  readonly ours: number;
  readonly theirs: number;
}

/** Milliseconds that go on. */
export type Clock = () => number;

/** Milliseconds that this process has computed, on all its threads: the time that others take away does not count. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const rounds = 25;

/** Milliseconds that one side of a round should last at least, so that the clock's grain does not matter. */
const shortest = 30;

/**
 * Runs both sides in turn, warm, so that whatever else the machine does meets both. What waits for others needs
 * {@link performance.now} for a clock.
 */
export async function interleaved(pair: Pair, clock: Clock = processorTime): Promise<Medians> {
  const timeOf = (work: Pair['ours'], repetitions: number) => timed(work, repetitions, clock);
  const repetitions = await repetitionsFor(pair.ours);
  const others = await repetitionsFor(pair.theirs);
  const times: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Neither side is always first.
    const first = round % 2 === 0;
    const before = first ? await timeOf(pair.ours, repetitions) : undefined;
    const theirs = await timeOf(pair.theirs, others);
    times.push({ ours: before ?? (await timeOf(pair.ours, repetitions)), theirs });
  }
  return mediansOf(times);
}

/** The medians of some rounds, with the spread of what is compared: the ratio unless told. */
export function mediansOf(
  times: readonly Round[],
  compare: (ours: number, theirs: number) => number = (ours, theirs) => ours / theirs,
): Medians {
  const [ours, theirs] = [times.map(time => time.ours), times.map(time => time.theirs)];
  const figures = times.map(time => compare(time.ours, time.theirs));
  return {
    ours: median(ours),
    theirs: median(theirs),
    spread: {
      low: percentile(figures, 10),
      middle: median(figures),
      high: percentile(figures, 90),
      ofQuickest: compare(Math.min(...ours), Math.min(...theirs)),
    },
  };
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
  const timeOf = (repetitions: number) => timed(work, repetitions, () => performance.now());
  let perCall = await timeOf(1);
  while (performance.now() < end) perCall = await timeOf(Math.max(1, Math.ceil(shortest / perCall)));
  return Math.max(1, Math.ceil(shortest / perCall));
}

let counter = 0;

async function timed(work: Pair['ours'], repetitions: number, clock: Clock): Promise<number> {
  const start = clock();
  for (let index = 0; index < repetitions; index += 1) {
    counter += 1;
    const result = work(counter);
    if (result instanceof Promise) await result;
  }
  return (clock() - start) / repetitions;
}

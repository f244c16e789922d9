import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { problemsIn, readRequest } from '../src/language/index.ts';
import { decode } from '../src/response/index.ts';
import { answerOf, requestOf } from './inputs.ts';
import { type Curve, plot } from './plot.ts';
import { type Line, median, mediansOf, processorTime } from './rounds.ts';

const sizes = [1, 3, 10, 30, 100, 300, 1000, 3000, 10_000].map(kilobytes => kilobytes * 1000);

/** The two that are compared. */
const [small, large] = [100_000, 10_000_000];

/** Time against size from 1 KB to 10 MB, drawn into bench/growth.svg. */
export async function growth(): Promise<readonly Line[]> {
  const works: readonly Work[] = [
    ['problems of an opened document', requestOf, text => problemsIn(readRequest(text))],
    ['decoding an answer', answerOf, text => decode({ status: 200, body: new TextEncoder().encode(text) })],
  ];
  const curves: Curve[] = [];
  const lines: Line[] = [];
  for (const work of works) {
    const measured = measure(work);
    curves.push({ name: work[0], points: measured.map(({ length, times }) => [length, median(times)]) });
    lines.push(lineOf(work[0], measured));
  }
  await writeFile(path.join(import.meta.dirname, 'growth.svg'), plot(curves));
  return lines;
}

type Work = readonly [name: string, input: (bytes: number) => string, work: (text: string) => unknown];

/** Milliseconds of one reading in each round. */
interface Measured {
  readonly bytes: number;
  readonly length: number;
  readonly times: readonly number[];
}

const rounds = 9;

/** Milliseconds that one size of a round lasts at least. */
const shortest = 30;

/** All sizes in every round, so that whatever else the machine does meets them all; the first round warms up. */
function measure([, input, work]: Work): readonly Measured[] {
  const all = sizes.map(bytes => ({ bytes, text: input(bytes), times: [] as number[] }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { text, times } of all) {
      const time = timeOf(() => work(text));
      if (round > 0) times.push(time);
    }
  }
  return all.map(({ bytes, text, times }) => ({ bytes, length: text.length, times }));
}

function lineOf(name: string, measured: readonly Measured[]): Line {
  const perMegabyte = (wanted: number): readonly number[] =>
    measured
      .filter(({ bytes }) => bytes === wanted)
      .flatMap(({ length, times }) => times.map(time => time / (length / 1_000_000)));
  const theirs = perMegabyte(small);
  const medians = mediansOf(perMegabyte(large).map((ours, round) => ({ ours, theirs: theirs[round] ?? Number.NaN })));
  const what = `${name}: time per MB at 10 MB`;
  return { what, comparedWith: 'time per MB at 100 KB', ...medians, unit: 'ms', toReach: 1.5 };
}

function timeOf(work: () => unknown): number {
  const start = processorTime();
  let count = 0;
  do {
    work();
    count += 1;
  } while (processorTime() - start < shortest);
  return (processorTime() - start) / count;
}

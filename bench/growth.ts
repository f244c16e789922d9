import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { problemsIn, readRequest } from '../src/language/index.ts';
import { decode } from '../src/response/index.ts';
import { answerOf, requestOf } from './inputs.ts';
import { type Curve, plot } from './plot.ts';
import { type Line, median } from './rounds.ts';

const sizes = [1, 3, 10, 30, 100, 300, 1000, 3000, 10_000].map(kilobytes => kilobytes * 1000);

/** Time against size from 1 KB to 10 MB, drawn into bench/growth.svg. */
export async function growth(): Promise<readonly Line[]> {
  const curves: readonly Curve[] = [
    curve('problems of an opened document', requestOf, text => problemsIn(readRequest(text))),
    curve('decoding an answer', answerOf, text => decode({ status: 200, body: new TextEncoder().encode(text) })),
  ];
  await writeFile(path.join(import.meta.dirname, 'growth.svg'), plot(curves));
  return curves.map(({ name, points }) => {
    const [small, large] = [points.find(([bytes]) => bytes >= 100_000), points.at(-1)];
    return {
      what: `${name}: time per MB at 10 MB`,
      comparedWith: 'time per MB at 100 KB',
      ours: perMegabyte(large),
      theirs: perMegabyte(small),
      unit: 'ms',
      toReach: 1.5,
    };
  });
}

function curve(name: string, input: (bytes: number) => string, work: (text: string) => unknown): Curve {
  const points = sizes.map((bytes): readonly [number, number] => {
    const text = input(bytes);
    const times = Array.from({ length: bytes > 1_000_000 ? 5 : 25 }, () => timeOf(() => work(text)));
    return [text.length, median(times)];
  });
  return { name, points };
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function perMegabyte(point: readonly [number, number] | undefined): number {
  return point ? point[1] / (point[0] / 1_000_000) : Number.NaN;
}

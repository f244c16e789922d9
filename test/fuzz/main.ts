// npm run fuzz -- [--minutes N] [--seed S] [--only WORD]: runs the properties in turn until the time is over.
import { parseArgs } from 'node:util';
import { fuzz, targetNames } from './run.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
});
process.exitCode = main(Number(values.minutes ?? 1), Number(values.seed ?? Date.now()), values.only);

function main(minutes: number, firstSeed: number, only: string | undefined): number {
  const names = targetNames.filter(name => only === undefined || name.includes(only));
  if (!(minutes > 0) || !Number.isInteger(firstSeed) || names.length === 0) {
    console.error(`Give a number of minutes, a whole number as seed, and a word of: ${targetNames.join('; ')}.`);
    return 2;
  }
  const end = Date.now() + minutes * 60_000;
  let failures = 0;
  let longest = { name: '', seconds: 0 };
  for (let seed = firstSeed; Date.now() < end; seed += 1) {
    for (const name of names) {
      const { cases, failure, slowest } = fuzz(name, Math.min(10, (minutes * 60) / names.length), seed);
      console.log(`${failure ? 'FAILED' : 'held'}  seed ${seed}, ${cases} cases: ${name}`);
      if (failure) console.error(failure);
      failures += failure ? 1 : 0;
      if (slowest > longest.seconds) longest = { name, seconds: slowest };
    }
  }
  console.log(`The slowest case took ${longest.seconds.toFixed(2)} s of processor time: ${longest.name}`);
  return failures === 0 ? 0 : 1;
}

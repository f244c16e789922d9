import fc from 'fast-check';
import { targets } from './targets.ts';

/** How a run went: how many cases, and what to read when one failed. */
export interface FuzzResult {
  readonly cases: number;
  /** The counterexample, as small as it could be made, and what was wrong with it; undefined when all was well. */
  readonly failure?: string;
}

/** The names of all properties. */
export const targetNames: readonly string[] = Object.keys(targets);

/** Runs one property with this seed until the time is over. */
export function fuzz(name: string, seconds: number, seed: number): FuzzResult {
  const property = targets[name];
  if (!property) throw new Error(`There is no property ${name}.`);
  const details = fc.check(property as fc.IProperty<unknown>, {
    seed,
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: seconds * 1000,
  });
  const cases = details.numRuns;
  if (!details.failed) return { cases };
  const cause = details.errorInstance instanceof Error ? details.errorInstance.stack : '';
  return { cases, failure: `${fc.defaultReportMessage(details)}\n${cause}` };
}

import fc from 'fast-check';
import { targets } from './targets.ts';

/** How a run went: how many cases, and what to read when one failed. */
export interface FuzzResult {
  readonly cases: number;
  /** The counterexample, as small as it could be made, and what was wrong with it; undefined when all was well. */
  readonly failure?: string;
  /** Seconds of processor time that the slowest case took. */
  readonly slowest: number;
}

/**
 * Seconds of processor time that one case may take. A text has some KB, and reading it takes milliseconds; most of a case is
 * that every fix is made and the text read again. What takes longer grows faster than the text.
 */
const most = 5;

/** The names of all properties. */
export const targetNames: readonly string[] = Object.keys(targets);

/** Runs one property with this seed until the time is over. */
export function fuzz(name: string, seconds: number, seed: number): FuzzResult {
  const property = targets[name];
  if (!property) throw new Error(`There is no property ${name}.`);
  const watched = new Watched(property);
  const details = fc.check(watched as fc.IRawProperty<unknown, false>, {
    seed,
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: seconds * 1000,
  });
  const { slowest } = watched;
  const cases = details.numRuns;
  if (!details.failed) return { cases, slowest };
  const cause = details.errorInstance instanceof Error ? details.errorInstance.stack : '';
  return { cases, slowest, failure: `${fc.defaultReportMessage(details)}\n${cause}` };
}

/** A property that holds only for cases that come to an end soon: in processor time, which a busy machine does not stretch. */
class Watched implements fc.IRawProperty<unknown, false> {
  slowest = 0;
  private readonly property: fc.IRawProperty<unknown, false>;

  constructor(property: fc.IRawProperty<unknown, false>) {
    this.property = property;
  }

  run(value: unknown): ReturnType<fc.IRawProperty<unknown, false>['run']> {
    const start = process.cpuUsage();
    const failure = this.property.run(value);
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1e6;
    this.slowest = Math.max(this.slowest, seconds);
    if (failure || seconds <= most) return failure;
    return { error: new Error(`It took ${seconds.toFixed(1)} s of processor time; ${most} s are allowed.`) };
  }

  isAsync(): false {
    return false;
  }

  generate(...parameters: Parameters<fc.IRawProperty<unknown, false>['generate']>): fc.Value<unknown> {
    return this.property.generate(...parameters);
  }

  shrink(value: fc.Value<unknown>): fc.Stream<fc.Value<unknown>> {
    return this.property.shrink(value);
  }

  runBeforeEach(): void {
    this.property.runBeforeEach();
  }

  runAfterEach(): void {
    this.property.runAfterEach();
  }
}

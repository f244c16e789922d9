import { existsSync, readFileSync } from 'node:fs';

/** How many tests of a part passed and failed. A check that is no Mocha run counts as one test. */
export interface Result {
  readonly passed: number;
  readonly failed: number;
  /** What this platform cannot have, so that it was not tested: said again at the very end. */
  readonly notPossible?: readonly string[];
}

/** One part of `npm test`. It may throw: that counts as one failure, whose message is shown. */
export interface Part {
  readonly name: string;
  run(): Promise<Result>;
}

/** The result of a check that either holds or does not. */
export function check(holds: boolean): Result {
  return holds ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The sum of several results. */
export function sum(results: readonly Result[]): Result {
  return {
    passed: results.reduce((total, result) => total + result.passed, 0),
    failed: results.reduce((total, result) => total + result.failed, 0),
    notPossible: results.flatMap(result => result.notPossible ?? []),
  };
}

/**
 * The result of a Mocha run from the counts it left in a file. A run that left none, ran no test, skipped one or
 * ended with an error although no test failed is itself a failure.
 *
 * @param exitCode the exit code of the run; 0 when all went well
 */
export function mochaResult(countsFile: string, exitCode: number): Result {
  const counts = readCounts(countsFile);
  if (counts === undefined) {
    console.error(`The tests ended with ${exitCode} before they could be counted. Read the lines above.`);
    return check(false);
  }
  const { passed, failed, pending } = counts;
  if (pending > 0) console.error(`${pending} tests were skipped; a test runs or is removed.`);
  if (passed + failed === 0) console.error('No test ran.');
  if (exitCode !== 0 && failed === 0) console.error(`No test failed, yet the run ended with ${exitCode}.`);
  const broken = passed + failed === 0 || (exitCode !== 0 && failed === 0);
  return { passed, failed: failed + pending + (broken ? 1 : 0) };
}

/** The text of a file, empty when there is none. */
export function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function readCounts(file: string): { passed: number; failed: number; pending: number } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

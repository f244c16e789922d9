import { existsSync, readFileSync } from 'node:fs';

/** How many tests of a part passed and failed. A check that is no Mocha run counts as one test. */
export interface Result {
  readonly passed: number;
  readonly failed: number;
  /** Why there are failures that no test reported. */
  readonly remarks?: readonly string[];
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
    remarks: results.flatMap(result => result.remarks ?? []),
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
    return { ...check(false), remarks: [`The tests ended with ${exitCode} before they could be counted.`] };
  }
  const { passed, failed, pending } = counts;
  const remarks = [
    ...(pending > 0 ? [`${pending} tests were skipped; a test runs or is removed.`] : []),
    ...(passed + failed + pending === 0 ? ['No test ran.'] : []),
    ...(exitCode !== 0 && failed === 0 ? [`No test failed, yet the run ended with ${exitCode}.`] : []),
  ];
  return { passed, failed: failed + remarks.length, remarks };
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

import assert from 'node:assert/strict';
import { fuzz, targetNames } from '../fuzz/run.ts';

/** Seconds for all of them together. */
const time = 10;

suite('fuzzing', () => {
  const seed = Date.now();
  for (const name of targetNames) {
    test(`${name} (seed ${seed})`, () => {
      const { cases, failure } = fuzz(name, time / targetNames.length, seed);
      assert.equal(failure, undefined);
      assert.ok(cases > 0);
    }).timeout(60_000);
  }
});

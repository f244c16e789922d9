import assert from 'node:assert/strict';
import { fuzz, targetNames } from '../fuzz/run.ts';

/** Seconds for all of them together. */
const time = 10;

suite('fuzzing', () => {
  const seed = Date.now();
  // Not every reporter shows the titles, and without the seed a failure cannot be had again.
  suiteSetup(() => console.log(`  fuzzing with seed ${seed}`));
  for (const name of targetNames) {
    test(name, () => {
      const { cases, failure } = fuzz(name, time / targetNames.length, seed);
      assert.equal(failure, undefined);
      assert.ok(cases > 0);
    }).timeout(60_000);
  }
});

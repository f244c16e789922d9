import assert from 'node:assert/strict';
import { countText, durationText, sizeText, timeText } from '../../../src/panel/measures.ts';

suite('panel: measures', () => {
  test('durations', () => {
    const values = [0, 3.24, 9.96, 182.4, 999.4, 999.6, 1300, 59_940, 59_960, 125_000, Number.NaN, -1];
    assert.deepEqual(values.map(durationText), [
      '0 ms',
      '3.2 ms',
      '10 ms',
      '182 ms',
      '999 ms',
      '1.0 s',
      '1.3 s',
      '59.9 s',
      '1 min 0 s',
      '2 min 5 s',
      'unknown',
      'unknown',
    ]);
  });

  test('sizes', () => {
    const values = [0, 1, 512, 1023, 1024, 1229, 10_240, 1_048_575, 52_428_800];
    assert.deepEqual(values.map(sizeText), [
      '0 bytes',
      '1 byte',
      '512 bytes',
      '1023 bytes',
      '1 KB',
      '1.2 KB',
      '10 KB',
      '1,024 KB',
      '50 MB',
    ]);
  });

  test('counts and times', () => {
    assert.deepEqual([5, 999, 1000, 100_000, 1_234_567].map(countText), ['5', '999', '1,000', '100,000', '1,234,567']);
    assert.equal(timeText('2026-11-20T19:41:35.120Z'), '2026-11-20 19:41:35 UTC');
    assert.equal(timeText('yesterday'), 'yesterday');
  });
});

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mochaResult, type Result, sum } from '../../../scripts/test/result.ts';

suite('npm test: the result of a Mocha run', () => {
  let folder: string;
  let file: string;

  suiteSetup(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ews-result-'));
    file = path.join(folder, 'counts.json');
  });

  suiteTeardown(() => rmSync(folder, { recursive: true }));

  function result(counts: string | undefined, exitCode: number): Result {
    rmSync(file, { force: true });
    if (counts !== undefined) writeFileSync(file, counts);
    return mochaResult(file, exitCode);
  }

  test('is what it counted', () => {
    assert.deepEqual(result('{"passed":3,"failed":0,"pending":0}', 0), { passed: 3, failed: 0, remarks: [] });
    assert.deepEqual(result('{"passed":3,"failed":2,"pending":0}', 2), { passed: 3, failed: 2, remarks: [] });
  });

  const broken: readonly (readonly [what: string, counts: string | undefined, exitCode: number, expected: Result])[] = [
    ['nothing was counted', undefined, 0, failure(0, 'The tests ended with 0 before they could be counted.')],
    ['the counts are cut', '{"passed":', 9, failure(0, 'The tests ended with 9 before they could be counted.')],
    ['no test ran', '{"passed":0,"failed":0,"pending":0}', 0, failure(0, 'No test ran.')],
    [
      'a test was skipped',
      '{"passed":3,"failed":0,"pending":2}',
      0,
      failure(3, '2 tests were skipped; a test runs or is removed.'),
    ],
    [
      'the run ended badly although no test failed',
      '{"passed":3,"failed":0,"pending":0}',
      7,
      failure(3, 'No test failed, yet the run ended with 7.'),
    ],
  ];
  for (const [what, counts, exitCode, expected] of broken) {
    test(`is a failure when ${what}`, () => {
      assert.deepEqual(result(counts, exitCode), expected);
    });
  }

  test('sums up with others', () => {
    const results = [
      { passed: 1, failed: 2, notPossible: ['Debian servers'] },
      { passed: 3, failed: 4, remarks: ['No test ran.'] },
    ];
    assert.deepEqual(sum(results), {
      passed: 4,
      failed: 6,
      remarks: ['No test ran.'],
      notPossible: ['Debian servers'],
    });
  });
});

function failure(passed: number, remark: string): Result {
  return { passed, failed: 1, remarks: [remark] };
}

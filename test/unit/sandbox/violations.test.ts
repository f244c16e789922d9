import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { schemaViolation } from '../../../src/sandbox/schemaViolation.ts';
import { parseXml } from '../../../src/xml/index.ts';

const folder = new URL('../../fixtures/sandboxViolations/', import.meta.url);
type Recorded = { readonly line: number; readonly position: number; readonly sentence: string } | null;
const recorded: Readonly<Record<string, Recorded>> = JSON.parse(readFileSync(new URL('recorded.json', folder), 'utf8'));

suite("sandbox: the words of .NET's validator", () => {
  for (const [file, expected] of Object.entries(recorded)) {
    test(file, () => {
      const violation = schemaViolation(parseXml(readFileSync(new URL(file, folder), 'utf8')));
      assert.deepEqual(violation ?? null, expected);
    });
  }

  test('more than a hundred requests are recorded', () => {
    assert.ok(Object.keys(recorded).length > 100);
  });
});

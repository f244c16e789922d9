import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { encodingViolation } from '../../../src/sandbox/encodingViolation.ts';
import { schemaViolation, type Violation } from '../../../src/sandbox/schemaViolation.ts';
import { decodeBytes, parseXml } from '../../../src/xml/index.ts';

const folder = new URL('../../fixtures/sandboxViolations/', import.meta.url);
type Recorded = { readonly line: number; readonly position: number; readonly sentence: string } | null;
const recorded: Readonly<Record<string, Recorded>> = JSON.parse(readFileSync(new URL('recorded.json', folder), 'utf8'));
interface Changes {
  readonly request: string;
  readonly changes: readonly {
    readonly at: number;
    readonly remove: number;
    readonly insert: string;
    readonly violation: Recorded;
  }[];
}
const records: readonly Changes[] = JSON.parse(readFileSync(new URL('changes.json', folder), 'utf8'));

suite("sandbox: the words of .NET's validator", () => {
  for (const [file, expected] of Object.entries(recorded)) {
    test(file, () => {
      const bytes = readFileSync(new URL(file, folder));
      const decoded = decodeBytes(bytes);
      const violation = encodingViolation(bytes, decoded) ?? schemaViolation(parseXml(decoded.text));
      assert.deepEqual(asRecorded(violation), expected);
    });
  }

  const changes = records.flatMap(({ request, changes }) => changes.map(change => ({ request, ...change })));
  for (const [index, { request, at, remove, insert, violation }] of changes.entries()) {
    test(`change ${index}: ${violation?.sentence.slice(0, 80) ?? 'valid'}`, () => {
      const text = request.slice(0, at) + insert + request.slice(at + remove);
      assert.deepEqual(asRecorded(schemaViolation(parseXml(text))), violation);
    });
  }

  test('more than a hundred requests are recorded', () => {
    assert.ok(Object.keys(recorded).length > 100);
    assert.ok(changes.length > 200);
  });
});

/** The record has one line for each violation, with blanks in place of line breaks, and cannot hold half a pair of UTF-16. */
function asRecorded(violation: Violation | undefined): Recorded {
  return violation ? { ...violation, sentence: violation.sentence.toWellFormed().replaceAll('\n', ' ') } : null;
}

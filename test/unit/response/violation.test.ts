import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { explainViolation, locate } from '../../../src/response/index.ts';

/** What .NET's own validator says of a request, recorded: line, position and sentence; and where that is in the text. */
interface Recorded {
  readonly name: string;
  readonly request: string;
  readonly line: number;
  readonly position: number;
  readonly violation: string;
  readonly at: string;
  readonly words: string;
}

const file = new URL('../../fixtures/violations/recorded.json', import.meta.url);
const recorded: readonly Recorded[] = JSON.parse(readFileSync(file, 'utf8'));

suite('violations recorded from .NET', () => {
  for (const { name, request, line, position, violation, at, words } of recorded) {
    test(`${name}: the place in the request`, () => {
      const offset = locate(request, line, position);
      assert.notEqual(offset, undefined);
      assert.equal(request.slice(offset, offset! + at.length), at);
    });
    test(`${name}: the place stays the same with lines ended by CRLF or CR`, () => {
      for (const end of ['\r\n', '\r']) {
        const text = request.replaceAll('\n', end);
        const offset = locate(text, line, position);
        assert.equal(text.slice(offset, offset! + at.length), at);
      }
    });
    test(`${name}: in plain words`, () => {
      assert.equal(explainViolation(violation), words);
    });
  }

  test('a sentence of no known form is left alone', () => {
    assert.equal(explainViolation('Etwas anderes ist falsch.'), undefined);
  });
});

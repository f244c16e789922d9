import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { problemCodes, problemPageLine } from '../../../src/language/index.ts';

suite('language: the page of problems', () => {
  const lines = readFileSync(new URL('../../../docs/problems.md', import.meta.url), 'utf8').split('\n');

  test('the line of a code is that of its section', () => {
    assert.deepEqual(
      problemCodes.map(code => lines[problemPageLine(code) - 1]),
      problemCodes.map(code => `## ${code}`),
    );
  });

  test('every code has a sentence that was really said', () => {
    assert.deepEqual(
      problemCodes.filter(code => !/^> \S/.test(lines[problemPageLine(code) + 3] ?? '')),
      [],
    );
  });
});

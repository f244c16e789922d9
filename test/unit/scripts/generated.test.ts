import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { generatedFiles } from '../../../scripts/generated.ts';
import { problemAnchor, problemCodes } from '../../../src/language/index.ts';

const root = new URL('../../../', import.meta.url);

suite('generated files', () => {
  for (const [path, content] of generatedFiles()) {
    test(`${path} is what the facts make (npm run generate)`, () => {
      assert.equal(readFileSync(new URL(path, root), 'utf8'), content);
    });
  }
});

suite('the page of problems', () => {
  const page = readFileSync(new URL('docs/problems.md', root), 'utf8');

  test('has one anchor and one heading for each code, in the order of the table', () => {
    assert.deepEqual(
      [...page.matchAll(/^<a id="(.*)"><\/a>$/gm)].map(([, anchor]) => anchor),
      problemCodes.map(problemAnchor),
    );
    assert.deepEqual(
      [...page.matchAll(/^## (.*)$/gm)].map(([, code]) => code),
      problemCodes,
    );
  });

  test('has anchors that differ', () => {
    assert.equal(new Set(problemCodes.map(problemAnchor)).size, problemCodes.length);
  });
});

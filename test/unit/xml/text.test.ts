import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isBlank, lineIndex, trimmedRange } from '../../../src/xml/index.ts';

suite('lines and columns', () => {
  const cases: readonly (readonly [text: string, offset: number, line: number, column: number])[] = [
    ['', 0, 1, 1],
    ['ab', 2, 1, 3],
    ['a\nb', 1, 1, 2],
    ['a\nb', 2, 2, 1],
    ['a\r\nb', 2, 1, 3],
    ['a\r\nb', 3, 2, 1],
    ['a\rb', 2, 2, 1],
    ['a\n\r\n\rb', 5, 4, 1],
    ['😀x', 2, 1, 3],
  ];
  for (const [text, offset, line, column] of cases) {
    test(`offset ${offset} of ${JSON.stringify(text)} is ${line}:${column}`, () => {
      assert.deepEqual(lineIndex(text)(offset), { line, column });
    });
  }

  test('agree with counting the lines before', () => {
    const texts = fc
      .array(fc.constantFrom('a', '\n', '\r', '\r\n', '😀'), { maxLength: 30 })
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(texts, text => {
        const place = lineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) {
          // Between CR and LF the line has not ended yet.
          const before = text.slice(0, offset).replace(/\r$/, text[offset] === '\n' ? 'x' : '\r');
          const lines = before.split(/\r\n|\r|\n/);
          assert.deepEqual(place(offset), { line: lines.length, column: (lines.at(-1) ?? '').length + 1 });
        }
      }),
    );
  });
});

suite('white space', () => {
  test('is blank, tab and line ends, and nothing else', () => {
    assert.ok(isBlank(' \t\r\n') && isBlank(''));
    assert.deepEqual(['\u00a0', '\u2003', '\ufeff', '\u0085', 'a'].filter(isBlank), []);
  });

  test('is left out at both ends of a range', () => {
    assert.deepEqual(trimmedRange('x  \u00a0a \n', { from: 1, to: 7 }), { from: 3, to: 5 });
    assert.deepEqual(trimmedRange('x   y', { from: 1, to: 4 }), { from: 1, to: 1 });
  });
});

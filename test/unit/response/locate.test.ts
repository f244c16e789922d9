import assert from 'node:assert/strict';
import { locate } from '../../../src/response/index.ts';

suite('locate: line and position of a fault in the text that was sent', () => {
  const cases: readonly (readonly [text: string, line: number, position: number, rest: string | undefined])[] = [
    ['abc', 1, 1, 'abc'],
    ['abc', 1, 3, 'c'],
    ['abc', 1, 99, ''],
    ['a\nbc', 2, 2, 'c'],
    ['a\r\nbc', 2, 1, 'bc'],
    ['a\rbc', 2, 2, 'c'],
    ['a\r\rb\n\r\nc', 3, 1, 'b\n\r\nc'],
    ['a\r\rb\n\r\nc', 5, 1, 'c'],
    ['a\nb', 1, 5, '\nb'],
    ['a\u2028b\u0085c\nd', 2, 1, 'd'],
    ['😀x', 1, 3, 'x'],
    ['\ufeffabc', 1, 1, 'abc'],
    ['abc', 2, 1, undefined],
    ['abc', 0, 1, undefined],
    ['abc', 1, 0, undefined],
    ['abc', 1.5, 1, undefined],
    ['abc', Number.NaN, 1, undefined],
  ];
  for (const [text, line, position, rest] of cases) {
    test(`${JSON.stringify(text)} ${line}:${position}`, () => {
      const offset = locate(text, line, position);
      assert.equal(offset === undefined ? undefined : text.slice(offset), rest);
    });
  }
});

import assert from 'node:assert/strict';
import { explainViolation, locate } from '../../../src/response/index.ts';
import { recordedViolations } from '../../support/recordedViolations.ts';

suite('violations recorded from .NET', () => {
  for (const { name, request, line, position, violation, at, words } of recordedViolations) {
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

  const others: readonly (readonly [violation: string, words: string])[] = [
    ["The 't:Foo' element is not declared.", 'The element Foo is not known here.'],
    [
      "The 'Version' attribute is invalid - The value 'x' is invalid according to its datatype 'String' - The Pattern constraint failed.",
      'The value "x" of the attribute Version is not allowed: it does not have the right form.',
    ],
    [
      "The 'Count' element is invalid - The value 'x' is invalid according to its datatype 'http://www.w3.org/2001/XMLSchema:int' - The string 'x' is not a valid Int32 value.",
      'The value "x" of the element Count is not allowed: it is no Int32.',
    ],
    ["The 'Count' element is invalid - Something new.", 'The value of the element Count is not allowed.'],
    [
      "The element 'A' in namespace 'u' has incomplete content. List of possible elements expected: 'B, C' in namespace 'u' as well as 'D' in namespace 'v'.",
      'A lacks a child element: expected is one of B, C and D.',
    ],
    [
      "The element 'Body' in namespace 'u' has invalid child element 'GetImItemsList' in namespace 'v'. List of possible elements expected: 'A, B, C, D, E, F, G' in namespace 'v'.",
      'GetImItemsList may not stand at this place in Body. Did you mean GetImItemList?',
    ],
    [
      "The element 'Body' in namespace 'u' has invalid child element 'Foo' in namespace 'v'. List of possible elements expected: 'A, B, C, D, E, F, G' in namespace 'v'.",
      'Foo may not stand at this place in Body: expected is one of A, B, C and others.',
    ],
    [
      "The element 'Body' in namespace 'u' has invalid child element 'GetImItemList' in namespace 'v'. List of possible elements expected: 'GetItem' in namespace 'v'.",
      'GetImItemList may not stand at this place in Body: expected is GetItem.',
    ],
    [
      "The element 'A' has invalid child element 'RemoveImGrup'. List of possible elements expected: 'B, C, D, E, F, G' in namespace 'v'.",
      'RemoveImGrup may not stand at this place in A: expected is one of B, C, D, E, F and G.',
    ],
    ["The element 'A' has incomplete content.", 'A lacks a child element.'],
    [
      "The element 'A' has invalid child element 'B'. List of possible elements expected: 'B' in namespace 'u'.",
      'B is the right name in the wrong namespace (none).',
    ],
    [
      'Unexpected end of file has occurred. The following elements are not closed: s:Body. Line 3, position 2.',
      'The text ends too early: an element is left open.',
    ],
    ['There are multiple root elements. Line 9, position 2.', 'Something stands outside the envelope.'],
    ["'q' is an undeclared namespace prefix.", 'The prefix q is nowhere declared.'],
  ];
  for (const [violation, words] of others) {
    test(violation.slice(0, 70), () => {
      assert.equal(explainViolation(violation), words);
    });
  }

  test('a sentence of no known form is left alone', () => {
    assert.equal(explainViolation('Etwas anderes ist falsch.'), undefined);
  });
});

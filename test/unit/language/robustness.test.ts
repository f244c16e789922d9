import assert from 'node:assert/strict';
import fc from 'fast-check';
import { operations } from '../../../src/ews/operations/index.ts';
import { envelopeFor, type Problem, problemsIn, readRequest } from '../../../src/language/index.ts';
import { anyEnvelope, anyStyle, write } from '../../support/generatedRequests.ts';
import { hostileRequests } from '../../support/hostileRequests.ts';

/** Half-typed text has one or two faults, however many their consequences are. */
const mostProblems = 25;

const finished = envelopeFor(operations.find(({ name }) => name === 'RemoveImContactFromGroup')!, {
  ContactId: { Id: 'AAMkADBhNmUxZjNj', ChangeKey: 'EQAAAA==' },
  GroupId: { Id: 'AAMkADBhNmUxZjNj', ChangeKey: 'EgAAAA==' },
});

suite('half-typed requests', () => {
  test('a request cut at any offset: few problems, all of them in the text', () => {
    for (let at = 0; at <= finished.length; at++) checked(finished.slice(0, at));
  });

  test('a request typed from its beginning is read alike at once and bit by bit', () => {
    let request = readRequest('');
    for (let at = 1; at <= finished.length; at++) {
      const text = finished.slice(0, at);
      request = readRequest(text, request);
      assert.deepEqual(problemsIn(request), problemsIn(readRequest(text)), text);
    }
  });

  test('a request without any one of its characters: few problems, all of them in the text', () => {
    for (let at = 0; at < finished.length; at++) checked(finished.slice(0, at) + finished.slice(at + 1));
  });

  test('a request with any stretch replaced by anything: few problems, read alike at once and after the change', () => {
    const change = fc.record({
      envelope: anyEnvelope(),
      style: anyStyle,
      begin: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat({ max: 40 }),
      insert: fc.array(
        fc.constantFrom(...'<>&"\'/=!?[]-: \nabxI', '<!--', '<![CDATA[', ']]>', '<?xml', '</', '/>', '<m:', '&#', ';'),
        { maxLength: 8 },
      ),
    });
    fc.assert(
      fc.property(change, ({ envelope, style, begin, length, insert }) => {
        const before = write(envelope, style);
        const at = Math.floor(begin * before.length);
        const text = before.slice(0, at) + insert.join('') + before.slice(at + length);
        const problems = checked(text);
        assert.deepEqual(problemsIn(readRequest(text, readRequest(before))), problems, text);
      }),
      { numRuns: 500 },
    );
  });

  test('any text at all: no throw, few problems, all of them in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => void checked(text)),
      { numRuns: 500 },
    );
  });
});

suite('hostile requests', () => {
  for (const [name, text] of Object.entries(hostileRequests(30_000))) {
    // A hundred, and the slips that were mended to see them.
    test(`${name}: in time, with few problems`, () => void checked(text, 110)).timeout(4000);
  }
});

function checked(text: string, most = mostProblems): readonly Problem[] {
  const problems = problemsIn(readRequest(text));
  const lost = problems.filter(({ from, to }) => !(from >= 0 && from <= to && to <= text.length));
  assert.deepEqual(lost, [], text.slice(0, 3000));
  const related = problems.flatMap(problem => problem.related);
  assert.deepEqual(
    related.filter(({ from, to }) => !(from >= 0 && from <= to && to <= text.length)),
    [],
  );
  assert.ok(problems.length <= most, `${problems.length} problems in ${text.slice(0, 3000)}`);
  return problems;
}

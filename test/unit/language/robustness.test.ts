import assert from 'node:assert/strict';
import fc from 'fast-check';
import { operations } from '../../../src/ews/operations/index.ts';
import { envelopeFor, type Problem, problemsIn, readRequest } from '../../../src/language/index.ts';
import { anyEnvelope, anyStyle, write } from '../../support/generatedRequests.ts';

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

/** Far beyond any request; what takes quadratic time shows at this size. */
const size = 30_000;
const hostile: Readonly<Record<string, string>> = {
  'elements nested very deep': '<a>'.repeat(size),
  'elements nested very deep and closed': '<a>'.repeat(size) + '</a>'.repeat(size),
  'elements of EWS nested very deep': `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${'<m:GroupId>'.repeat(size)}`,
  'very many attributes': `<a ${Array.from({ length: size }, (_, index) => `a${index}="x"`).join(' ')}/>`,
  'very many attributes on an id': finished.replace(
    '<m:GroupId',
    `<m:GroupId ${Array.from({ length: size }, (_, index) => `a${index}="x"`).join(' ')}`,
  ),
  'very many namespaces': `<a ${Array.from({ length: size / 10 }, (_, index) => `xmlns:n${index}="urn:${index}"`).join(' ')}/>`,
  'very many children': finished.replace('<m:GroupId', `${'<m:Extra/>'.repeat(size)}<m:GroupId`),
  'very many ids': finished.replace('<m:GroupId', `${'<m:GroupId Id=""/>'.repeat(size / 10)}<m:GroupId`),
  'only <': '<'.repeat(size),
  'only <a': '<a'.repeat(size),
  'only <a and blanks': '<a '.repeat(size),
  'only <a/': '<a/'.repeat(size),
  'values with tags': '<a b="<"'.repeat(size),
  'bare ampersands and tags': '<a>&<'.repeat(size),
  'only references': '&a;'.repeat(size),
  'only references to no character': `<a>${'&#0;'.repeat(size)}</a>`,
  'only &': '&'.repeat(size),
  'only &a': '&a'.repeat(size),
  'only quotes': '"'.repeat(size),
  'a tag and quotes': `<a b=${'"'.repeat(size)}`,
  'a tag and equals signs': `<a ${'b='.repeat(size)}`,
  'values never closed': '<a b="'.repeat(size / 10),
  'values without quotes': '<a b=c '.repeat(size / 10),
  'only </': '</'.repeat(size),
  'only end tags': '</a>'.repeat(size),
  'only <!--': '<!--'.repeat(size),
  'only <![CDATA[': '<![CDATA['.repeat(size / 10),
  'only <?xml': '<?xml '.repeat(size / 10),
  'only <!DOCTYPE': '<!DOCTYPE '.repeat(size / 10),
  'a long name': `<${'a'.repeat(size)}/>`,
  'a long name in the Body': finished.replaceAll('m:RemoveImContactFromGroup', `m:${'RemoveIm'.repeat(size / 10)}`),
  'a long namespace': `<a xmlns="${'http:'.repeat(size / 10)}"/>`,
  'a long id': finished.replace(/Id="[^"]*"/, `Id="${'AAMk'.repeat(size)}"`),
  'a long text': finished.replace('<m:GroupId', `${'text '.repeat(size)}<m:GroupId`),
  'blanks in an element': finished.replace('<m:GroupId', `${' '.repeat(size)}<m:GroupId`),
  'blanks in a tag': finished.replace('<m:GroupId', `<m:GroupId${' '.repeat(size)}`),
};

suite('hostile requests', () => {
  for (const [name, text] of Object.entries(hostile)) {
    test(`${name}: in time, with few problems`, () => void checked(text, 100)).timeout(4000);
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

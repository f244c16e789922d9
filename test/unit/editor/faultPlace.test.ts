import assert from 'node:assert/strict';
import { faultPlace } from '../../../src/editor/views/faultPlace.ts';
import { rangeNow } from '../../../src/editor/views/rangeNow.ts';
import type { Exchange } from '../../../src/sending/index.ts';
import { recordedViolations } from '../../support/recordedViolations.ts';

/** What a person would underline in each of the recorded requests. */
const underlined: Readonly<Record<string, string>> = {
  amp: '&',
  attr: 'Foo="x"',
  child: 'm:A',
  childns: 'm:GroupID',
  ctl: '&#x1;',
  dup: 'Id="b"',
  empty: 'm:DisplayName',
  ent: '&nbsp;',
  https: 'RemoveImGroup',
  lt: '<',
  nochild: 'm:RemoveImGroup',
  noid: 'm:GroupId',
  nsx: 't:GroupId',
  order: 'm:GroupId',
  prefix: 'q:GroupId',
  ptext: 'hello',
  quote: 'AA',
  repeat: 'm:GroupId',
  space: ' ',
  tag: 'm:RemoveImGroup',
  text: 'x',
  unknown: 'm:RemoveImGrup',
  ver: 'Version="Exchange2019"',
};

suite('the place of a fault in the request', () => {
  test('every recorded violation is listed here', () => {
    assert.deepEqual(recordedViolations.map(({ name }) => name).sort(), Object.keys(underlined).sort());
  });

  for (const { name, request, line, position, violation, words } of recordedViolations) {
    test(name, () => {
      const place = faultPlace(exchange(request, { line, position, violation }));
      assert.ok(place);
      assert.equal(request.slice(place.from, place.to), underlined[name]);
      assert.equal(place.code, 'ErrorSchemaValidation');
      assert.equal(place.message, words);
    });
  }

  test('a fault without a line has no place', () => {
    assert.equal(faultPlace(exchange('<a/>', {})), undefined);
  });

  test('a line that the request does not have is no place', () => {
    assert.equal(faultPlace(exchange('<a/>', { line: 9, position: 1 })), undefined);
  });

  test('a violation of no known form is shown as it is', () => {
    const place = faultPlace(exchange('<a/>', { line: 1, position: 2, violation: 'Strange things.' }));
    assert.equal(place?.message, 'Strange things.');
  });
});

suite('a place of the sent request in the text of now', () => {
  const sent = 'one two three';
  const two = { from: 4, to: 7 };

  test('the same text', () => assert.deepEqual(rangeNow(sent, sent, two), two));
  test('an edit behind it', () => assert.deepEqual(rangeNow(sent, 'one two four', two), two));
  test('an edit before it', () => assert.deepEqual(rangeNow(sent, 'eleven two three', two), { from: 7, to: 10 }));
  test('an edit in it', () => assert.equal(rangeNow(sent, 'one too three', two), undefined));
  test('all is gone', () => assert.equal(rangeNow(sent, '', two), undefined));
  test('text repeated around an edit', () =>
    assert.deepEqual(rangeNow('aaaa', 'aaaaaa', { from: 3, to: 4 }), { from: 3, to: 4 }));
});

function exchange(
  text: string,
  fault: { readonly line?: number; readonly position?: number; readonly violation?: string },
): Exchange {
  const outcome = {
    kind: 'soapFault',
    responseCode: 'ErrorSchemaValidation',
    values: [],
    notes: [],
    ...fault,
  } as const;
  return {
    id: '1',
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 1,
    endpoint: { name: 'Test', url: 'https://mail.example.com/EWS/Exchange.asmx' },
    request: { text, headers: [] },
    result: { kind: 'answer', http: {} as never, text: '', size: 0, outcome },
  };
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { operations } from '../../../src/ews/operations/index.ts';
import {
  autoClose,
  completionsAt,
  envelopeFor,
  foldingRangesOf,
  format,
  hoverAt,
  linkedRangesAt,
  placesOf,
  readRequest,
  selectionRangesAt,
  symbolsOf,
} from '../../../src/language/index.ts';
import { applyEdits } from '../../../src/xml/index.ts';
import { anyHalfTyped, assertReplacementsFit } from '../../support/halfTyped.ts';
import { accepted } from './caret.ts';

/** What a keyboard, a paste or a hostile file may put anywhere. */
const fragments = fc.constantFrom(
  ...[
    '<',
    '>',
    '/',
    '</',
    '/>',
    '"',
    "'",
    '=',
    ' ',
    '\n',
    '&',
    '&amp;',
    ':',
    'm:',
    '<m:',
    '<m:GroupId',
    '<t:',
    'xmlns',
  ],
  ...[
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '<!DOCTYPE',
    ' Id=',
    ' Id="',
    ' xmlns:m="',
    '\u{1f600}',
    '\ud800',
    '\ufeff',
    '\0',
  ],
);

const spoilt = fc
  .tuple(
    fc.constantFrom(...operations),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 12 }), fragments), { minLength: 1, maxLength: 4 }),
    fc.nat(),
  )
  .map(([operation, changes, at]) => {
    let text = envelopeFor(operation);
    let last = at;
    for (const [place, removed, fragment] of changes) {
      const from = place % (text.length + 1);
      text = text.slice(0, from) + fragment + text.slice(from + removed);
      last = from + fragment.length;
    }
    return { text, offset: at % 2 === 0 ? last : at % (text.length + 1) };
  });

suite('Half-typed text', () => {
  test('gets what may stand there, in the place of what is typed', () => {
    fc.assert(fc.property(anyHalfTyped, assertReplacementsFit), { numRuns: 300 });
  }).timeout(60_000);

  test('disturbs no feature, wherever the caret is', () => {
    fc.assert(
      fc.property(spoilt, ({ text, offset }) => {
        const request = readRequest(text);
        for (const completion of completionsAt(request, offset)) {
          const { from, to } = completion.range;
          assert.ok(from <= offset && offset <= to, 'the range holds the caret');
          assert.doesNotMatch(text.slice(from, to), /[\r\n]/, 'the range is within one line');
          for (const edit of completion.additionalEdits ?? []) {
            assert.ok(edit.to <= from || edit.from >= to, 'further edits are outside of the range');
          }
          accepted(text, completion);
        }
        autoClose(request, offset);
        const hover = hoverAt(request, offset);
        assert.ok(!hover || (hover.range.from <= offset && offset <= hover.range.to));
        symbolsOf(request);
        placesOf(request);
        foldingRangesOf(request);
        linkedRangesAt(request, offset);
        assert.deepEqual(selectionRangesAt(request, offset).at(-1), { from: 0, to: text.length });
        applyEdits(text, format(request, { indent: '  ' }));
      }),
      { numRuns: 1500 },
    );
  });
});

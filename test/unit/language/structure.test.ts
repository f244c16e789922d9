import assert from 'node:assert/strict';
import { operations } from '../../../src/ews/operations/index.ts';
import {
  type DocumentSymbol,
  envelopeFor,
  foldingRangesOf,
  linkedRangesAt,
  placesOf,
  readRequest,
  selectionRangesAt,
  symbolsOf,
} from '../../../src/language/index.ts';
import { caretIn, envelope } from './caret.ts';

suite('Outline', () => {
  test('has every element with what tells it from its like', () =>
    outlines(
      envelope(
        '<m:AddNewImContactToGroup><m:ImAddress>a@example.com</m:ImAddress><m:GroupId Id="AAMk"/></m:AddNewImContactToGroup>',
      ),
      [
        'envelope soap:Envelope',
        ' header soap:Header',
        '  element t:RequestServerVersion Exchange2013_SP1',
        ' body soap:Body',
        '  operation m:AddNewImContactToGroup',
        '   text m:ImAddress a@example.com',
        '   element m:GroupId AAMk',
      ],
    ));
  test('shows the ends of long ids, which differ', () =>
    outlines(`<a><b Id="${'A'.repeat(100)}xyz"/></a>`, ['element a', ` element b …${'A'.repeat(36)}xyz`]));
  test('cuts long text', () => outlines(`<a>${'x'.repeat(50)}</a>`, [`text a ${'x'.repeat(39)}…`]));
  test('of half-typed text', () => outlines('<a><b><c x="', ['element a', ' element b', '  element c']));
  test('of hostile depth', () => {
    let depth = 0;
    for (let at = symbolsOf(readRequest('<a>'.repeat(5000)))[0]; at; at = at.children[0]) depth++;
    assert.ok(depth > 100 && depth < 1000);
  });
  test('selects the name', () => {
    const text = '<a>\n<b c="d">e</b></a>';
    const symbol = symbolsOf(readRequest(text))[0]?.children[0];
    assert.ok(symbol);
    assert.equal(text.slice(symbol.range.from, symbol.range.to), '<b c="d">e</b>');
    assert.equal(text.slice(symbol.selectionRange.from, symbol.selectionRange.to), 'b');
  });
});

suite('Folding', () => {
  test('elements, with the line of the end tag left to be seen', () =>
    folds('<a>\n<b>\n<c/>\n</b>\n</a>', ['element 1-4', 'element 2-3']));
  test('in the order of the text, of two on one line the longer one first', () => {
    folds('<a>\n<b>\n<c>\n\n</c>\n</b>\n<d>\n\n</d>\n</a>', [
      'element 1-9',
      'element 2-5',
      'element 3-4',
      'element 7-8',
    ]);
    folds('<a><b>\n\n</b>\n\n</a>', ['element 1-4', 'element 1-2']);
  });
  test('no text, however many lines it has', () => folds('<a>x\ny\nz</a>', ['element 1-2']));
  test('comments over several lines', () => folds('<a>\n<!-- 1\n2\n3 -->\n</a>', ['element 1-4', 'comment 2-4']));
  test('comments outside of the root', () => folds('<!-- 1\n2 --><a/>', ['comment 1-2']));
  test('nothing on one line, nor a pair of neighbouring lines', () => folds('<a><b/></a>\n<!-- c -->', []));
  test('start tags over several lines', () => folds('<a\n b="1"\n c="2"/>', ['element 1-3']));
  test('lines of any ending', () => folds('<a>\r\n<b/>\r\n</a>', ['element 1-2']));
  test('what is not closed', () => folds('<a>\n<b>\n', ['element 1-3', 'element 2-3']));
});

suite('Selection', () => {
  test('from the value outwards', () =>
    selects('<a><b c="d|e"/></a>', ['de', 'c="de"', '<b c="de"/>', '<a><b c="de"/></a>']));
  test('from the text outwards', () => selects('<a>\n x|y \n</a>', ['xy', '\n xy \n', '<a>\n xy \n</a>']));
  test('from the name outwards', () =>
    selects('<a><b|b c="d">e</bb></a>', ['bb', '<bb c="d">', '<bb c="d">e</bb>', '<a><bb c="d">e</bb></a>']));
  test('from what a comment or CDATA says outwards', () => {
    selects('<a><!-- o|ne two --></a>', ['one two', '<!-- one two -->', '<a><!-- one two --></a>']);
    selects('<a><![CDATA[ o|ne ]]></a>', ['one', '<![CDATA[ one ]]>', '<a><![CDATA[ one ]]></a>']);
    selects('<a><!|-- one --></a>', ['<!-- one -->', '<a><!-- one --></a>']);
    selects('<a><!-- o|ne', ['one', '<!-- one', '<a><!-- one']);
  });
  test('between elements', () => selects('<a> |<b/></a>', [' ', ' <b/>', '<a> <b/></a>']));
  test('where there is nothing between tags', () => selects('<a>|</a>', ['<a></a>']));
  test('in nothing', () => assert.deepEqual(selectionRangesAt(readRequest(''), 0), [{ from: 0, to: 0 }]));
});

suite('Linked names', () => {
  test('in the start tag', () => links('<a><b:c| d="e">f</b:c></a>', ['b:c', 'b:c']));
  test('in the end tag', () => links('<a><b:c>f</|b:c></a>', ['b:c', 'b:c']));
  test('not where the names differ', () => links('<a><b|c>f</b></a>', undefined));
  test('not without an end tag', () => links('<a><b|/></a>', undefined));
  test('not between the tags', () => links('<a>x|y</a>', undefined));
  test('not in an attribute', () => links('<a b|="c"></a>', undefined));
});

suite('Places of requests', () => {
  const placed = (text: string) =>
    placesOf(readRequest(text)).map(({ name, kind, operation }) => [name, kind, operation?.effect]);
  test('a request with its operation', () =>
    assert.deepEqual(placed(envelope('<m:RemoveImGroup/>')), [['RemoveImGroup', 'request', 'removes']]));
  test('a request whose content is not known', () =>
    assert.deepEqual(placed(envelope('<m:DeleteItem/>')), [['DeleteItem', 'request', undefined]]));
  test('an answer', () =>
    assert.deepEqual(placed(envelope('<m:RemoveImGroupResponse ResponseClass="Success"/>')), [
      ['RemoveImGroupResponse', 'answer', undefined],
    ]));
  test('none without an operation', () => {
    for (const text of ['', '<a/>', envelope(''), envelope('<')]) assert.deepEqual(placed(text), [], text);
  });
  test('over the start tag of the Envelope', () => {
    const text = `<?xml version="1.0"?>\n${envelope('<m:GetImItemList/>')}`;
    const [place] = placesOf(readRequest(text));
    assert.ok(place);
    assert.match(text.slice(place.range.from, place.range.to), /^<soap:Envelope [^>]*>$/);
  });
});

suite('Structure of half-typed text', () => {
  for (const operation of operations) {
    test(`${operation.name}, cut at every offset`, () => {
      const text = envelopeFor(operation);
      for (let offset = 0; offset <= text.length; offset++) {
        const request = readRequest(text.slice(0, offset));
        symbolsOf(request);
        foldingRangesOf(request);
        placesOf(request);
        linkedRangesAt(request, offset);
        const ranges = selectionRangesAt(request, offset);
        assert.deepEqual(ranges.at(-1), { from: 0, to: offset });
        assert.ok(ranges.every(({ from, to }) => from <= offset && offset <= to));
      }
    });
  }
});

function outlines(text: string, expected: readonly string[]): void {
  const lines: string[] = [];
  const write = ({ kind, name, detail, children }: DocumentSymbol, depth: number) => {
    lines.push(`${' '.repeat(depth)}${kind} ${name} ${detail}`.trimEnd());
    for (const child of children) write(child, depth + 1);
  };
  for (const symbol of symbolsOf(readRequest(text))) write(symbol, 0);
  assert.deepEqual(lines, expected);
}

function folds(text: string, expected: readonly string[]): void {
  const found = foldingRangesOf(readRequest(text)).map(
    ({ kind, firstLine, lastLine }) => `${kind} ${firstLine}-${lastLine}`,
  );
  assert.deepEqual(found, expected);
}

function selects(marked: string, expected: readonly string[]): void {
  const { text, offset, request } = caretIn(marked);
  assert.deepEqual(
    selectionRangesAt(request, offset).map(({ from, to }) => text.slice(from, to)),
    expected,
  );
}

function links(marked: string, expected: readonly string[] | undefined): void {
  const { text, offset, request } = caretIn(marked);
  assert.deepEqual(
    linkedRangesAt(request, offset)?.map(({ from, to }) => text.slice(from, to)),
    expected,
  );
}

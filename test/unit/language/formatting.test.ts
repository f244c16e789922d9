import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { operations } from '../../../src/ews/operations/index.ts';
import { envelopeFor, format, formatXml, readRequest } from '../../../src/language/index.ts';
import { applyEdits } from '../../../src/xml/index.ts';

suite('Formatting', () => {
  test('puts elements on lines of their own, indented by their depth', () =>
    becomes('<a><b><c/></b><d>x</d></a>', '<a>\n  <b>\n    <c/>\n  </b>\n  <d>x</d>\n</a>'));
  test('repairs indentation', () => becomes('<a>\n<b/>\n      <c/></a>\n\n\n', '<a>\n  <b/>\n  <c/>\n</a>\n'));
  test('indents with tabs when asked', () =>
    assert.equal(formatted('<a><b/></a>', { indent: '\t' }), '<a>\n\t<b/>\n</a>'));
  test('keeps the line endings of the document', () => becomes('<a>\r\n<b/></a>', '<a>\r\n  <b/>\r\n</a>'));
  test('ends lines as asked', () =>
    assert.equal(formatted('<a><b/></a>', { indent: ' ', newline: '\r\n' }), '<a>\r\n <b/>\r\n</a>'));
  test('keeps one empty line between elements', () =>
    becomes('<a>\n\n\n<b/>\n\n\n\n<c/>\n\n</a>', '<a>\n  <b/>\n\n  <c/>\n</a>'));
  test('keeps comments, at the end of a line too', () =>
    becomes(
      '<a><b/> <!-- one -->\n<!-- two\n  lines -->\n<c/></a>',
      '<a>\n  <b/> <!-- one -->\n  <!-- two\n  lines -->\n  <c/>\n</a>',
    ));
  test('keeps text, CDATA and references', () => {
    stays('<a>\n  <b>  text  </b>\n  <c><![CDATA[ <x> ]]></c>\n  <d> &amp; </d>\n</a>');
    stays('<a> text <b/> <c/></a>');
    stays('<a> &#32; <b/></a>');
    stays('<a><![CDATA[ ]]><b/></a>');
  });
  test('keeps white space where the document asks for it', () => stays('<a xml:space="preserve"> <b/> </a>'));
  test('puts nothing into an element that is empty by its type', () => {
    const id = '<m:GroupId Id="x"></m:GroupId>';
    assert.ok(formatted(oneLine(`<m:RemoveImGroup>${id}</m:RemoveImGroup>`)).includes(id));
    const wrapped = '<m:GroupId><t:ItemId Id="x"/></m:GroupId>';
    assert.ok(formatted(oneLine(`<m:RemoveImGroup>${wrapped}</m:RemoveImGroup>`)).includes(wrapped));
  });
  test('aligns the end tag of an empty Body', () =>
    assert.ok(formatted(oneLine('\n\n        ')).includes('\n  <soap:Body>\n  </soap:Body>\n')));
  test('makes one blank of several between attributes and keeps their line breaks', () =>
    becomes(
      '<a  b="1"\n     c="2"   d="3  4"  ><e   f="1"  /></a  >',
      '<a b="1"\n     c="2" d="3  4">\n  <e f="1" />\n</a  >',
    ));
  test('keeps the XML declaration at the beginning', () =>
    becomes('<?xml version="1.0"?><!-- c -->   \n<a/>', '<?xml version="1.0"?><!-- c -->\n<a/>'));
  test('takes away what stands before everything else', () => {
    becomes('\n  <a/>', '<a/>');
    becomes('\n  <!-- c -->\n<a/>', '<!-- c -->\n<a/>');
    becomes('\n  <?pi c?>\n<a/>', '<?pi c?>\n<a/>');
  });
  test('keeps a byte order mark', () => becomes('\ufeff<a><b/></a>', '\ufeff<a>\n  <b/>\n</a>'));
  test('adds no line ending at the end', () => becomes('<a/>', '<a/>'));
  test('leaves text alone that is not well-formed', () => {
    for (const broken of ['<a><b></a>', '<a>\n<b', '<a b=1><c/></a>', '<!DOCTYPE a><a><b/></a>', '<x:a><b/></x:a>', ''])
      stays(broken);
  });
  test('shows an answer of one line', () => {
    const answer =
      '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><R ResponseClass="Success" xmlns="urn:x"><C>NoError</C></R></s:Body></s:Envelope>';
    assert.equal(
      formatXml(answer),
      '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">\n  <s:Body>\n    <R ResponseClass="Success" xmlns="urn:x">\n      <C>NoError</C>\n    </R>\n  </s:Body>\n</s:Envelope>',
    );
    assert.equal(formatXml('Service Unavailable'), 'Service Unavailable');
  });
  test('does not mind depth', () => {
    const deep = (levels: number) => `${'<a>'.repeat(levels)}<b/>${'</a>'.repeat(levels)}`;
    assert.ok(formatted(deep(1000), { indent: '' }).includes('\n<b/>\n'));
    stays(deep(5000));
  });
});

suite('Formatting: whatever the document', () => {
  test('changes white space only, and none that counts; twice is once', () => {
    fc.assert(
      fc.property(documents, text => {
        const once = formatted(text);
        assert.equal(once.replace(/\s+/g, ''), text.replace(/\s+/g, ''));
        assert.deepEqual(contentOf(once), contentOf(text));
        assert.equal(formatted(once), once);
      }),
      { numRuns: 300 },
    );
  });
  for (const operation of operations) {
    test(`${operation.name} in the form of its snippet stays as it is`, () => stays(envelopeFor(operation)));
    test(`${operation.name} on one line gets the form of its snippet`, () => {
      const text = envelopeFor(operation);
      becomes(text.replace(/>\n\s*</g, '><'), text);
    });
  }
});

/** White space, comments and empty lines strewn between the tags of real envelopes and of small trees. */
const gap = fc.constantFrom('', '', ' ', '\n', '\n\n\n', '\t', '\r\n  ', ' <!-- note --> ', '\n<!-- a\n b -->\n');
const leaf = fc.constantFrom(
  '<x/>',
  '<x a="1"   b=" 2 "/>',
  '<x> text </x>',
  '<x>  </x>',
  '<x><![CDATA[ <y> ]]></x>',
  '<x>&lt; </x>',
  '<x></x>',
  '<x\n a="1"/>',
);
const { tree } = fc.letrec<{ tree: string }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc
      .array(fc.tuple(gap, fc.oneof({ maxDepth: 4 }, leaf, tie('tree'), fc.constant('text'))), { maxLength: 4 })
      .map(parts => `<n>${parts.flat().join('')}\n</n>`),
  ),
}));
const strewn = fc
  .tuple(fc.constantFrom(...operations), fc.array(gap, { minLength: 1, maxLength: 12 }))
  .map(([operation, gaps]) => {
    let index = 0;
    return envelopeFor(operation).replace(/>\n\s*</g, () => `>${gaps[index++ % gaps.length]}<`);
  });
const documents = fc.oneof(
  strewn,
  tree,
  tree.map(text => `<?xml version="1.0"?>\n<!-- c -->${text}\n`),
);

interface Content {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly nodes: (string | Content)[];
}

/** A document as a program reads it, by the strict parser, without the white space that no reader of EWS sees. */
function contentOf(text: string): Content {
  const top: Content = { name: '', attributes: [], nodes: [] };
  const open = [top];
  const strict = new SaxesParser({ xmlns: false });
  const add = (node: string | Content) => open.at(-1)?.nodes.push(node);
  strict.on('opentag', ({ name, attributes }) => {
    const content: Content = { name, attributes: Object.entries(attributes), nodes: [] };
    add(content);
    open.push(content);
  });
  strict.on('closetag', () => {
    const closed = open.pop();
    if (!closed) return;
    const texts = closed.nodes.filter(node => typeof node === 'string' && !node.startsWith('<'));
    const isFrame = /^(?:soap:(?:Envelope|Header|Body)|m:(?:Get|Set|Add|Remove)\w+)$/.test(closed.name);
    const holdsElements = closed.nodes.some(node => typeof node !== 'string');
    if (!texts.every(node => /^text \s*$/.test(String(node))) || !(holdsElements || isFrame)) return;
    closed.nodes.splice(0, closed.nodes.length, ...closed.nodes.filter(node => !texts.includes(node)));
  });
  strict.on('text', value => add(`text ${value}`));
  strict.on('cdata', value => add(`<cdata ${value}`));
  strict.on('comment', value => add(`<comment ${value}`));
  strict.write(text).close();
  top.nodes.splice(0, top.nodes.length, ...top.nodes.filter(node => typeof node !== 'string' || node.startsWith('<')));
  return top;
}

function formatted(text: string, options: Parameters<typeof format>[1] = { indent: '  ' }): string {
  return applyEdits(text, format(readRequest(text), options));
}

function becomes(text: string, expected: string): void {
  assert.equal(formatted(text), expected);
  assert.equal(formatted(expected), expected);
}

function stays(text: string): void {
  assert.deepEqual(format(readRequest(text), { indent: '  ' }), []);
}

function oneLine(body: string): string {
  return `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"><soap:Body>${body}</soap:Body></soap:Envelope>`;
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseXml, type XmlDocument } from '../../../src/xml/index.ts';

const text = `<?xml version="1.0"?>
<s:Envelope xmlns:s="urn:s" xmlns="urn:d">
  <!-- a remark -->
  <s:Body at="before">
    <Group Id="AAAA" Name="a &amp; b"><Address>one &amp; two</Address><Kind/></Group>
    <Empty Id=""></Empty>
    <l:Late xmlns:l="urn:l" l:Id="BBBB"><l:Inner/></l:Late>
  </s:Body>
</s:Envelope>
`;

/** The text with `insert` in the place of the one occurrence of `what`. */
function changed(what: string, insert: string): string {
  assert.equal(text.split(what).length, 2, `${what} stands once in the text`);
  return text.replace(what, insert);
}

/** Whether the tree was made from the one before: then what stands before the change is the very same. */
function sharesWith(document: XmlDocument, previous: XmlDocument): boolean {
  return document.root?.attributes[0] === previous.root?.attributes[0];
}

suite('a document made from the one before', () => {
  const inPlace: readonly (readonly [name: string, after: string])[] = [
    ['a character typed in a value', changed('AAAA', 'AAAAB')],
    ['a character typed in the middle of a value', changed('AAAA', 'AABAA')],
    ['a character deleted from a value', changed('AAAA', 'AAA')],
    ['words put in the place of others in a value', changed('before', 'behind it')],
    ['line ends in a value', changed('before', 'bef\r\nore')],
    ['a character typed at the end of a text', changed('two', 'two!')],
    ['a character typed in a text before a reference', changed('one', 'once')],
    ['a blank line in the indentation', changed('\n    <Empty', '\n\n    <Empty')],
  ];
  for (const [name, after] of inPlace) {
    test(`${name}: what is before it is kept`, () => {
      const previous = parseXml(text);
      const document = parseXml(after, previous);
      assert.deepEqual(document, parseXml(after));
      assert.ok(sharesWith(document, previous));
    });
  }

  const anew: readonly (readonly [name: string, after: string])[] = [
    ['a character typed into an empty value', changed('Id=""', 'Id="A"')],
    ['a value emptied', changed('AAAA', '')],
    ['a character typed at the beginning of a value', changed('AAAA', 'BAAAA')],
    ['a reference typed in a value', changed('AAAA', 'AA&lt;AA')],
    ['a raw ampersand typed in a value', changed('AAAA', 'AA&AA')],
    ['a less-than sign typed in a value', changed('AAAA', 'AA<AA')],
    ['a quote typed in a value', changed('AAAA', 'AA"AA')],
    ['an apostrophe typed in a value', changed('AAAA', "AA'AA")],
    ['an umlaut typed in a value', changed('AAAA', 'AAäAA')],
    ['a blank typed in a reference', changed('a &amp; b', 'a &am p; b')],
    ['a character typed beside a reference', changed('a &amp; b', 'aa &amp; b')],
    ['an ampersand made of a reference', changed('one &amp; two', 'one & two')],
    ['a namespace changed', changed('urn:d', 'urn:dd')],
    ['a name changed', changed('<Kind/>', '<Kinds/>')],
    ['an element typed in a text', changed('two', 'two<b/>')],
    ['a text typed between two tags', changed('<Kind/>', '<Kind/>x')],
    ['a remark changed', changed('remark', 'remarks')],
    ['a text typed behind the root', `${text}x`],
  ];
  for (const [name, after] of anew) {
    test(`${name}: as if it were read for the first time`, () => {
      const document = parseXml(after, parseXml(text));
      assert.deepEqual(document, parseXml(after));
    });
  }

  test('a value that swallows the attribute right behind it: as if it were read for the first time', () => {
    const before = '<a x="v"y="w"/>';
    const after = '<a x="v n="y="w"/>';
    assert.deepEqual(parseXml(after, parseXml(before)), parseXml(after));
  });

  test('after a slip: the tree before the slip is where it goes on', () => {
    const previous = parseXml(text);
    const slipped = parseXml(changed('AAAA', 'AA<AA'), previous);
    assert.notDeepEqual(slipped.slips, []);
    const document = parseXml(changed('AAAA', 'AABAA'), slipped);
    assert.deepEqual(document, parseXml(changed('AAAA', 'AABAA')));
    assert.ok(sharesWith(document, previous));
  });

  test('after many changes of every kind: equal to a fresh one', () => {
    const piece = fc.constantFrom(
      '',
      'A',
      ' ',
      '=',
      '\n',
      '/',
      '>',
      '<',
      '&',
      '"',
      "'",
      '<a>',
      '</a>',
      '&lt;',
      'x="',
      'ä',
    );
    const change = fc.record({ at: fc.nat(), length: fc.nat({ max: 3 }), insert: piece });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), changes => {
        let now = text;
        let document = parseXml(now);
        for (const { at, length, insert } of changes) {
          const from = at % now.length;
          now = now.slice(0, from) + insert + now.slice(from + length);
          document = parseXml(now, document);
          assert.deepEqual(document, parseXml(now));
        }
      }),
      { numRuns: 300 },
    );
  }).timeout(60_000);
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { judge, judgeStrictly, maximumDepth } from '../../../src/response/gate.ts';
import { readText } from '../../../src/response/index.ts';
import { quickLook } from '../../../src/xml/index.ts';

const folder = new URL('../../fixtures/answers/', import.meta.url);
const samples = readdirSync(folder)
  .filter(name => /\.(?:xml|html)$/.test(name))
  .map(name => readText(readFileSync(new URL(name, folder)), undefined).text.trimStart());

function look(text: string): number | undefined {
  return quickLook(text, maximumDepth)?.longestText;
}

suite('the quick look at an answer', () => {
  const plain: readonly (readonly [text: string, longest: number])[] = [
    ['<a/>', 0],
    ['<a></a>', 0],
    ['\n <a >xy</a >\n', 2],
    [`<?xml version="1.0" encoding='utf-8'?>\n<s:a xmlns:s="u"><s:b c="d>" e='"'/>text</s:a>`, 4],
    ['<a xmlns="u"><b xmlns=""/></a>', 1],
    ['<a xmlns:p="u"><p:b p:c="longest" d="x"/></a>', 7],
    ['<a>&lt;&gt;&amp;&quot;&apos;&#9;&#32;&#49999;&#xD;&#xa;&#x20;&#xABC;&#xCfff;</a>', 73],
    ['<a><b xml:lang="de"/></a>', 2],
    ['<_a.b-1 c.d-2="1">\u00e4\u{1f600}></_a.b-1>', 4],
  ];
  for (const [text, longest] of plain) {
    test(`takes ${text.slice(0, 60)}`, () => {
      assert.equal(look(text), longest);
      assert.deepEqual(judgeStrictly(text), { kind: 'wellFormed' });
      assert.deepEqual(judge(text), { kind: 'wellFormed', longestText: longest });
    });
  }

  const wrong = [
    '',
    ' ',
    'x<a/>',
    '<a/>x',
    '<a/><b/>',
    '<a>',
    '<a><b></a></b>',
    '<a></ab>',
    '<ab></a>',
    '<a',
    '<a b>',
    '<a b=c/>',
    '<a b="1"c="2"/>',
    '<a b="1" b="2"/>',
    '<a b="<"/>',
    '<a b="1',
    '<a/ >',
    '<a / b="1">',
    '<a></a',
    '</a>',
    '<>',
    '<1/>',
    '<a:/>',
    '<:a/>',
    '<a:b:c xmlns:a="u"/>',
    '<p:a/>',
    '<a p:b="1"/>',
    '<a><b xmlns:p="u"/><p:c/></a>',
    '<a><b xmlns:p="u"></b><p:c/></a>',
    '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>',
    '<a xmlns:p=""/>',
    '<a xmlns:xmlns="u"/>',
    '<a xmlns:xml="u"/>',
    '<a xmlns="http://www.w3.org/2000/xmlns/"/>',
    '<a xmlns:p="http://www.w3.org/XML/1998/namespace"/>',
    '<a>&</a>',
    '<a>&b;</a>',
    '<a>&#0;</a>',
    '<a>&#x0;</a>',
    '<a>&#xFFFE;</a>',
    '<a>&#xD800;</a>',
    '<a>&#55296;</a>',
    '<a b="&#1;"/>',
    '<a>]]></a>',
    '<a>\u0000</a>',
    '<a>\u001f</a>',
    '<a>\uffff</a>',
    '<!DOCTYPE a><a/>',
    '<?xml version="2.0"?',
    '<?xml version="1.0" encoding="ä"?><a/>',
  ];
  for (const text of wrong) {
    test(`leaves ${JSON.stringify(text)} to the strict parser, which refuses it`, () => {
      assert.equal(look(text), undefined);
      assert.notEqual(judge(text).kind, 'wellFormed');
    });
  }

  const unusual = [
    '<!--x--><a/>',
    '<a><![CDATA[x]]></a>',
    '<a><?x y?></a>',
    '<ä/>',
    '<a xmlfoo="de"/>',
    '<a>&#xFFFD;</a>',
    '<a>&#65533;</a>',
    '<a b = "1"/>',
    '<a xmlns:p="&#117;"/>',
    '<a xmlns:p="u" p:b="1" p:c="2"/>',
    `<a ${Array.from({ length: 17 }, (_, index) => `b${index}="1"`).join(' ')}/>`,
    `${Array.from({ length: 70 }, (_, index) => `<a xmlns:p${index}="u">`).join('')}${'</a>'.repeat(70)}`,
  ];
  for (const text of unusual) {
    test(`leaves ${text.slice(0, 40)} to the strict parser, which takes it`, () => {
      assert.equal(look(text), undefined);
      assert.deepEqual(judge(text), { kind: 'wellFormed' });
    });
  }

  test('nesting is counted as the strict parser counts it', () => {
    const deep = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
    assert.equal(look(deep(maximumDepth)), 0);
    assert.equal(look(deep(maximumDepth + 1)), undefined);
    assert.deepEqual(judge(deep(maximumDepth + 1)), { kind: 'refused', reason: 'depth' });
  });

  test('answers of Exchange pass it, those with a fault in them never', () => {
    const verdicts = samples.map(text => [look(text) !== undefined, judgeStrictly(text).kind === 'wellFormed']);
    const count = (quick: boolean, strict: boolean) => verdicts.filter(([q, s]) => q === quick && s === strict).length;
    assert.equal(count(true, false), 0);
    assert.ok(count(true, true) > 5 * count(false, true), `${count(true, true)} of ${samples.length}`);
  });

  const pieces = [
    '<',
    '>',
    '</',
    '/>',
    '"',
    "'",
    '=',
    ' ',
    'a',
    'b',
    ':',
    'p:a',
    'xmlns',
    'xmlns:p="u"',
    ' a="1"',
    '&lt;',
  ];
  const tags = [
    '<a>',
    '</a>',
    '<a/>',
    '<p:a xmlns:p="u">',
    '</p:a>',
    '<b c="d">',
    '</b>',
    '\n',
    '&#x41;',
    '&#0;',
    ']]>',
  ];

  test('whatever it takes, the strict parser takes: texts made of pieces', () => {
    const text = fc.array(fc.constantFrom(...pieces, ...tags, ...tags), { maxLength: 12 }).map(list => list.join(''));
    fc.assert(fc.property(text, agrees), { numRuns: 20_000 });
  });

  test('whatever it takes, the strict parser takes: answers with something changed', () => {
    const insert = fc.oneof(fc.constantFrom(...pieces, ...tags), fc.string({ maxLength: 2, unit: 'binary' }));
    const plainOnes = samples.filter(text => look(text) !== undefined);
    const changed = fc
      .tuple(fc.constantFrom(...plainOnes), fc.nat(), fc.nat({ max: 6 }), insert)
      .map(([sample, place, length, text]) => {
        const start = place % (sample.length + 1);
        return sample.slice(0, start) + text + sample.slice(start + length);
      });
    fc.assert(fc.property(changed, agrees), { numRuns: 10_000 });
  });
});

/** A quick yes is a strict yes. */
function agrees(any: string): void {
  const text = any.toWellFormed();
  const strict = judgeStrictly(text).kind;
  assert.equal(look(text) === undefined ? strict : 'wellFormed', strict);
}

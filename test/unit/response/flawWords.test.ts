import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { flawWords, otherwise } from '../../../src/response/flawWords.ts';
import { judgeStrictly } from '../../../src/response/gate.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('saxes'), 'utf8');

/** Every sentence of the parser, as far as it stands in one piece in its source. */
const sentences = [...source.matchAll(/\.fail\((?:[^"`()]*\?\s*)?(["`])((?:\\.|(?!\1)[\s\S])*)\1/g)]
  .map(([, , text = '']) => text)
  // Written over several lines, a name put in, a character escaped.
  .map(text =>
    text
      .replace(/\\\n\s*/g, '')
      .replace(/\$\{JSON[^}]*\}/g, '"x"')
      .replace(/\$\{[^}]*\}/g, 'x')
      .replace(/\\(.)/g, '$1'),
  );

suite('response: why a text is no XML, in words of ours', () => {
  test('each sentence of the strict parser has words', () => {
    assert.ok(sentences.length > 60);
    assert.deepEqual(
      sentences.filter(sentence => /^(?!cannot write after close)/.test(sentence) && flawWords(sentence) === otherwise),
      [],
    );
  });

  test('a sentence that nobody knows has some, too', () => {
    assert.equal(flawWords('no such sentence'), otherwise);
  });

  const texts: Readonly<Record<string, string>> = {
    '<a></b></a>': 'an end tag does not belong to the element that is open',
    '<a/></b>': 'the end tag </b> closes nothing',
    '<a>1 < 2</a>': 'a < is not followed by the name of an element; in a text it is written &lt;',
    '<a>R&D</a>': 'an & begins no reference; in a text it is written &amp;',
    '<a>R & D</a>': 'an & begins no reference; in a text it is written &amp;',
    '<a>&nbsp;</a>': 'a reference names something that XML does not know',
    '<a>&#0;</a>': 'a reference stands for no character of XML',
    '<a b=1/>': 'the value of an attribute is not in quotes',
    '<a b/>': 'an attribute has no value, or its name holds a character that no name can',
    '<a b >': 'an attribute has no value',
    '<a b="1"c="2"/>': 'there is no blank between two attributes',
    '<a b="1" b="2"/>': 'the attribute b stands twice',
    '<t:a/>': 'the prefix t is not declared',
    '<a/><b/>': 'a second element follows the root element',
    '<a/>text': 'text stands outside the root element',
    '<a>\u0001</a>': 'a character stands here that XML forbids',
    ' <?xml version="1.0"?><a/>': 'an XML declaration stands elsewhere than at the beginning',
    '<?xml version=1?><a/>': 'the XML declaration is not written like <?xml version="1.0" encoding="utf-8"?>',
  };
  for (const [text, words] of Object.entries(texts)) {
    test(`${JSON.stringify(text)}: ${words}`, () => {
      const verdict = judgeStrictly(text);
      assert.deepEqual(verdict.kind === 'malformed' && verdict.reason, words);
    });
  }

  test('a bare & behind which no reference ends has its place', () => {
    assert.deepEqual(judgeStrictly('<a>&amp;\nR&D</a>'), {
      kind: 'malformed',
      line: 2,
      column: 1,
      reason: 'an & begins no reference; in a text it is written &amp;',
    });
  });

  for (const text of ['<a>&amp;\nR&am', '<a>; <![CDATA[ & <b/> ', '<a>; <!-- & <b/> ', '<a><b>']) {
    test(`${JSON.stringify(text)} breaks off`, () => {
      assert.deepEqual(judgeStrictly(text), { kind: 'truncated' });
    });
  }

  test('a name out of an answer is cut', () => {
    assert.equal(flawWords(`unmatched closing tag: ${'x'.repeat(1000)}.`).length, 90);
  });
});

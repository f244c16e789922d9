import assert from 'node:assert/strict';
import { judgeStrictly } from '../../../src/response/gate.ts';
import { shortenLongTexts } from '../../../src/response/longTexts.ts';

suite('cutting long texts', () => {
  const long = 'x'.repeat(300_000);
  const cases: readonly (readonly [name: string, text: string])[] = [
    ['between tags', `<a>${long}</a>`],
    ['in an attribute', `<a b="1" c='${long}' d="2">t</a>`],
    ['in a CDATA section', `<a><![CDATA[${long}]]></a>`],
    ['with > in quotes before it', `<a b=">" c='/>'>${long}</a>`],
    ['with a comment and an instruction before it', `<?x <a> ?><a><!-- <b> ' -->${long}</a>`],
    ['cut in the middle of a reference', `<a>${'x'.repeat(65_533)}&amp;${long}</a>`],
    ['cut in the middle of a reference in an attribute', `<a b="${'x'.repeat(65_533)}&amp;${long}"/>`],
    ['of references only', `<a>${'&#65;'.repeat(60_000)}</a>`],
  ];
  for (const [name, text] of cases) {
    test(`${name}: shorter and still well-formed`, () => {
      const short = shortenLongTexts(text);
      assert.ok(short.length < 80_000, `${short.length}`);
      assert.deepEqual(judgeStrictly(short), { kind: 'wellFormed' });
    });
  }

  test('what is not long stays as it is, character by character', () => {
    const text = `<a>${`<b c="1">${'y'.repeat(60_000)}</b>`.repeat(6)}</a>`;
    assert.equal(shortenLongTexts(text), text);
    assert.equal(shortenLongTexts('<a>x</a>'), '<a>x</a>');
  });
});

import assert from 'node:assert/strict';
import { readText } from '../../../src/response/index.ts';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

suite('bytes to text', () => {
  const cases: readonly (readonly [
    name: string,
    body: Uint8Array | string,
    contentType: string | undefined,
    text: string,
    notes: number,
  ])[] = [
    ['nothing', bytes(), undefined, '', 0],
    ['UTF-8 without a word', utf8('<a>ü</a>'), undefined, '<a>ü</a>', 0],
    ['UTF-8 as said', utf8('<a>ü</a>'), 'text/xml; charset=UTF-8', '<a>ü</a>', 0],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0x3c), 'text/xml', '<', 0],
    ['UTF-8 although Latin 1 is said: noted', utf8('<a>ü</a>'), 'text/xml; charset="iso-8859-1"', '<a>ü</a>', 1],
    ['UTF-8 although an unknown charset is said: noted', utf8('<a>ü</a>'), 'text/xml; charset=klingon', '<a>ü</a>', 1],
    ['ASCII under any name needs no note', utf8('<a/>'), 'text/xml; charset=iso-8859-1', '<a/>', 0],
    ['ASCII although UTF-16 is said', utf8('<a/>'), 'text/xml; charset=utf-16', '<a/>', 0],
    ['Cyrillic by the header', bytes(0xcf, 0xf0), 'text/xml; charset=windows-1251', 'Пр', 0],
    [
      'Latin 2 by the declaration',
      Uint8Array.from(Buffer.from('<?xml version="1.0" encoding="iso-8859-2"?>\xb9', 'latin1')),
      undefined,
      '<?xml version="1.0" encoding="iso-8859-2"?>š',
      0,
    ],
    ['the last resort: noted', bytes(0x3c, 0x61, 0x3e, 0x80, 0xfc), undefined, '<a>€ü', 1],
    ['UTF-16, low byte first, without a mark', bytes(0x3c, 0, 0x61, 0), undefined, '<a', 0],
    ['UTF-16, high byte first, with a mark', bytes(0xfe, 0xff, 0, 0x3c, 0, 0x61), undefined, '<a', 0],
    ['UTF-16 with half a character: noted', bytes(0xff, 0xfe, 0, 0xd8, 0x61, 0), undefined, '\ufffda', 1],
    ['UTF-16 cut in the middle of a unit: noted', bytes(0xff, 0xfe, 0x61, 0, 0x62), undefined, 'a\ufffd', 1],
    ['a string', 'ü', 'text/xml; charset=utf-16', 'ü', 0],
    ['a string with a mark', '\ufeff<a/>', undefined, '<a/>', 0],
    ['a string with half a character: noted', 'a\udc00b', undefined, 'a\ufffdb', 1],
  ];
  for (const [name, body, contentType, text, notes] of cases) {
    test(name, () => {
      const read = readText(body, contentType);
      assert.equal(read.text, text);
      assert.equal(read.notes.length, notes);
    });
  }

  test('a text is the whole body when nothing was taken from it', () => {
    assert.equal(readText('<a/>', undefined).isWhole, true);
    assert.equal(readText('\ufeff<a/>', undefined).isWhole, false);
    assert.equal(readText('<a>\ud800</a>', undefined).isWhole, false);
  });
});

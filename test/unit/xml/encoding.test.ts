import assert from 'node:assert/strict';
import { decodeBytes } from '../../../src/xml/index.ts';

const text = '<?xml version="1.0"?>\n<a>Grüße</a>';
const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a>Grüße €</a>`;

suite('xml: bytes to text', () => {
  const cases: readonly (readonly [what: string, bytes: Buffer, expected: string])[] = [
    ['UTF-8', Buffer.from(text), text],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), text],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), text],
    ['UTF-16 LE without a mark', Buffer.from(text, 'utf16le'), text],
    ['UTF-16 BE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), text],
    ['UTF-16 BE without a mark', Buffer.from(text, 'utf16le').swap16(), text],
    [
      'ISO-8859-1 by declaration',
      Buffer.from(text.replace('?>', ' encoding="ISO-8859-1"?>'), 'latin1'),
      text.replace('?>', ' encoding="ISO-8859-1"?>'),
    ],
    [
      'in single quotes',
      Buffer.from("<?xml version='1.0' encoding = 'iso-8859-1' ?><ü/>", 'latin1'),
      "<?xml version='1.0' encoding = 'iso-8859-1' ?><ü/>",
    ],
    ['a declared UTF-8', Buffer.from(declared('utf-8')), declared('utf-8')],
    ['a mark goes before the declaration', Buffer.from(`\ufeff${declared('ISO-8859-1')}`), declared('ISO-8859-1')],
    ['an unknown encoding', Buffer.from(declared('klingon')), declared('klingon')],
    ['a declaration of UTF-16 in UTF-8', Buffer.from(declared('utf-16')), declared('utf-16')],
    ['half a character', Buffer.from([0x3c, 0xc3]), '<\ufffd'],
    ['nothing', Buffer.from(''), ''],
  ];
  for (const [what, bytes, expected] of cases) {
    test(what, () => {
      assert.equal(decodeBytes(bytes).text, expected);
    });
  }
});

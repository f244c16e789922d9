import assert from 'node:assert/strict';
import { escapeHtml } from '../../../src/panel/escape.ts';

suite('panel: escape', () => {
  const cases: readonly (readonly [what: string, text: string, html: string])[] = [
    ['markup', '<a href="x">&\'`</a>', '&lt;a href=&quot;x&quot;&gt;&amp;&#39;&#96;&lt;/a&gt;'],
    ['an entity is text', '&lt;', '&amp;lt;'],
    ['tab and line ends stay', 'a\tb\r\nc', 'a\tb\r\nc'],
    ['NUL', 'a\0b', 'a[U+0000]b'],
    ['escape character', '\u001b[31m', '[U+001B][31m'],
    ['right-to-left override', 'a\u202eb', 'a[U+202E]b'],
    ['isolate', '\u2067x\u2069', '[U+2067]x[U+2069]'],
    ['Arabic letter mark', '\u061c', '[U+061C]'],
    ['zero width space and byte order mark', '\u200b\ufeff', '[U+200B][U+FEFF]'],
    ['invisible tag character', '\u{e0041}', '[U+E0041]'],
    ['lone surrogate', 'a\ud800b', 'a[U+D800]b'],
    ['line separator', '\u2028', '[U+2028]'],
    ['noncharacter', '\uffff', '[U+FFFF]'],
    ['letters of any script stay', 'Grüße, 日本語, שלום, 👩‍👩‍👧', 'Grüße, 日本語, שלום, 👩‍👩‍👧'],
  ];
  for (const [what, text, html] of cases) {
    test(what, () => assert.equal(escapeHtml(text), html));
  }
});

import { type Case, malformed, valid } from '../case.ts';
import { envelope } from '../envelopes.ts';

const named = envelope('<m:AddImGroup>\n  <m:DisplayName>Café Zürich</m:DisplayName>\n</m:AddImGroup>');
const sound = named;
const declared = (encoding: string) => named.replace('encoding="utf-8"', `encoding="⟦encoding.not-utf-8|${encoding}⟧"`);
const undeclared = named.replace(' encoding="utf-8"', '');

const utf8WithMark = (text: string) => new TextEncoder().encode(`\ufeff${text}`);
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
const utf16BigEndian = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

const sentAsUtf8 = {
  differs:
    'The encoding in which a file lies is the business of whoever opens it; the text is sent as UTF-8, so a warning says what to declare.',
};

/** Encodings as a file may have them, line ends, and declarations of them. */
export const encodingCases: readonly Case[] = [
  valid('utf-8', 'UTF-8, declared.', named),
  valid(
    'utf-8-upper-case',
    'UTF-8, declared in upper case and single quotes.',
    named.replace('encoding="utf-8"', "encoding='UTF-8'"),
  ),
  valid('utf-8-undeclared', 'UTF-8, not declared.', undeclared),
  valid('utf-8-no-declaration', 'No XML declaration at all.', named.replace(/^.*\n/, '')),
  valid('utf-8-byte-order-mark', 'UTF-8 with a byte order mark.', named, { encode: utf8WithMark }),
  valid('utf-8-standalone', 'A declaration with standalone.', named.replace('?>', ' standalone="yes"?>')),
  valid('utf-16', 'UTF-16, declared, with a byte order mark.', declared('utf-16'), { encode: utf16 }),
  valid('utf-16-undeclared', 'UTF-16 by its byte order mark alone.', undeclared, { encode: utf16 }),
  valid('utf-16-big-endian', 'UTF-16 big-endian.', declared('UTF-16'), { encode: utf16BigEndian }),
  valid('iso-8859-1', 'ISO-8859-1, declared.', declared('ISO-8859-1'), { encode: latin1 }),
  valid('us-ascii', 'US-ASCII, declared.', declared('us-ascii').replace('Café Zürich', 'Cafe Zurich')),
  malformed('utf-16-declared-alone', 'UTF-8 that declares UTF-16.', declared('utf-16'), sentAsUtf8),
  malformed('encoding-unknown', 'An encoding that does not exist.', declared('x-none'), sentAsUtf8),
  ...[
    ['without-hyphen', 'utf8'],
    ['upper-case-without-hyphen', 'UTF8'],
    ['with-underscore', 'utf_8'],
    ['with-zero', 'utf-08'],
  ].map(([file, encoding = '']) =>
    malformed(`utf-8-${file}`, `UTF-8 spelt ${encoding}, which libxml2 takes.`, declared(encoding), {
      ...sentAsUtf8,
      libxml2: 'valid',
    }),
  ),
  malformed(
    'utf-8-sig',
    'UTF-8 as Python names it when a byte order mark is to be written.',
    declared('utf-8-sig'),
    sentAsUtf8,
  ),
  valid('latin1', 'ISO-8859-1 by another of its names.', declared('latin1'), { encode: latin1 }),
  malformed('iso-8859-1-undeclared', 'ISO-8859-1 that declares UTF-8.', named, {
    encode: latin1,
    differs: 'The bytes are not the UTF-8 they should be; the text that was meant is sound, and is sent as UTF-8.',
  }),
  valid('crlf', 'Lines that end with CRLF.', sound.replaceAll('\n', '\r\n')),
  valid('cr', 'Lines that end with CR, as on the oldest of machines.', sound.replaceAll('\n', '\r')),
  valid(
    'tabs',
    'Tabs and white space in tags.',
    sound
      .replaceAll('  ', '\t')
      .replace('<m:AddImGroup>', '<m:AddImGroup\n\t>')
      .replace('</m:AddImGroup>', '</m:AddImGroup >'),
  ),
  valid(
    'beyond-the-plane',
    'Characters of two UTF-16 units before a problem.',
    envelope('<m:AddImGroup>\n  <!-- 😀😀 --><m:DisplayName>⟦value.blank| ⟧</m:DisplayName>\n</m:AddImGroup>'),
  ),
];

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { problemsIn, readRequest } from '../../src/language/index.ts';
import { decodeBytes } from '../../src/xml/index.ts';
import { anyEnvelope, anyStyle, write } from '../support/generatedRequests.ts';
import { anyMutation } from '../support/mutations.ts';

/** Every envelope of the conformance corpus as text. */
export const envelopes: readonly string[] = filesIn('conformance').map(bytes => decodeBytes(bytes).text);

/** Every recorded answer as bytes. */
export const answers: readonly Uint8Array[] = filesIn('answers');

/** What belongs to XML and EWS, and what a keyboard or an enemy puts anywhere. */
const pieces = [
  ...[
    '<',
    '>',
    '/',
    '</',
    '/>',
    '"',
    "'",
    '=',
    ' ',
    '\n',
    '\r',
    '\t',
    '&',
    ';',
    '&amp;',
    '&#0;',
    '&#x41;',
    ':',
    '!',
    '?',
  ],
  ...['<!--', '-->', '<![CDATA[', ']]>', '<?xml', '?>', '<!DOCTYPE a [', ']>', ' Id="', ' xmlns:m="', ' xmlns="', '{{'],
  ...['<m:GroupId', '<t:ItemId/>', '</m:GroupId>', '<soap:Body>', '</soap:Body>', '<s:Fault>', '<ResponseCode>'],
  ...['http://schemas.microsoft.com/exchange/services/2006/types', 'https://', 'Exchange2013', 'AAMkA', '@', 'tel:'],
  ...['\0', '\u{1f600}', '\ud800', '\ufeff', '\u00a0', '<script>alert(1)</script>', '" onload="x', '__proto__'],
];

/** A text of the corpus with a few stretches cut out, doubled, or replaced by something. */
export function spoilt(texts: readonly string[]): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 400 })),
    insert: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 6 }), fc.constant(undefined)),
  });
  return fc.tuple(fc.constantFrom(...texts), fc.array(change, { maxLength: 5 })).map(([text, changes]) =>
    changes.reduce((spoiling, { at, length, insert }) => {
      const from = Math.floor(at * spoiling.length);
      const doubled = spoiling.slice(from, from + length).repeat(2);
      return spoiling.slice(0, from) + (insert ?? doubled) + spoiling.slice(from + length);
    }, text),
  );
}

/** A text without an error, and the same text with one change. */
export interface Changed {
  readonly sound: string;
  readonly text: string;
}

/** One change of an element, or one character lost or added. */
export function changedOnce(): fc.Arbitrary<Changed> {
  const elementChanged = fc
    .tuple(anyEnvelope(), anyStyle)
    .chain(([envelope, style]) =>
      anyMutation(envelope).map(({ root }) => ({ sound: write(envelope, style), text: write(root, style) })),
    );
  const sound = fc.oneof(
    fc.tuple(anyEnvelope(), anyStyle).map(([envelope, style]) => write(envelope, style)),
    fc.constantFrom(...envelopes.filter(isSound)),
  );
  const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  const characterChanged = fc
    .tuple(sound, place, fc.constantFrom('', ...'<>&"\'/=!?aX1: '))
    .map(([text, share, insert]) => {
      const at = Math.floor(share * text.length);
      return { sound: text, text: text.slice(0, at) + insert + text.slice(insert === '' ? at + 1 : at) };
    });
  return fc.oneof(elementChanged, characterChanged);
}

function isSound(text: string): boolean {
  return problemsIn(readRequest(text)).every(({ severity }) => severity !== 'error');
}

function filesIn(name: string): readonly Uint8Array[] {
  const folder = new URL(`../fixtures/${name}/`, import.meta.url);
  return readdirSync(folder)
    .filter(file => !file.endsWith('.json') && !file.endsWith('.md'))
    .map(file => readFileSync(new URL(file, folder)));
}

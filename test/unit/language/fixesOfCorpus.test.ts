import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { fixAll, fixesFor, problemsIn, readRequest } from '../../../src/language/index.ts';
import { applyEdits, decodeBytes, descendants } from '../../../src/xml/index.ts';
import { countOf, newErrors } from '../../support/problemCounts.ts';

const folder = new URL('../../fixtures/conformance/', import.meta.url);
const corpus: ReadonlyMap<string, string> = new Map(
  readdirSync(folder)
    .filter(file => file.endsWith('.xml'))
    .map(file => [file, decodeBytes(readFileSync(new URL(file, folder))).text]),
);
const idIn = (file: string) => /Id="([^"]*)"/.exec(corpus.get(file) ?? '')?.[1] ?? '';
const groupId = idIn('child-plural.xml');
const contactId = idIn('list-singular.xml');

/** A file, the problem in it, the preferred fix, and what that replaces by what. */
const cases: readonly (readonly [file: string, code: string, title: string, before: string, after: string])[] = [
  [
    'child-plural',
    'child.unknown',
    'Change to <m:GroupId>',
    `<m:GroupIds><t:ItemId Id="${groupId}"/></m:GroupIds>`,
    `<m:GroupId Id="${groupId}"/>`,
  ],
  [
    'list-singular',
    'child.unknown',
    'Change to <m:ContactIds>',
    `<m:ContactId Id="${contactId}"/>`,
    `<m:ContactIds>\n        <t:ItemId Id="${contactId}"/>\n      </m:ContactIds>`,
  ],
  [
    'property-without-list',
    'child.unknown',
    'Put <t:ExtendedProperty> into <m:ExtendedProperties>',
    '<t:ExtendedProperty PropertyTag="1" PropertyType="String"/>',
    '<m:ExtendedProperties>\n        <t:ExtendedProperty PropertyTag="1" PropertyType="String"/>\n      </m:ExtendedProperties>',
  ],
  [
    'impersonation-level-missing',
    'child.unknown',
    'Put <t:SID> into <t:ConnectingSID>',
    '<t:SID>S-1-5-21-1-2-3-4</t:SID>',
    '<t:ConnectingSID><t:SID>S-1-5-21-1-2-3-4</t:SID></t:ConnectingSID>',
  ],
  ['culture-with-child', 'child.unknown', 'Keep the text of <t:Name> only', '<t:Name>de</t:Name>', 'de'],
  [
    'impersonation-text',
    'content.text',
    'Put the text into <t:PrimarySmtpAddress>',
    'alex@contoso.example',
    '<t:PrimarySmtpAddress>alex@contoso.example</t:PrimarySmtpAddress>',
  ],
  [
    'text-in-id',
    'content.not-empty',
    'Put the text into the attribute Id',
    `<m:GroupId>${groupId}</m:GroupId>`,
    `<m:GroupId Id="${groupId}"/>`,
  ],
  [
    'version-as-text',
    'content.not-empty',
    'Put the text into the attribute Version',
    '<t:RequestServerVersion>Exchange2013</t:RequestServerVersion>',
    '<t:RequestServerVersion Version="Exchange2013"/>',
  ],
  [
    'end-tags-crossed',
    'xml.not-closed',
    'Move </m:DisplayName> behind its content',
    'x</m:AddImGroup></m:DisplayName>',
    'x</m:DisplayName></m:AddImGroup>',
  ],
  [
    'prefix-shadowed',
    'child.wrong-namespace',
    'Remove xmlns:m',
    '<m:GroupId xmlns:m="http://schemas.microsoft.com/exchange/services/2006/types"',
    '<m:GroupId',
  ],
  ['name-after-blank', 'xml.tag-unfinished', 'Remove the white space', '< m:GroupId', '<m:GroupId'],
  ['lone-less-than', 'xml.tag-unfinished', 'Replace < by &lt;', 'a < b', 'a &lt; b'],
];

suite('language: quick fixes of the conformance corpus', () => {
  for (const [name, code, title, before, after] of cases) {
    test(`${name}: ${title}`, () => {
      const text = corpus.get(`${name}.xml`) ?? '';
      assert.ok(text.includes(before));
      const request = readRequest(text);
      const problem = problemsIn(request).find(found => found.code === code);
      assert.ok(problem);
      const chosen = fixesFor(request, problem).find(fix => fix.preferred);
      assert.equal(chosen?.title, title);
      assert.equal(applyEdits(text, chosen.edits), text.replace(before, after));
    });
  }

  test('a preferred fix ends its problem and begins no other', () => {
    const complaints = [...corpus].flatMap(([file, text]) => {
      const request = readRequest(text);
      const problems = problemsIn(request);
      return problems.flatMap(problem =>
        fixesFor(request, problem)
          .filter(({ preferred }) => preferred)
          .flatMap(({ edits, title }) => {
            const after = problemsIn(readRequest(applyEdits(text, edits)));
            const ended = countOf(after, problem.code) < countOf(problems, problem.code);
            return ended && newErrors(problems, after).length === 0 ? [] : [`${file}: ${title}`];
          }),
      );
    });
    // Only the author knows the operation that an absent Body should hold.
    assert.deepEqual(complaints, ['body-absent.xml: Add <soap:Body>']);
  });

  test('fix all ends where nothing is left for it, begins no fault and loses no value', () => {
    const complaints = [...corpus].flatMap(([file, text]) => {
      const request = readRequest(text);
      const mended = applyEdits(text, fixAll(request));
      const after = readRequest(mended);
      const fresh = newErrors(problemsIn(request), problemsIn(after)).filter(code => code !== 'operation.missing');
      const lost = valuesOf(text).filter(value => !mended.includes(value));
      return [
        ...(fixAll(after).length === 0 ? [] : [`${file}: goes on`]),
        ...fresh.map(code => `${file}: ${code} is new`),
        ...lost.map(value => `${file}: ${value} is lost`),
      ];
    });
    assert.deepEqual(complaints, []);
  });

  test('text broken anywhere has fixes that can be made, and fix all comes to an end', () => {
    const junk = ['', '<', '>', '"', '&', '/', '</', 'x=', ' ', '<m:GroupId', '\n', ']]>', '{{'];
    const cut = fc.record({ at: fc.nat(1500), length: fc.nat(12), insert: fc.constantFrom(...junk) });
    const texts = fc.constantFrom(...corpus.values());
    fc.assert(
      fc.property(texts, fc.array(cut, { minLength: 1, maxLength: 4 }), (sound, cuts) => {
        let text = sound;
        for (const { at, length, insert } of cuts) text = text.slice(0, at) + insert + text.slice(at + length);
        const request = readRequest(text);
        for (const problem of problemsIn(request)) {
          for (const { edits, title } of fixesFor(request, problem)) {
            const odd = edits.filter(({ from, to }) => from < 0 || from > to || to > text.length);
            assert.deepEqual([edits.length > 0, odd], [true, []], `${problem.code}: ${title}`);
            applyEdits(text, edits);
          }
        }
        // A fix that misses would be made again in every round.
        const mended = applyEdits(text, fixAll(request));
        assert.ok(mended.length < text.length + 1500 && !mended.includes('amp;amp;'), mended);
      }),
      { numRuns: 150 },
    );
  });
});

/** The words in texts and attribute values, namespaces left out. */
function valuesOf(text: string): readonly string[] {
  const { root } = readRequest(text).xml;
  const ranges = [...(root ? descendants(root) : [])].flatMap(element => [
    ...element.children.filter(({ kind }) => kind === 'text' || kind === 'cdata' || kind === 'reference'),
    ...element.attributes.filter(({ name }) => !name.startsWith('xmlns')).map(({ valueRange }) => valueRange),
  ]);
  return ranges.flatMap(range => (range ? text.slice(range.from, range.to).split(/[^\p{L}\p{N}]+/u) : []));
}

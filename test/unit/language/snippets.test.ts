import assert from 'node:assert/strict';
import { SaxesParser } from 'saxes';
import { requestHeaders } from '../../../src/ews/headers.ts';
import { makeItemId } from '../../../src/ews/itemId.ts';
import { namespaces } from '../../../src/ews/namespaces.ts';
import { operations } from '../../../src/ews/operations/index.ts';
import type { Operation } from '../../../src/ews/schema.ts';
import { serverVersionNames } from '../../../src/ews/versions.ts';
import { envelopeFor, envelopeSnippet, isPlaceholder, problemsOf, snippets } from '../../../src/language/index.ts';
import { escapeSnippet } from '../../../src/language/snippets.ts';
import { expand, tabStops } from './snippetText.ts';

const id = makeItemId('mailbox item', 'a1c7e0b2-5d34-4f6a-9b18-2c3d4e5f6071', 'a');
const contactId = makeItemId('mailbox item', 'a1c7e0b2-5d34-4f6a-9b18-2c3d4e5f6071', 'b');

/** What a person would type at each tab stop, by its words. */
const typed: Readonly<Record<string, string>> = {
  'group id': id,
  'contact id': contactId,
  'display name': 'Project Phoenix',
  'new display name': 'Lunch',
  'tel:+15550123': 'tel:+15550199',
  'sip:name@example.com': 'sip:ada@contoso.example',
  '+1 555 0123': '+1 555 0199',
  'name@example.com': 'ada@contoso.example',
  'group@example.com': 'sales@contoso.example',
  'user to act for': 'ada@contoso.example',
};

suite('Snippets', () => {
  test('one for each operation and each header, under ews-', () =>
    assert.deepEqual(
      Object.values(snippets()).map(({ prefix }) => prefix),
      [...operations.map(({ name }) => `ews-${name}`), ...requestHeaders.map(({ name }) => `ews-${name.slice(2)}`)],
    ));
  for (const [title, { prefix, description, body }] of Object.entries(snippets())) {
    const isHeader = title.startsWith('EWS header: ');
    const whole = (text: string) => (isHeader ? inHeader(text) : text);
    test(`${prefix}: tab stops in reading order, each with something to see`, () => {
      const stops = tabStops(body.join('\n'));
      const own = stops.filter(({ mirror }) => !mirror);
      assert.deepEqual(
        own.map(({ number }) => number),
        own.map((_, index) => index + 1),
      );
      assert.deepEqual(
        stops.filter(stop => stop.mirror && !own.some(({ number }) => number === stop.number)),
        [],
      );
      assert.deepEqual(
        own.filter(({ text }) => text.trim() === ''),
        [],
      );
    });
    test(`${prefix}: unfilled, its placeholders are the only problem`, () => {
      const text = whole(expand(body.join('\n')));
      const placeholders = tabStops(body.join('\n')).filter(stop => isPlaceholder(stop.text));
      assert.deepEqual(
        codesOf(text).filter(code => code !== 'version.missing'),
        placeholders.map(() => 'placeholder.unfilled'),
      );
    });
    test(`${prefix}: filled, it is well-formed and has no problem`, () => {
      const text = whole(filled(body.join('\n')));
      assert.deepEqual(
        codesOf(text).filter(code => code !== 'version.missing'),
        [],
      );
      assert.deepEqual(
        [...new Set(wellFormedNamespaces(text))].sort(),
        [namespaces.soap, namespaces.messages, namespaces.types].sort(),
      );
    });
    test(`${prefix}: tabs for indentation, one line each, a sentence to describe it`, () => {
      assert.deepEqual(
        body.filter(line => !/^\t*\S/.test(line) || /\n| {2}/.test(line)),
        [],
      );
      assert.match(description, /^[A-Z][^!]*\.$/);
    });
  }
  test('an envelope declares the three namespaces and sends a version that has the operation', () => {
    const text = expand(envelopeSnippet(operationOf('RemoveImGroup')));
    assert.match(text, /^<\?xml version="1\.0" encoding="utf-8"\?>\n<soap:Envelope /);
    assert.equal(text.match(/xmlns:\w+="/g)?.length, 3);
    assert.match(text, /<t:RequestServerVersion Version="Exchange2013_SP1"\/>/);
  });
  test('what means something in a snippet is escaped', () => {
    const text = `a $1 \${2:b} \\ {{c}} $`;
    assert.equal(expand(escapeSnippet(text)), text);
    assert.deepEqual(tabStops(escapeSnippet(text)), []);
  });
  test('ChangeKey is left out', () => assert.doesNotMatch(JSON.stringify(snippets()), /ChangeKey/));
  test('the version is a choice of all in the schema, the newest documented one first', () => {
    const choices = tabStops(bodyOf('RequestServerVersion'))[0]?.choices ?? [];
    assert.deepEqual(choices.slice(0, 4), ['Exchange2013_SP1', 'Exchange2013', 'Exchange2016', 'Exchange2007']);
    assert.deepEqual([...choices].sort(), [...serverVersionNames].sort());
  });
  test('impersonation: one of four elements, the same in start tag and end tag', () => {
    const body = bodyOf('ExchangeImpersonation');
    assert.deepEqual(tabStops(body)[0]?.choices, ['PrimarySmtpAddress', 'PrincipalName', 'SID', 'SmtpAddress']);
    const bySid = expand(body, ({ number, text }) => (number === 1 ? 'SID' : number === 2 ? 'S-1-5-21-1' : text));
    assert.match(bySid, /<t:SID>S-1-5-21-1<\/t:SID>/);
    assert.deepEqual(
      codesOf(inHeader(bySid)).filter(code => code !== 'version.missing'),
      [],
    );
  });
});

suite('Placeholders', () => {
  test('are what stands in two braces', () => {
    assert.ok(isPlaceholder('{{group id}}'));
    assert.ok(isPlaceholder(' {{group id}}\n'));
  });
  test('are nothing else: no id, no name, no half of one, no Base64', () => {
    for (const text of ['', id, '{group id}', '{{group id}', 'a {{group id}}', '{{a}}{{b}}', 'GROUP']) {
      assert.equal(isPlaceholder(text), false, text);
    }
    assert.doesNotMatch('{{group id}}', /^[A-Za-z0-9+/=]*$/);
  });
});

suite('Envelopes with values', () => {
  test('values are escaped, and kept as they are', () => {
    const text = envelopeFor(operationOf('AddImGroup'), { DisplayName: 'R&D <\t"x"> \'y\'' });
    assert.match(text, /<m:DisplayName>R&amp;D &lt;\t&quot;x&quot;&gt; &apos;y&apos;<\/m:DisplayName>/);
    assert.deepEqual(wellFormedTexts(text), ['R&D <\t"x"> \'y\'']);
  });
  test('an id with its ChangeKey', () =>
    assert.match(
      envelopeFor(operationOf('RemoveImGroup'), { GroupId: { Id: id, ChangeKey: 'EgAAAA==' } }),
      new RegExp(`<m:GroupId Id="${id.replaceAll('+', '\\+')}" ChangeKey="EgAAAA=="/>`),
    ));
  test('the ids of a list go by the name of the list', () => {
    const text = envelopeFor(operationOf('GetImItems'), { ContactIds: { Id: contactId }, GroupIds: { Id: id } });
    assert.deepEqual(
      [...text.matchAll(/Id="([^"]+)"/g)].map(([, value]) => value),
      [contactId, id],
    );
  });
  test('who gives an id for one list is not asked for the other', () => {
    const text = envelopeFor(operationOf('GetImItems'), { GroupIds: { Id: id } });
    assert.doesNotMatch(text, /ContactIds/);
    assert.deepEqual(codesOf(text), []);
  });
  test('who gives no id is asked for both lists', () => {
    const text = envelopeFor(operationOf('GetImItems'));
    assert.match(text, /<m:ContactIds>\s*<t:ItemId Id="\{\{[^"]*\}\}"\/>\s*<\/m:ContactIds>\s*<m:GroupIds>/);
  });
  test('one of two values', () => {
    const operation = operationOf('SetImListMigrationCompleted');
    assert.match(envelopeFor(operation), />true</);
    assert.match(envelopeFor(operation, { ImListMigrationCompleted: 'false' }), />false</);
  });
  test('what is not given stays a placeholder', () =>
    assert.deepEqual(codesOf(envelopeFor(operationOf('RemoveImContactFromGroup'), { GroupId: { Id: id } })), [
      'placeholder.unfilled',
    ]));
  for (const operation of operations) {
    test(`${operation.name}: the same text as its snippet, indented with two blanks`, () =>
      assert.equal(envelopeFor(operation), `${expand(envelopeSnippet(operation)).replaceAll('\t', '  ')}\n`));
  }
});

function operationOf(name: string): Operation {
  return operations.find(operation => operation.name === name)!;
}

function bodyOf(header: string): string {
  return snippets()[`EWS header: ${header}`]!.body.join('\n');
}

function inHeader(header: string): string {
  return [
    `<soap:Envelope xmlns:soap="${namespaces.soap}" xmlns:m="${namespaces.messages}" xmlns:t="${namespaces.types}">`,
    `<soap:Header>${header}</soap:Header><soap:Body><m:GetImItemList/></soap:Body></soap:Envelope>`,
  ].join('');
}

function filled(snippet: string): string {
  return expand(snippet, ({ text }) => {
    if (!isPlaceholder(text)) return text;
    return typed[text.slice(2, -2)] ?? `nothing typed for ${text}`;
  });
}

function codesOf(text: string): readonly string[] {
  return problemsOf(text).map(({ code }) => code);
}

/** The namespaces of all elements; throws on text that is not well-formed with namespaces. */
function wellFormedNamespaces(text: string): readonly string[] {
  const uris: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', tag => uris.push(tag.uri));
  parser.write(text).close();
  return uris;
}

/** The texts between tags that are more than white space, with references replaced. */
function wellFormedTexts(text: string): readonly string[] {
  const texts: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('text', part => texts.push(part));
  parser.write(text).close();
  return texts.filter(part => part.trim() !== '');
}

import assert from 'node:assert/strict';
import { operations } from '../../../src/ews/operations/index.ts';
import {
  autoClose,
  type Completion,
  completionsAt,
  envelopeFor,
  problemsOf,
  readRequest,
} from '../../../src/language/index.ts';
import { descendants } from '../../../src/xml/index.ts';
import { accepted, acceptedText, envelope, inserts, offered, offeredAt } from './caret.ts';

const group = '<m:GroupId Id="AAMkAGEx"/>';
const contact = '<m:ContactId Id="AAMkAGEx"/>';

suite('Completion: what is inserted', () => {
  test('an element with its required attribute', () =>
    inserts(
      '<m:RemoveImGroup>\n  |\n</m:RemoveImGroup>',
      'm:GroupId',
      '<m:RemoveImGroup>\n  <m:GroupId Id="{{group id}}"/>\n</m:RemoveImGroup>',
    ));
  test('an element on a line of its own between its tags', () =>
    inserts(
      '<m:RemoveImGroup>|</m:RemoveImGroup>',
      'm:GroupId',
      '<m:RemoveImGroup>\n    <m:GroupId Id="{{group id}}"/>\n  </m:RemoveImGroup>',
    ));
  test('in place of a half-typed tag', () => {
    for (const typed of [
      '<|',
      '<m|',
      '<m:|',
      '<m:Gr|',
      '<Group|',
      'Gro|',
      'm:|',
      '<m:Gr|>',
      '<|>',
      '<m:|></m:>',
      '<m:G|/>',
    ]) {
      inserts(
        `<m:RemoveImGroup>\n  ${typed}\n</m:RemoveImGroup>`,
        'm:GroupId',
        '<m:RemoveImGroup>\n  <m:GroupId Id="{{group id}}"/>\n</m:RemoveImGroup>',
      );
    }
  });
  test('the name alone where the element is there already', () => {
    inserts(
      '<m:RemoveImGroup><m:Grou| Id="x"/></m:RemoveImGroup>',
      'm:GroupId',
      '<m:RemoveImGroup><m:GroupId Id="x"/></m:RemoveImGroup>',
    );
    inserts(
      '<m:AddImGroup><m:Disp|>\nname</m:Disp></m:AddImGroup>',
      'm:DisplayName',
      '<m:AddImGroup><m:DisplayName>\nname</m:DisplayName></m:AddImGroup>',
    );
  });
  test('the name alone before text, also where the end tag is not there yet', () => {
    inserts('<m:AddImGroup><m:Disp|>name', 'm:DisplayName', '<m:AddImGroup><m:DisplayName>name');
    inserts(
      '<m:RemoveImContactFromGroup><m:Con|> <m:GroupId Id="x"/></m:RemoveImContactFromGroup>',
      'm:ContactId',
      '<m:RemoveImContactFromGroup><m:ContactId Id="{{contact id}}"/> <m:GroupId Id="x"/></m:RemoveImContactFromGroup>',
    );
  });
  test('the name in both tags where only the first one was changed', () => {
    inserts(
      '<m:AddImGroup><m:Disp|>name</m:ImAddress></m:AddImGroup>',
      'm:DisplayName',
      '<m:AddImGroup><m:DisplayName>name</m:DisplayName></m:AddImGroup>',
    );
    inserts(
      '<m:SetImGroup|><m:GroupId Id="x"/></m:RemoveImGroup>',
      'm:SetImGroup',
      '<m:SetImGroup><m:GroupId Id="x"/></m:SetImGroup>',
    );
  });
  test('an operation with what it needs', () =>
    inserts(
      '\n    <m:RemoveImCon|\n  ',
      'm:RemoveImContactFromGroup',
      '\n    <m:RemoveImContactFromGroup>\n      <m:ContactId Id="{{contact id}}"/>\n      <m:GroupId Id="{{group id}}"/>\n    </m:RemoveImContactFromGroup>\n  ',
    ));
  test('an operation with optional children that are mostly wanted', () =>
    inserts(
      '\n    |\n  ',
      'm:AddImContactToGroup',
      '\n    <m:AddImContactToGroup>\n      <m:ContactId Id="{{contact id}}"/>\n      <m:GroupId Id="{{group id}}"/>\n    </m:AddImContactToGroup>\n  ',
    ));
  test('an attribute with the blanks it needs', () => {
    const gives = (tag: string) =>
      inserts(
        `<m:RemoveImGroup>${tag}</m:RemoveImGroup>`,
        'ChangeKey',
        '<m:RemoveImGroup><m:GroupId Id="x" ChangeKey="{{change key}}"/></m:RemoveImGroup>',
      );
    gives('<m:GroupId Id="x"|/>');
    gives('<m:GroupId Id="x" |/>');
    gives('<m:GroupId Id="x" Chan|/>');
  });
  test('the name of an attribute alone where its value is there', () =>
    inserts(
      '<m:RemoveImGroup><m:GroupId i|="x"/></m:RemoveImGroup>',
      'Id',
      '<m:RemoveImGroup><m:GroupId Id="x"/></m:RemoveImGroup>',
    ));
  test('a value with the quotes that are missing', () => {
    for (const typed of ['"|"', '"Ex|"', '|', '"|', '"Exch|', "'|'", "'|", "'Exch|"]) {
      const text = acceptedText(envelope('', `<t:RequestServerVersion Version=${typed}/>`), 'Exchange2013');
      assert.match(text, /Version=(["'])Exchange2013\1\/>/, typed);
    }
  });
  test('a value without quotes that begins as no name does', () => {
    const header = (version: string) => envelope('', `<t:RequestServerVersion Version=${version}/>`);
    for (const typed of ['2|', '|2', '2|0', '-|'])
      assert.equal(acceptedText(header(typed), 'Exchange2013'), header('"Exchange2013"'), typed);
    assert.equal(
      acceptedText(envelope('', '<t:MailboxCulture soap:mustUnderstand=1|>en</t:MailboxCulture>'), '0'),
      envelope('', '<t:MailboxCulture soap:mustUnderstand="0">en</t:MailboxCulture>'),
    );
    const property = (attributes: string) =>
      envelope(
        `<m:GetImItemList><m:ExtendedProperties><t:ExtendedProperty ${attributes}/></m:ExtendedProperties></m:GetImItemList>`,
      );
    for (const tag of ['PropertyId=1|', 'PropertyId=1 |', 'PropertyId=1 Prop|="x"'])
      assert.deepEqual(offeredAt(property(tag)), [], tag);
  });
  test('an end tag', () => {
    for (const typed of ['</|', '</m|', '</m:Remove|', '</|>']) {
      inserts(`<m:RemoveImGroup>${group}${typed}`, '</m:RemoveImGroup>', `<m:RemoveImGroup>${group}</m:RemoveImGroup>`);
    }
  });
  test('a name alone on a line of its own between tags', () =>
    inserts(
      '<m:RemoveImGroup>Gro|</m:RemoveImGroup>',
      'm:GroupId',
      '<m:RemoveImGroup>\n    <m:GroupId Id="{{group id}}"/>\n  </m:RemoveImGroup>',
    ));
  test('the entries of a list in the words of the list', () => {
    for (const [list, words] of [
      ['ContactIds', 'contact id'],
      ['GroupIds', 'group id'],
    ]) {
      const inList = (content: string) => `<m:GetImItems><m:${list}>${content}</m:${list}></m:GetImItems>`;
      inserts(inList('\n  |\n'), 't:ItemId', inList(`\n  <t:ItemId Id="{{${words}}}"/>\n`));
      inserts(inList('<t:ItemId |/>'), 'Id', inList(`<t:ItemId Id="{{${words}}}"/>`));
    }
    inserts(
      '<m:GetImItems>\n  |\n</m:GetImItems>',
      'm:GroupIds',
      '<m:GetImItems>\n  <m:GroupIds>\n    <t:ItemId Id="{{group id}}"/>\n  </m:GroupIds>\n</m:GetImItems>',
    );
  });
  test('a property as text first, the commonest type', () => {
    const choices = offered(
      envelope(
        '<m:GetImItemList><m:ExtendedProperties><t:ExtendedProperty |/></m:ExtendedProperties></m:GetImItemList>',
      ),
      'PropertyType',
    )
      .insert.replace(/^[^|]*\||\|[^|]*$/g, '')
      .split(',');
    assert.deepEqual(choices.slice(0, 6), ['String', 'Integer', 'Boolean', 'SystemTime', 'Binary', 'ApplicationTime']);
    // Without the four that servers refuse.
    assert.equal(new Set(choices).size, 23);
    assert.equal(choices.length, 23);
    inserts(
      '<m:GetImItemList><m:ExtendedProperties><t:ExtendedProperty |/></m:ExtendedProperties></m:GetImItemList>',
      'PropertyType',
      '<m:GetImItemList><m:ExtendedProperties><t:ExtendedProperty PropertyType="String"/></m:ExtendedProperties></m:GetImItemList>',
    );
  });
  test('an end tag in place of a <', () =>
    inserts(
      '<m:AddImGroup><m:DisplayName>x<|</m:AddImGroup>',
      '</m:DisplayName>',
      '<m:AddImGroup><m:DisplayName>x</m:DisplayName></m:AddImGroup>',
    ));
  test('what must be understood', () =>
    assert.match(
      acceptedText(envelope('', '<t:MailboxCulture |>en</t:MailboxCulture>'), 'soap:mustUnderstand'),
      /<t:MailboxCulture soap:mustUnderstand="1">en/,
    ));
  test('an envelope without a second XML declaration', () =>
    assert.equal(acceptedText('<?xml version="1.0"?>\n|', 'ews-RemoveImGroup').match(/<\?xml/g)?.length, 1));
  test('the Body asks for its operation', () =>
    assert.equal(
      offered('<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">|</s:Envelope>', 's:Body').retrigger,
      true,
    ));
});

suite('Completion: whatever is accepted, nothing gets worse', () => {
  for (const operation of operations) {
    test(operation.name, () => {
      for (const text of [
        envelopeFor(operation),
        envelope(''),
        envelope(`<m:${operation.name}/>`.replace('/>', `></m:${operation.name}>`)),
      ]) {
        const before = new Set(errorsOf(text));
        const places = [...text.matchAll(/[>" ]/g)].map(({ index }) => index + 1);
        let offers = 0;
        for (const place of places) {
          for (const completion of completionsAt(readRequest(text), place)) {
            const made = filled(accepted(text, completion));
            assert.deepEqual(
              errorsOf(made).filter(error => !before.has(error)),
              [],
              `${completion.label}:\n${made}`,
            );
            offers++;
          }
        }
        assert.ok(offers > 0);
      }
    });
  }
});

suite('Completion: what was taken out can be put back', () => {
  for (const operation of operations) {
    test(operation.name, () => {
      for (const text of stylesOf(envelopeFor(operation))) {
        for (const element of descendants(readRequest(text).envelope!)) {
          if (!element.parent) continue;
          for (const typed of [
            '',
            '<',
            `<${element.name.slice(0, -3)}`,
            `<${element.name.slice(0, 2)}`,
            element.local.slice(0, 4),
            '<>',
          ]) {
            const without = text.slice(0, element.from) + typed + text.slice(element.to);
            const caret = element.from + typed.replace(/>$/, '').length;
            const completion = completionsAt(readRequest(without), caret).find(({ label }) => label === element.name);
            assert.ok(completion, `${element.name} is not offered after ${typed} in\n${without}`);
            assert.ok(isKept(completion, typed.replace(/>$/, '')), `${element.name} is filtered out by ${typed}`);
            const made = filled(accepted(without, completion));
            const wanted = element.local === 'Body' ? ['operation.missing'] : [];
            assert.deepEqual(
              errorsOf(made).map(error => error.split(':')[0]),
              wanted,
              made,
            );
          }
        }
      }
    });
  }
});

/** The same envelope with other prefixes, with the default namespace, and with its namespaces declared where they are used. */
function stylesOf(text: string): readonly string[] {
  const renamed = text
    .replace(/(<\/?|xmlns:)soap\b/g, '$1s')
    .replace(/(<\/?|xmlns:)m\b/g, '$1msg')
    .replace(/(<\/?|xmlns:)t\b/g, '$1typ');
  const ofMessages = text.replace('xmlns:m=', 'xmlns=').replace(/(<\/?)m:/g, '$1');
  const ofSoap = text.replace('xmlns:soap=', 'xmlns=').replace(/(<\/?)soap:/g, '$1');
  return [text, renamed, ofMessages, ofSoap];
}

suite('Completion: half-typed text', () => {
  for (const operation of operations) {
    test(`${operation.name}, cut at every offset`, () => {
      const text = envelopeFor(operation);
      for (let offset = 0; offset <= text.length; offset++) {
        const request = readRequest(text.slice(0, offset));
        for (const completion of completionsAt(request, offset)) {
          assert.ok(completion.range.from <= offset && offset <= completion.range.to, completion.label);
        }
        autoClose(request, offset);
      }
    });
    test(`${operation.name}, the caret at every offset`, () => {
      const request = readRequest(envelopeFor(operation));
      for (let offset = 0; offset <= request.text.length; offset++) {
        for (const completion of completionsAt(request, offset)) {
          assert.ok(completion.range.from <= offset && offset <= completion.range.to, completion.label);
          assert.doesNotMatch(request.text.slice(completion.range.from, completion.range.to), /\n/);
        }
      }
    });
  }
  test('rebuilds an envelope from its beginning', () => {
    const text = envelope(`<m:RemoveImContactFromGroup>${contact}${group}</m:RemoveImContactFromGroup>`);
    for (const tag of text.matchAll(/<\/[\w:]+>/g)) {
      assert.deepEqual(
        offeredAt(`${text.slice(0, tag.index + 2)}|`).map(({ label }) => label),
        [tag[0]],
      );
    }
  });
});

/** What VS Code keeps in the list: the typed text is in it letter by letter, from its beginning when a tag is typed. */
function isKept(completion: Completion | undefined, typed: string): boolean {
  const text = completion?.filterText ?? completion?.label ?? '';
  let at = 0;
  for (const letter of typed) at = text.indexOf(letter, at) + 1 || text.length + 1;
  return at <= text.length && (!typed.startsWith('<') || text.startsWith('<'));
}

function filled(text: string): string {
  return text.replace(/\{\{[^{}]*\}\}/g, 'name@example.com');
}

/** Errors by what they say, so that two texts can be compared. */
function errorsOf(text: string): readonly string[] {
  return problemsOf(text)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`);
}

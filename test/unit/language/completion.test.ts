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
import { accepted, caretIn, envelope } from './caret.ts';

const group = '<m:GroupId Id="AAMkAGEx"/>';
const contact = '<m:ContactId Id="AAMkAGEx"/>';

suite('Completion: what is offered', () => {
  test('operations in an empty Body, the known ones first', () => {
    const { request, offset } = caretIn(envelope('\n    |\n  '));
    const labels = completionsAt(request, offset).map(({ label }) => label);
    assert.deepEqual(labels.slice(0, 13).sort(), operations.map(({ name }) => `m:${name}`).sort());
    assert.ok(labels.length > 100);
  });
  test('what an operation does stands beside it', () => {
    assert.equal(offered(envelope('|'), 'm:RemoveImGroup').detail, 'removes from the mailbox');
    assert.equal(offered(envelope('|'), 'm:GetImItemList').detail, 'only reads');
    assert.equal(offered(envelope('|'), 'm:DeleteItem').detail, 'removes from the mailbox; content not checked');
  });
  test('nothing more in a Body that has its operation', () => offers(envelope('<m:GetImItemList/>|'), []));
  test('Header before the Body', () =>
    offers('<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">|<soap:Body/></soap:Envelope>', [
      'soap:Header',
    ]));
  test('Body and Header in an empty Envelope, the required one first', () =>
    offers('<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">|</soap:Envelope>', [
      'soap:Body',
      'soap:Header',
    ]));
  test('headers that are not there yet, in any order', () =>
    offers(envelope('', '|<t:MailboxCulture>en-US</t:MailboxCulture>'), [
      't:RequestServerVersion',
      't:ExchangeImpersonation',
    ]));
  test('the children of an operation', () =>
    offers(envelope('<m:RemoveImContactFromGroup>|</m:RemoveImContactFromGroup>'), ['m:ContactId', 'm:GroupId']));
  test('only what may stand before', () =>
    offers(envelope(`<m:RemoveImContactFromGroup>|${group}</m:RemoveImContactFromGroup>`), ['m:ContactId']));
  test('only what may stand after', () =>
    offers(envelope(`<m:AddNewImContactToGroup><m:DisplayName>A</m:DisplayName>|</m:AddNewImContactToGroup>`), [
      'm:GroupId',
    ]));
  test('required ones first', () =>
    offers(envelope('<m:AddNewImContactToGroup>|</m:AddNewImContactToGroup>'), [
      'm:ImAddress',
      'm:DisplayName',
      'm:GroupId',
    ]));
  test('nothing when all are there', () => offers(envelope(`<m:RemoveImGroup>${group}|</m:RemoveImGroup>`), []));
  test('list entries again and again', () =>
    offers(envelope('<m:GetImItems><m:ContactIds><t:ItemId Id="AAMkAGEx"/>|</m:ContactIds></m:GetImItems>'), [
      't:ItemId',
      't:OccurrenceItemId',
      't:RecurringMasterItemId',
      't:RecurringMasterItemIdRanges',
    ]));
  test('nothing inside an empty element', () =>
    offers(envelope('<m:RemoveImGroup><m:GroupId Id="x">|</m:GroupId></m:RemoveImGroup>'), []));
  test('one way of naming the user', () =>
    offers(envelope('', '<t:ExchangeImpersonation><t:ConnectingSID>|</t:ConnectingSID></t:ExchangeImpersonation>'), [
      't:PrincipalName',
      't:SID',
      't:PrimarySmtpAddress',
      't:SmtpAddress',
    ]));
  test('no second way of naming the user', () =>
    offers(
      envelope(
        '',
        '<t:ExchangeImpersonation><t:ConnectingSID><t:SID>S-1-5</t:SID>|</t:ConnectingSID></t:ExchangeImpersonation>',
      ),
      [],
    ));
  test('attributes that are not there yet', () => {
    offers(envelope('<m:RemoveImGroup><m:GroupId |/></m:RemoveImGroup>'), ['Id', 'ChangeKey']);
    offers(envelope('<m:RemoveImGroup><m:GroupId Id="x" |/></m:RemoveImGroup>'), ['ChangeKey']);
    offers(envelope('<m:RemoveImGroup><m:GroupId Id="x" Ch|/></m:RemoveImGroup>'), ['ChangeKey']);
    offers(envelope('<m:RemoveImGroup><m:GroupId Id="x" |\n</m:RemoveImGroup>'), ['ChangeKey']);
  });
  test('no attributes that exclude each other', () =>
    offers(
      envelope(
        '<m:GetImItemList><m:ExtendedProperties><t:ExtendedProperty PropertySetId="x" PropertyId="1" |/></m:ExtendedProperties></m:GetImItemList>',
      ),
      ['PropertyType'],
    ));
  test('missing namespaces of the Envelope', () =>
    offers('<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" |><soap:Body/></soap:Envelope>', [
      'xmlns:m',
      'xmlns:t',
    ]));
  test('versions that have the operation, the newest documented one first', () => {
    const versions = offeredAt(envelope('<m:GetImItemList/>', '<t:RequestServerVersion Version="|"/>'));
    assert.deepEqual(
      versions.slice(0, 4).map(({ label }) => label),
      ['Exchange2013_SP1', 'Exchange2013', 'Exchange2015', 'Exchange2016'],
    );
    assert.match(versions[1]?.documentation ?? '', /Exchange 2013 and later/);
  });
  test('cultures', () => {
    const found = offeredAt(envelope('', '<t:MailboxCulture>de|</t:MailboxCulture>')).map(({ label }) => label);
    assert.ok(found.length >= 30 && found.includes('de-DE'));
  });
  test('booleans', () =>
    offers(
      envelope(
        '<m:SetImListMigrationCompleted><m:ImListMigrationCompleted>|</m:ImListMigrationCompleted></m:SetImListMigrationCompleted>',
      ),
      ['true', 'false'],
    ));
  test('enumerations of attributes', () =>
    assert.ok(
      offeredAt(
        envelope(
          '<m:GetImItemList><m:ExtendedProperties><t:ExtendedProperty PropertyType="|"/></m:ExtendedProperties></m:GetImItemList>',
        ),
      ).some(({ label }) => label === 'SystemTime'),
    ));
  test('namespaces, the one of the prefix first', () =>
    assert.equal(
      offeredAt('<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:t="|"/>')[0]?.label,
      'http://schemas.microsoft.com/exchange/services/2006/types',
    ));
  test('whole envelopes in an empty document', () => {
    for (const empty of ['|', '\n|', 'ews|', '<|', '<?xml version="1.0"?>\n|', '<!-- note -->\n|']) {
      assert.equal(offeredAt(empty).length, operations.length, empty);
    }
  });
  test('nothing in comments, CDATA, instructions and answers', () => {
    offers(envelope('<!-- | -->'), []);
    offers(envelope('<!-- |'), []);
    offers(envelope('<m:AddImGroup><m:DisplayName><![CDATA[|]]></m:DisplayName></m:AddImGroup>'), []);
    offers('<?xml |?><a/>', []);
    offers(envelope('<m:RemoveImGroupResponse ResponseClass="Success">|</m:RemoveImGroupResponse>'), []);
  });
});

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
  test('an operation with what it needs', () =>
    inserts(
      '\n    <m:RemoveImCon|\n  ',
      'm:RemoveImContactFromGroup',
      '\n    <m:RemoveImContactFromGroup>\n      <m:ContactId Id="{{contact id}}"/>\n      <m:GroupId Id="{{group id}}"/>\n    </m:RemoveImContactFromGroup>\n  ',
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
    for (const typed of ['"|"', '"Ex|"', '|', '"|', '"Exch|', "'|'"]) {
      const text = acceptedText(envelope('', `<t:RequestServerVersion Version=${typed}/>`), 'Exchange2013');
      assert.match(text, /Version=(["'])Exchange2013\1\/>/, typed);
    }
  });
  test('an end tag', () => {
    for (const typed of ['</|', '</m|', '</m:Remove|', '</|>']) {
      inserts(`<m:RemoveImGroup>${group}${typed}`, '</m:RemoveImGroup>', `<m:RemoveImGroup>${group}</m:RemoveImGroup>`);
    }
  });
  test('with the prefixes of the document', () => {
    const made = acceptedText(
      '<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>|</S:Body></S:Envelope>',
      'm:RemoveImGroup',
    );
    assert.match(
      made,
      /^<S:Envelope xmlns:S="[^"]+" xmlns:m="http:\/\/schemas.microsoft.com\/exchange\/services\/2006\/messages">/,
    );
    assert.deepEqual(errorsOf(filled(made)), []);
  });
  test('with the default namespace where the operation has it', () => {
    const text =
      '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><RemoveImGroup xmlns="http://schemas.microsoft.com/exchange/services/2006/messages">|</RemoveImGroup></s:Body></s:Envelope>';
    assert.match(acceptedText(text, 'GroupId'), /<GroupId Id="\{\{group id\}\}"\/>/);
  });
  test('with another prefix where the customary one is taken', () => {
    const made = acceptedText(
      '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:t="urn:other"><s:Header>|</s:Header><s:Body/></s:Envelope>',
      't1:RequestServerVersion',
    );
    assert.match(made, /xmlns:t1="http:\/\/schemas.microsoft.com\/exchange\/services\/2006\/types"/);
  });
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

suite('Completion: end tags that write themselves', () => {
  test('after >', () => closes('<a><b>|</a>', '</b>'));
  test('after > of an element inside one of the same name', () => closes('<a><a>|</a>', '</a>'));
  test('after </', () => closes('<a><b></|</a>', 'b>'));
  test('after </ before >', () => closes('<a><b></|></a>', 'b'));
  test('with its prefix', () => closes('<m:a x="1">|', '</m:a>'));
  test('not after />', () => closes('<a><b/>|</a>', undefined));
  test('not when it is there', () => closes('<a><b>|</b></a>', undefined));
  test('not after an end tag', () => closes('<a><b></b>|', undefined));
  test('not in a comment', () => closes('<a><!-- <b>|', undefined));
  test('not in a value', () => closes('<a b="x>|"></a>', undefined));
  test('not at the end of a comment', () => closes('<a><!-- b -->|', undefined));
});

function offeredAt(marked: string): readonly Completion[] {
  const { request, offset } = caretIn(marked);
  return completionsAt(request, offset);
}

function offers(marked: string, labels: readonly string[]): void {
  assert.deepEqual(
    offeredAt(marked).map(({ label }) => label),
    labels,
  );
}

function offered(marked: string, label: string): Completion {
  const found = offeredAt(marked).find(completion => completion.label === label);
  assert.ok(found, `${label} is not offered`);
  return found;
}

function acceptedText(marked: string, label: string): string {
  return accepted(caretIn(marked).text, offered(marked, label));
}

function inserts(body: string, label: string, expected: string): void {
  assert.equal(acceptedText(envelope(body), label), envelope(expected));
}

function closes(marked: string, expected: string | undefined): void {
  const { request, offset } = caretIn(marked);
  assert.equal(autoClose(request, offset), expected);
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

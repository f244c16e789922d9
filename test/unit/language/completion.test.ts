import assert from 'node:assert/strict';
import { operations } from '../../../src/ews/operations/index.ts';
import { autoClose } from '../../../src/language/index.ts';
import { caretIn, envelope, offered, offeredAt } from './caret.ts';

const group = '<m:GroupId Id="AAMkAGEx"/>';

suite('Completion: what is offered', () => {
  test('operations in an empty Body, the known ones first', () => {
    const labels = offeredAt(envelope('\n    |\n  ')).map(({ label }) => label);
    assert.deepEqual(labels.slice(0, 13).sort(), operations.map(({ name }) => `m:${name}`).sort());
    assert.ok(labels.length > 100);
  });
  test('what an operation does stands beside it', () => {
    assert.equal(offered(envelope('|'), 'm:RemoveImGroup').detail, 'removes from the mailbox');
    assert.equal(offered(envelope('|'), 'm:GetImItemList').detail, 'only reads');
    assert.equal(offered(envelope('|'), 'm:DeleteItem').detail, 'removes from the mailbox; content not checked');
  });
  test('that an operation needs a later version than the document names', () => {
    const old = envelope('|', '<t:RequestServerVersion Version="Exchange2010"/>');
    assert.equal(offered(old, 'm:GetImItemList').detail, 'only reads; needs Exchange2013');
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
  test('in place of a child what may stand between its neighbours, the child itself too', () =>
    offers(
      envelope('<m:RemoveImContactFromGroup><m:ContactId Id="x"/><m:G|roupId Id="y"/></m:RemoveImContactFromGroup>'),
      ['m:GroupId'],
    ));
  test('in place of a child behind an end tag too many, in an operation that is not closed yet', () =>
    offers(envelope('<m:AddNewImContactToGroup><m:DisplayName>A</m:DisplayName></m:DisplayName><m:G|roupId Id="x"/>'), [
      'm:GroupId',
    ]));
  test('required ones first', () =>
    offers(envelope('<m:AddNewImContactToGroup>|</m:AddNewImContactToGroup>'), [
      'm:ImAddress',
      'm:DisplayName',
      'm:GroupId',
    ]));
  test('how often each may stand, as the schema says', () => {
    const detail = (text: string, label: string) => offered(text, label).detail;
    const newContact = envelope('<m:AddNewImContactToGroup>|</m:AddNewImContactToGroup>');
    assert.equal(detail(newContact, 'm:ImAddress'), 'required');
    assert.equal(detail(newContact, 'm:GroupId'), 'optional');
    const ids = (content: string) => envelope(`<m:GetImItems><m:ContactIds>${content}</m:ContactIds></m:GetImItems>`);
    assert.equal(detail(ids('|'), 't:ItemId'), 'any of several, once or more');
    const ranges = '<t:RecurringMasterItemIdRanges Id="x"><t:Ranges>|</t:Ranges></t:RecurringMasterItemIdRanges>';
    assert.equal(detail(ids(ranges), 't:Range'), 'once or more');
    const property = '<m:GetImItemList><m:ExtendedProperties>|</m:ExtendedProperties></m:GetImItemList>';
    assert.equal(detail(envelope(property), 't:ExtendedProperty'), 'once or more');
    const sid = '<t:ExchangeImpersonation><t:ConnectingSID>|</t:ConnectingSID></t:ExchangeImpersonation>';
    assert.equal(detail(envelope('<m:GetImItemList/>', sid), 't:SID'), 'one of several');
  });
  test('which versions the documentation does not have', () => {
    const versions = envelope('<m:GetImItemList/>', '<t:RequestServerVersion Version="|"/>');
    assert.equal(offered(versions, 'Exchange2013').detail, '');
    assert.equal(offered(versions, 'Exchange2016').detail, 'not documented');
    assert.match(offered(versions, 'Exchange2013').documentation, /^Understood by Exchange 2013 and later\. \S/);
    assert.match(offered(versions, 'Exchange2016').documentation, /^Meant for Exchange 2016, .*\.$/);
  });
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
  test('an end tag behind a < where an element is open, after what may stand in it', () => {
    offers(envelope('<m:AddImGroup><m:DisplayName>x<|'), ['</m:DisplayName>']);
    offers(envelope('<m:RemoveImGroup>\n<|'), ['m:GroupId', '</m:RemoveImGroup>']);
    const [child, end] = offeredAt(envelope('<m:RemoveImGroup>\n<|')).map(({ sortText }) => sortText ?? '');
    assert.ok(child !== undefined && end !== undefined && child < end);
    offers(envelope('<m:RemoveImGroup><|</m:RemoveImGroup>'), ['m:GroupId']);
    offers(envelope('<m:RemoveImGroup>|'), ['m:GroupId']);
  });
  test('what must be understood, on headers and under the prefix of SOAP', () => {
    const culture = '<t:MailboxCulture |>en-US</t:MailboxCulture>';
    offers(envelope('', culture), ['soap:mustUnderstand']);
    offers(envelope('', culture.replace(' |', ' soap:mustUnderstand="1" |')), []);
    offers(envelope('', culture).replace(/(<\/?|xmlns:)soap\b/g, '$1s'), ['s:mustUnderstand']);
    // The default namespace is not that of attributes.
    offers(
      envelope('', culture)
        .replace('xmlns:soap', 'xmlns')
        .replace(/(<\/?)soap:/g, '$1'),
      [],
    );
    offers(envelope('', '<t:RequestServerVersion |/>'), ['Version', 'soap:mustUnderstand']);
    offers(envelope('', '<t:RequestServerVersion V|ersion="x"/>'), ['Version']);
  });
  test('whatever prefix is typed, the names that are right', () => {
    const kept = (typed: string, label: string) =>
      assert.ok(
        isSubsequence(typed, offered(envelope(`<m:RemoveImGroup>${typed}|</m:RemoveImGroup>`), label).filterText ?? ''),
      );
    for (const typed of ['<t:Gr', '<x:Group', 't:Gr', '<:G']) kept(typed, 'm:GroupId');
  });
  test('attributes that are not there yet', () => {
    offers(envelope('<m:RemoveImGroup><m:GroupId |/></m:RemoveImGroup>'), ['Id', 'ChangeKey']);
    offers(envelope('<m:RemoveImGroup><m:GroupId Id="x" |/></m:RemoveImGroup>'), ['ChangeKey']);
    offers(envelope('<m:RemoveImGroup><m:GroupId Id="x" Ch|/></m:RemoveImGroup>'), ['ChangeKey']);
    offers(envelope('<m:RemoveImGroup><m:GroupId Id="x" |\n</m:RemoveImGroup>'), ['ChangeKey']);
  });
  test('of two prefixes for one namespace the one that is used around', () => {
    const two = envelope('<msg:AddNewImContactToGroup>|</msg:AddNewImContactToGroup>').replace(
      'xmlns:m=',
      'xmlns:msg="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:m=',
    );
    offers(two, ['msg:ImAddress', 'msg:DisplayName', 'msg:GroupId']);
  });
  test('all attributes where none is there yet', () => {
    const labels = offeredAt(
      envelope(
        '<m:GetImItemList><m:ExtendedProperties><t:ExtendedProperty |/></m:ExtendedProperties></m:GetImItemList>',
      ),
    ).map(({ label }) => label);
    assert.deepEqual(labels.toSorted(), [
      'DistinguishedPropertySetId',
      'PropertyId',
      'PropertyName',
      'PropertySetId',
      'PropertyTag',
      'PropertyType',
    ]);
  });
  test('whole envelopes are found by their name, also behind a <', () => {
    const filter = (text: string) => offered(text, 'ews-RemoveImGroup').filterText;
    for (const typed of ['ews-RemoveImGroup', 'RemoveIm', 'soap:Env', 'Envelope'])
      assert.ok(isSubsequence(typed, filter('|')), typed);
    for (const typed of ['<ews-RemoveImGroup', '<soap:Env', '<Envelope', '<soapenv:E'])
      assert.ok(isSubsequence(typed, filter('<|')), typed);
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
  test('the namespace of the Envelope first, under the prefix that it has', () => {
    offers('<soap:Envelope |', ['xmlns:soap', 'xmlns:m', 'xmlns:t']);
    offers('<x:Envelope |/>', ['xmlns:x', 'xmlns:m', 'xmlns:t']);
    offers('<Envelope |/>', ['xmlns', 'xmlns:m', 'xmlns:t']);
    offers('<m:Envelope |/>', ['xmlns:m', 'xmlns:t']);
    const first = offeredAt('<soap:Envelope |').toSorted((a, b) =>
      (a.sortText ?? '').localeCompare(b.sortText ?? ''),
    )[0];
    assert.equal(first?.label, 'xmlns:soap');
  });
  test('what a declaration is for', () => {
    const words = (text: string, label: string) => offered(text, label).documentation;
    assert.equal(words('<x:Envelope |/>', 'xmlns:x'), 'Declares the soap namespace for the prefix x.');
    assert.equal(words('<Envelope |/>', 'xmlns'), 'Declares the soap namespace for names without a prefix.');
  });
  test('a namespace whose declaration is half typed', () => {
    offers('<soap:Envelope xmlns:m|', ['xmlns:soap', 'xmlns:m', 'xmlns:t']);
    offers('<soap:Envelope xmlns:soap|', ['xmlns:soap', 'xmlns:m', 'xmlns:t']);
  });
  test('no namespace twice, whatever its prefix', () => {
    offers(
      '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:x="http://schemas.microsoft.com/exchange/services/2006/types" |/>',
      ['xmlns:m'],
    );
    offers('<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:t="urn:other" |/>', ['xmlns:m']);
    offers('<s:Envelope xmlns:s="urn:other" |/>', ['xmlns:m', 'xmlns:t']);
  });
  test('the namespace that an element inside needs for its own prefix', () => {
    const body = (content: string) =>
      `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${content}</s:Body></s:Envelope>`;
    offers(body('<RemoveImGroup |/>'), ['xmlns']);
    offers(body('<DeleteItem |/>'), ['xmlns']);
    offers(body('<m:RemoveImGroup><m:GroupId |/></m:RemoveImGroup>'), ['Id', 'ChangeKey', 'xmlns:m']);
    offers(body('<Nonsense |/>'), []);
    offers(envelope('<m:GetImItemList |/>'), []);
    offers('<RemoveImGroup |/>', ['xmlns']);
    offers('<Nonsense |/>', []);
  });
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
  test('whether a header must be understood', () => {
    const header = (attribute: string) => envelope('', `<t:MailboxCulture ${attribute}>en-US</t:MailboxCulture>`);
    offers(header('soap:mustUnderstand="|"'), ['1', '0']);
    offers(header('soap:actor="|"'), []);
  });
  test('enumerations of attributes', () => {
    const list = (attribute: string) =>
      `<m:GetImItemList><m:ExtendedProperties><t:ExtendedProperty ${attribute}/></m:ExtendedProperties></m:GetImItemList>`;
    const labels = offeredAt(envelope(list('DistinguishedPropertySetId="|"'))).map(({ label }) => label);
    assert.deepEqual(labels.slice(0, 2), ['Meeting', 'Appointment']);
    const types = offeredAt(envelope(list('PropertyType="|"')));
    assert.equal(types.length, 27);
    assert.deepEqual(
      types.slice(0, 6).map(({ label }) => label),
      ['String', 'Integer', 'Boolean', 'SystemTime', 'Binary', 'ApplicationTime'],
    );
    assert.deepEqual(
      types.filter(({ detail }) => detail === 'servers refuse it').map(({ label }) => label),
      types.slice(-4).map(({ label }) => label),
    );
    assert.deepEqual(
      types.slice(-4).map(({ label }) => label),
      ['Error', 'Null', 'Object', 'ObjectArray'],
    );
    assert.match(types.at(-1)?.documentation ?? '', /ErrorUnsupportedMapiPropertyType/);
    assert.equal(types[0]?.documentation, '');
  });
  test('the namespace that the element wants where it has the prefix', () => {
    const namespace = 'http://schemas.microsoft.com/exchange/services/2006';
    const soap = 'http://schemas.xmlsoap.org/soap/envelope/';
    const inSoap = (content: string) => `<s:Envelope xmlns:s="${soap}">${content}</s:Envelope>`;
    offers('<Envelope xmlns="|"/>', [soap]);
    offers('<m:Envelope xmlns:m="|"/>', [soap]);
    offers(inSoap('<s:Body><RemoveImGroup xmlns="|"/></s:Body>'), [`${namespace}/messages`]);
    offers(inSoap('<s:Body><x:RemoveImGroup xmlns:x="|"/></s:Body>'), [`${namespace}/messages`]);
    offers(inSoap('<s:Header><RequestServerVersion xmlns="|"/></s:Header>'), [`${namespace}/types`]);
    offers(inSoap('<Body xmlns="|"/>'), [soap]);
    offers(inSoap('<s:Body><m:RemoveImGroup xmlns:t="|"/></s:Body>'), [`${namespace}/types`]);
    // Neither its element nor custom tells: those that no other prefix has.
    offers(inSoap('<s:Body><Nonsense xmlns="|"/></s:Body>'), [`${namespace}/messages`, `${namespace}/types`]);
    offers(`<s:Envelope xmlns:s="${soap}" xmlns:x="|${namespace}/messages"/>`, [
      `${namespace}/messages`,
      `${namespace}/types`,
    ]);
    offers(`<s:Envelope xmlns:s="${soap}" xmlns:t="${namespace}/types" xmlns:x="|"/>`, [`${namespace}/messages`]);
  });
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
  test('no versions that are working names', () => {
    const versions = offeredAt(envelope('', '<t:RequestServerVersion Version="|"/>')).map(({ label }) => label);
    assert.ok(versions.includes('Exchange2007') && !versions.some(name => /2009|2012/.test(name)));
  });
  test('nothing that would cut an attribute or a reference', () => {
    for (const attribute of ['Id |="x"', 'Id= |"x"', 'Id = |"x"', 'Id |= "x"'])
      offers(envelope(`<m:RemoveImGroup><m:GroupId ${attribute}/></m:RemoveImGroup>`), []);
    for (const text of ['&|', '&am|', '&am|p;']) {
      offers(envelope(`<m:RemoveImGroup>${text}</m:RemoveImGroup>`), []);
      offers(envelope('', `<t:MailboxCulture>${text}</t:MailboxCulture>`), []);
    }
    offers(envelope('<m:RemoveImGroup>&amp;|</m:RemoveImGroup>'), ['m:GroupId']);
  });
  test('what may stand there behind a comment, nothing behind one that is not closed', () => {
    const begun = '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">';
    offers(`${begun}<!-- x -->|`, ['soap:Body', 'soap:Header']);
    offers(`${begun}<!-- x -->|<!-- y -->`, ['soap:Body', 'soap:Header']);
    offers(`${begun}<!-- x|`, []);
    offers(`${begun}<!-- x --|`, []);
    offers(`${begun}<?x ?>|`, ['soap:Body', 'soap:Header']);
    offers(`${begun}<?x|`, []);
  });
  test('nothing in comments, CDATA, instructions and answers', () => {
    offers(envelope('<!-- | -->'), []);
    offers(envelope('<!-- |'), []);
    offers(envelope('<!-- <m:x/> | -->'), []);
    offers(envelope('<!-- <m:x/> <| -->'), []);
    offers(envelope('<m:AddImGroup><m:DisplayName><![CDATA[|]]></m:DisplayName></m:AddImGroup>'), []);
    offers('<?xml |?><a/>', []);
    offers('<?xml|', []);
    offers(envelope('<!-|'), []);
    offers(envelope('<m:RemoveImGroup><m:GroupId /|></m:RemoveImGroup>'), []);
    offers(envelope('<m:RemoveImContactFromGroup><m:ContactId/|</m:RemoveImContactFromGroup>'), []);
    offers(envelope('<m:RemoveImGroupResponse/>', '|'), []);
    offers(envelope('<m:RemoveImGroupResponse ResponseClass="Success">|</m:RemoveImGroupResponse>'), []);
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

function offers(marked: string, labels: readonly string[]): void {
  assert.deepEqual(
    offeredAt(marked).map(({ label }) => label),
    labels,
  );
}

function isSubsequence(typed: string, text = ''): boolean {
  let at = 0;
  for (const letter of typed) at = text.indexOf(letter, at) + 1 || text.length + 1;
  return at <= text.length;
}

function closes(marked: string, expected: string | undefined): void {
  const { request, offset } = caretIn(marked);
  assert.equal(autoClose(request, offset), expected);
}

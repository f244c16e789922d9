import assert from 'node:assert/strict';
import { makeChangeKey, makeItemId } from '../../../src/ews/itemId.ts';
import { operations } from '../../../src/ews/operations/index.ts';
import { serverVersions } from '../../../src/ews/versions.ts';
import { envelopeFor, hoverAt, problemsIn, readRequest } from '../../../src/language/index.ts';
import { caretIn, envelope } from './caret.ts';
import { contactId, covers, hoverOf, mailbox, says, silent, textsOf } from './hovers.ts';

suite('Hover: elements', () => {
  test('an operation', () => {
    says(envelope('<m:Remove|ImGroup/>'), [
      'RemoveImGroup',
      'Removes one instant messaging (IM) group from the mailbox.',
      'Removes something from the mailbox. The extension asks before it sends this.',
      'RequestServerVersion Exchange2013 or later (Exchange 2013 and later)',
      'm:GroupId',
      'Documented codes:',
      /^ErrorInvalidImGroupId: No IM group in this mailbox has that id\./,
      /removeimgroup-operation$/,
    ]);
  });
  test('codes that its documentation names, apart from those that are likely', () => {
    const codesOf = (name: string) => {
      const texts = textsOf(hoverOf(envelope(`<m:${name}|/>`)));
      const lines = texts.slice(
        texts.findIndex(text => text.endsWith(':')),
        texts.indexOf('Good to know:'),
      );
      return lines.map(text => text.replace(/: .*/, ''));
    };
    assert.deepEqual(codesOf('SetImGroup'), [
      'Documented codes:',
      'ErrorImGroupDisplayNameAlreadyExists',
      'Also likely, though not documented:',
      'ErrorInvalidImGroupId',
    ]);
    assert.deepEqual(codesOf('SetImListMigrationCompleted'), [
      'Also likely, though not documented:',
      'ErrorAccessDenied',
    ]);
    assert.deepEqual(codesOf('GetImItems'), []);
  });
  test('its children with their occurrence, in the prefixes of the document', () =>
    says(envelope('<m:AddNewImContact|ToGroup/>'), ['m:ImAddress, m:DisplayName?, m:GroupId?']));
  test('a child', () =>
    says(envelope('<m:RemoveImGroup><m:Grou|pId Id="x"/></m:RemoveImGroup>'), [
      'm:GroupId',
      /ExchangeStoreId in GetImItemList/,
      'Required, once',
      /^Type t:ItemIdType: empty/,
      'Attributes: Id (required), ChangeKey',
      'Since Exchange2013',
    ]));
  test('an optional child', () =>
    says(envelope('<m:AddImContactToGroup><m:Grou|pId Id="x"/></m:AddImContactToGroup>'), ['Optional, once']));
  test('one of several', () =>
    says(
      envelope('', '<t:ExchangeImpersonation><t:ConnectingSID><t:S|ID/></t:ConnectingSID></t:ExchangeImpersonation>'),
      ['Exactly one of several', /^The security identifier/],
    ));
  test('an entry of a list', () =>
    says(envelope('<m:GetImItems><m:GroupIds><t:Item|Id Id="x"/></m:GroupIds></m:GetImItems>'), [
      'Any of several, at least one in all',
    ]));
  test('an entry of a list that has one kind of entries', () => {
    const properties = '<m:ExtendedProperties><t:Extended|Property/></m:ExtendedProperties>';
    says(envelope(`<m:GetImItemList>${properties}</m:GetImItemList>`), ['Required, once or more']);
    const ranges =
      '<t:RecurringMasterItemIdRanges Id="x"><t:Ranges><t:Ran|ge/></t:Ranges></t:RecurringMasterItemIdRanges>';
    says(envelope(`<m:GetImItems><m:ContactIds>${ranges}</m:ContactIds></m:GetImItems>`), ['Required, once or more']);
    says(
      envelope(
        `<m:GetImItems><m:ContactIds>${ranges.replace('|', '').replace('<t:Ranges', '<t:Ran|ges')}</m:ContactIds></m:GetImItems>`,
      ),
      ['t:Range+'],
    );
  });
  test('the name in the end tag', () => says(envelope('<m:RemoveImGroup></m:Remove|ImGroup>'), ['RemoveImGroup']));
  test('a header', () =>
    says(envelope('', '<t:Mailbox|Culture>en-US</t:MailboxCulture>'), [
      'Optional, once; headers stand in any order',
      'Wants a language tag such as en-US, with a hyphen',
    ]));
  test('a header, and what stands inside one, with a page of its own', () => {
    const impersonation = (content: string) => `<t:Exchange|Impersonation>${content}</t:ExchangeImpersonation>`;
    const sid = (name: string) =>
      impersonation(`<t:ConnectingSID><t:${name}/></t:ConnectingSID>`)
        .replace('|', '')
        .replace(`<t:${name}/>`, `<t:|${name}/>`);
    const headers = [
      ['MailboxCulture', '<t:Mailbox|Culture>en</t:MailboxCulture>'],
      ['RequestServerVersion', '<t:|RequestServerVersion/>'],
      ['RequestServerVersion', '<t:RequestServerVersion |Version="?"/>'],
      ['ExchangeImpersonation', impersonation('')],
      ['ConnectingSID', impersonation('<t:Connecting|SID/>').replace('|', '')],
      ...['PrincipalName', 'SID', 'PrimarySmtpAddress', 'SmtpAddress'].map(name => [name, sid(name)]),
    ];
    for (const [title = '', header = ''] of headers) {
      const page = `https://learn.microsoft.com/exchange/client-developer/web-service-reference/${title.toLowerCase()}`;
      const texts = textsOf(hoverOf(envelope('<m:GetImItemList/>', header)));
      assert.deepEqual(texts.slice(-2), [`Documentation of ${title}`, page]);
      assert.ok(texts.includes('With GetImItemList since Exchange2013'), title);
    }
    const ofOther = textsOf(hoverOf(envelope('<m:GetFolder/>', '<t:|MailboxCulture/>')));
    assert.deepEqual(
      ofOther.filter(text => /since/i.test(text)),
      [],
    );
  });
  test('a header that is not bound: what it is, since when, and what to do', () => {
    assert.deepEqual(textsOf(hoverOf(envelope('<m:GetImItemList/>', '<t:DateTime|Precision/>'))), [
      't:DateTimePrecision',
      'Whether dates and times in the answer go down to Seconds or to Milliseconds.',
      'The service description does not bind it to the IM operations. Remove it, unless your server is known to take it.',
      'Since Exchange2010_SP2',
      'Documentation of DateTimePrecision',
      'https://learn.microsoft.com/exchange/client-developer/web-service-reference/datetimeprecision',
    ]);
    says(envelope('<m:GetItem/>', '<t:TimeZone|Context/>'), [/^The time zone/, 'GetItem takes it.']);
    for (const [name, summary] of [
      ['TimeZoneContext', /^The time zone/],
      ['ManagementRole', /^The roles/],
      ['DateTimePrecision', /Seconds or to Milliseconds/],
      ['SerializedSecurityContext', /^The security token/],
      ['OpenAsAdminOrSystemService', /^For the internal use of Exchange/],
      ['ProxySecurityContext', /^What one Exchange server tells another/],
      ['SharingSecurity', /calendars and contacts are shared/],
    ] as const)
      says(envelope('', `<t:${name}|/>`), [summary, /^The service description does not bind it/]);
  });
  test('an operation whose content is not known', () => {
    says(envelope('<m:Delete|Item/>'), ['DeleteItem', /not checked here/]);
    says(envelope('<Delete|Item/>'), ['DeleteItem', /not checked here/]);
    silent(envelope('<t:Delete|Item/>'));
    silent(envelope('<x:Delete|Item xmlns:x="urn:other"/>'));
  });
  test('the parts of SOAP', () => {
    says('<soap:Enve|lope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"/>', [/^A SOAP 1\.1 message/]);
    says(envelope('').replace('soap:Header', 'soap:Hea|der'), [/^Headers of EWS/]);
    says(envelope('').replace('soap:Body', 'soap:Bo|dy'), [/^Holds exactly one operation/]);
  });
  test('its range is the name', () => covers(envelope('<m:Remove|ImGroup/>'), 'm:RemoveImGroup'));
  test('nothing on unknown elements and between tags', () => {
    silent(envelope('<m:Nons|ense/>'));
    silent(envelope('|'));
    silent('<Envel|ope xmlns="urn:other"/>');
  });
});

suite('Hover: attributes and values', () => {
  test('an attribute', () =>
    assert.deepEqual(textsOf(hoverOf(envelope('<m:RemoveImGroup><m:GroupId I|d="x"/></m:RemoveImGroup>'))), [
      'Id',
      'The identifier as Exchange gave it: Base64, at most 512 characters, case matters.',
      'Required',
      'Type xs:string',
      'Since Exchange2013',
      'Documentation of ItemId',
      'https://learn.microsoft.com/exchange/client-developer/web-service-reference/itemid',
    ]));
  test('the form that a value wants', () =>
    says(
      envelope(
        '<m:GetImItemList><m:ExtendedProperties><t:ExtendedProperty Property|Id="1"/></m:ExtendedProperties></m:GetImItemList>',
      ),
      ['Type xs:int', 'Wants a whole number of 32 bits', 'Since Exchange2013', 'Documentation of ExtendedFieldURI'],
    ));
  test('attributes of SOAP on a header', () => {
    const header = (attribute: string) => envelope('', `<t:MailboxCulture ${attribute}>en-US</t:MailboxCulture>`);
    says(header('soap:must|Understand="1"'), ['soap:mustUnderstand', /^With 1, a server that does not understand/]);
    says(header('soap:ac|tor="urn:a"'), ['soap:actor', /^Whom the header is meant for/]);
    silent(header('soap:encoding|Style="urn:a"'));
    silent(header('other="x|"'));
  });
  test('an enumeration', () =>
    says(
      envelope(
        '<m:GetImItemList><m:ExtendedProperties><t:ExtendedProperty Distinguished|PropertySetId="Task"/></m:ExtendedProperties></m:GetImItemList>',
      ),
      [/^Allowed: Meeting, Appointment/],
    ));
  test('whether a version is documented', () => {
    const lines = (name: string) =>
      (hoverOf(envelope('', `<t:RequestServerVersion Version="${name}|"/>`))?.lines ?? []).map(({ text }) => text);
    const doubt = 'It is in the schema, but not in the public documentation: a server may refuse it.';
    assert.deepEqual(lines('Exchange2010_SP1'), ['Exchange2010_SP1', 'Understood by Exchange 2010 SP1 and later.']);
    assert.deepEqual(lines('Exchange2013'), [
      'Exchange2013',
      'Understood by Exchange 2013 and later. It is the first with the IM operations.',
    ]);
    assert.deepEqual(lines('V2015_10_05'), [
      'V2015_10_05',
      'Meant for Exchange Online. It is a service schema, dated 2015-10-05.',
      doubt,
    ]);
  });
  test('what is wrong with a version', () => {
    const version = (value: string) => envelope('', `<t:RequestServerVersion Version="|${value}"/>`);
    const advice = 'Write a version of the schema, such as Exchange2013_SP1.';
    says(version('Exchange2019'), [
      'Exchange2019',
      `This is no version of the schema, and servers refuse it. ${advice}`,
    ]);
    for (const value of ['15.1.2507.6', 'V2018_01_08'])
      says(version(value), [
        value,
        `This looks like a build or a service name of ServerVersionInfo, and no request may carry one. ${advice}`,
      ]);
    for (const value of ['', ' '])
      says(version(value), ['Version', `The version is empty, and servers refuse that. ${advice}`]);
    says(version('{{version}}'), ['{{version}}', 'A placeholder. Replace it before you send.']);
  });
  test('children in the notation of a DTD', () => {
    says(envelope('<m:GetImItemList><m:Ext|endedProperties/></m:GetImItemList>'), ['(t:ExtendedProperty)+']);
    says(envelope('<m:AddNewImContact|ToGroup/>'), ['m:ImAddress, m:DisplayName?, m:GroupId?']);
  });
  test('every version with its products', () => {
    for (const { name, products, documented, workingName } of serverVersions) {
      const found = hoverOf(envelope('', `<t:RequestServerVersion Version="|${name}"/>`));
      assert.match(
        textsOf(found).join('\n'),
        workingName
          ? new RegExp(`This is the working name of ${products}\\. No release answers to it\\.`)
          : new RegExp(`${documented ? 'Understood by' : 'Meant for'} ${products}\\.`),
      );
    }
  });
  test('an id with its mailbox', () =>
    says(envelope(`<m:RemoveImGroup><m:GroupId Id="|${contactId}"/></m:RemoveImGroup>`), [
      'Id of a mailbox item',
      `Mailbox ${mailbox}`,
      'Whole, as far as its layout tells',
    ]));
  test('an id that is cut', () =>
    says(envelope(`<m:RemoveImGroup><m:GroupId Id="|${contactId.slice(0, 70)}"/></m:RemoveImGroup>`), [
      'Cut short; servers answer ErrorInvalidIdMalformed',
    ]));
  test('what a problem says of an id is not said again', () => {
    const { request, offset } = caretIn(
      envelope(`<m:RemoveImGroup><m:GroupId Id="|${contactId.slice(0, 70)}"/></m:RemoveImGroup>`),
    );
    const lines = hoverAt(request, offset, undefined, problemsIn(request))?.lines.map(({ text }) => text);
    assert.deepEqual(lines, ['Item id']);
  });
  test('an id that is no Base64', () =>
    says(envelope('<m:RemoveImGroup><m:GroupId Id="|AAMk!AGE"/></m:RemoveImGroup>'), [
      'Not Base64, so it cannot be an id of Exchange',
    ]));
  test('the id of a persona where an item is wanted', () =>
    says(
      envelope(
        `<m:RemoveContactFromImList><m:ContactId Id="|${makeItemId('conversation or persona', mailbox, 'a')}"/></m:RemoveContactFromImList>`,
      ),
      ['Id of a conversation or persona', /^ContactId wants the id of an item/],
    ));
  test('ids of every other kind, and one that is compressed', () => {
    const lines = (id: string) =>
      textsOf(hoverOf(envelope(`<m:RemoveImGroup><m:GroupId Id="|${id}"/></m:RemoveImGroup>`)));
    // Storage type and moniker, or bytes without one, as MS-OXWSITEMID lays them out.
    const laidOut = (storage: number, length: number) =>
      Buffer.from([0, storage, length, 0, ...Array(length).keys()]).toString('base64');
    const whole = 'Whole, as far as its layout tells';
    assert.deepEqual(lines(laidOut(1, 22)), ['Id of a public folder', whole, '36 characters of Base64']);
    assert.deepEqual(lines(laidOut(2, 70)), ['Id of an item in a public folder', whole, '100 characters of Base64']);
    assert.deepEqual(lines(laidOut(5, 16)), ['Id of a directory object', whole, '28 characters of Base64']);
    assert.deepEqual(lines('AQMkADAwATY3ZmYAZS1jNzMwLTFhZDAtMDACLTAwCgAQAAECAwQFBgcICQoLDA0ODxA='), [
      'Id of a mailbox item',
      'Mailbox 00067ffe-c730-1ad0-0000-000000000000',
      whole,
      '68 characters of Base64',
      'Compressed, as ids of Outlook.com are',
    ]);
    assert.deepEqual(lines(contactId), [
      'Id of a mailbox item',
      `Mailbox ${mailbox}`,
      whole,
      `${contactId.length} characters of Base64`,
    ]);
    assert.deepEqual(lines(''), ['Item id', 'Empty; servers answer ErrorInvalidIdEmpty']);
  });
  test('an id in no namespace, and none in a foreign one', () => {
    says('<ItemId Id="|AAMk"/>', ['Id of a mailbox item']);
    silent('<x:ItemId xmlns:x="urn:other" Id="|AAMk"/>');
    silent('<s:ItemId xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" Id="|AAMk"/>');
  });
  test('a ChangeKey', () => {
    const id = (key: string) => envelope(`<m:RemoveImGroup><m:GroupId Id="x" ChangeKey="|${key}"/></m:RemoveImGroup>`);
    says(id(makeChangeKey('contact', 'a', 1)), ['Object type: contact']);
    says(id(makeChangeKey('distribution list', 'a', 1)), ['Object type: distribution list, as IM groups are stored']);
    says(id('x'), ['Not laid out as a ChangeKey that is known here']);
  });
  test('a placeholder', () =>
    says(envelope('<m:RemoveImGroup><m:GroupId Id="|{{group id}}"/></m:RemoveImGroup>'), [
      '{{group id}}',
      /^A placeholder/,
    ]));
  test('a namespace', () => says(envelope('').replace('xmlns:m', 'xm|lns:m'), ['The messages namespace']));
  test('a namespace with https', () =>
    says('<s:Envelope xmlns:s="http|s://schemas.xmlsoap.org/soap/envelope/"/>', [
      'The soap namespace',
      /written with https:/,
      'http://schemas.xmlsoap.org/soap/envelope/',
    ]));
});

suite('Hover: any place', () => {
  for (const operation of operations) {
    test(`${operation.name}, cut at every offset`, () => {
      const text = envelopeFor(operation);
      for (let offset = 0; offset <= text.length; offset++) {
        const found = hoverAt(readRequest(text.slice(0, offset)), offset);
        assert.ok(!found || (found.range.from <= offset && offset <= found.range.to));
      }
    });
    test(`${operation.name}, everything has its words`, () => {
      const text = envelopeFor(operation);
      const request = readRequest(text);
      for (const name of text.matchAll(/(?<=<)[a-z]+:\w+/g)) assert.ok(hoverAt(request, name.index), name[0]);
    });
  }
});

import assert from 'node:assert/strict';
import { isEwsEnvelope, problemsIn, readRequest } from '../../../src/language/index.ts';
import { envelope as withCaret } from './caret.ts';

const version = '<t:RequestServerVersion Version="Exchange2013"/>';
const group = '<m:GroupId Id="{{group id}}"/>';
const long = 'x'.repeat(61);

/** An envelope around a body and further headers. */
function envelope(body: string, headers = version): string {
  return withCaret(body, headers).replaceAll('|', '');
}

function remove(content: string): string {
  return envelope(`<m:RemoveImGroup>${content}</m:RemoveImGroup>`);
}

/** What is said of a text: where the words depend on the case, each of the cases. */
const cases: readonly (readonly [text: string, code: string, sentence: string])[] = [
  [
    '<m:RemoveImGroup xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages"/>',
    'envelope.missing',
    '<m:RemoveImGroup> stands without a SOAP envelope. Put it into the Body of an Envelope.',
  ],
  [
    '<project/>',
    'envelope.missing',
    'A request begins with the Envelope of SOAP 1.1, not with <project>. Insert a whole envelope with a snippet.',
  ],
  [
    remove(`<m:GroupIdx Id="{{group id}}"/>`),
    'child.unknown',
    '<m:GroupIdx> is not allowed in <m:RemoveImGroup>. Did you mean <m:GroupId>?',
  ],
  [
    remove(`${group}<m:Colour/>`),
    'child.unknown',
    '<m:Colour> is not allowed in <m:RemoveImGroup>. Allowed here: <m:GroupId>.',
  ],
  [
    envelope('<m:GetImItemList><m:ExtendedProperties><t:Colour/></m:ExtendedProperties></m:GetImItemList>'),
    'child.unknown',
    '<t:Colour> is not allowed in <m:ExtendedProperties>. Allowed here: <t:ExtendedProperty>.',
  ],
  [
    envelope(`<m:RemoveImGroup>${group}</m:RemoveImGroup>`).replaceAll('soap:Body', 'm:Body'),
    'child.wrong-namespace',
    '<m:Body> is in the wrong namespace. Write <soap:Body>, in the SOAP namespace.',
  ],
  [
    remove('<t:GroupId Id="{{group id}}"/>'),
    'child.wrong-namespace',
    '<t:GroupId> is in the wrong namespace. Write <m:GroupId>, in the messages namespace.',
  ],
  [
    remove('<m:GroupId Id="{{group id}}"> </m:GroupId>'),
    'content.not-empty',
    '<m:GroupId> must be empty, and even white space between its tags counts. Write <m:GroupId …/>.',
  ],
  [
    remove('<m:GroupId Id="{{group id}}">x</m:GroupId>'),
    'content.not-empty',
    '<m:GroupId> must be empty. Remove what is between its tags.',
  ],
  [
    remove('<m:GroupId Id="{{group id}}" ChangeKye="{{key}}"/>'),
    'attribute.unknown',
    '<m:GroupId> has no attribute ChangeKye. Did you mean ChangeKey?',
  ],
  [
    remove('<m:GroupId Id="{{group id}}" Colour="red"/>'),
    'attribute.unknown',
    '<m:GroupId> has no attribute Colour. Remove it.',
  ],
  [
    envelope('<m:GetImItemList/>', `${version}<t:MailboxCultur>de-DE</t:MailboxCultur>`),
    'header.unknown',
    'EWS has no header t:MailboxCultur. Did you mean t:MailboxCulture?',
  ],
  [envelope('<m:GetImItemList/>', `${version}<t:Colour/>`), 'header.unknown', 'EWS has no header t:Colour. Remove it.'],
  [`${remove(group)}</m:GroupId>`, 'xml.end-tag-mismatched', 'The end tag </m:GroupId> closes nothing. Remove it.'],
  [
    remove('<m:GroupId Id="{{group id}}"></m:Group>'),
    'xml.end-tag-mismatched',
    'The end tag </m:Group> does not match the open element <m:GroupId>. Write </m:GroupId>.',
  ],
  [
    remove('<m:GroupId Id="{{group id}}"'),
    'xml.tag-unfinished',
    'The start tag of <m:GroupId> is not finished. Add > or />.',
  ],
  [
    envelope('<m:AddImGroup><m:DisplayName>a <1</m:DisplayName></m:AddImGroup>'),
    'xml.tag-unfinished',
    'A name is missing right after <. Write &lt; if the character itself is meant.',
  ],
  [
    remove(group).replace(/ xmlns:m="[^"]*"/, ''),
    'namespace.prefix-undeclared',
    'The prefix m is not declared. Add xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages".',
  ],
  [
    remove('<m:GroupId Id="{{group id}}" q:x="1"/>'),
    'namespace.prefix-undeclared',
    'The prefix q is not declared. Declare it with xmlns, or remove it.',
  ],
  [
    remove(group).replace('xmlns:m=', 'xmlnsm='),
    'namespace.declaration-misspelt',
    'This does not declare the prefix m as it should. Write xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages".',
  ],
  [
    `<?xml version="1.0" encoding=utf-8?>${remove(group)}`,
    'xml.not-well-formed',
    'This is not well-formed XML: the XML declaration is written <?xml version="1.0" encoding="utf-8"?>.',
  ],
  [
    `<?x<y?>${remove(group)}`,
    'xml.not-well-formed',
    'This is not well-formed XML: an instruction has a name right behind <? and ends in ?>.',
  ],
  [
    '<a>'.repeat(2001) + '</a>'.repeat(2001),
    'xml.not-well-formed',
    'This is not well-formed XML: elements are nested deeper than in any request.',
  ],
  ['\ud942', 'xml.not-well-formed', 'This is not well-formed XML: half a character stands here (a lone surrogate).'],
  [
    '<!-- nothing -->',
    'xml.not-well-formed',
    'This is not well-formed XML: it has no element, and a request begins with an Envelope.',
  ],
  [`${remove(group)}end`, 'xml.outside-root', 'Text cannot stand outside the Envelope. Remove it.'],
  [
    `${remove(group)}<a/>`,
    'xml.outside-root',
    'A document is one element, and this is a further one. Put it into a document of its own.',
  ],
  [
    remove(`<m:GroupId Id="{{group id}}" xmlns:q=""/>`),
    'namespace.declaration',
    'The prefix q is bound to no namespace. Give it one, or remove the declaration.',
  ],
  [
    envelope('<m:GetImItemList/>', '<t:RequestServerVersion Version="Exchange2031"/>'),
    'value.not-in-enumeration',
    '"Exchange2031" is none of the allowed values. Did you mean Exchange2013_SP1?',
  ],
  [
    envelope('<m:GetImItemList/>', '<t:RequestServerVersion Version="latest"/>'),
    'value.not-in-enumeration',
    '"latest" is none of the allowed values. Write one such as Exchange2013, Exchange2013_SP1.',
  ],
  [
    envelope('<m:GetImItemList/>', `${version}<t:MailboxCulture>${long}_</t:MailboxCulture>`),
    'value.wrong-form',
    `"${'x'.repeat(57)}…" does not have the form the schema wants: a language tag such as en-US, with a hyphen.`,
  ],
];

suite('language: what is said of a problem', () => {
  for (const [text, code, sentence] of cases) {
    test(sentence, () => {
      const said = problemsIn(readRequest(text)).filter(problem => problem.code === code);
      assert.deepEqual(
        said.map(({ message }) => message),
        [sentence],
      );
    });
  }
});

suite('language: whether a document is one for this extension', () => {
  const soap = 'xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"';
  const messages = 'http://schemas.microsoft.com/exchange/services/2006/messages';
  const types = 'http://schemas.microsoft.com/exchange/services/2006/types';
  const answers: readonly (readonly [text: string, isEws: boolean])[] = [
    [remove(group), true],
    [remove(group).replaceAll('http://schemas.micro', 'https://schemas.micro'), true],
    [`<s:Envelope ${soap} xmlns:m="${messages}"/>`, true],
    [`<s:Envelope ${soap}><s:Body xmlns:m="${messages}"/></s:Envelope>`, true],
    [`<s:Envelope ${soap}><s:Body><RemoveImGroup xmlns="${messages}"/></s:Body></s:Envelope>`, true],
    [`<s:Envelope ${soap}><s:Body><ItemId xmlns="${types}"/></s:Body></s:Envelope>`, true],
    [`<s:Envelope ${soap}><s:Header><x xmlns="${types}"/></s:Header><s:Body/></s:Envelope>`, true],
    [`<s:Envelope ${soap}><s:Header xmlns:t="${types}"/><s:Body/></s:Envelope>`, true],
    [`<s:Envelope ${soap}><s:Body><Order xmlns="urn:shop"/></s:Body></s:Envelope>`, false],
    [`<s:Envelope ${soap}><s:Body><m:RemoveImGroup/></s:Body></s:Envelope>`, false],
    [`<s:Envelope ${soap} note="${messages}"><s:Body/></s:Envelope>`, false],
    [`<s:Envelope xmlns:s="urn:post" xmlns:m="${messages}"/>`, false],
    [`<RemoveImGroup xmlns="${messages}"/>`, false],
    ['', false],
  ];
  for (const [text, isEws] of answers) {
    test(`${isEws ? 'yes' : 'no'}: ${text.slice(0, 150)}`, () => {
      assert.equal(isEwsEnvelope(readRequest(text)), isEws);
    });
  }
});

suite('language: what a document is read as', () => {
  const acting = (content: string) =>
    readRequest(envelope('<m:GetImItemList/>', `<t:ExchangeImpersonation>${content}</t:ExchangeImpersonation>`))
      .impersonated;

  test('whom a request acts for', () => {
    assert.equal(acting('<t:ConnectingSID><t:SID> S-1-5-21 </t:SID></t:ConnectingSID>'), 'S-1-5-21');
    assert.equal(acting('<t:ConnectingSID><t:PrincipalName>a@b</t:PrincipalName></t:ConnectingSID>'), 'a@b');
    assert.equal(acting('<t:ConnectingSID><t:SID> </t:SID></t:ConnectingSID>'), undefined);
    assert.equal(acting('<t:ConnectingSID/>'), undefined);
    assert.equal(acting('<t:SID>S-1-5-21</t:SID>'), undefined);
    assert.equal(readRequest('').impersonated, undefined);
  });

  test('request, answer or something else', () => {
    const kind = (body: string) => readRequest(envelope(body)).kind;
    assert.equal(kind('<m:RemoveImGroup/>'), 'request');
    assert.equal(kind(''), 'request');
    assert.equal(kind('<m:RemoveImGroupResponse ResponseClass="Success"/>'), 'answer');
    assert.equal(kind('<q:RemoveImGroupResponse ResponseClass="Success"/>'), 'answer');
    assert.equal(kind('<soap:Fault/>'), 'answer');
    assert.equal(kind('<m:Fault/>'), 'request');
    assert.equal(kind('<m:RemoveImGroup/><m:RemoveImGroupResponse/>'), 'request');
    assert.equal(readRequest('<project/>').kind, 'other');
  });

  test('of several elements in the Body the first operation counts, else the first', () => {
    const payload = (body: string) => readRequest(envelope(body)).payload?.name;
    assert.equal(payload('<m:Colour/><m:RemoveImGroup/><m:AddImGroup/>'), 'm:RemoveImGroup');
    assert.equal(payload('<m:Colour/><m:Shape/>'), 'm:Colour');
    assert.equal(payload(''), undefined);
  });
});

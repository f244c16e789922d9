import assert from 'node:assert/strict';
import { inOrder, marked, unmarked } from '../../../scripts/conformance/marked.ts';
import {
  type ImDirectory,
  type Problem,
  problemCodes,
  problemsByList,
  problemsOf,
  problemTable,
  readRequest,
  withSeverities,
} from '../../../src/language/index.ts';

const soap = 'http://schemas.xmlsoap.org/soap/envelope/';
const messages = 'http://schemas.microsoft.com/exchange/services/2006/messages';
const types = 'http://schemas.microsoft.com/exchange/services/2006/types';
const declarations = `xmlns:soap="${soap}" xmlns:m="${messages}" xmlns:t="${types}"`;
const version = '<t:RequestServerVersion Version="Exchange2013"/>';

/** A mailbox item `i` or `j` of one mailbox, one of another, and a persona: cut to what their layout demands. */
const item = idOf(3, '0a6e1f3c-5b7d-4c2e-9f10-7d3b2a4c6e81', 'i');
const second = idOf(3, '0a6e1f3c-5b7d-4c2e-9f10-7d3b2a4c6e81', 'j');
const elsewhere = idOf(3, '7c1d9e52-3f4a-4b6c-8d7e-1a2b3c4d5e6f', 'k');
const persona = idOf(4, '0a6e1f3c-5b7d-4c2e-9f10-7d3b2a4c6e81', 'p');

const group = `<m:GroupId Id="${item}"/>`;
const contact = `<m:ContactId Id="${second}"/>`;

/** The IM list of the mailbox: a group with one member, and a contact that is in no group. */
const directory: ImDirectory = {
  groups: [{ kind: 'group', id: item, displayName: 'Lunch Club', isDistribution: false, members: ['another'] }],
  contacts: [{ kind: 'contact', id: second, displayName: 'Ben Ortiz' }],
};

/**
 * A case: the text with its problems marked, what the one related place says and points at, if there is one, and the IM
 * list, where it is known.
 */
type Line = readonly [marked: string, related?: string, directory?: ImDirectory];

const lines: readonly Line[] = [
  ['⟦document.empty| ⟧'],
  ['⟦document.not-text|\0⟧\x01\x02\x03\0'],
  [name('R⟦xml.raw-ampersand|&⟧D')],
  [remove(`<m:GroupId Id="a⟦xml.raw-less-than|<⟧b"/>`)],
  [remove(group).replaceAll('"', '\\"').replace('\\"', '⟦document.escaped|\\"⟧')],
  [remove(`<m:GroupId⟦xml.odd-blank|\u00a0⟧Id="${item}"/>`)],
  [`<⟦envelope.wrapped|trace⟧>${remove(group)}</trace>`, 'soap:Envelope: The Envelope is here.'],
  [remove(group).replace(version, `${version}<x:a xmlns:x="urn:x" ⟦header.must-understand|soap:mustUnderstand="1"⟧/>`)],
  [remove(`<m:GroupId Id="⟦id.address|a@b.example⟧"/>`)],
  [remove(`<m:GroupId Id="⟦id.two|${item},${second}⟧"/>`)],
  [remove(group).replace(version, '<⟦header.of-answers|t:ServerVersionInfo⟧ MajorVersion="15"/>')],
  [remove(`<m:GroupId Id=⟦xml.quotes|“${item}”⟧/>`)],
  [remove(`<m:GroupId Id="${item}"⟦xml.tag-misspelt|/ >⟧`)],
  [remove(group).replace(`xmlns:m="${messages}"`, `⟦namespace.declaration-misspelt|xmlnsm="${messages}"⟧`)],
  [remove(`<⟦child.misplaced|t:MailboxCulture⟧>de</t:MailboxCulture>${group}`)],
  [remove(`<m:GroupId Id="${item}"></⟦xml.end-tag-mismatched|m:Group⟧>`), 'm:GroupId: <m:GroupId> is opened here.'],
  [remove(`${group}</⟦xml.end-tag-mismatched|m:GroupId⟧>`)],
  [remove(`<⟦xml.not-closed|m:GroupId⟧ Id="${item}">`)],
  [remove(`<⟦xml.tag-unfinished|m:GroupId⟧ Id="${item}"`)],
  [name('a⟦xml.tag-unfinished|<⟧1')],
  [remove('<m:GroupId Id=⟦xml.value-unquoted|AAAA⟧/>')],
  [remove(`<m:GroupId Id="${item}" ⟦xml.attribute-without-value|ChangeKey⟧/>`)],
  [remove(`<m:GroupId Id="${item}" ⟦xml.attribute-repeated|Id⟧=""/>`), 'Id: The first one is here.'],
  [remove(`<m:GroupId Id="${item}"⟦xml.attributes-unseparated|ChangeKey⟧="k"/>`)],
  [name('a⟦xml.entity-unknown|&nbsp;⟧b')],
  [name('a⟦xml.character|&#8;⟧b')],
  [name('a⟦xml.character|\u001f⟧b')],
  // XML 1.0 section 2.2: the characters that a document may have.
  ...['&#0;', '&#x1F;', '&#xD800;', '&#xDFFF;', '&#xFFFE;', '&#xFFFF;', '&#x110000;', '&#99999999999999999999;'].map(
    reference => [name(`a⟦xml.character|${reference}⟧b`)] as const,
  ),
  ...['&#9;', '&#10;', '&#13;', '&#x20;', '&#xD7FF;', '&#xE000;', '&#xFFFD;', '&#x10000;', '&#x10FFFF;'].map(
    reference => [name(`a${reference}b`)] as const,
  ),
  [`${name('a')}⟦xml.unterminated|<!--⟧ end`],
  [`${name('a')}⟦xml.outside-root|end⟧`, 'soap:Envelope: The document is this element.'],
  [`${name('a')}<⟦xml.outside-root|a⟧></a>`, 'soap:Envelope: The document is this element.'],
  [` ⟦xml.declaration-misplaced|<?xml version="1.0"?>⟧${name('a')}`],
  [`<?xml version="⟦xml.version|1.1⟧"?>${name('a')}`],
  [name('a⟦xml.not-well-formed|]]>⟧b')],
  [remove(`<m:GroupId ⟦namespace.declaration|xmlns:a=""⟧ Id="${item}"/>`)],
  [remove(`<m:GroupId ⟦namespace.prefix-undeclared|a⟧:b="" Id="${item}"/>`)],
  [remove(group).replace(messages, `⟦namespace.https|${messages.replace('http', 'https')}⟧`)],
  [remove(group).replace(types, `⟦namespace.wrong|${types}/⟧`)],
  [remove(group).replace(soap, '⟦envelope.soap12|http://www.w3.org/2003/05/soap-envelope⟧')],
  [remove(group).replace(soap, '⟦envelope.soap-draft|http://www.w3.org/2001/09/soap-envelope⟧')],
  [`<⟦envelope.missing|m:RemoveImGroup⟧ xmlns:m="${messages}">${group}</m:RemoveImGroup>`],
  [`⟦dtd.present|<!DOCTYPE a>⟧${name('a')}`],
  [`⟦instruction.present|<?a b?>⟧${name('a')}`],
  [`<?xml version="1.0" encoding="⟦encoding.not-utf-8|latin1⟧"?>${name('a')}`],
  [body('').replace('<soap:Body', '<⟦operation.missing|soap:Body⟧')],
  [body('<m:GetImItemList/><⟦operation.repeated|m:GetImItems⟧/>'), 'm:GetImItemList: The operation is here.'],
  [body('<⟦operation.unknown|m:GetImItemLists⟧/>')],
  [body('<⟦operation.not-checked|m:SyncFolderItems⟧/>')],
  [remove('').replace('<m:Remove', '<⟦child.missing|m:Remove').replace('ImGroup>', 'ImGroup⟧>')],
  [remove(`${group}<⟦child.unknown|m:Force⟧/>`)],
  [remove(`${group}<⟦child.repeated|m:GroupId⟧ Id="${item}"/>`), 'm:GroupId: The first one is here.'],
  [pair(`<⟦child.out-of-order|m:GroupId⟧ Id="${item}"/>${contact}`), 'm:ContactId: <m:ContactId> is here.'],
  [remove(`<⟦child.wrong-namespace|t:GroupId⟧ Id="${item}"/>`)],
  [remove(`<⟦child.wrong-case|m:GroupID⟧ Id="${item}"/>`)],
  [body('<m:GetImItems><⟦choice.missing|m:GroupIds⟧/></m:GetImItems>')],
  [
    acting('<t:SID>S-1-5-21-1</t:SID><⟦choice.several|t:SmtpAddress⟧>a@b.example</t:SmtpAddress>'),
    't:SID: The first one is here.',
  ],
  [remove(`<m:GroupId Id="${item}">⟦content.not-empty| ⟧</m:GroupId>`)],
  [remove(`⟦content.text|this one⟧ ${group}`)],
  [remove(`<m:GroupId><⟦id.wrapped|t:ItemId⟧ Id="${item}"/></m:GroupId>`)],
  [body(`<m:GetImItems><⟦id.unwrapped|m:GroupIds⟧ Id="${item}"/></m:GetImItems>`)],
  [remove('<⟦attribute.missing|m:GroupId⟧/>')],
  [remove(`<m:GroupId ⟦attribute.unknown|Mailbox⟧="a" Id="${item}"/>`)],
  [remove(`<m:GroupId ⟦attribute.wrong-case|ID⟧="${item}"/>`)],
  [name('').replace('<m:DisplayName', '<⟦value.empty|m:DisplayName⟧')],
  [body('<m:GetImItemList/>', '<t:RequestServerVersion Version="⟦value.not-in-enumeration|Exchange2014⟧"/>')],
  [body('<m:GetImItemList/>', `${version}<t:MailboxCulture>⟦value.wrong-form|de_DE⟧</t:MailboxCulture>`)],
  [name('⟦value.blank| ⟧')],
  [body(`<m:SetImGroup>${group}<m:NewDisplayName>⟦value.blank|\t \n⟧</m:NewDisplayName></m:SetImGroup>`)],
  [body('<m:GetImItemList/>', `${version}<⟦header.unknown|t:ServerVersion⟧/>`)],
  [
    body('<m:GetImItemList/>', `${version}<⟦header.repeated|t:RequestServerVersion⟧ Version="Exchange2013"/>`),
    't:RequestServerVersion: The first one is here.',
  ],
  ...[
    'TimeZoneContext',
    'ManagementRole',
    'DateTimePrecision',
    'SerializedSecurityContext',
    'OpenAsAdminOrSystemService',
    'ProxySecurityContext',
    'SharingSecurity',
  ].map(header => [body('<m:GetImItemList/>', `${version}<⟦header.not-bound|t:${header}⟧/>`)] as const),
  [body('<m:GetImItemList/>', `${version}<⟦header.foreign|a:To⟧ xmlns:a="http://www.w3.org/2005/08/addressing"/>`)],
  [body('<m:GetImItemList/>', '').replace('<soap:Header', '<⟦version.missing|soap:Header⟧')],
  [body('<m:GetImItemList/>', '<t:RequestServerVersion Version="⟦version.too-old|Exchange2010⟧"/>')],
  [body('<m:GetImItemList/>', '<t:RequestServerVersion Version="⟦version.undocumented|V2016_04_13⟧"/>')],
  [body('<m:GetImItemList/>', '<t:RequestServerVersion Version="⟦version.from-server|15.1.2507.6⟧"/>')],
  [body('<m:GetImItemList/>', '<t:RequestServerVersion Version="⟦placeholder.refused|{{version}}⟧"/>')],
  [remove('<m:GroupId ⟦id.empty|Id=""⟧/>')],
  [remove(`<m:GroupId Id="⟦id.white-space|${item} ⟧"/>`)],
  [remove('<m:GroupId Id="⟦id.not-base64|AAM:k⟧"/>')],
  [remove(`<m:GroupId Id="⟦id.damaged|&quot;${item}&quot;⟧"/>`)],
  [remove(`<m:GroupId Id="⟦id.entry-id|${'0'.repeat(48)}⟧"/>`)],
  [remove('<m:GroupId Id="⟦id.name|Lunch⟧"/>')],
  [remove(`<m:GroupId Id="${item}" ChangeKey="⟦id.key-wrong|${item}⟧"/>`)],
  [remove(`<m:GroupId Id="${item}" ChangeKey="⟦id.other-kind|EQAAABYAAAA=⟧"/>`)],
  [remove(`<m:GroupId Id="⟦id.cut|${item.slice(0, 41)}⟧"/>`)],
  [remove('<m:GroupId Id="⟦id.too-short|12345⟧"/>')],
  [remove(`<m:GroupId Id="⟦id.too-long|${'AAMk'.repeat(129)}⟧"/>`)],
  [remove('<m:GroupId Id="⟦id.message-id|&lt;1@mail.example&gt;⟧"/>')],
  [remove(`<m:GroupId Id="⟦id.url-safe|${item.slice(0, 50)}-_${item.slice(52)}⟧"/>`)],
  [remove('<m:GroupId Id="⟦id.change-key|EgAAABYAAAA=⟧"/>')],
  [pair(`<m:ContactId Id="⟦id.persona|${persona}⟧"/>${group}`)],
  [remove('<m:GroupId Id="⟦id.unknown-layout|////////////////⟧"/>')],
  [pair(`<m:ContactId Id="${item}"/><m:GroupId Id="⟦id.same|${item}⟧"/>`), `${item}: The other id is here.`],
  [
    pair(
      `<m:ContactId Id="⟦id.swapped|${item}⟧" ChangeKey="EgAAABYAAAA="/><m:GroupId Id="${second}" ChangeKey="EQAAABYAAAA="/>`,
    ),
    `${second}: By its ChangeKey, this one is a contact.`,
  ],
  [
    pair(`${contact}<m:GroupId Id="⟦id.other-mailbox|${elsewhere}⟧"/>`),
    `${second}: This one is of mailbox 0a6e1f3c-5b7d-4c2e-9f10-7d3b2a4c6e81.`,
  ],
  [pair(`<m:ContactId Id="⟦id.not-a-member|${second}⟧"/>${group}`), `${item}: This is "Lunch Club".`, directory],
  [body('<m:AddNewImContactToGroup><m:ImAddress>⟦address.no-at-sign|hana⟧</m:ImAddress></m:AddNewImContactToGroup>')],
  [
    body(
      '<m:AddDistributionGroupToImList><m:SmtpAddress>⟦address.no-at-sign|sales⟧</m:SmtpAddress><m:DisplayName>Sales</m:DisplayName></m:AddDistributionGroupToImList>',
    ),
  ],
  ...['PrimarySmtpAddress', 'SmtpAddress', 'PrincipalName'].map(
    way => [acting(`<t:${way}>⟦address.no-at-sign|hana⟧</t:${way}>`)] as const,
  ),
  [acting('<t:SmtpAddress>⟦address.not-bare|Hana &lt;a@b.example&gt;⟧</t:SmtpAddress>')],
  [acting('<t:SmtpAddress>⟦address.malformed|@b.example⟧</t:SmtpAddress>')],
  [telephone('⟦address.swapped|sip:a@b.example⟧', 'tel:+1'), 'tel:+1: The other address is here.'],
  [telephone('⟦address.no-tel|+1⟧', 'sip:a@b.example')],
  [telephone('tel:+1', '⟦address.no-sip|a@b.example⟧')],
  [acting('<t:SID>⟦address.sid-form|1-5-21⟧</t:SID>')],
  [
    property('PropertyTag="1" PropertyName="a" PropertyType="String"').replace(
      '<t:ExtendedProperty',
      '<⟦extended-property.combination|t:ExtendedProperty⟧',
    ),
  ],
  [property('PropertyTag="⟦extended-property.custom-tag|32768⟧" PropertyType="String"')],
  ...['Error', 'Null', 'Object', 'ObjectArray'].map(
    refused => [property(`PropertyTag="1" PropertyType="⟦extended-property.type|${refused}⟧"`)] as const,
  ),
  [remove('<m:GroupId Id="⟦placeholder.unfilled|{{group id}}⟧"/>')],
  [
    remove(
      `<m:GroupId xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ⟦type.substituted|xsi:nil="true"⟧ Id="${item}"/>`,
    ),
  ],
];

suite('problems', () => {
  for (const [line, related, list] of lines) {
    const { text, marks } = unmarked(line);
    test(`${marks.map(({ code }) => code).join(', ')}: ${line.slice(-160).replace(/\s+/g, ' ')}`, () => {
      const problems = problemsBoth(text, list);
      assert.equal(marked(text, [...problems].sort(inOrder)), marked(text, marks));
      assert.deepEqual(
        problems.flatMap(problem => relatedOf(text, problem)),
        related === undefined ? [] : [related],
      );
    });
  }

  test('every code has a case', () => {
    const covered = new Set(lines.flatMap(([line]) => unmarked(line).marks.map(({ code }) => code)));
    assert.deepEqual(
      problemCodes.filter(code => !covered.has(code)),
      [],
    );
  });

  test('every message is a sentence, and none shouts', () => {
    const messages = lines.flatMap(([line, , list]) =>
      problemsBoth(unmarked(line).text, list).map(({ message }) => message),
    );
    assert.deepEqual(
      messages.filter(
        message =>
          !/^[\p{Lu}"<m].*[.?…]$/u.test(message) ||
          message.replace(/<!--|<!\[CDATA\[/, '').includes('!') ||
          message.length > 260,
      ),
      [],
    );
  });
});

suite('problems that the IM list tells', () => {
  const inGroup: ImDirectory = { ...directory, groups: directory.groups.map(each => ({ ...each, members: [second] })) };
  const added = pair(`${contact}${group}`).replaceAll('RemoveImContactFromGroup', 'AddImContactToGroup');
  for (const [what, text, list] of [
    ['a member', pair(`${contact}${group}`), inGroup],
    ['a contact that is to be added', added, directory],
    ['a contact that the list does not have', pair(`${contact}${group}`), { ...directory, contacts: [] }],
    ['a group that the list does not have', pair(`${contact}${group}`), { ...directory, groups: [] }],
    ['any contact while the list is not known', pair(`${contact}${group}`), undefined],
  ] as const) {
    test(`nothing is said of ${what}`, () => assert.deepEqual(problemsBoth(text, list), []));
  }
});

suite('severities of problems', () => {
  const text = unmarked(name('R⟦xml.raw-ampersand|&⟧D')).text;

  test('stay as the table has them where the user says nothing', () => {
    assert.deepEqual(withSeverities(problemsOf(text), {}), problemsOf(text));
    assert.deepEqual(
      problemsOf(text).map(({ severity }) => severity),
      [problemTable['xml.raw-ampersand'].severity],
    );
  });

  test('are what the user says, and off leaves a problem out', () => {
    const [problem] = withSeverities(problemsOf(text), { 'xml.raw-ampersand': 'hint', 'id.cut': 'off' });
    assert.equal(problem?.severity, 'hint');
    assert.deepEqual(withSeverities(problemsOf(text), { 'xml.raw-ampersand': 'off' }), []);
  });
});

/** By the text, and by the IM list where it is known. */
function problemsBoth(text: string, list: ImDirectory | undefined): readonly Problem[] {
  return [...problemsOf(text), ...(list ? problemsByList(readRequest(text), list) : [])];
}

function relatedOf(text: string, { related }: Problem): readonly string[] {
  return related.map(({ from, to, message }) => `${text.slice(from, to)}: ${message}`);
}

function body(content: string, header = version): string {
  return `<soap:Envelope ${declarations}><soap:Header>${header}</soap:Header><soap:Body>${content}</soap:Body></soap:Envelope>`;
}

function remove(content: string): string {
  return body(`<m:RemoveImGroup>${content}</m:RemoveImGroup>`);
}

function pair(content: string): string {
  return body(`<m:RemoveImContactFromGroup>${content}</m:RemoveImContactFromGroup>`);
}

function name(content: string): string {
  return body(`<m:AddImGroup><m:DisplayName>${content}</m:DisplayName></m:AddImGroup>`);
}

function telephone(tel: string, sip: string): string {
  return body(
    `<m:AddNewTelUriContactToGroup><m:TelUriAddress>${tel}</m:TelUriAddress><m:ImContactSipUriAddress>${sip}</m:ImContactSipUriAddress><m:ImTelephoneNumber>1</m:ImTelephoneNumber></m:AddNewTelUriContactToGroup>`,
  );
}

function property(attributes: string): string {
  return body(
    `<m:GetImItemList><m:ExtendedProperties><t:ExtendedProperty ${attributes}/></m:ExtendedProperties></m:GetImItemList>`,
  );
}

function acting(choice: string): string {
  return body(
    '<m:GetImItemList/>',
    `${version}<t:ExchangeImpersonation><t:ConnectingSID>${choice}</t:ConnectingSID></t:ExchangeImpersonation>`,
  );
}

/** The layout of MS-OXWSITEMID: no compression, storage type, moniker with its length, instruction, store id with its length. */
function idOf(storageType: number, mailbox: string, store: string): string {
  return Buffer.from([
    0,
    storageType,
    mailbox.length,
    0,
    ...Buffer.from(mailbox),
    0,
    store.length,
    0,
    ...Buffer.from(store),
  ]).toString('base64');
}

suite('problems: very many', () => {
  test('an error behind a hundred warnings is not lost', () => {
    const ids = '<t:ItemId Id="AAA"/>'.repeat(150);
    const text = `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"><soap:Body><m:GetImItems><m:ContactIds>${ids}</m:ContactIds><m:Bogus/></m:GetImItems></soap:Body></soap:Envelope>`;
    const problems = problemsOf(text);
    assert.equal(problems.length, 100);
    assert.equal(problems.at(-1)?.code, 'child.unknown');
  });
});

import assert from 'node:assert/strict';
import { operations } from '../../../src/ews/operations/index.ts';
import {
  describeEntry,
  entriesIn,
  entryHoverAt,
  entryWithId,
  envelopeFor,
  type ImDirectory,
  membersIn,
  nameOf,
  operationNamed,
  readImDirectory,
  readRequest,
} from '../../../src/language/index.ts';
import { initialContent, startSandbox } from '../../../src/sandbox/index.ts';
import { parseXml } from '../../../src/xml/index.ts';

const [ada] = initialContent.mailboxes;
assert.ok(ada);

/** An answer as the documentation of GetImItemList shows it, prefixes as Exchange writes them. */
const documented = `<?xml version="1.0" encoding="utf-8"?>
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
<GetImItemListResponse ResponseClass="Success" xmlns="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types">
<ResponseCode>NoError</ResponseCode><ImItemList><t:Groups><t:ImGroup>
<t:DisplayName>R&amp;D</t:DisplayName><t:GroupType>IPM.DistList.MOC.UserGroup</t:GroupType>
<t:ExchangeStoreId Id="group" ChangeKey="EgA"/><t:MemberCorrelationKey><t:ItemId Id="second"/></t:MemberCorrelationKey></t:ImGroup></t:Groups>
<t:Personas><t:Persona><t:PersonaId Id="persona"/><t:DisplayName>Ben</t:DisplayName><t:ImAddress>sip:ben@contoso.example</t:ImAddress>
<t:Attributions><t:Attribution><t:Id>0</t:Id><t:SourceId Id="first" ChangeKey="EQA"/></t:Attribution>
<t:Attribution><t:Id>1</t:Id><t:SourceId Id="second" ChangeKey="EQB"/></t:Attribution></t:Attributions></t:Persona></t:Personas>
</ImItemList></GetImItemListResponse></s:Body></s:Envelope>`;

suite('language: the IM list of an answer', () => {
  test('a documented answer: groups, members, and of several contact items the one that is a member', () => {
    const group = { kind: 'group', id: 'group', changeKey: 'EgA', displayName: 'R&D' } as const;
    assert.deepEqual(readImDirectory(documented), {
      groups: [{ ...group, isDistribution: false, members: ['second'] }],
      contacts: [
        { kind: 'contact', id: 'second', changeKey: 'EQB', displayName: 'Ben', address: 'sip:ben@contoso.example' },
      ],
    });
  });

  test('the list of the sandbox holds what the sandbox holds', async () => {
    const directory = await askedOfSandbox();
    assert.deepEqual(
      directory.groups.map(({ id, changeKey, displayName, members }) => ({ id, changeKey, displayName, members })),
      ada.groups.map(({ id, changeKey, displayName, members }) => ({ id, changeKey, displayName, members })),
    );
    assert.deepEqual(
      directory.contacts.map(({ id, changeKey, displayName, address }) => [id, changeKey, displayName, address]),
      ada.contacts.map(({ id, changeKey, displayName, imAddress }) => [id, changeKey, displayName, imAddress]),
    );
    assert.deepEqual(
      directory.groups.filter(({ isDistribution }) => isDistribution).map(({ smtpAddress }) => smtpAddress),
      ['engineering@contoso.example'],
    );
  });

  test('an empty list is a list', () => {
    const empty = documented.replace(/<ImItemList>.*<\/ImItemList>/s, '<ImItemList/>');
    assert.deepEqual(readImDirectory(empty), { groups: [], contacts: [] });
  });

  for (const [what, text] of Object.entries({
    'an error': documented.replace('NoError', 'ErrorAccessDenied'),
    'the answer to another operation': documented.replaceAll('GetImItemListResponse', 'GetImItemsResponse'),
    'a request': envelopeFor(operations.find(({ name }) => name === 'GetImItemList')!),
    'no XML': 'HTTP/1.1 503',
    nothing: '',
  })) {
    test(`${what} is no list`, () => assert.equal(readImDirectory(text), undefined));
  }

  test('members of a group are found with their group', () => {
    const [member, ...more] = membersIn(parseXml(documented));
    assert.deepEqual([member?.entry.displayName, member?.group?.displayName, more.length], ['Ben', 'R&D', 0]);
    assert.deepEqual(
      entriesIn(parseXml(documented)).map(({ element, entry }) => [element.local, nameOf(entry)]),
      [
        ['ImGroup', 'R&D'],
        ['Persona', 'Ben'],
      ],
    );
  });

  test('what an answer leaves out is left out: ids, names, addresses, members that are listed nowhere', () => {
    const answer = (content: string) =>
      parseXml(documented.replace(/<ImItemList>.*<\/ImItemList>/s, `<ImItemList>${content}</ImItemList>`));
    const said = (content: string) => {
      const { groups, contacts } = readImDirectory(answer(content)) ?? { groups: [], contacts: [] };
      return [...groups, ...contacts].map(
        entry => `${nameOf(entry)}: ${describeEntry({ groups, contacts }, entry)} (${entry.changeKey ?? 'no key'})`,
      );
    };
    const store = '<t:ExchangeStoreId Id="g"/>';
    const source = '<t:Attributions><t:Attribution><t:SourceId Id="c"/></t:Attribution></t:Attributions>';
    assert.deepEqual(said('<t:ImGroup><t:DisplayName>x</t:DisplayName></t:ImGroup><t:Persona/>'), []);
    assert.deepEqual(said('<t:ImGroup><t:ExchangeStoreId/></t:ImGroup><t:Persona><t:Attributions/></t:Persona>'), []);
    assert.deepEqual(said(`<t:ImGroup>${store}</t:ImGroup>`), ['without a name: no members (no key)']);
    assert.deepEqual(said(`<t:ImGroup>${store}<t:GroupType>IPM.DistList.MOC.DG</t:GroupType></t:ImGroup>`), [
      'without a name: distribution group (no key)',
    ]);
    assert.deepEqual(said(`<t:ImGroup>${store}<t:SmtpAddress>all@contoso.example</t:SmtpAddress></t:ImGroup>`), [
      'all@contoso.example: distribution group, all@contoso.example (no key)',
    ]);
    assert.deepEqual(
      said(
        `<t:ImGroup>${store}<t:MemberCorrelationKey><t:ItemId Id="x"/><t:ItemId/></t:MemberCorrelationKey></t:ImGroup>`,
      ),
      ['without a name: 1 member (no key)'],
    );
    assert.deepEqual(said(`<t:Persona>${source}</t:Persona>`), ['without a name: in no group (no key)']);
    assert.deepEqual(
      said(`<t:Persona>${source}<t:PhoneNumber><t:Number>+49 30 1</t:Number></t:PhoneNumber></t:Persona>`),
      ['+49 30 1: +49 30 1, in no group (no key)'],
    );
    assert.deepEqual(entriesIn(parseXml('')), []);
    const members = membersIn(
      answer(
        `<t:ImGroup>${store}<t:MemberCorrelationKey><t:ItemId Id="x"/><t:ItemId/></t:MemberCorrelationKey></t:ImGroup>`,
      ),
    );
    assert.deepEqual(
      members.map(({ entry }) => entry),
      [{ kind: 'contact', id: 'x', displayName: '' }],
    );
  });

  test('of many names five are said', () => {
    const contacts = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(
      name => ({ kind: 'contact', id: name, displayName: name }) as const,
    );
    const members = contacts.map(({ id }) => id);
    const group = { kind: 'group', id: 'g', displayName: 'Many', isDistribution: false, members } as const;
    assert.equal(describeEntry({ groups: [group], contacts }, group), '7 members: A, B, C, D, E and 2 more');
  });

  test('an answer of more than 16 MB is not read', () => {
    assert.equal(readImDirectory(documented + ' '.repeat(16 * 1024 * 1024)), undefined);
  });

  test('an entry is described in words', async () => {
    const directory = await askedOfSandbox();
    const said = (name: string) => {
      const entry = [...directory.groups, ...directory.contacts].find(({ displayName }) => displayName === name);
      assert.ok(entry);
      return describeEntry(directory, entry);
    };
    assert.equal(said('Project Phoenix'), '3 members: Ben Ortiz, Chandra Rao, Dana Novak');
    assert.equal(said('Night Shift'), '1 member: Fumiko Sato');
    assert.equal(said('Old Team'), 'no members');
    assert.equal(said('All Engineering'), 'distribution group, engineering@contoso.example');
    assert.equal(said('Ben Ortiz'), 'ben.ortiz@contoso.example, in Project Phoenix, Lunch Club');
  });

  test('ids that differ in case alone are two ids', () => {
    const directory = readImDirectory(documented);
    assert.ok(directory);
    assert.equal(entryWithId(directory, 'group')?.displayName, 'R&D');
    assert.equal(entryWithId(directory, 'GROUP'), undefined);
  });

  test('a hover on an id names what the list knows', async () => {
    const directory = await askedOfSandbox();
    const group = ada.groups[1];
    const operation = operationNamed('RemoveImGroup');
    assert.ok(group && operation);
    const request = readRequest(envelopeFor(operation, { GroupId: { Id: group.id } }));
    const lines = entryHoverAt(request, request.text.indexOf(group.id) + 4, directory)?.lines.map(({ text }) => text);
    assert.deepEqual(lines, ['Lunch Club', 'IM group: 2 members: Ben Ortiz, Emil Berg']);
    assert.equal(entryHoverAt(request, request.text.indexOf('m:GroupId'), directory), undefined);
    assert.equal(entryHoverAt(request, request.text.indexOf(group.id) + 4, { groups: [], contacts: [] }), undefined);
  });
});

async function askedOfSandbox(): Promise<ImDirectory> {
  const operation = operationNamed('GetImItemList');
  assert.ok(operation);
  const sandbox = await startSandbox();
  try {
    const headers = { 'Content-Type': 'text/xml; charset=utf-8' };
    const response = await fetch(sandbox.url, { method: 'POST', headers, body: envelopeFor(operation) });
    const directory = readImDirectory(await response.text());
    assert.ok(directory);
    return directory;
  } finally {
    await sandbox.stop();
  }
}

import assert from 'node:assert/strict';
import type { EnvelopeValues } from '../../../src/language/index.ts';
import type { Outcome } from '../../../src/response/index.ts';
import { initialContent } from '../../../src/sandbox/content.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index.ts';
import { code, contact, envelopeOf, group, mailbox, pick, sendTo } from './asking.ts';

suite('sandbox: an IM list over HTTP', () => {
  let sandbox: Sandbox;

  setup(async () => {
    sandbox = await startSandbox();
  });

  teardown(async () => {
    await sandbox.stop();
  });

  test('RemoveImGroup removes the group, and a second try finds none', async () => {
    const values = { GroupId: { Id: group('Old Team').id } };
    assert.equal(code(await ask('RemoveImGroup', values)), 'NoError');
    assert.deepEqual(groupNames(), ['Project Phoenix', 'Lunch Club', 'Night Shift', 'All Engineering']);
    assert.equal(code(await ask('RemoveImGroup', values)), 'ErrorInvalidImGroupId');
  });

  test('RemoveImContactFromGroup takes one contact out of one group', async () => {
    const values = { ContactId: { Id: contact('Ben Ortiz').id }, GroupId: { Id: group('Project Phoenix').id } };
    assert.equal(code(await ask('RemoveImContactFromGroup', values)), 'NoError');
    assert.deepEqual(membersOf('Project Phoenix'), ['Chandra Rao', 'Dana Novak']);
    assert.deepEqual(membersOf('Lunch Club'), ['Ben Ortiz', 'Emil Berg']);
    assert.equal(code(await ask('RemoveImContactFromGroup', values)), 'ErrorInvalidImContactId');
  });

  test('RemoveContactFromImList takes a contact out of every group', async () => {
    const values = { ContactId: { Id: contact('Ben Ortiz').id } };
    assert.equal(code(await ask('RemoveContactFromImList', values)), 'NoError');
    assert.deepEqual(
      [membersOf('Project Phoenix'), membersOf('Lunch Club')],
      [['Chandra Rao', 'Dana Novak'], ['Emil Berg']],
    );
    assert.equal(code(await ask('RemoveContactFromImList', values)), 'ErrorItemNotFound');
  });

  test('the life of a group: made, filled, renamed, emptied, removed', async () => {
    assert.equal(code(await ask('AddImGroup', { DisplayName: 'R&D' })), 'NoError');
    assert.equal(code(await ask('AddImGroup', { DisplayName: 'r&d' })), 'ErrorImGroupDisplayNameAlreadyExists');
    const made = sandbox.content().mailboxes[0]!.groups.find(({ displayName }) => displayName === 'R&D')!;
    const GroupId = { Id: made.id, ChangeKey: made.changeKey };
    assert.equal(
      code(await ask('AddNewImContactToGroup', { ImAddress: 'x@contoso.example', DisplayName: 'X', GroupId })),
      'NoError',
    );
    assert.equal(
      code(await ask('AddImContactToGroup', { ContactId: { Id: contact('Ben Ortiz').id }, GroupId })),
      'NoError',
    );
    assert.deepEqual(membersOf('R&D'), ['X', 'Ben Ortiz']);
    assert.equal(code(await ask('SetImGroup', { GroupId, NewDisplayName: 'Research' })), 'NoError');
    assert.deepEqual(membersOf('Research'), ['X', 'Ben Ortiz']);
    const renamed = sandbox.content().mailboxes[0]!.groups.find(({ id }) => id === made.id)!;
    assert.notEqual(renamed.changeKey, made.changeKey);
    assert.equal(code(await ask('RemoveImGroup', { GroupId })), 'NoError');
    assert.equal(code(await ask('SetImGroup', { GroupId, NewDisplayName: 'Gone' })), 'ErrorInvalidImGroupId');
  });

  test('no more than 64 groups', async () => {
    for (let number = mailbox.groups.length; number < 64; number++) {
      assert.equal(code(await ask('AddImGroup', { DisplayName: `Group ${number}` })), 'NoError');
    }
    assert.equal(code(await ask('AddImGroup', { DisplayName: 'One too many' })), 'ErrorImGroupLimitReached');
  });

  for (const [id, expected] of [
    ['', 'ErrorInvalidIdEmpty'],
    [group('Old Team').id.slice(0, -4), 'ErrorInvalidIdMalformed'],
    [`${group('Old Team').id.slice(0, 40)} ${group('Old Team').id.slice(40)}`, 'ErrorInvalidIdMalformed'],
    ['A'.repeat(516), 'ErrorInvalidIdMonikerTooLong'],
    [contact('Ben Ortiz').id, 'ErrorInvalidImGroupId'],
    [contact('Ben Ortiz').personaId, 'ErrorInvalidImGroupId'],
  ] as const) {
    test(`RemoveImGroup with the id "${id.slice(0, 12)}…" of ${id.length} characters is ${expected}`, async () => {
      assert.equal(code(await ask('RemoveImGroup', { GroupId: { Id: id } })), expected);
    });
  }

  test('an answer names the server, an error has its text before its code', async () => {
    const { text } = await sendTo(sandbox, envelopeOf('RemoveImGroup', { GroupId: { Id: contact('Ben Ortiz').id } }));
    assert.match(text, /<h:ServerVersionInfo MajorVersion="15" MinorVersion="2"/);
    assert.match(
      text,
      /<RemoveImGroupResponse ResponseClass="Error" xmlns="http:\/\/schemas\.microsoft\.com\/exchange\/services\/2006\/messages"><MessageText>[^<]+<\/MessageText><ResponseCode>ErrorInvalidImGroupId<\/ResponseCode><DescriptiveLinkKey>0</,
    );
  });

  test('a request that the schema refuses is a fault with line, position and violation', async () => {
    const outcome = await sendText(envelopeOf('RemoveImGroup', {}).replace(/<m:GroupId[^>]*>/, ''));
    assert.equal(outcome.kind, 'soapFault');
    assert.deepEqual(pick(outcome, 'responseCode', 'line', 'position'), {
      responseCode: 'ErrorSchemaValidation',
      line: 11,
      position: 7,
    });
    assert.match(
      String(pick(outcome, 'violation').violation),
      /has incomplete content\. List of possible elements expected: 'GroupId'/,
    );
  });

  test('a version below Exchange2013 and a working name are faults of their own', async () => {
    const request = envelopeOf('RemoveImGroup', { GroupId: { Id: group('Old Team').id } });
    assert.equal(
      code(await sendText(request.replace('Exchange2013_SP1', 'Exchange2010_SP2'))),
      'ErrorIncorrectSchemaVersion',
    );
    assert.equal(
      code(await sendText(request.replace('Exchange2013_SP1', 'Exchange2012'))),
      'ErrorInvalidServerVersion',
    );
  });

  for (const [element, value, expected] of [
    ['PrimarySmtpAddress', 'ben.ortiz@contoso.example', 'NoError'],
    ['SmtpAddress', 'benortiz@contoso.example', 'NoError'],
    ['PrincipalName', 'ben.ortiz@contoso.example', 'NoError'],
    ['SID', initialContent.mailboxes[1]!.sid, 'NoError'],
    ['PrimarySmtpAddress', 'benortiz@contoso.example', 'ErrorNonPrimarySmtpAddress'],
    ['SmtpAddress', 'nobody@contoso.example', 'ErrorNonExistentMailbox'],
    ['PrincipalName', 'CONTOSO\\ben', 'ErrorInvalidUserPrincipalName'],
    ['SID', 'S-1-5-21-1-2-3-4', 'ErrorInvalidUserSid'],
    ['SID', 'ben', 'ErrorInvalidSid'],
  ] as const) {
    test(`acting for ${element} ${value} is ${expected}`, async () => {
      assert.equal(code(await sendText(actingFor(envelopeOf('GetImItemList', {}), element, value))), expected);
    });
  }

  test('acting for another user changes the list of that user alone', async () => {
    const other = initialContent.mailboxes[1]!.groups[0]!;
    const request = actingFor(
      envelopeOf('RemoveImGroup', { GroupId: { Id: other.id } }),
      'SmtpAddress',
      'ben.ortiz@contoso.example',
    );
    assert.equal(code(await ask('RemoveImGroup', { GroupId: { Id: other.id } })), 'ErrorInvalidImGroupId');
    assert.equal(code(await sendText(request)), 'NoError');
    assert.deepEqual(
      sandbox.content().mailboxes.map(({ groups }) => groups.length),
      [5, 4],
    );
  });

  test('reading changes nothing, so nobody is told', async () => {
    let changes = 0;
    sandbox.onDidChange(() => {
      changes += 1;
    });
    assert.equal(code(await ask('GetImItemList', {})), 'NoError');
    assert.equal(code(await ask('SetImListMigrationCompleted', { ImListMigrationCompleted: 'true' })), 'NoError');
    assert.equal(changes, 0);
  });

  test('no more than 1000 contacts, and a known address makes none', async () => {
    const contacts = Array.from({ length: 1000 }, (_, index) => ({
      ...mailbox.contacts[0]!,
      id: `${index}`,
      imAddress: `${index}@contoso.example`,
    }));
    sandbox.reset({ mailboxes: [{ ...mailbox, contacts, groups: [group('Old Team')] }] });
    const GroupId = { Id: group('Old Team').id };
    const add = (ImAddress: string) => ask('AddNewImContactToGroup', { ImAddress, DisplayName: 'X', GroupId });
    assert.equal(code(await add('x@contoso.example')), 'ErrorImContactLimitReached');
    assert.equal(code(await add('7@CONTOSO.example')), 'NoError');
    assert.deepEqual(sandbox.content().mailboxes[0]!.groups[0]!.members, ['7']);
  });

  test('RemoveDistributionGroupFromImList takes distribution groups alone', async () => {
    const own = { GroupId: { Id: group('Old Team').id } };
    const values = { GroupId: { Id: group('All Engineering').id } };
    assert.equal(code(await ask('RemoveDistributionGroupFromImList', own)), 'ErrorItemNotFound');
    assert.equal(code(await ask('RemoveDistributionGroupFromImList', values)), 'NoError');
    assert.equal(code(await ask('RemoveDistributionGroupFromImList', values)), 'ErrorItemNotFound');
    assert.deepEqual(groupNames(), ['Project Phoenix', 'Lunch Club', 'Night Shift', 'Old Team']);
  });

  async function ask(operation: string, values: EnvelopeValues): Promise<Outcome> {
    return await sendText(envelopeOf(operation, values));
  }

  async function sendText(text: string): Promise<Outcome> {
    return (await sendTo(sandbox, text)).outcome;
  }

  function groupNames(): readonly string[] {
    return sandbox.content().mailboxes[0]!.groups.map(({ displayName }) => displayName);
  }

  function membersOf(name: string): readonly string[] {
    const { groups, contacts } = sandbox.content().mailboxes[0]!;
    const members = groups.find(({ displayName }) => displayName === name)!.members;
    return members.map(id => contacts.find(candidate => candidate.id === id)!.displayName);
  }
});

function actingFor(request: string, element: string, value: string): string {
  const header = `<t:ExchangeImpersonation><t:ConnectingSID><t:${element}>${value}</t:${element}></t:ConnectingSID></t:ExchangeImpersonation>`;
  return request.replace('</soap:Header>', `${header}</soap:Header>`);
}

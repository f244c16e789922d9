import assert from 'node:assert/strict';
import { readChangeKey, readItemId } from '../../../src/ews/itemId.ts';
import { initialContent } from '../../../src/sandbox/content.ts';

suite('sandbox: the content it begins with', () => {
  const { mailboxes } = initialContent;
  const things = mailboxes.flatMap(({ groups, contacts }) => [...groups, ...contacts]);

  test('every id is of its mailbox and stands once', () => {
    const ids = mailboxes.flatMap(({ guid, groups, contacts }) =>
      [...groups, ...contacts].map(({ id }) => ({ id, guid })),
    );
    assert.equal(new Set(ids.map(({ id }) => id)).size, ids.length);
    assert.deepEqual(
      ids.map(({ id }) => readItemId(id)),
      ids.map(({ guid }) => ({ health: 'ok', kind: 'mailbox item', mailboxGuid: guid })),
    );
  });
  test('ChangeKeys tell groups from contacts', () =>
    assert.deepEqual(
      things.map(({ changeKey }) => readChangeKey(changeKey)?.objectType),
      mailboxes.flatMap(({ groups, contacts }) => [
        ...groups.map(() => 'distribution list'),
        ...contacts.map(() => 'contact'),
      ]),
    ));
  test('members are contacts of the same mailbox', () => {
    const strangers = mailboxes.flatMap(({ groups, contacts }) =>
      groups.flatMap(({ members }) => members.filter(member => !contacts.some(({ id }) => id === member))),
    );
    assert.deepEqual(strangers, []);
    assert.ok(mailboxes.some(({ groups }) => groups.some(({ members }) => members.length > 1)));
  });
  test('persona ids are of another kind than the ids of contacts', () =>
    assert.deepEqual(
      mailboxes.flatMap(({ contacts }) => contacts.map(({ personaId }) => readItemId(personaId).kind)),
      mailboxes.flatMap(({ contacts }) => contacts.map(() => 'conversation or persona')),
    ));
  test('addresses and SIDs have their forms, in a domain that is nobody’s', () => {
    const addresses = [
      ...mailboxes.flatMap(({ address, aliases, userPrincipalName }) => [address, ...aliases, userPrincipalName]),
      ...mailboxes.flatMap(({ contacts }) => contacts.map(({ imAddress }) => imAddress)),
    ];
    assert.deepEqual(
      addresses.filter(address => !/^[a-z.]+@contoso\.example$/.test(address)),
      [],
    );
    assert.deepEqual(
      mailboxes.filter(({ sid }) => !/^S-1-5-21(-\d+){4}$/.test(sid)),
      [],
    );
  });
});

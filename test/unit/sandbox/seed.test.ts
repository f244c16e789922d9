import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readItemId } from '../../../src/ews/itemId.ts';
import { parseSeed, startSandbox } from '../../../src/sandbox/index.ts';

suite('sandbox: seed files', () => {
  test('names and addresses are enough', () => {
    const seed = parseSeed('{"mailboxes":[{"name":"Ada Keller","address":"Ada@Fabrikam.example"}]}');
    assert.ok(seed.kind === 'content');
    const [mailbox, ...others] = seed.content.mailboxes;
    assert.deepEqual(others, []);
    const { displayName, address, aliases, userPrincipalName, groups, contacts, guid, sid } = mailbox!;
    assert.deepEqual(
      { displayName, address, aliases, userPrincipalName, groups, contacts },
      {
        displayName: 'Ada Keller',
        address: 'Ada@Fabrikam.example',
        aliases: [],
        userPrincipalName: 'Ada@Fabrikam.example',
        groups: [],
        contacts: [],
      },
    );
    assert.match(guid, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.match(sid, /^S-1-5-21(-\d+){4}$/);
  });

  test('members without an entry become contacts, and ids belong to the mailbox', () => {
    const seed = parseSeed(`\ufeff{"mailboxes":[{"name":"A","address":"a@fabrikam.example",
      "contacts":[{"name":"Ben Ortiz","imAddress":"sip:ben","telephone":"+1"}],
      "groups":[{"name":"G","members":["Ben Ortiz","Chandra Rao","Ben Ortiz"]},
                {"name":"D","kind":"distribution","address":"d@fabrikam.example"},
                {"name":"F","kind":"favorites","members":["Chandra Rao"]}]}]}`);
    assert.ok(seed.kind === 'content');
    const { groups, contacts, guid } = seed.content.mailboxes[0]!;
    assert.deepEqual(
      contacts.map(({ displayName, imAddress, telephoneNumber }) => [displayName, imAddress, telephoneNumber]),
      [
        ['Ben Ortiz', 'sip:ben', '+1'],
        ['Chandra Rao', 'chandra.rao@fabrikam.example', undefined],
      ],
    );
    const [ben, chandra] = contacts.map(({ id }) => id);
    assert.deepEqual(
      groups.map(({ displayName, groupType, smtpAddress, members }) => [displayName, groupType, smtpAddress, members]),
      [
        ['G', 'IPM.DistList.MOC.UserGroup', undefined, [ben, chandra]],
        ['D', 'IPM.DistList.MOC.DG', 'd@fabrikam.example', []],
        ['F', 'IPM.DistList.MOC.Favorites', undefined, [chandra]],
      ],
    );
    for (const { id } of [...groups, ...contacts]) assert.equal(readItemId(id).mailboxGuid, guid);
  });

  test('the same file gives the same ids', () => {
    const json = '{"mailboxes":[{"name":"A","address":"a@b.example","groups":[{"name":"G","members":["M"]}]}]}';
    assert.deepEqual(parseSeed(json), parseSeed(json));
  });

  for (const [json, problems] of [
    ['[]', ['The file must be an object with mailboxes.']],
    ['{}', ['mailboxes must be a list in square brackets.']],
    ['{"mailboxes":[]}', ['mailboxes is empty: the first mailbox is the one that requests go to.']],
    [
      '{"mailboxes":[{"adress":"x"}]}',
      [
        'mailboxes[0] has "adress", which a seed does not know: write name, address, aliases, userPrincipalName, sid, contacts, groups.',
        'mailboxes[0].address must be an SMTP address such as ada.keller@contoso.example.',
        'mailboxes[0].name must be a text in quotes that is not empty.',
      ],
    ],
    [
      '{"mailboxes":[{"name":"A","address":"a@b","groups":[{"name":"G","kind":"team"},{"name":"g"},{"name":"D","kind":"distribution"},{"name":"H","address":"h@b","members":[1]}]}]}',
      [
        'mailboxes[0].groups[0].kind is "team": write one of own, distribution, favorites, other, tagged.',
        'mailboxes[0].groups[2].address must be an SMTP address such as ada.keller@contoso.example.',
        'mailboxes[0].groups[3].address belongs to groups of the kind distribution only: remove it or change the kind.',
        'mailboxes[0].groups[3].members[0] must be a text in quotes that is not empty.',
        'mailboxes[0].groups has the name "g" twice: each may stand once, whatever its case.',
      ],
    ],
    [
      '{"mailboxes":[{"name":"A","address":"a@b"},{"name":"B","address":"b@b","aliases":["A@b"]}]}',
      ['mailboxes has the address "A@b" twice: each may stand once, whatever its case.'],
    ],
    [
      JSON.stringify({
        mailboxes: [{ name: 'A', address: 'a@b', groups: Array.from({ length: 65 }, (_, n) => ({ name: `${n}` })) }],
      }),
      ['mailboxes[0] has 65 groups: a mailbox has room for 64.'],
    ],
  ] as const) {
    test(`${json.slice(0, 60)}: ${problems.length} problems`, () =>
      assert.deepEqual(parseSeed(json), { kind: 'problems', problems }));
  }

  for (const json of ['', '{', 'null', '1', '{"mailboxes":null}', '{"mailboxes":[null]}', '{"mailboxes":[[]]}']) {
    test(`${json || 'nothing'} is told to be no seed`, () => assert.equal(parseSeed(json).kind, 'problems'));
  }

  test('the example of the documentation is a seed', () => {
    const page = readFileSync(new URL('../../../docs/sandbox-seed.md', import.meta.url), 'utf8');
    const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    const seed = parseSeed(example);
    assert.ok(seed.kind === 'content');
    assert.deepEqual(
      seed.content.mailboxes[0]!.groups.map(({ displayName, members }) => [displayName, members.length]),
      [
        ['Project Phoenix', 2],
        ['All Engineering', 0],
      ],
    );
  });

  test('the sample is a seed, and what the schema for editors knows is what is read', () => {
    const sample = readFileSync(new URL('../../../samples/fabrikam.ews-sandbox.json', import.meta.url), 'utf8');
    assert.equal(parseSeed(sample).kind, 'content');
    const schema = JSON.parse(
      readFileSync(new URL('../../../syntaxes/sandbox-seed.schema.json', import.meta.url), 'utf8'),
    );
    const known = (value: string) => {
      const seed = parseSeed(`{"mailboxes":[${value}]}`);
      assert.ok(seed.kind === 'problems');
      return seed.problems.flatMap(
        problem => /"nothing", which a seed does not know: write (.*)\.$/.exec(problem)?.[1] ?? [],
      );
    };
    const fields = (name: string) => Object.keys(schema.definitions[name].properties).join(', ');
    assert.deepEqual(known('{"nothing":1}'), [fields('mailbox')]);
    assert.deepEqual(known('{"contacts":[{"nothing":1}]}'), [fields('contact')]);
    assert.deepEqual(known('{"groups":[{"nothing":1}]}'), [fields('group')]);
    assert.deepEqual(
      schema.definitions.group.properties.kind.enum.map((kind: string) => {
        const address = kind === 'distribution' ? ',"address":"g@b.example"' : '';
        return parseSeed(
          `{"mailboxes":[{"name":"A","address":"a@b.example","groups":[{"name":"G","kind":"${kind}"${address}}]}]}`,
        ).kind;
      }),
      ['content', 'content', 'content', 'content', 'content'],
    );
  });

  test('a sandbox goes back to its seed', async () => {
    const seed = parseSeed('{"mailboxes":[{"name":"A","address":"a@b","groups":[{"name":"G"}]}]}');
    assert.ok(seed.kind === 'content');
    const sandbox = await startSandbox({ content: seed.content });
    try {
      sandbox.reset({ mailboxes: [] });
      assert.deepEqual(sandbox.content(), { mailboxes: [] });
      sandbox.reset();
      assert.deepEqual(sandbox.content(), seed.content);
    } finally {
      await sandbox.stop();
    }
  });
});

import assert from 'node:assert/strict';
import { operations } from '../../../src/ews/operations/index.ts';
import { type EnvelopeValues, envelopeFor } from '../../../src/language/index.ts';
import { initialContent } from '../../../src/sandbox/content.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index.ts';
import { answerVerdict } from '../../support/schemaVerdict.ts';

const mailbox = initialContent.mailboxes[0]!;
const group = mailbox.groups[0]!;
const distributionGroup = mailbox.groups.find(({ groupType }) => groupType === 'IPM.DistList.MOC.DG')!;
const GroupId = { Id: group.id, ChangeKey: group.changeKey };
const ContactId = { Id: mailbox.contacts.find(({ displayName }) => displayName === 'Emil Berg')!.id };
const member = { Id: group.members[0]! };
const nowhere = { Id: initialContent.mailboxes[1]!.groups[0]!.id };

/** A request that succeeds and one that is refused, for each operation. */
const cases: Readonly<Record<string, readonly [EnvelopeValues, EnvelopeValues?, string?]>> = {
  AddImContactToGroup: [{ ContactId, GroupId }, { ContactId: nowhere, GroupId }, 'ErrorInvalidImContactId'],
  AddImGroup: [{ DisplayName: 'A & <B>' }, { DisplayName: 'old team' }, 'ErrorImGroupDisplayNameAlreadyExists'],
  AddNewImContactToGroup: [
    { ImAddress: 'x&y@contoso.example', DisplayName: '"X" & <Y>', GroupId },
    { ImAddress: 'x@contoso.example', DisplayName: 'X', GroupId: nowhere },
    'ErrorInvalidImGroupId',
  ],
  AddNewTelUriContactToGroup: [
    {
      TelUriAddress: 'tel:+1',
      ImContactSipUriAddress: 'sip:x@contoso.example',
      ImTelephoneNumber: '+1 <2>',
      GroupId,
    },
    { TelUriAddress: 'tel:+1', ImContactSipUriAddress: 'sip:x', ImTelephoneNumber: '+1', GroupId: nowhere },
    'ErrorItemNotFound',
  ],
  AddDistributionGroupToImList: [
    { SmtpAddress: 'sales@contoso.example', DisplayName: 'Sales & Co' },
    { SmtpAddress: 'sales@fabrikam.example', DisplayName: 'Sales' },
    'ErrorInvalidImDistributionGroupSmtpAddress',
  ],
  GetImItemList: [{}],
  GetImItems: [{}],
  RemoveContactFromImList: [{ ContactId }, { ContactId: nowhere }, 'ErrorItemNotFound'],
  RemoveImContactFromGroup: [{ ContactId: member, GroupId }, { ContactId, GroupId }, 'ErrorInvalidImContactId'],
  RemoveDistributionGroupFromImList: [{ GroupId: { Id: distributionGroup.id } }, { GroupId }, 'ErrorItemNotFound'],
  RemoveImGroup: [{ GroupId }, { GroupId: nowhere }, 'ErrorInvalidImGroupId'],
  SetImGroup: [
    { GroupId, NewDisplayName: 'R&D' },
    { GroupId, NewDisplayName: group.displayName },
    'ErrorImGroupDisplayNameAlreadyExists',
  ],
  SetImListMigrationCompleted: [{ ImListMigrationCompleted: 'true' }],
};

suite('sandbox: answers are valid against the schema', () => {
  let sandbox: Sandbox;

  setup(async () => {
    sandbox = await startSandbox();
  });

  teardown(async () => {
    await sandbox.stop();
  });

  test('the schema refuses what is no answer', () => {
    const [before, after] = [
      '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>',
      '</s:Body></s:Envelope>',
    ];
    assert.match(String(answerVerdict(`${before}${after}`)), /Body/);
  });

  test('there is a case for each operation', () =>
    assert.deepEqual(Object.keys(cases).sort(), operations.map(({ name }) => name).sort()));

  for (const [name, [good, bad, code]] of Object.entries(cases)) {
    test(`${name}: success`, async () => {
      const answer = await ask(name, good);
      assert.equal(answerVerdict(answer), undefined);
      assert.match(answer, /<ResponseCode>NoError</);
    });
    if (bad && code) {
      test(`${name}: ${code}`, async () => {
        const answer = await ask(name, bad);
        assert.equal(answerVerdict(answer), undefined);
        assert.equal(/<ResponseCode>(\w+)</.exec(answer)?.[1], code);
      });
    }
  }

  test('an answer with every kind of group, contact and member is valid', async () => {
    const values = { GroupId: { Id: distributionGroup.id } };
    await ask('AddNewTelUriContactToGroup', {
      TelUriAddress: 'tel:+49301234',
      ImContactSipUriAddress: 'sip:hotline@contoso.example',
      ImTelephoneNumber: '+49 30 1234',
      GroupId,
    });
    const list = await ask('GetImItemList', {});
    assert.equal(answerVerdict(list), undefined);
    assert.deepEqual(
      ['SmtpAddress', 'PhoneNumber', 'MemberCorrelationKey', 'Attribution'].filter(
        element => !list.includes(`<${element}>`),
      ),
      [],
    );
    await ask('RemoveDistributionGroupFromImList', values);
    assert.equal(answerVerdict(await ask('GetImItemList', {})), undefined);
  });

  test('GetImItems gives what the ids name, leaves out the others, and is valid when nothing is left', async () => {
    const ids = (id: string) => `<m:GroupIds><t:ItemId Id="${id}"/></m:GroupIds>`;
    const found = await post(withContent('GetImItems', ids(group.id)));
    assert.equal(answerVerdict(found), undefined);
    assert.match(found, /<DisplayName>Project Phoenix<\/DisplayName>/);
    const none = await post(withContent('GetImItems', ids(nowhere.Id)));
    assert.equal(answerVerdict(none), undefined);
    assert.doesNotMatch(none, /<ImGroup>/);
  });

  for (const [attributes, code] of [
    ['PropertyTag="0x3001" PropertyType="String"', 'NoError'],
    ['DistinguishedPropertySetId="Common" PropertyId="1" PropertyType="String"', 'NoError'],
    ['PropertyTag="0x8001" PropertyType="String"', 'ErrorNoPropertyTagForCustomProperties'],
    ['PropertyTag="0x3001" PropertyType="Object"', 'ErrorUnsupportedMapiPropertyType'],
    ['PropertyTag="0x3001" PropertyName="x" PropertyType="String"', 'ErrorInvalidExtendedProperty'],
    ['PropertyName="x" PropertyType="String"', 'ErrorInvalidExtendedProperty'],
    ['DistinguishedPropertySetId="Common" PropertyType="String"', 'ErrorInvalidExtendedProperty'],
  ] as const) {
    test(`an extended property with ${attributes} is ${code}`, async () => {
      const content = `<m:ExtendedProperties><t:ExtendedProperty ${attributes}/></m:ExtendedProperties>`;
      const answer = await post(withContent('GetImItemList', content));
      assert.equal(/<ResponseCode>(\w+)</.exec(answer)?.[1], code);
      assert.equal(answerVerdict(answer), undefined);
    });
  }

  function ask(name: string, values: EnvelopeValues): Promise<string> {
    return post(envelopeOf(name, values));
  }

  async function post(body: string): Promise<string> {
    const response = await fetch(sandbox.url, { method: 'POST', headers: { 'Content-Type': 'text/xml' }, body });
    return await response.text();
  }
});

function envelopeOf(name: string, values: EnvelopeValues): string {
  return envelopeFor(operations.find(operation => operation.name === name)!, values);
}

/** The envelope of an operation with the given content in place of its own. */
function withContent(name: string, content: string): string {
  const envelope = envelopeOf(name, {});
  const opened = envelope.replace(new RegExp(`<m:${name}\\s*/>`), `<m:${name}></m:${name}>`);
  return opened.replace(new RegExp(`(<m:${name}>)[\\s\\S]*(</m:${name}>)`), `$1${content}$2`);
}

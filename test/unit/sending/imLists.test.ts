import assert from 'node:assert/strict';
import { envelopeFor, type Impersonation, operationNamed, readRequest } from '../../../src/language/index.ts';
import { startSandbox } from '../../../src/sandbox/index.ts';
import { type Endpoint, sandboxEndpoint } from '../../../src/sending/endpoint.ts';
import { ImLists } from '../../../src/sending/imLists.ts';
import { type Exchange, send } from '../../../src/sending/index.ts';

const ben: Impersonation = { by: 'PrimarySmtpAddress', value: 'ben.ortiz@contoso.example' };
const lab: Endpoint = { ...sandboxEndpoint, name: 'Lab', url: 'https://mail.example.com/', source: 'user' };

suite('sending: the IM lists that are known', () => {
  let url: string;
  let stop: () => Promise<void>;
  let lists: ImLists;
  let told: number;

  suiteSetup(async () => {
    ({ url, stop } = await startSandbox());
  });

  suiteTeardown(() => stop());

  setup(() => {
    lists = new ImLists();
    told = 0;
    lists.onDidChange(() => {
      told++;
    });
  });

  test('nothing is known before an answer', () => {
    assert.equal(lists.of(sandboxEndpoint, requestTo('RemoveImGroup')), undefined);
  });

  test('a list is known for its mailbox and its endpoint alone', async () => {
    await ask(sandboxEndpoint, ben);
    assert.deepEqual(groupsOf(sandboxEndpoint, ben), ['Project Phoenix', 'Suppliers']);
    assert.deepEqual(groupsOf(sandboxEndpoint, { by: 'PrincipalName', value: 'Ben.Ortiz@contoso.example' }), [
      'Project Phoenix',
      'Suppliers',
    ]);
    assert.equal(groupsOf(sandboxEndpoint), undefined);
    assert.equal(groupsOf(lab, ben), undefined);
    assert.equal(groupsOf({ ...sandboxEndpoint, username: 'ada' }, ben), undefined);
    assert.equal(told, 1);
  });

  test('a change makes the lists of its endpoint old, whatever name the mailbox went by', async () => {
    await ask(sandboxEndpoint, ben);
    await ask(lab);
    const change = requestTo('SetImListMigrationCompleted');
    lists.note(sandboxEndpoint, change, await sent(change), false);
    assert.equal(lists.of(sandboxEndpoint, requestTo('RemoveImGroup', ben))?.isFresh, false);
    assert.equal(lists.of(lab, requestTo('RemoveImGroup'))?.isFresh, true);
    await ask(sandboxEndpoint, ben);
    assert.equal(lists.of(sandboxEndpoint, requestTo('RemoveImGroup', ben))?.isFresh, true);
  });

  test('a change that may have been executed makes them old, one that never left does not', async () => {
    await ask(sandboxEndpoint);
    const change = requestTo('RemoveImGroup');
    lists.note(sandboxEndpoint, change, await failed(change, 'no'), false);
    assert.equal(lists.of(sandboxEndpoint, change)?.isFresh, true);
    lists.note(sandboxEndpoint, change, await failed(change, 'maybe'), false);
    assert.equal(lists.of(sandboxEndpoint, change)?.isFresh, false);
  });

  test('whatever only reads leaves them as they are', async () => {
    await ask(sandboxEndpoint);
    const reading = requestTo('GetImItems');
    lists.note(sandboxEndpoint, reading, await sent(reading), true);
    assert.equal(lists.of(sandboxEndpoint, reading)?.isFresh, true);
  });

  test('an answer that is no list is none', async () => {
    const nobody = requestTo('GetImItemList', { by: 'PrimarySmtpAddress', value: 'nobody@contoso.example' });
    lists.note(sandboxEndpoint, nobody, await sent(nobody), true);
    assert.equal(lists.of(sandboxEndpoint, nobody), undefined);
  });

  test('after signing out nothing is known', async () => {
    await ask(sandboxEndpoint);
    lists.clear();
    assert.equal(groupsOf(sandboxEndpoint), undefined);
  });

  test('the oldest of very many is forgotten', async () => {
    const list = requestTo('GetImItemList');
    const answer = await sent(list);
    for (let number = 0; number <= 20; number++) lists.note({ ...lab, name: `Lab ${number}` }, list, answer, true);
    assert.equal(groupsOf({ ...lab, name: 'Lab 0' }), undefined);
    assert.notEqual(groupsOf({ ...lab, name: 'Lab 1' }), undefined);
    assert.notEqual(groupsOf({ ...lab, name: 'Lab 20' }), undefined);
  });

  async function ask(endpoint: Endpoint, impersonation?: Impersonation): Promise<void> {
    const request = requestTo('GetImItemList', impersonation);
    lists.note(endpoint, request, await sent(request), true);
  }

  async function sent(request: ReturnType<typeof requestTo>): Promise<Exchange> {
    const operation = { name: request.operation?.name ?? '', soapAction: '' };
    const target = { url, authentication: 'none', timeoutSeconds: 10, maxAnswerBytes: 10_000_000 } as const;
    return await send({ id: 'x', endpointName: 'x', target, text: request.text, operation, version: '0' });
  }

  async function failed(request: ReturnType<typeof requestTo>, how: 'no' | 'maybe'): Promise<Exchange> {
    const result = { kind: 'failure', code: 'timeout', message: '', sent: how } as unknown as Exchange['result'];
    return { ...(await sent(request)), result };
  }

  function groupsOf(endpoint: Endpoint, impersonation?: Impersonation): readonly string[] | undefined {
    const known = lists.of(endpoint, requestTo('RemoveImGroup', impersonation));
    return known?.directory.groups.slice(0, 2).map(({ displayName }) => displayName);
  }
});

function requestTo(name: string, impersonation?: Impersonation) {
  const operation = operationNamed(name);
  assert.ok(operation);
  return readRequest(envelopeFor(operation, {}, impersonation));
}

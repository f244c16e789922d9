import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { operations } from '../../../src/ews/operations/index.ts';
import { type EnvelopeValues, envelopeFor } from '../../../src/language/index.ts';
import type { Outcome } from '../../../src/response/index.ts';
import { initialContent } from '../../../src/sandbox/content.ts';
import { type Sandbox, scriptedAnswers, startSandbox } from '../../../src/sandbox/index.ts';
import { send } from '../../../src/sending/index.ts';

const mailbox = initialContent.mailboxes[0]!;
const group = (name: string) => mailbox.groups.find(({ displayName }) => displayName === name)!;
const contact = (name: string) => mailbox.contacts.find(({ displayName }) => displayName === name)!;

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
    const text = await post(envelopeOf('RemoveImGroup', { GroupId: { Id: contact('Ben Ortiz').id } }));
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

  test('a namespace of the headers that is misspelt is a violation, not a header to pass over', async () => {
    const text = envelopeOf('GetImItemList', {}).replace('xmlns:t="http://', 'xmlns:t="https://');
    const outcome = await sendText(text);
    assert.equal(code(outcome), 'ErrorSchemaValidation');
  });

  test('malformed text is a fault that names the place', async () => {
    const text = envelopeOf('AddImGroup', { DisplayName: 'R and D' }).replace('R and D', 'R & D');
    const line = text.slice(0, text.indexOf('R & D')).split('\n').length;
    const before = text.split('\n')[line - 1]!.indexOf('& D');
    assert.deepEqual(pick(await sendText(text), 'responseCode', 'line', 'position', 'violation'), {
      responseCode: 'ErrorSchemaValidation',
      line,
      position: before + 2,
      violation: `An error occurred while parsing EntityName. Line ${line}, position ${before + 2}.`,
    });
  });

  test('a request that nests without end is answered', async () => {
    const depth = 20_000;
    const body = `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
    const response = await fetch(sandbox.url, { method: 'POST', headers: { 'Content-Type': 'text/xml' }, body });
    assert.equal(response.status, 500);
    assert.match(await response.text(), /<e:ResponseCode[^>]*>Error/);
    assert.equal(code(await ask('GetImItemList', {})), 'NoError');
  });

  test('UTF-16 is read by its byte order mark', async () => {
    const text = envelopeOf('GetImItemList', {}).replace('utf-8', 'utf-16');
    const body = Buffer.from(`\ufeff${text}`, 'utf16le');
    const response = await fetch(sandbox.url, { method: 'POST', headers: { 'Content-Type': 'text/xml' }, body });
    assert.match(await response.text(), /<ResponseCode>NoError</);
  });

  test('a client that goes away while it sends leaves the sandbox as it was', async () => {
    const { port } = new URL(sandbox.url);
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      `POST /EWS/Exchange.asmx HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: text/xml\r\nContent-Length: 1000\r\n\r\n<a`,
    );
    socket.destroy();
    await once(socket, 'close');
    assert.equal(code(await ask('GetImItemList', {})), 'NoError');
  });

  test('it stops while a slow answer is waited for', async () => {
    sandbox.scriptNext(scripted('slow'));
    const request = httpRequest(sandbox.url, {
      method: 'POST',
      headers: { 'Content-Type': 'text/xml', Expect: '100-continue' },
    });
    request.flushHeaders();
    await once(request, 'continue');
    request.end('<a/>');
    const failed = once(request, 'error');
    await sandbox.stop();
    await failed;
    await assert.rejects(fetch(sandbox.url, { method: 'POST' }));
  });

  test('a request keeps its own id and gets one of the server', async () => {
    const headers = { 'Content-Type': 'text/xml', 'client-request-id': 'abc', 'return-client-request-id': 'true' };
    const response = await fetch(sandbox.url, { method: 'POST', headers, body: '<a/>' });
    assert.equal(response.headers.get('client-request-id'), 'abc');
    assert.match(response.headers.get('request-id') ?? '', /^[0-9a-f-]{36}$/);
  });

  test('with Basic it answers only its own user', async () => {
    const closed = await startSandbox({ authentication: 'basic' });
    try {
      const ask = (headers: Readonly<Record<string, string>>) =>
        fetch(closed.url, {
          method: 'POST',
          headers: { 'Content-Type': 'text/xml', ...headers },
          body: envelopeOf('GetImItemList', {}),
        });
      const refused = await ask({});
      assert.deepEqual([refused.status, refused.headers.get('www-authenticate')], [401, 'Basic realm="sandbox"']);
      assert.equal((await ask({ Authorization: `Basic ${btoa('sandbox:wrong')}` })).status, 401);
      assert.equal((await ask({ Authorization: `Basic ${btoa('sandbox:sandbox')}` })).status, 200);
    } finally {
      await closed.stop();
    }
  });

  const others = scriptedAnswers.filter(answer => !answer.delay && !answer.code);
  for (const { id, status, body, delay, breaksAfter } of others) {
    test(`the scripted answer ${id} arrives as ${status}${breaksAfter ? ', broken' : ''}, once`, async () => {
      sandbox.scriptNext(scripted(id));
      const response = await fetch(sandbox.url, {
        method: 'POST',
        headers: { 'Content-Type': 'text/xml' },
        body: '<a/>',
      });
      assert.equal(response.status, status);
      const arrived = await response.text().catch(() => 'broken');
      assert.deepEqual([arrived, delay], [breaksAfter === undefined ? body : 'broken', undefined]);
      assert.equal(code(await ask('GetImItemList', {})), 'NoError');
    });
  }

  test('every scripted answer has an id, a title and words of its own', () => {
    for (const field of ['id', 'title', 'description'] as const)
      assert.equal(new Set(scriptedAnswers.map(answer => answer[field])).size, scriptedAnswers.length, field);
  });

  test('https namespaces and SOAP 1.2 are not served', async () => {
    const request = envelopeOf('GetImItemList', {});
    const https = await sendText(request.replaceAll('http://schemas', 'https://schemas'));
    assert.deepEqual(pick(https, 'kind', 'status'), { kind: 'httpError', status: 501 });
  });

  test('an operation that the sandbox does not have is told', async () => {
    const request = envelopeOf('GetImItemList', {}).replaceAll('m:GetImItemList', 'm:FindFolder');
    assert.equal(code(await sendText(request)), 'ErrorInvalidRequest');
  });

  test('reset puts everything back, and listeners hear of changes', async () => {
    let changes = 0;
    const stop = sandbox.onDidChange(() => {
      changes += 1;
    });
    await ask('RemoveImGroup', { GroupId: { Id: group('Old Team').id } });
    sandbox.reset();
    stop();
    await ask('RemoveImGroup', { GroupId: { Id: group('Old Team').id } });
    assert.equal(changes, 2);
    sandbox.reset();
    assert.deepEqual(sandbox.content(), initialContent);
  });

  for (const [why, headers, path, status] of [
    ['an Origin', { Origin: 'https://evil.example' }, undefined, 403],
    ['a foreign Host', { Host: 'evil.example' }, undefined, 403],
    ['another type', { 'Content-Type': 'application/json' }, undefined, 415],
    ['another path', {}, '/EWS/Services.wsdl', 404],
  ] as const) {
    test(`a request with ${why} is refused with ${status}`, async () => {
      assert.equal((await raw(headers, path)).status, status);
    });
  }

  test('reading is not asking: GET is refused with 405, which says what is allowed', async () => {
    const response = await fetch(sandbox.url);
    assert.deepEqual([response.status, response.headers.get('allow')], [405, 'POST']);
  });

  test('a request without a type is refused with 415', async () => {
    const response = await fetch(sandbox.url, { method: 'POST', body: new Blob([envelopeOf('GetImItemList', {})]) });
    assert.equal(response.status, 415);
  });

  test('a request of more than 64 MB is refused with 413', async () => {
    const body = new Uint8Array(64 * 1024 * 1024 + 1).fill(0x20);
    const response = await fetch(sandbox.url, { method: 'POST', headers: { 'Content-Type': 'text/xml' }, body });
    assert.equal(response.status, 413);
  });

  test('a scripted answer comes once', async () => {
    sandbox.scriptNext(scriptedAnswers.find(({ id }) => id === 'busy')!);
    const busy = await ask('GetImItemList', {});
    assert.deepEqual(pick(busy, 'responseCode', 'backOffMilliseconds'), {
      responseCode: 'ErrorServerBusy',
      backOffMilliseconds: 30000,
    });
    assert.equal(code(await ask('GetImItemList', {})), 'NoError');
  });

  test('what waits is told, can be taken back, and goes with a reset', async () => {
    const [busy] = scriptedAnswers;
    const waiting: (string | undefined)[] = [];
    const stop = sandbox.onDidScript(() => waiting.push(sandbox.scripted?.id));
    sandbox.scriptNext(busy);
    sandbox.scriptNext(undefined);
    assert.equal(code(await ask('GetImItemList', {})), 'NoError');
    sandbox.scriptNext(busy);
    assert.equal(code(await ask('GetImItemList', {})), 'ErrorServerBusy');
    sandbox.scriptNext(busy);
    sandbox.reset();
    assert.equal(code(await ask('GetImItemList', {})), 'NoError');
    assert.deepEqual(waiting, ['busy', undefined, 'busy', undefined, 'busy', undefined]);
    stop();
    sandbox.scriptNext(busy);
    sandbox.scriptNext(undefined);
    assert.equal(waiting.length, 6);
  });

  test('a request that stands aside leaves the answer that waits', async () => {
    sandbox.scriptNext(scriptedAnswers[0]);
    const response = await fetch(sandbox.url, {
      method: 'POST',
      headers: { 'Content-Type': 'text/xml', 'X-Sandbox-Aside': 'true' },
      body: envelopeOf('GetImItemList', {}),
    });
    assert.match(await response.text(), /<ResponseCode>NoError</);
    assert.equal(code(await ask('GetImItemList', {})), 'ErrorServerBusy');
  });

  async function ask(operation: string, values: EnvelopeValues): Promise<Outcome> {
    return await sendText(envelopeOf(operation, values));
  }

  async function sendText(text: string): Promise<Outcome> {
    const target = { url: sandbox.url, authentication: 'none' } as const;
    const { result } = await send({ id: 'a', endpointName: 'Sandbox', target, text, version: '0' });
    assert.ok(result.kind === 'answer');
    return result.outcome;
  }

  async function post(text: string): Promise<string> {
    const target = { url: sandbox.url, authentication: 'none' } as const;
    const { result } = await send({ id: 'a', endpointName: 'Sandbox', target, text, version: '0' });
    assert.ok(result.kind === 'answer');
    return result.text;
  }

  function raw(
    headers: Readonly<Record<string, string>>,
    path = '/EWS/Exchange.asmx',
  ): Promise<{ status: number | undefined }> {
    return new Promise((resolve, reject) => {
      const request = httpRequest(
        new URL(path, sandbox.url),
        { method: 'POST', headers: { 'Content-Type': 'text/xml', ...headers } },
        response => {
          response.resume();
          resolve({ status: response.statusCode });
        },
      );
      request.once('error', reject);
      request.end('<a/>');
    });
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

function scripted(id: string) {
  return scriptedAnswers.find(answer => answer.id === id)!;
}

function envelopeOf(name: string, values: EnvelopeValues): string {
  return envelopeFor(operations.find(operation => operation.name === name)!, values);
}

function actingFor(request: string, element: string, value: string): string {
  const header = `<t:ExchangeImpersonation><t:ConnectingSID><t:${element}>${value}</t:${element}></t:ConnectingSID></t:ExchangeImpersonation>`;
  return request.replace('</soap:Header>', `${header}</soap:Header>`);
}

/** The code of an answer or a fault, whatever its kind. */
function code(outcome: Outcome): string | undefined {
  return outcome.kind === 'answered'
    ? outcome.messages[0]?.responseCode
    : (pick(outcome, 'responseCode').responseCode as string | undefined);
}

function pick(outcome: Outcome, ...names: readonly string[]): Record<string, unknown> {
  const all = outcome as unknown as Record<string, unknown>;
  return Object.fromEntries(names.map(name => [name, all[name]]));
}

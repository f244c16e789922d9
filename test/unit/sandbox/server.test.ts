import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import type { EnvelopeValues } from '../../../src/language/index.ts';
import type { Outcome } from '../../../src/response/index.ts';
import { initialContent } from '../../../src/sandbox/content.ts';
import { type Sandbox, scriptedAnswers, startSandbox } from '../../../src/sandbox/index.ts';
import { code, envelopeOf, group, pick, sendTo } from './asking.ts';

suite('sandbox: the server', () => {
  let sandbox: Sandbox;

  setup(async () => {
    sandbox = await startSandbox();
  });

  teardown(async () => {
    await sandbox.stop();
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

  const late = { id: 'late', title: 'Late', description: 'Late', delay: 400 };

  test('a late answer is that of the request, which is carried out at once', async () => {
    assert.deepEqual(
      scriptedAnswers.flatMap(answer => ('delay' in answer ? [[answer.id, answer.delay]] : [])),
      [['slow', 20_000]],
    );
    sandbox.scriptNext(late);
    const since = performance.now();
    let isAnswered = false;
    const answer = ask('RemoveImGroup', { GroupId: { Id: group('Old Team').id } }).finally(() => {
      isAnswered = true;
    });
    await changed();
    assert.ok(!isAnswered && !sandbox.content().mailboxes[0]!.groups.some(isOldTeam));
    assert.equal(code(await answer), 'NoError');
    assert.ok(performance.now() - since >= 390);
  });

  test('a client that does not wait for a late answer leaves the sandbox as the request made it', async () => {
    sandbox.scriptNext(late);
    const body = envelopeOf('RemoveImGroup', { GroupId: { Id: group('Old Team').id } });
    const leaving = new AbortController();
    const options = { method: 'POST', headers: { 'Content-Type': 'text/xml' }, body, signal: leaving.signal };
    const refused = assert.rejects(fetch(sandbox.url, options), { name: 'AbortError' });
    await changed();
    leaving.abort();
    await refused;
    assert.ok(!sandbox.content().mailboxes[0]!.groups.some(isOldTeam));
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

  const others = scriptedAnswers.filter(answer => 'status' in answer);
  for (const { id, status, body, breaksAfter } of others) {
    test(`the scripted answer ${id} arrives as ${status}${breaksAfter ? ', broken' : ''}, once`, async () => {
      sandbox.scriptNext(scripted(id));
      const response = await fetch(sandbox.url, {
        method: 'POST',
        headers: { 'Content-Type': 'text/xml' },
        body: '<a/>',
      });
      assert.equal(response.status, status);
      const arrived = await response.text().catch(() => 'broken');
      assert.equal(arrived, breaksAfter === undefined ? body(Buffer.from('<a/>')) : 'broken');
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

  function changed(): Promise<void> {
    return new Promise(resolve => {
      const stop = sandbox.onDidChange(() => {
        stop();
        resolve();
      });
    });
  }

  async function ask(operation: string, values: EnvelopeValues): Promise<Outcome> {
    return await sendText(envelopeOf(operation, values));
  }

  async function sendText(text: string): Promise<Outcome> {
    return (await sendTo(sandbox, text)).outcome;
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
});

function isOldTeam({ displayName }: { readonly displayName: string }): boolean {
  return displayName === 'Old Team';
}

function scripted(id: string) {
  return scriptedAnswers.find(answer => answer.id === id)!;
}

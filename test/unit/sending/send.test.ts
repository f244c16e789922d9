import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { send } from '../../../src/sending/index.ts';

interface Received {
  readonly body: Buffer;
  readonly headers: IncomingMessage['headers'];
  readonly method: string | undefined;
}

suite('sending: what goes over the wire', () => {
  let server: Server;
  let url: string;
  let received: Received[];

  suiteSetup(async () => {
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      received.push({ body: Buffer.concat(chunks), headers: request.headers, method: request.method });
      response.writeHead(503, { 'Retry-After': '7', 'Set-Cookie': 'exchangecookie=secret' });
      response.end();
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/EWS/Exchange.asmx`;
  });

  setup(() => {
    received = [];
  });

  suiteTeardown(async () => {
    await new Promise(resolve => server.close(resolve));
  });

  const text = '\ufeff<?xml version="1.0"?>\r\n<a b = \'1\'>\u00e9\u{1f600}\t</a >';

  test('the text byte for byte, in UTF-8 and without a byte order mark', async () => {
    const exchange = await sendText();
    assert.deepEqual(
      received.map(({ body }) => body.toString('utf8')),
      [text.slice(1)],
    );
    assert.equal(exchange.request.text, text.slice(1));
  });

  test('the headers that EWS documents', async () => {
    await sendText();
    const { headers, method } = received[0]!;
    assert.equal(method, 'POST');
    assert.equal(headers['content-type'], 'text/xml; charset=utf-8');
    assert.equal(headers['soapaction'], '"http://schemas.microsoft.com/exchange/services/2006/messages/RemoveImGroup"');
    assert.equal(headers['accept'], 'text/xml');
    assert.equal(headers['client-request-id'], 'id-1');
    assert.equal(headers['return-client-request-id'], 'true');
    assert.equal(headers['user-agent'], 'EWS-Request-Studio/1.2.3');
  });

  test('Basic carries user and password in UTF-8, and neither is in the exchange', async () => {
    const exchange = await sendText({ authentication: 'basic', username: 'j\u00f6rg', secret: 'gr\u00fc\u00df' });
    assert.equal(
      received[0]!.headers['authorization'],
      `Basic ${Buffer.from('j\u00f6rg:gr\u00fc\u00df').toString('base64')}`,
    );
    assert.doesNotMatch(
      JSON.stringify(exchange),
      new RegExp(
        `gr\u00fc\u00df|${Buffer.from('j\u00f6rg:gr\u00fc\u00df').toString('base64').slice(0, 10)}|exchangecookie`,
      ),
    );
    assert.deepEqual(
      exchange.request.headers.find(([name]) => name === 'Authorization'),
      ['Authorization', 'Basic (redacted)'],
    );
  });

  test('the answer, whatever its status', async () => {
    const { result } = await sendText();
    assert.ok(result.kind === 'answer');
    assert.equal(result.http.status, 503);
    assert.equal(result.outcome.kind, 'httpError');
  });

  test('what is a bug is thrown, not told as a failure', async () => {
    const signal = 'no signal' as never;
    const sending = {
      id: 'id',
      endpointName: 'Test',
      target: { url, authentication: 'none' },
      text,
      version: '1',
    } as const;
    await assert.rejects(send(sending, { signal }), TypeError);
  });

  test('no answer is a failure with code, fate and message', async () => {
    const { result } = await sendText({ url: 'http://127.0.0.1:1/' });
    assert.ok(result.kind === 'failure');
    assert.deepEqual([result.code, result.sent], ['network.refused', 'no']);
  });

  async function sendText(target: Partial<Parameters<typeof send>[0]['target']> = {}) {
    return await send({
      id: 'id-1',
      endpointName: 'Test',
      target: { url, authentication: 'none', ...target },
      text,
      operation: {
        name: 'RemoveImGroup',
        soapAction: 'http://schemas.microsoft.com/exchange/services/2006/messages/RemoveImGroup',
      },
      version: '1.2.3',
    });
  }
});

suite('sending: a server that echoes what it was sent', () => {
  test('neither password nor Authorization survives in body, status or headers, and the rest stays as it was', async () => {
    const secret = 'geh\u00e9im99x';
    const echo = createServer((request, response) => {
      const sent = String(request.headers.authorization);
      const body = Buffer.from(`<p>${sent} ${secret} \u00fc</p>`, 'utf8');
      response.writeHead(200, 'Hello', { 'Content-Type': 'text/html; charset=utf-8', 'X-Echo': sent }).end(body);
    });
    await new Promise<void>(resolve => echo.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(echo.address() as AddressInfo).port}/`;
    const target = { url, authentication: 'basic', username: 'u', secret } as const;
    const exchange = await send({ id: 'id', endpointName: 'Test', target, text: '<a/>', version: '0' });
    await new Promise(resolve => echo.close(resolve));
    const written = JSON.stringify(exchange);
    assert.ok(!written.includes(secret));
    assert.ok(!written.includes(Buffer.from(`u:${secret}`).toString('base64')));
    assert.equal(
      exchange.result.kind === 'answer' && exchange.result.text,
      '<p>Basic (redacted) (redacted) \u00fc</p>',
    );
  });
});

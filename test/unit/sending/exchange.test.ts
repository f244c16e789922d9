import assert from 'node:assert/strict';
import { headerComplaint, type Sending, send } from '../../../src/sending/index.ts';
import { requestText, success } from '../../support/exchanges.ts';
import { answer, type Behaviour, headerOf, type WireServer, wireServer } from '../../support/wire.ts';

const soapAction = 'http://schemas.microsoft.com/exchange/services/2006/messages/RemoveImGroup';

suite('sending: headers and the exchange', () => {
  let server: WireServer | undefined;

  teardown(async () => {
    await server?.stop();
  });

  async function exchange(behaviour: Behaviour, change: Partial<Sending> = {}) {
    server = await wireServer(behaviour);
    return await send({
      id: '5f8c1d0e-7a34-4c6b-9f11-2b8d3e4f5a60',
      endpointName: 'Test',
      target: { url: `${server.origin}/EWS/Exchange.asmx`, authentication: 'none' },
      text: requestText,
      operation: { name: 'RemoveImGroup', soapAction },
      version: '1.2.3',
      ...change,
    });
  }

  const succeeds: Behaviour = socket =>
    socket.write(
      answer(
        '200 OK',
        ['Content-Type: text/xml; charset=utf-8'],
        success.result.kind === 'answer' ? success.result.text : '',
      ),
    );

  test('the mailbox that steers routing, and a length that counts no byte order mark', async () => {
    const text = `\ufeff<?xml version="1.0"?>\r\n<ä  b = 'c'\t/>\r\n`;
    await exchange(succeeds, { text, anchorMailbox: 'ann@contoso.example' });
    const request = server?.requests[0];
    assert.equal(request?.body.toString(), text.slice(1));
    assert.match(request?.head ?? '', /^POST \/EWS\/Exchange\.asmx HTTP\/1\.1\r\n/);
    const expected = {
      'Content-Type': 'text/xml; charset=utf-8',
      Accept: 'text/xml',
      'Accept-Encoding': 'gzip, deflate, br',
      SOAPAction: `"${soapAction}"`,
      'User-Agent': 'EWS-Request-Studio/1.2.3',
      'client-request-id': '5f8c1d0e-7a34-4c6b-9f11-2b8d3e4f5a60',
      'return-client-request-id': 'true',
      'X-AnchorMailbox': 'ann@contoso.example',
      'Content-Length': String(Buffer.byteLength(text) - 3),
      Authorization: undefined,
    };
    assert.deepEqual(Object.fromEntries(Object.keys(expected).map(name => [name, headerOf(request, name)])), expected);
  });

  test('gives the whole exchange', async () => {
    const given = await exchange(succeeds);
    assert.equal(given.operation, 'RemoveImGroup');
    assert.equal(given.request.text, requestText);
    assert.equal(given.result.kind === 'answer' && given.result.outcome.kind, 'answered');
    assert.equal(given.result.kind === 'answer' && given.result.http.status, 200);
    assert.equal(given.endpoint.authentication, 'none');
  });

  test('an operation that is not known has no SOAPAction', async () => {
    const { operation: _operation, ...rest } = await exchange(succeeds, { operation: undefined } as never);
    assert.equal(headerOf(server?.requests[0], 'SOAPAction'), undefined);
    assert.ok(!('operation' in rest));
  });

  test('an address with a password is refused and not kept', async () => {
    const given = await exchange(succeeds, {
      target: { url: 'https://ann:secret@mail.example/', authentication: 'none' },
    });
    assert.equal(given.result.kind === 'failure' && given.result.code, 'endpoint.credentials-in-url');
    assert.ok(!JSON.stringify(given).includes('secret@'));
  });

  test('further headers go along and take the place of ours, secrets do not', async () => {
    const extraHeaders = [
      ['user-agent', 'Allowed/1.0'],
      ['X-Test', 'a b'],
      ['Authorization', 'Basic eDp5'],
      ['cookie', 'a=b'],
      ['Content-Length', '1'],
      ['bad name', 'x'],
      ['X-Break', 'a\r\nb: c'],
    ] as const;
    await exchange(succeeds, { extraHeaders });
    const { head = '' } = server?.requests[0] ?? {};
    assert.equal(headerOf(server?.requests[0], 'User-Agent'), 'Allowed/1.0');
    assert.equal(head.match(/^user-agent:/gim)?.length, 1);
    assert.equal(headerOf(server?.requests[0], 'X-Test'), 'a b');
    assert.doesNotMatch(head, /authorization|cookie|bad name|x-break|length: 1\b/i);
  });

  for (const name of ['Authorization', 'PROXY-AUTHORIZATION', 'cookie', 'Host', 'Transfer-Encoding', 'a b', '']) {
    test(`the header "${name}" is refused`, () => {
      assert.match(headerComplaint(name, 'x') ?? '', /\.$/);
    });
  }
});

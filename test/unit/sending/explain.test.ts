import assert from 'node:assert/strict';
import { explainExchange, productOf, type Sending, send } from '../../../src/sending/index.ts';
import { closeIdleConnections } from '../../../src/transport/index.ts';
import { success } from '../../support/exchanges.ts';
import { answer, type Behaviour, type WireServer, wireServer } from '../../support/wire.ts';

suite('sending: an exchange explained', () => {
  let server: WireServer | undefined;

  teardown(async () => {
    await closeIdleConnections();
    await server?.stop();
  });

  async function exchange(
    behaviour: Behaviour,
    target: Partial<Sending['target']> = {},
    change: Partial<Sending> = {},
  ) {
    server = await wireServer(behaviour);
    return await send({
      id: 'id',
      endpointName: 'Test',
      target: { url: server.origin, authentication: 'none', ...target },
      text: '<a/>',
      version: '1.2.3',
      ...change,
    });
  }

  const refuses: Behaviour = socket =>
    socket.write(answer('401 No', ['WWW-Authenticate: Negotiate', 'WWW-Authenticate: NTLM']));

  test('a Kerberos ticket that is refused leads to NTLM', async () => {
    const kerberos = async () => 'dG9rZW4=';
    const explanation = explainExchange(await exchange(refuses, { authentication: 'negotiate', kerberos }));
    assert.match(explanation?.causes[0] ?? '', /Kerberos carries no channel binding/);
    assert.match(explanation?.steps[0]?.text ?? '', /"ntlm"/);
  });

  test('an NTLM that is not taken up does not speak of Kerberos', async () => {
    const target = { authentication: 'negotiate', username: 'ann', secret: 'Pa55-word' } as const;
    const explanation = explainExchange(await exchange(refuses, target));
    assert.doesNotMatch(JSON.stringify(explanation), /Kerberos/);
    assert.match(explanation?.steps.map(({ text }) => text).join(' ') ?? '', /channelBinding "off"/);
  });

  test('an answer that names no build has no product', async () => {
    const { result } = await exchange(refuses);
    assert.ok(result.kind === 'answer');
    assert.equal(productOf(result.outcome), undefined);
  });

  test('no answer has nothing to explain', async () => {
    assert.equal(explainExchange(await exchange(socket => socket.end())), undefined);
  });

  test('the operation that was sent is known to the explanation, and the build to the product', async () => {
    const text = success.result.kind === 'answer' ? success.result.text : '';
    const given = await exchange(
      socket => socket.write(answer('200 OK', ['Content-Type: text/xml'], text)),
      {},
      { operation: { name: 'RemoveImGroup', soapAction: 'x' } },
    );
    assert.equal(explainExchange(given)?.tone, 'success');
    assert.ok(given.result.kind === 'answer');
    assert.match(productOf(given.result.outcome) ?? '', /Exchange/);
  });
});

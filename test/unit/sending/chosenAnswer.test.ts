import assert from 'node:assert/strict';
import { panelView } from '../../../src/panel/index.ts';
import { type Sandbox, scriptedAnswers, startSandbox } from '../../../src/sandbox/index.ts';
import { type Exchange, explainExchange, isChosenAnswer, send } from '../../../src/sending/index.ts';
import { closeIdleConnections } from '../../../src/transport/index.ts';
import { requestText } from '../../support/exchanges.ts';

suite('sending: an answer that was chosen for the sandbox', () => {
  let sandbox: Sandbox;

  suiteSetup(async () => {
    sandbox = await startSandbox();
  });

  suiteTeardown(async () => {
    await closeIdleConnections();
    await sandbox.stop();
  });

  async function given(title?: string): Promise<Exchange> {
    const answer = scriptedAnswers.find(each => each.title === title);
    if (answer) sandbox.scriptNext(answer);
    return await send({
      id: 'id',
      endpointName: 'Sandbox',
      target: { url: sandbox.url, authentication: 'none' },
      text: requestText,
      version: '1.2.3',
    });
  }

  test('it is told to be one, and the next is none', async () => {
    for (const [title, labels] of [
      ['HTTP 403', ['Chosen answer', 'Sending it again']],
      [undefined, ['Sending it again']],
    ] as const) {
      const exchange = await given(title);
      const { callouts } = panelView(exchange, explainExchange(exchange));
      assert.deepEqual(
        callouts.map(({ label }) => label),
        labels,
      );
    }
  });

  test('nothing is blamed on the sandbox, which has no settings and took no credentials', async () => {
    for (const answer of scriptedAnswers) {
      if (!('body' in answer) || answer.breaksAfter !== undefined) continue;
      const { title } = answer;
      const exchange = await given(title);
      const view = panelView(exchange, explainExchange(exchange));
      const names = [...view.actions, ...view.steps.flatMap(({ action }) => action ?? [])].map(({ name }) => name);
      assert.deepEqual(
        names.filter(name => ['openEndpointSettings', 'testEndpoint', 'signOut'].includes(name)),
        [],
        title,
      );
      assert.doesNotMatch(view.causes.join(' '), /authentication of the endpoint/, title);
    }
  });

  test('an expired token is the first cause, and a new one the first step', async () => {
    const explanation = explainExchange(await given('HTTP 401, Bearer'));
    assert.match(explanation?.causes[0] ?? '', /^The token was used after its time/);
    assert.equal(explanation?.steps[0]?.text, 'Get a new token.');
  });

  test('only the sandbox is believed', async () => {
    const exchange = await given('HTTP 403');
    assert.ok(isChosenAnswer(exchange));
    const url = 'https://mail.contoso.example/EWS/Exchange.asmx';
    assert.ok(!isChosenAnswer({ ...exchange, endpoint: { ...exchange.endpoint, url } }));
  });
});

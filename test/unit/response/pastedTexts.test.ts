import assert from 'node:assert/strict';
import { decode, type Explanation, explain, readHttpFacts } from '../../../src/response/index.ts';

const pasted = (text: string): Explanation => explain(decode({ body: text }), { pasted: true });

suite('explain: texts that somebody pasted', () => {
  test('a code alone is explained as in an answer, and as good or bad as it is', () => {
    const denied = pasted(' ErrorImpersonateUserDenied\n');
    assert.deepEqual([denied.tone, denied.headline], ['error', 'ErrorImpersonateUserDenied']);
    assert.doesNotMatch(denied.meaning, /It stands in/);
    assert.deepEqual([pasted('NoError').tone, pasted('NoError').headline], ['success', 'NoError']);
  });

  test('a code that no table has is taken by itself alone', () => {
    assert.equal(pasted('ErrorOfTomorrow').headline, 'ErrorOfTomorrow');
    assert.equal(pasted('It said ErrorOfTomorrow.').headline, 'Not an EWS answer');
  });

  test('a code inside of something else says where it stands', () => {
    assert.match(
      pasted('{"code": "ErrorItemNotFound"}').meaning,
      /It stands in JSON, of which nothing else was read\.$/,
    );
    assert.doesNotMatch(pasted('Got ErrorItemNotFound again').meaning, /It stands in/);
  });

  test('other words get what can be pasted in their place, and a page where it may come from', () => {
    const words = pasted('Please help me');
    assert.match(words.meaning, /^This text holds no answer of EWS: it is /);
    assert.match(words.steps.map(({ text }) => text).join(' '), /raw HTTP response.*ResponseCode/);
    assert.doesNotMatch(pasted('<html><body>Sign in</body></html>').meaning, /^This text holds no answer/);
  });

  test('below a head of HTTP a server did answer', () => {
    const http = readHttpFacts(200, [['Content-Type', 'text/plain']]);
    const answered = explain(decode({ status: 200, body: 'ErrorItemNotFound' }), { pasted: true, http });
    assert.equal(answered.headline, 'Not an EWS answer');
    assert.doesNotMatch(answered.meaning, /^This text holds no answer/);
  });

  test('nothing is offered that changes an endpoint, or signs out of it', () => {
    const steps = (isPasted: boolean) =>
      explain({ kind: 'httpError', status: 401, notes: [], values: [] } as never, {
        ...(isPasted && { pasted: true }),
        authentication: 'basic',
        http: readHttpFacts(401, []),
      }).steps;
    const actions = (isPasted: boolean) => steps(isPasted).map(({ action }) => action);
    assert.deepEqual(
      ['signOut', 'openEndpointSettings', 'testEndpoint'].filter(action => !actions(false).includes(action as never)),
      [],
    );
    assert.deepEqual(new Set(actions(true)), new Set([undefined]));
    assert.ok(steps(true).some(({ text }) => text === 'Check user and authentication of the endpoint.'));
  });
});

suite('explain: what to do about a refused sign-in', () => {
  const first = (authentication: 'none' | 'ntlm' | 'bearer', category: string) => {
    const diagnostics = `2000002;reason="The token is refused.";error_category="${category}"`;
    const http = readHttpFacts(401, [['x-ms-diagnostics', diagnostics]]);
    return explain({ kind: 'httpError', status: 401, notes: [], values: [] } as never, { authentication, http })
      .steps[0];
  };

  test('a token that is over is replaced: where one is kept by signing out', () => {
    assert.deepEqual(first('bearer', 'token_expired'), {
      text: 'Sign out and enter a fresh token.',
      action: 'signOut',
    });
    assert.deepEqual(first('none', 'token_expired'), { text: 'Get a new token.' });
  });

  test('who signed in without credentials has none to forget', () => {
    assert.notEqual(first('none', 'invalid_resource')?.action, 'signOut');
    assert.equal(first('ntlm', 'invalid_resource')?.action, 'signOut');
  });
});

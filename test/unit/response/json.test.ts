import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { decode, type OutcomeJson, outcomeJson, readHttpFacts, splitAnswers } from '../../../src/response/index.ts';

function jsonOf(name: string): OutcomeJson {
  const body = readFileSync(new URL(`../../fixtures/answers/${name}`, import.meta.url));
  return JSON.parse(JSON.stringify(outcomeJson(decode({ body }))));
}

suite('the JSON of decode', () => {
  test('a success', () => {
    assert.deepEqual(jsonOf('documented-group-removed.xml'), {
      kind: 'answered',
      operation: 'RemoveImGroup',
      responseClass: 'Success',
      responseCode: 'NoError',
      server: {
        major: 15,
        minor: 2,
        build: 1544,
        revision: 4,
        version: 'Exchange2016',
        product: 'Exchange 2019',
        update: 'CU14',
        released: '2024-02-13',
        match: 'exact',
        sentence: 'Exchange 2019 CU14 of 2024-02-13.',
      },
      messages: [{ responseClass: 'Success', responseCode: 'NoError' }],
    });
  });

  test('of several messages the first that is no success gives the fields before them', () => {
    const json = jsonOf('messages-mixed-classes.xml');
    assert.deepEqual(
      [json.responseClass, json.responseCode, json.messageText],
      ['Error', 'ErrorItemNotFound', 'Gone.'],
    );
    assert.deepEqual(json.messages, [
      { responseClass: 'Success', responseCode: 'NoError' },
      { responseClass: 'Error', responseCode: 'ErrorItemNotFound', messageText: 'Gone.' },
      { responseClass: 'Warning', responseCode: 'ErrorBatchProcessingStopped', messageText: 'Stopped.' },
    ]);
  });

  test('inner code and back-off', () => {
    assert.equal(jsonOf('inner-code.xml').innerCode, 'ErrorServerBusy');
    assert.equal(jsonOf('busy-in-200.xml').backOffMilliseconds, 5000);
    assert.equal(jsonOf('fault-busy.xml').backOffMilliseconds, 297_749);
  });

  test('fields without a value are left out', () => {
    const body = '<html><body>ErrorServerBusy</body></html>';
    const bare = outcomeJson(decode({ body: 'nothing of note' }));
    assert.deepEqual(Object.keys(bare).sort(), ['body', 'excerpt', 'kind']);
    assert.equal('status' in outcomeJson(decode({ body, status: 500 })), true);
    assert.equal(outcomeJson(decode({ body, status: 500 })).status, 500);
    assert.equal('status' in outcomeJson(decode({ body })), false);
    assert.equal('status' in outcomeJson(decode({ body }), readHttpFacts(undefined, [])), false);
    assert.equal(
      'values' in jsonOf('fault-schema-validation.xml') &&
        Object.keys(jsonOf('fault-schema-validation.xml').values ?? {}).length === 0,
      false,
    );
  });

  test('a schema fault', () => {
    const json = jsonOf('fault-schema-validation.xml');
    assert.deepEqual(
      [json.kind, json.responseCode, json.messageText, json.line, json.position, json.violation],
      ['soapFault', 'ErrorSchemaValidation', 'Not valid.', 11, 10, "The required attribute 'Id' is missing."],
    );
  });

  test('a fault without detail tells its fault string', () => {
    assert.equal(jsonOf('fault-without-detail.xml').messageText, 'No.');
  });

  test('status, schemes, waiting time and diagnostics of HTTP', () => {
    const [answer] = splitAnswers(
      'HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM, Basic realm="x"\r\nRetry-After: 5\r\nrequest-id: 1\r\nx-ms-diagnostics: 2000002;reason="Old.";error_category="token_expired"\r\n\r\n',
    );
    const json = outcomeJson(decode(answer!), readHttpFacts(answer!.status, answer!.headers));
    assert.deepEqual(JSON.parse(JSON.stringify(json)), {
      kind: 'httpError',
      status: 401,
      body: 'empty',
      schemes: ['Negotiate', 'NTLM', 'Basic'],
      retryAfterSeconds: 5,
      diagnostics: {
        requestId: '1',
        oauth: { number: 2000002, reason: 'Old.', category: 'token_expired', meaning: 'The token has expired.' },
      },
    });
  });

  test('what is no answer says what it is', () => {
    assert.deepEqual(jsonOf('plain-text.txt'), { kind: 'notSoap', body: 'plain text', excerpt: 'Service is down.' });
  });
});

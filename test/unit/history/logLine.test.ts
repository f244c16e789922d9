import assert from 'node:assert/strict';
import { logLineOf } from '../../../src/history/index.ts';
import { success } from '../../support/exchanges.ts';

suite('history: the line of the log', () => {
  const whole = {
    ...success,
    operation: 'RemoveImGroup',
    endpoint: { name: 'Lab', url: 'https://a.example/x' },
    durationMs: 41.6,
  };

  test('an answer: operation, endpoint, status, code, duration', () => {
    assert.equal(logLineOf(whole), 'RemoveImGroup to Lab (https://a.example/x): HTTP 200, NoError, 42 ms');
  });

  test('no answer: what became of the request', () => {
    const result = { kind: 'failure', code: 'timeout.headers', message: 'x', sent: 'maybe' } as const;
    assert.match(logLineOf({ ...whole, result }), /: no answer, sent: maybe, timeout\.headers, 42 ms$/);
  });

  test('it stays one line', () => {
    assert.doesNotMatch(logLineOf({ ...whole, operation: 'a\nb' }), /\n/);
  });
});

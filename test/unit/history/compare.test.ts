import assert from 'node:assert/strict';
import { compareExchanges } from '../../../src/history/index.ts';
import * as sample from '../../support/exchanges.ts';

suite('history: compare', () => {
  const later = { ...sample.error, id: 'later', startedAt: '2026-11-20T20:00:00.000Z' };

  test('the older one stands left, in whatever order they are given', () => {
    const comparison = compareExchanges(later, sample.success);
    assert.equal(comparison.title, 'RemoveImGroup 19:41:35 NoError ↔ RemoveImGroup 20:00:00 ErrorInvalidImGroupId');
    assert.deepEqual([comparison.left.id, comparison.right.id], [sample.success.id, 'later']);
    assert.deepEqual(compareExchanges(sample.success, later), comparison);
  });

  test('the texts as received, or laid out by the caller', () => {
    const { left } = compareExchanges(sample.success, later);
    assert.ok(sample.success.result.kind === 'answer');
    assert.equal(left.text, sample.success.result.text);
    const upper = compareExchanges(sample.success, later, text => text.toUpperCase());
    assert.equal(upper.left.text, left.text.toUpperCase());
  });

  test('no answer is a text too', () => {
    const { right } = compareExchanges(sample.success, { ...sample.refused, startedAt: later.startedAt });
    assert.equal(
      right.text,
      'No answer (network.refused)\nmail.contoso.example refused the connection on port 443. Check the address and the port of the endpoint.\n',
    );
  });
});

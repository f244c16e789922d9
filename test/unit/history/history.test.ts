import assert from 'node:assert/strict';
import {
  addExchange,
  defaultHistoryLimits,
  emptyHistory,
  findEntry,
  type History,
  previousAnswer,
  removeExchange,
} from '../../../src/history/index.ts';
import type { Exchange } from '../../../src/sending/exchange.ts';
import * as sample from '../../support/exchanges.ts';

suite('history: what is kept', () => {
  test('newest first, whatever the order they come in', () => {
    const history = kept([exchangeAt(2), exchangeAt(1), exchangeAt(3)]);
    assert.deepEqual(ids(history), ['id 3', 'id 2', 'id 1']);
  });

  test('the last 50', () => {
    const history = kept(Array.from({ length: 60 }, (_, index) => exchangeAt(index)));
    assert.equal(history.length, 50);
    assert.equal(history[49]?.exchange.id, 'id 10');
  });

  test('a limit of 0 keeps nothing', () => {
    assert.deepEqual(addExchange(emptyHistory, sample.success, { ...defaultHistoryLimits, entries: 0 }), []);
  });

  test('the same id again replaces the first', () => {
    const history = kept([exchangeAt(1), { ...exchangeAt(1), operation: 'Other' }]);
    assert.deepEqual(
      history.map(entry => entry.exchange.operation),
      ['Other'],
    );
  });

  test('find and remove', () => {
    const history = kept([exchangeAt(1), exchangeAt(2)]);
    assert.equal(findEntry(history, 'id 1')?.exchange.id, 'id 1');
    assert.equal(findEntry(history, 'id 9'), undefined);
    assert.deepEqual(ids(removeExchange(history, 'id 2')), ['id 1']);
    assert.deepEqual(ids(removeExchange(history, 'id 9')), ['id 2', 'id 1']);
  });

  test('the previous answer: same operation, answered, older', () => {
    const failure: Exchange = { ...sample.timedOut, id: 'failure', startedAt: exchangeAt(3).startedAt };
    const other: Exchange = { ...exchangeAt(2), id: 'other', operation: 'GetImItemList' };
    const history = kept([exchangeAt(1), other, failure, exchangeAt(4)]);
    assert.equal(previousAnswer(history, 'id 4')?.exchange.id, 'id 1');
    assert.equal(previousAnswer(history, 'id 1'), undefined);
    assert.equal(previousAnswer(history, 'id 9'), undefined);
  });

  test('nothing is cut of an ordinary exchange', () => {
    assert.deepEqual(kept([sample.several]), [{ exchange: sample.several, cut: [] }]);
  });

  test('of a long answer and request the beginning is kept, and said so', () => {
    const limits = { ...defaultHistoryLimits, textLength: 100 };
    const [entry] = addExchange(emptyHistory, sample.success, limits);
    assert.deepEqual(entry?.cut, ['request', 'answer']);
    assert.equal(entry?.exchange.request.text, sample.requestText.slice(0, 100));
    assert.equal(answerOf(entry?.exchange).text, answerOf(sample.success).text.slice(0, 100));
    assert.equal(answerOf(entry?.exchange).size, answerOf(sample.success).size);
  });

  test('a cut never leaves half a character', () => {
    const exchange = { ...sample.timedOut, request: { text: `${'x'.repeat(9)}😀😀`, headers: [] } };
    const [entry] = addExchange(emptyHistory, exchange, { ...defaultHistoryLimits, textLength: 10 });
    assert.equal(entry?.exchange.request.text, 'x'.repeat(9));
  });

  test('of many response messages those that failed stay', () => {
    const [entry] = addExchange(emptyHistory, sample.several, { ...defaultHistoryLimits, messages: 4 });
    const { outcome } = answerOf(entry?.exchange);
    assert.ok(outcome.kind === 'answered');
    assert.deepEqual(
      outcome.messages.map(message => message.responseClass),
      ['Error', 'Warning', 'Error', undefined],
    );
    assert.deepEqual(entry?.cut, ['outcome']);
  });

  test('one field as long as the answer is cut', () => {
    const outcome = { kind: 'notSoap', body: 'x'.repeat(30_000), bodyKind: 'text', notes: [] } as const;
    const [entry] = kept([sample.exchangeOf(sample.answerOf(outcome, ''))]);
    const stored = answerOf(entry?.exchange).outcome;
    assert.equal(stored.kind === 'notSoap' ? stored.body.length : undefined, 20_000);
    assert.deepEqual(entry?.cut, ['outcome']);
  });

  test('beyond the length of all together the oldest go, the newest stays', () => {
    const big = (index: number) => ({ ...exchangeAt(index), request: { text: 'x'.repeat(1000), headers: [] } });
    const limits = { ...defaultHistoryLimits, totalLength: 4000 };
    const history = [1, 2, 3].reduce<History>((all, index) => addExchange(all, big(index), limits), emptyHistory);
    assert.deepEqual(ids(history), ['id 3', 'id 2']);
    assert.deepEqual(ids(addExchange(history, big(4), { ...limits, totalLength: 1 })), ['id 4']);
  });
});

function kept(exchanges: readonly Exchange[]): History {
  return exchanges.reduce<History>((history, exchange) => addExchange(history, exchange), emptyHistory);
}

function exchangeAt(minute: number): Exchange {
  return {
    ...sample.success,
    id: `id ${minute}`,
    startedAt: new Date(Date.UTC(2026, 10, 20, 19, minute)).toISOString(),
  };
}

function ids(history: History): readonly string[] {
  return history.map(entry => entry.exchange.id);
}

function answerOf(exchange: Exchange | undefined) {
  assert.ok(exchange?.result.kind === 'answer');
  return exchange.result;
}

import assert from 'node:assert/strict';
import { historyRow } from '../../../src/editor/views/historyRow.ts';
import * as sample from '../../support/exchanges.ts';

suite('a row of the history', () => {
  test('of a send without an answer it says whether the request may have been executed', () => {
    assert.match(historyRow(sample.timedOut).meaning, /allow more time\. The request may have been executed\.$/);
    assert.doesNotMatch(historyRow(sample.refused).meaning, /executed/);
  });
});

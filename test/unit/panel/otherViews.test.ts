import assert from 'node:assert/strict';
import { type PanelView, panelView, render } from '../../../src/panel/index.ts';
import type { Answered, Outcome, ResponseMessage } from '../../../src/response/index.ts';
import * as sample from '../../support/exchanges.ts';

function answered(...messages: readonly ResponseMessage[]): Answered {
  return { kind: 'answered', operation: 'DeleteItem', messages, notes: [] };
}

function message(responseClass: ResponseMessage['responseClass'], responseCode?: string): ResponseMessage {
  return { responseClass, ...(responseCode !== undefined && { responseCode }), values: [] };
}

/** The panel of a pasted answer without an explanation. */
function pasted(
  outcome: Outcome,
  text = '<a/>',
  http?: { status: number; statusText: string; headers: [] },
): PanelView {
  const answer = { id: 'x', source: 'the clipboard', outcome, text, size: text.length, ...(http && { http }) };
  return panelView(answer, undefined);
}

function fieldsOf(view: PanelView): Readonly<Record<string, string>> {
  const blocks = view.layers.flatMap(layer => layer.blocks);
  const fields = blocks.flatMap(block => (block.kind === 'fields' ? block.fields : []));
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

suite('panel: views without an explanation', () => {
  const tones: readonly (readonly [message: ResponseMessage, tone: string, headline: string])[] = [
    [message('Success', 'NoError'), 'success', 'NoError'],
    [message('Success', 'ErrorItemNotFound'), 'warning', 'ErrorItemNotFound'],
    [message('Warning', 'ErrorBatchProcessingStopped'), 'warning', 'ErrorBatchProcessingStopped'],
    [message('Error', 'ErrorItemNotFound'), 'error', 'ErrorItemNotFound'],
    [message('Error', 'NoError'), 'error', 'NoError'],
    [message(undefined, 'NoError'), 'success', 'NoError'],
    [message(undefined, 'ErrorItemNotFound'), 'error', 'ErrorItemNotFound'],
    [message(undefined), 'error', 'No ResponseCode'],
  ];
  for (const [one, tone, headline] of tones) {
    test(`${one.responseClass ?? 'no class'} with ${one.responseCode ?? 'no code'} is told as ${tone}`, () => {
      const view = pasted(answered(one));
      assert.deepEqual([view.tone, view.headline], [tone, headline]);
    });
  }

  test('a pasted SOAP answer with a status shows it', () => {
    const http = { status: 200, statusText: '', headers: [] as [] };
    const view = pasted(answered(message('Success', 'NoError')), '<a/>', http);
    assert.deepEqual(
      view.layers.map(({ heading, summary, open }) => [heading, summary, open]),
      [
        ['SOAP', 'DeleteItemResponse', false],
        ['HTTP', '200, 4 bytes', false],
      ],
    );
  });

  test('a pasted text that is no SOAP has a layer of its own, without HTTP', () => {
    const view = pasted(
      { kind: 'notSoap', body: 'plain text', bodyKind: 'text', excerpt: 'Hello', notes: ['n'] },
      'Hello',
    );
    assert.deepEqual([view.said, view.layers.map(({ heading }) => heading)], [undefined, ['Text']]);
    assert.equal(fieldsOf(view)['Body'], 'plain text');
    assert.match(render(view, { nonce: 'bm9uY2Ugbm9uY2U' }), /About this text/);
  });

  test('an empty text has nothing to open', () => {
    const view = pasted({ kind: 'notSoap', body: 'empty', bodyKind: 'empty', notes: [] }, '');
    assert.deepEqual(view.actions, []);
    assert.doesNotMatch(render(view, { nonce: 'bm9uY2Ugbm9uY2U' }), /<nav/);
  });

  test('a fault without words has a headline and a meaning', () => {
    const view = pasted({ kind: 'soapFault', values: [], notes: [], messageText: ' ' });
    assert.deepEqual([view.headline, view.said], ['SOAP fault', undefined]);
    assert.match(view.meaning, /refused the request/);
  });

  test('a server that tells nothing of itself', () => {
    assert.equal(
      fieldsOf(pasted({ ...answered(message('Success', 'NoError')), server: {} }))['Server version'],
      'not stated',
    );
    const some = { ...answered(message('Success', 'NoError')), server: { major: 15, version: 'Exchange2016' } };
    assert.equal(fieldsOf(pasted(some))['Server version'], '15, Exchange2016');
  });

  test('of a thousand values the first two hundred are shown, and the number of the others', () => {
    const values = Array.from({ length: 1000 }, (_, index) => [`n${index}`, 'v'] as const);
    const shown = fieldsOf(pasted(answered({ responseClass: 'Error', responseCode: 'E', values })));
    assert.equal(shown['n190'], 'v');
    assert.equal(shown['n990'], undefined);
    assert.match(shown['More'] ?? '', /^80\d more\.$/);
  });

  test('many messages that all succeed: their number and the first hundred', () => {
    const table = pasted(answered(...Array.from({ length: 150 }, () => message('Success', 'NoError')))).messages;
    assert.equal(table?.summary, 'All 150 response messages say Success.');
    assert.equal(table?.rows.length, 100);
    assert.equal(table?.more, 'Shown: 100 of 150. Open as XML shows all.');
  });

  test('many messages of which few fail: only those are shown', () => {
    const messages = Array.from({ length: 150 }, (_, index) =>
      index < 7 ? message('Error', `Error${index}`) : message('Success', 'NoError'),
    );
    const table = pasted(answered(...messages)).messages;
    assert.equal(table?.rows.length, 7);
    assert.match(table?.summary ?? '', /^7 of 150 .*Error4 \(1\) and 2 other codes\.$/);
    assert.equal(table?.more, 'Shown: 7 of 7 that are no success. Open as XML shows all.');
  });

  const failures: readonly (readonly [code: string, actions: readonly string[]])[] = [
    ['tls.certificate-expired', ['testEndpoint', 'openEndpointSettings']],
    ['proxy.refused', ['testEndpoint', 'openEndpointSettings']],
    ['endpoint.invalid-url', ['openEndpointSettings']],
    ['timeout', []],
    ['of a later version', []],
  ];
  for (const [code, expected] of failures) {
    test(`no answer, ${code}: ${expected.join(' and ') || 'nothing to set'}`, () => {
      const { operation: _, ...exchange } = sample.exchangeOf({
        kind: 'failure',
        code: code as never,
        message: 'It failed.',
        sent: 'no',
      });
      const view = panelView(exchange, undefined);
      const settings = view.actions.map(({ name }) => name).filter(name => /endpoint/i.test(name));
      assert.deepEqual(settings, expected);
      assert.deepEqual(view.context, []);
      assert.equal(view.title, view.headline);
    });
  }

  test('a failure with an explanation keeps its steps, with and without something to do', () => {
    const steps = [{ text: 'Wait.' }, { text: 'Test it.', action: 'testEndpoint' as const }];
    const explanation = { tone: 'error' as const, headline: 'H', meaning: 'M.', causes: ['C.'], steps };
    const view = panelView(sample.refused, explanation);
    assert.deepEqual([view.headline, view.meaning, view.causes], ['H', 'M.', ['C.']]);
    assert.deepEqual(
      view.steps.map(({ action }) => action?.name),
      [undefined, 'testEndpoint'],
    );
  });

  test('what was cut is named, also when it is only fields', () => {
    const view = panelView(sample.success, undefined, { cut: ['outcome', 'answer'] });
    assert.match(view.callouts[0]?.text ?? '', /of some of its fields and the answer only the beginning is left/);
  });

  test('an answer that took no time has no bar, and an empty header says so', () => {
    const timing = { totalMs: 0 };
    const result = sample.answerOf(answered(message('Success', 'NoError')), '<a/>', { timing, headers: [['via', '']] });
    const view = panelView(sample.exchangeOf(result), undefined);
    assert.equal(fieldsOf(view)['via'], '(empty)');
    assert.doesNotMatch(render(view, { nonce: 'bm9uY2Ugbm9uY2U' }), /NaN|Infinity|<rect class="\w+" x=/);
  });
});

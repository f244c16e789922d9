import assert from 'node:assert/strict';
import { type PanelView, panelCommands, panelView } from '../../../src/panel/index.ts';
import type { Exchange } from '../../../src/sending/exchange.ts';
import * as sample from '../../support/exchanges.ts';
import { panelPages } from '../../support/panelPages.ts';

suite('panel: view', () => {
  test('the faces', () => {
    const told = Object.entries(panelPages).map(([name, { face, tone, word, headline }]) => [
      name,
      face,
      tone,
      word,
      headline,
    ]);
    assert.deepEqual(told, [
      ['empty', 'empty', 'none', undefined, 'No answer yet'],
      ['list', 'answered', 'success', 'Success', 'NoError'],
      ['success', 'answered', 'success', 'Success', 'NoError'],
      ['error', 'answered', 'error', 'Error', 'ErrorInvalidImGroupId'],
      ['several', 'answered', 'warning', 'Warning', 'ErrorItemNotFound'],
      ['fault', 'soapFault', 'error', 'Error', 'ErrorSchemaValidation'],
      ['unauthorized', 'httpError', 'error', 'Error', 'HTTP 401'],
      ['notSoap', 'notSoap', 'error', 'Error', 'Not SOAP'],
      ['maybeSent', 'failure', 'error', 'No answer', 'No answer in time'],
      ['notSent', 'failure', 'error', 'No answer', 'Connection refused'],
      ['decoded', 'answered', 'error', 'Error', 'ErrorInvalidImGroupId'],
    ]);
  });

  test('what went wrong is open, the rest folded', () => {
    const open = Object.entries(panelPages).map(([name, { layers }]) => [
      name,
      layers.map(layer => `${layer.id}${layer.open ? ' open' : ''}`).join(', '),
    ]);
    assert.deepEqual(Object.fromEntries(open), {
      empty: '',
      list: 'soap, http, request',
      success: 'soap, http, request',
      error: 'soap, http, request',
      several: 'soap, http, request',
      fault: 'soap open, http, request',
      unauthorized: 'http open, request',
      notSoap: 'http open, request',
      maybeSent: 'request',
      notSent: 'request',
      decoded: 'soap',
    });
  });

  test('a limit that was reached names its setting', () => {
    assert.match(
      panelView(sample.timedOut, undefined).meaning ?? '',
      /allow more time\. The time is set by ews\.timeout/,
    );
    assert.doesNotMatch(panelView(sample.refused, undefined).meaning ?? '', /ews\./);
  });

  test('only the actions that apply', () => {
    const names = Object.entries(panelPages).map(([name, view]) => [name, actionNames(view)]);
    assert.deepEqual(Object.fromEntries(names), {
      empty: 'newRequest decodeResponse',
      list: 'sendAgain openXml openFormatted copyCode copyCurl copyPowerShell copyReport',
      success: 'sendAgain openXml openFormatted copyCode copyCurl copyPowerShell copyReport',
      error: 'sendAgain openXml openFormatted compareWithPrevious copyCode copyCurl copyPowerShell copyReport',
      several: 'sendAgain openXml openFormatted copyCode copyCurl copyPowerShell copyReport',
      fault: 'goToPlace sendAgain openXml openFormatted copyCode copyCurl copyPowerShell copyReport',
      unauthorized: 'sendAgain copyCurl copyPowerShell copyReport',
      notSoap: 'sendAgain openReceived copyCurl copyPowerShell copyReport',
      maybeSent: 'sendAgain openEndpointSettings copyCode copyCurl copyPowerShell copyReport',
      notSent: 'sendAgain testEndpoint openEndpointSettings copyCode copyCurl copyPowerShell copyReport',
      decoded: 'openXml openFormatted copyCode',
    });
  });

  test('an action that the front end lacks stands nowhere', () => {
    const view = panelView(sample.timedOut, undefined, { unavailable: ['getCurrentIds', 'copyReport'] });
    assert.equal(actionNames(view), 'sendAgain openEndpointSettings copyCode copyCurl copyPowerShell');
    assert.deepEqual(
      view.callouts.flatMap(callout => callout.actions),
      [],
    );
    assert.equal(view.primary, 'sendAgain');
    const steps = panelView(sample.error, sample.errorExplanation, { unavailable: ['getCurrentIds'] }).steps;
    assert.deepEqual(
      steps.map(step => step.action),
      [undefined, undefined],
    );
  });

  test('every action names a command of the list and what it is about', () => {
    const pages = Object.values(panelPages).filter(view => view.face !== 'empty');
    const actions = pages.flatMap(view => [
      ...view.actions,
      ...view.steps.flatMap(step => step.action ?? []),
      ...view.callouts.flatMap(callout => callout.actions),
    ]);
    assert.deepEqual(
      actions.filter(action => !panelCommands.includes(action.command)),
      [],
    );
    assert.deepEqual([...new Set(actions.flatMap(action => action.arguments))], [sample.error.id, 'decoded']);
    assert.equal(new Set(panelCommands).size, panelCommands.length);
  });

  test('the action that helps most: the place, the next step, a look, never a second removal', () => {
    const primary = Object.entries(panelPages).map(([name, view]) => [name, view.primary]);
    assert.deepEqual(Object.fromEntries(primary), {
      empty: 'newRequest',
      list: undefined,
      success: undefined,
      error: 'getCurrentIds',
      several: undefined,
      fault: 'goToPlace',
      unauthorized: 'openEndpointSettings',
      notSoap: undefined,
      maybeSent: 'getCurrentIds',
      notSent: 'sendAgain',
      decoded: 'getCurrentIds',
    });
  });

  test('each thing to do is one button: no second one for the same, and none beside Go to the Place', () => {
    const steps = [
      { text: 'Go.', action: 'fixRequest' },
      { text: 'Check.', action: 'fixRequest' },
      { text: 'Set.', action: 'setVersion' },
    ] as const;
    const buttons = (hasPlace: boolean) =>
      panelView(sample.fault, { ...sample.errorExplanation, steps }, { hasPlace }).steps.map(step => [
        step.text,
        step.action?.name,
      ]);
    assert.deepEqual(buttons(false), [
      ['Go.', 'fixRequest'],
      ['Check.', undefined],
      ['Set.', 'setVersion'],
    ]);
    assert.deepEqual(buttons(true), [
      ['Go.', undefined],
      ['Check.', undefined],
      ['Set.', 'setVersion'],
    ]);
  });

  test('after a lost answer: may have been executed, a Remove may be repeated, look first', () => {
    const [callout] = panelPages['maybeSent']?.callouts ?? [];
    assert.equal(callout?.label, 'It may have been executed');
    assert.match(callout?.text ?? '', /Repeating a Remove is harmless/);
    assert.deepEqual(
      callout?.actions.map(action => action.name),
      ['getCurrentIds'],
    );
  });

  test('after a lost answer to something else: look before repeating', () => {
    const text = (operation: string) => panelView({ ...sample.timedOut, operation }, undefined).callouts[0]?.text ?? '';
    assert.match(text('AddImGroup'), /Look at the mailbox before you send it again/);
    assert.match(text('GetImItemList'), /only reads/);
  });

  test('when nothing was sent it says so', () => {
    assert.deepEqual(
      panelPages['notSent']?.callouts.map(callout => callout.label),
      ['Not sent'],
    );
  });

  test('nothing else on the page says that what was not sent was sent', () => {
    const words = (name: string) => {
      const { facts = [], layers = [] } = panelPages[name] ?? {};
      return [facts.at(-1)?.name, layers.at(-1)?.summary.replace(/, .*/, '')];
    };
    assert.deepEqual(words('notSent'), ['Tried', 'as it would have been sent']);
    assert.deepEqual(words('maybeSent'), ['Sent', 'as it was sent']);
    assert.deepEqual(words('success'), ['Sent', 'as it was sent']);
  });

  test('several response messages: a summary and a table', () => {
    const table = panelPages['several']?.messages;
    assert.equal(
      table?.summary,
      '4 of 5 response messages are no success: ErrorItemNotFound (2), ErrorBatchProcessingStopped (1), No ResponseCode (1).',
    );
    assert.deepEqual(
      table?.rows.map(({ number, word, code }) => `${number} ${word} ${code}`),
      [
        '1 Success NoError',
        '2 Error ErrorItemNotFound',
        '3 Warning ErrorBatchProcessingStopped',
        '4 Error ErrorItemNotFound',
        '5 Error No ResponseCode',
      ],
    );
    assert.equal(panelPages['success']?.messages, undefined);
  });

  test('of 100,000 response messages the failed ones are shown', () => {
    const success = { responseClass: 'Success', responseCode: 'NoError', values: [] } as const;
    const failed = { responseClass: 'Error', responseCode: 'ErrorItemNotFound', values: [] } as const;
    const messages = Array.from({ length: 100_000 }, (_, index) => (index % 1000 === 999 ? failed : success));
    const outcome = { kind: 'answered', operation: 'DeleteItem', messages, notes: [] } as const;
    const table = panelView(sample.exchangeOf(sample.answerOf(outcome, '<x/>')), undefined).messages;
    assert.equal(table?.rows.length, 100);
    assert.equal(table?.rows[0]?.number, 1000);
    assert.equal(table?.more, 'Shown: 100 of 100 that are no success. Open as XML shows all.');
    assert.equal(table?.summary, '100 of 100,000 response messages are no success: ErrorItemNotFound (100).');
  });

  test('the fields of a decisive message: inner code, back-off, named values, server with its product', () => {
    assert.deepEqual(fieldsOf(panelPages['several'], 'soap'), [
      'Response message: 2 of 5',
      'ResponseClass: Error',
      'ResponseCode: ErrorItemNotFound',
      'MessageText: The specified object was not found in the store.',
      'Inner code: ErrorServerBusy',
      'Back-off: 4 min 58 s',
      'MailboxGuid: 3c7f2ab4-90c4-4f0a-8d8e-6ad0b5f2f6a1',
      'Server version: 15.2.1544.4, Exchange2016',
    ]);
  });

  test('the time: every step from the end of the one before', () => {
    const bar = layerOf(panelPages['success'], 'http').blocks.find(block => block.kind === 'time');
    assert.deepEqual(
      bar?.parts.map(({ id, startMs, durationMs }) => [id, Math.round(startMs), Math.round(durationMs)]),
      [
        ['name', 0, 3],
        ['connect', 3, 9],
        ['tls', 12, 27],
        ['authentication', 38, 58],
        ['wait', 96, 80],
        ['download', 176, 6],
      ],
    );
  });

  test('a step that did not happen has no bar, and a clock that jumped gives none below zero', () => {
    const timing = { connectMs: 5, firstByteMs: 3, totalMs: 9 };
    const { result } = sample.success;
    assert.equal(result.kind, 'answer');
    const view = panelView(
      { ...sample.success, result: { ...result, http: { ...result.http, timing } } } as Exchange,
      undefined,
    );
    const bar = layerOf(view, 'http').blocks.find(block => block.kind === 'time');
    assert.deepEqual(
      bar?.parts.map(part => [part.id, part.durationMs]),
      [
        ['connect', 5],
        ['wait', 0],
        ['download', 4],
      ],
    );
  });

  test('a long text is cut and says where all of it is', () => {
    const outcome = { kind: 'notSoap', body: 'text', bodyKind: 'text', notes: [] } as const;
    const view = panelView(sample.exchangeOf(sample.answerOf(outcome, 'x'.repeat(120_000))), undefined);
    const source = layerOf(view, 'http').blocks.find(block => block.kind === 'source');
    assert.equal(source?.text.length, 20_000);
    assert.equal(source?.more, 'Cut here: 100,000 more characters. Open as Received shows all.');
  });

  test('a code that stands in a body without SOAP is shown and can be copied', () => {
    const outcome = {
      kind: 'httpError',
      status: 500,
      body: 'text',
      bodyKind: 'text',
      excerpt: 'The specified server version is invalid.',
      responseCode: 'ErrorInvalidSchemaVersionForMailboxVersion',
      notes: [],
    } as const;
    const view = panelView(sample.exchangeOf(sample.answerOf(outcome, 'text')), undefined);
    assert.ok(fieldsOf(view, 'http').includes('Code in the body: ErrorInvalidSchemaVersionForMailboxVersion'));
    assert.match(actionNames(view), /copyCode/);
    assert.equal(view.said, 'The specified server version is invalid.');
  });

  test('a stored exchange that was cut says so, and cannot be sent again without its request', () => {
    const view = panelView(sample.success, undefined, { cut: ['request', 'answer'] });
    assert.match(view.callouts[0]?.text ?? '', /the request and the answer only the beginning/);
    assert.doesNotMatch(actionNames(view), /sendAgain/);
  });

  test('a secret that a caller left in a header is not shown', () => {
    const { request } = sample.success;
    const headers = [...request.headers, ['Authorization', 'Basic c2VjcmV0'], ['Cookie', 'a=c2VjcmV0']] as const;
    const view = panelView({ ...sample.success, request: { ...request, headers } }, undefined);
    assert.doesNotMatch(JSON.stringify(view), /c2VjcmV0/);
  });
});

function actionNames(view: PanelView): string {
  return view.actions.map(action => action.name).join(' ');
}

function layerOf(view: PanelView | undefined, id: string): PanelView['layers'][number] {
  const layer = view?.layers.find(each => each.id === id);
  assert.ok(layer, `There is a layer ${id}.`);
  return layer;
}

function fieldsOf(view: PanelView | undefined, id: string): readonly string[] {
  return layerOf(view, id).blocks.flatMap(block =>
    block.kind === 'fields' && block.heading === undefined
      ? block.fields.map(field => `${field.name}: ${field.value}`)
      : [],
  );
}

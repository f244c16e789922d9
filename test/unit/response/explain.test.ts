import assert from 'node:assert/strict';
import { responseCodeNames } from '../../../src/ews/responseCodes/index.ts';
import type { Outcome, ResponseMessage, SoapFault } from '../../../src/response/index.ts';
import { explain, readHttpFacts } from '../../../src/response/index.ts';

suite('explain: response messages', () => {
  test('success', () => {
    const explanation = explain(answered(message('Success', 'NoError')));
    assert.deepEqual([explanation.tone, explanation.headline, explanation.repeat], ['success', 'NoError', undefined]);
  });

  test('the explanation of the operation goes first', () => {
    const explanation = explain(answered(message('Error', 'ErrorInvalidImGroupId')));
    assert.match(explanation.meaning, /^No IM group in this mailbox has that id\. It may have been removed already/);
    assert.equal(explanation.steps[0]?.action, 'getCurrentIds');
    assert.match(explanation.repeat ?? '', /^Sending again helps after a correction\. Read the list again/);
  });

  test('another operation gets the general explanation', () => {
    const outcome: Outcome = { ...answered(message('Error', 'ErrorInvalidImGroupId')), operation: 'DeleteItem' };
    assert.equal(explain(outcome).meaning, 'The id in GroupId could be read, but no IM group of this mailbox has it.');
  });

  test('of several messages the first error is explained and the others are counted', () => {
    const explanation = explain(
      answered(
        message('Success', 'NoError'),
        message('Warning', 'ErrorBatchProcessingStopped'),
        message('Error', 'ErrorItemNotFound'),
      ),
    );
    assert.equal(explanation.tone, 'error');
    assert.equal(explanation.headline, 'ErrorItemNotFound');
    assert.match(explanation.meaning, /^Of 3 response messages, 1 with an error and 1 with a warning;/);
  });

  test('a success that names an error is a warning, and the code is explained', () => {
    const explanation = explain(answered(message('Success', 'ErrorInvalidImGroupId')));
    assert.equal(explanation.tone, 'warning');
    assert.equal(explanation.headline, 'ErrorInvalidImGroupId');
    assert.match(explanation.meaning, /^The response message calls itself a success .*No IM group in this mailbox/);
  });

  for (const [responseClass, word] of [
    ['Error', 'an error'],
    ['Warning', 'a warning'],
  ] as const) {
    test(`${word} whose code is NoError is told as one that gives no reason`, () => {
      const explanation = explain(answered(message(responseClass, 'NoError')));
      assert.equal(explanation.tone, responseClass.toLowerCase());
      assert.ok(explanation.meaning.startsWith(`The response message calls itself ${word}, yet `));
      assert.equal(explanation.steps.length, 2);
    });
  }

  test('of several messages those that contradict themselves are no success', () => {
    const explanation = explain(answered(message('Success', 'NoError'), message('Success', 'ErrorItemNotFound')));
    assert.equal(explanation.tone, 'warning');
    assert.match(explanation.meaning, /^Of 2 response messages, 1 with a warning;/);
  });

  test('warnings alone are a warning', () => {
    assert.equal(explain(answered(message('Warning', 'ErrorNameResolutionMultipleResults'))).tone, 'warning');
  });

  test('an inner code is explained and decides whether to repeat', () => {
    const explanation = explain(
      answered({ ...message('Error', 'ErrorInternalServerError'), innerCode: 'ErrorServerBusy' }),
    );
    assert.match(explanation.meaning, /The inner code ErrorServerBusy says more: The server is throttling/);
    assert.match(explanation.repeat ?? '', /The server asks for a pause/);
  });

  test('once the inner code is explained, nobody is sent to look at it', () => {
    const lookInside = (innerCode?: string) =>
      explain(
        answered({ ...message('Error', 'ErrorInternalServerError'), ...(innerCode !== undefined && { innerCode }) }),
      ).steps.filter(({ text }) => text.startsWith('Look at the inner code'));
    assert.equal(lookInside().length, 1);
    assert.deepEqual(lookInside('ErrorServerBusy'), []);
    const { steps } = explain(
      answered({ ...message('Error', 'ErrorInternalServerError'), innerCode: 'ErrorServerBusy' }),
    );
    assert.ok(steps.length > 1);
  });

  test('with a known time there is one step about sending again, and the others stay', () => {
    const steps = explain(answered({ ...message('Error', 'ErrorServerBusy'), backOffMilliseconds: 1000 })).steps;
    assert.deepEqual(
      steps.filter(({ action }) => action === 'sendAgain').map(({ text }) => text),
      ['Wait 1 second, then send again.'],
    );
    assert.ok(steps.length > 1);
  });

  test('of several without a class those without an error are no errors', () => {
    const silent = { responseClass: undefined, values: [] };
    const tone = (...codes: readonly (string | undefined)[]) =>
      explain(
        answered(...codes.map(responseCode => ({ ...silent, ...(responseCode !== undefined && { responseCode }) }))),
      ).tone;
    assert.equal(tone('NoError', 'NoError'), 'success');
    assert.equal(tone('NoError', 'ErrorItemNotFound'), 'error');
  });

  test('throttling says how long to wait', () => {
    const explanation = explain(answered({ ...message('Error', 'ErrorServerBusy'), backOffMilliseconds: 297_749 }));
    assert.deepEqual(explanation.steps[0], {
      text: 'Wait 4 minutes 58 seconds, then send again.',
      action: 'sendAgain',
    });
    assert.match(explanation.repeat ?? '', /after 4 minutes 58 seconds/);
    const byHeader = explain(answered(message('Error', 'ErrorServerBusy')), {
      http: readHttpFacts(200, [['Retry-After', '3600']]),
    });
    assert.equal(byHeader.steps[0]?.text, 'Wait 1 hour, then send again.');
  });

  test('a code that no table has is explained by rule and says so', () => {
    const explanation = explain(answered(message('Error', 'ErrorFromTheFutureNotFound')));
    assert.match(explanation.meaning, /No table of this program has this code.*something that is missing/);
  });

  test('an answer without a code says that it carries none', () => {
    assert.match(explain(answered({ responseClass: undefined, values: [] })).meaning, /without a ResponseCode/);
  });

  test('every code of the tables has an explanation in whole sentences', () => {
    for (const code of responseCodeNames) {
      const explanation = explain(answered(message(code === 'NoError' ? 'Success' : 'Error', code)));
      const sentences = [explanation.meaning, ...explanation.causes, ...explanation.steps.map(({ text }) => text)];
      assert.deepEqual(
        sentences.filter(sentence => !/^[A-Z].*\.$/.test(sentence)),
        [],
        code,
      );
    }
  });
});

suite('explain: faults', () => {
  test('a schema violation is told in plain words with its place', () => {
    const explanation = explain(
      fault({
        responseCode: 'ErrorSchemaValidation',
        line: 11,
        position: 10,
        violation: "The required attribute 'Id' is missing.",
      }),
    );
    assert.match(explanation.meaning, /Line 11, position 10: The attribute Id is missing\.$/);
    assert.deepEqual(explanation.steps[0], {
      text: 'Go to line 11, position 10 of the request as it was sent and correct it.',
      action: 'fixRequest',
    });
  });

  test('https namespaces in the violation lead to the step that helps', () => {
    const violation =
      "The element 'Body' in namespace 'http://schemas.xmlsoap.org/soap/envelope/' has invalid child element 'RemoveImGroup' in namespace 'https://schemas.microsoft.com/exchange/services/2006/messages'.";
    const explanation = explain(fault({ responseCode: 'ErrorSchemaValidation', violation }));
    assert.match(explanation.meaning, /begins with https:\/\//);
    assert.match(explanation.steps[0]?.text ?? '', /http:\/\/ in place of https:\/\//);
  });

  test('whoever is led to the place in words of its own is not told twice to go there', () => {
    const { steps } = explain(
      fault({
        responseCode: 'ErrorSchemaValidation',
        line: 3,
        position: 5,
        violation: "The required attribute 'Id' is missing.",
      }),
    );
    assert.equal(steps.filter(({ text }) => text.startsWith('Go to ')).length, 1);
    assert.ok(steps.length > 1);
  });

  test('the violation is found in the fault string when the detail has none, and a place alone is told too', () => {
    const inString = explain(
      fault({ responseCode: 'ErrorSchemaValidation', faultString: "No: The 'Foo' attribute is not declared." }),
    );
    assert.match(inString.meaning, /An attribute Foo is not allowed here\.$/);
    assert.match(
      explain(fault({ responseCode: 'ErrorSchemaValidation', line: 3, position: 4 })).meaning,
      /Line 3, position 4\.$/,
    );
    assert.match(explain(fault({ responseCode: 'ErrorSchemaValidation', line: 3 })).meaning, /Line 3\.$/);
  });

  test('an unknown violation is shown as it is', () => {
    const explanation = explain(fault({ responseCode: 'ErrorSchemaValidation', violation: 'Etwas fehlt.' }));
    assert.match(explanation.meaning, /Etwas fehlt\.$/);
  });

  test('a code that the documentation calls unused says so', () => {
    assert.match(explain(fault({ responseCode: 'ErrorProxyCallFailed' })).meaning, /calls this code unused/);
  });

  test('a version fault leads to setting the version', () => {
    const explanation = explain(fault({ responseCode: 'ErrorIncorrectSchemaVersion' }));
    assert.ok(explanation.steps.some(step => step.action === 'setVersion'));
  });

  test('codes that arrive as faults are explained like others, also the numbers of Exchange 2007', () => {
    assert.match(explain(fault({ responseCode: '-2146233088' })).meaning, /Exchange 2007/);
    assert.match(explain(fault({ faultCode: 'soap:Client' })).meaning, /request itself at fault/);
    assert.match(explain(fault({ faultCode: 'env:VersionMismatch' })).meaning, /SOAP 1\.1/);
    assert.equal(explain(fault({})).headline, 'SOAP fault');
  });
});

function message(responseClass: 'Success' | 'Warning' | 'Error', responseCode: string): ResponseMessage {
  return { responseClass, responseCode, values: [] };
}

function answered(...messages: readonly ResponseMessage[]): Outcome & { kind: 'answered' } {
  return { kind: 'answered', operation: 'RemoveImGroup', messages, notes: [] };
}

function fault(fields: Partial<SoapFault>): SoapFault {
  return { kind: 'soapFault', values: [], notes: [], ...fields };
}

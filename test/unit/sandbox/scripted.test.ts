import assert from 'node:assert/strict';
import { envelopeFor, operationNamed } from '../../../src/language/index.ts';
import { decode, explainViolation, type Outcome } from '../../../src/response/index.ts';
import { type Sandbox, scriptedAnswers, startSandbox } from '../../../src/sandbox/index.ts';
import { answerVerdict } from '../../support/schemaVerdict.ts';

suite('sandbox: answers that a person asks for', () => {
  let sandbox: Sandbox;

  suiteSetup(async () => {
    sandbox = await startSandbox();
  });

  suiteTeardown(() => sandbox.stop());

  test('whatever a person may meet with the IM list can be asked for', () => {
    const titles = scriptedAnswers.map(({ title }) => title);
    // Source: the seven codes of the IM list, of which the schema has no more, and what faults.md names besides.
    const wanted = [
      'ErrorInvalidImGroupId',
      'ErrorInvalidImContactId',
      'ErrorInvalidImDistributionGroupSmtpAddress',
      'ErrorImGroupDisplayNameAlreadyExists',
      'ErrorImGroupLimitReached',
      'ErrorImContactLimitReached',
      'ErrorUnableToRemoveImContactFromGroup',
      'ErrorInvalidIdMalformed',
      'ErrorInvalidIdEmpty',
      'ErrorAccessDenied',
      'ErrorImpersonateUserDenied',
      'ErrorNonExistentMailbox',
      'ErrorIncorrectSchemaVersion',
      'ErrorInvalidServerVersion',
      'ErrorSchemaValidation',
      'ErrorServerBusy',
      'HTTP 401, Basic only',
      'HTTP 503',
      'Sign-in page',
      'Slow answer',
      'Broken connection',
    ];
    assert.deepEqual(
      wanted.filter(title => !titles.includes(title)),
      [],
    );
  });

  for (const answer of scriptedAnswers.filter(isMessage)) {
    test(`${answer.title} is a response message of the operation that was asked for, once`, async () => {
      sandbox.scriptNext(answer);
      const given = await ask('GetImItemList');
      assert.equal(answerVerdict(given), undefined);
      assert.match(given, /<GetImItemListResponse ResponseClass="Error"/);
      assert.match(given, new RegExp(`<ResponseCode>${answer.title}<`));
      assert.match(await ask('GetImItemList'), /<ResponseCode>NoError</);
    });
  }

  test('the texts are those of a server, in sentences, and not those of the list', () => {
    for (const answer of scriptedAnswers) {
      if (!('body' in answer) || !/^Error/.test(answer.title)) continue;
      const outcome = decode({ status: answer.status, body: answer.body(Buffer.from('<a/>')) });
      const text = outcome.kind === 'answered' ? outcome.messages[0]?.messageText : messageOf(outcome);
      assert.match(text ?? '', /^[A-Z].{15,}\.$/, answer.title);
      assert.ok(!text?.includes(answer.description), answer.title);
    }
  });

  const removal = [
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"',
    '    xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages">',
    '  <soap:Body>',
    '    <m:RemoveImGroup>',
    '      <m:GroupId Id="x"/>',
    '    </m:RemoveImGroup>',
    '  </soap:Body>',
    '</soap:Envelope>',
  ].join('\n');

  for (const [what, request, line, position, words] of [
    ['the first child of the operation', removal, 5, 8, 'The element GroupId is not known here.'],
    [
      'an operation without children',
      removal.replace('      <m:GroupId Id="x"/>\n', ''),
      4,
      6,
      'The element RemoveImGroup is not known here.',
    ],
    ['what is no envelope', '\n <a/>', 2, 3, 'The element a is not known here.'],
    ['what is no XML', 'x', 1, 1, 'Something stands outside the envelope.'],
  ] as const) {
    test(`the schema violation names ${what}, where it is`, () => {
      const answer = scriptedAnswers.find(({ id }) => id === 'schema');
      assert.ok(answer && 'body' in answer);
      const outcome = decode({ status: 500, body: answer.body(Buffer.from(request)) });
      assert.ok(outcome.kind === 'soapFault');
      assert.deepEqual([outcome.line, outcome.position], [line, position]);
      assert.equal(explainViolation(outcome.violation ?? ''), words);
    });
  }

  test('a request without an operation gets the answer all the same', async () => {
    const answer = scriptedAnswers.find(({ title }) => title === 'ErrorItemNotFound');
    assert.ok(answer);
    sandbox.scriptNext(answer);
    assert.match(await post('<a/>'), /<RemoveImGroupResponse ResponseClass="Error"/);
  });

  async function ask(name: string): Promise<string> {
    const operation = operationNamed(name);
    assert.ok(operation);
    return await post(envelopeFor(operation));
  }

  async function post(body: string): Promise<string> {
    const headers = { 'Content-Type': 'text/xml; charset=utf-8' };
    return await (await fetch(sandbox.url, { method: 'POST', headers, body })).text();
  }
});

/** A response message: what came with status 200 and is called by a ResponseCode. */
function isMessage(answer: (typeof scriptedAnswers)[number]): boolean {
  return 'status' in answer && answer.status === 200 && answer.title.startsWith('Error');
}

function messageOf(outcome: Outcome): string | undefined {
  return outcome.kind === 'soapFault' ? outcome.messageText : undefined;
}

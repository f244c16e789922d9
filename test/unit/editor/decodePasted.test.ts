import assert from 'node:assert/strict';
import { decodePasted, type PastedAnswer } from '../../../src/editor/sending/decodePasted.ts';
import { panelView } from '../../../src/panel/index.ts';

async function one(text: string): Promise<PastedAnswer> {
  const [first, ...others] = await decodePasted(text, 'the clipboard');
  assert.ok(first && others.length === 0);
  return first;
}

suite('decode what was pasted: a code without its answer', () => {
  for (const [what, text, code] of [
    ['by itself', ' ErrorImpersonateUserDenied\n', 'ErrorImpersonateUserDenied'],
    ['by itself, that no table has', 'ErrorOfNobodyKnowsWhat', 'ErrorOfNobodyKnowsWhat'],
    ['in a line of a log', '12:00:01 WARN sync: EWS said ErrorServerBusy, retrying', 'ErrorServerBusy'],
    ['twice in a line', 'ErrorItemNotFound (ErrorItemNotFound)', 'ErrorItemNotFound'],
    ['beside a word that is none', 'ErrorHandler: ErrorItemNotFound', 'ErrorItemNotFound'],
    ['in a line of JSON', '{"level":"error","code":"ErrorItemNotFound"}', 'ErrorItemNotFound'],
    ['in a part of an answer', '<m:ResponseCode>ErrorItemNotFound</m:ResponseCode>', 'ErrorItemNotFound'],
    ['of a success', 'NoError', 'NoError'],
  ] as const) {
    test(`${what} is explained`, async () => {
      const { answer, explanation } = await one(text);
      assert.equal(explanation.headline, code);
      assert.equal(explanation.tone, code === 'NoError' ? 'success' : 'error');
      const view = panelView(answer, explanation);
      assert.deepEqual([view.headline, view.context, view.said], [code, ['Text'], undefined]);
      assert.ok(view.actions.some(({ name }) => name === 'copyCode'));
    });
  }

  test('it says what an answer with that code would say', async () => {
    const { explanation } = await one('ErrorImpersonateUserDenied');
    assert.equal(explanation.meaning, 'The caller may not act for this particular user.');
    assert.match(explanation.causes[0] ?? '', /ApplicationImpersonation role/);
    assert.match(explanation.repeat ?? '', /^Sending the same again does not help\./);
  });

  for (const [what, text] of [
    ['just words', 'just some words'],
    ['two codes', 'ErrorItemNotFound, then ErrorServerBusy'],
    ['a word among others that no table has', 'an ErrorOfNobodyKnowsWhat again'],
    ['a code in a long text', `ErrorItemNotFound ${'and so on '.repeat(200)}`],
    ['JSON', '{"a":1}'],
    ['other XML', '<note>Hello</note>'],
  ] as const) {
    test(`${what}: there is no answer in it, and no endpoint is blamed`, async () => {
      const { explanation } = await one(text);
      assert.match(explanation.meaning, /^This text holds no answer of EWS: it is .+\.$/);
      assert.match(
        explanation.steps[0]?.text ?? '',
        /trace log, a HAR file, or a short text that names one ResponseCode/,
      );
      assert.doesNotMatch(JSON.stringify(explanation), /endpoint|address|[Ss]ending/);
    });
  }

  test('a web page still says what it is', async () => {
    const { explanation } = await one('<!DOCTYPE html><html><head><title>News</title></head></html>');
    assert.match(explanation.meaning, /web page/);
  });

  test('a raw answer offers nothing to do to the endpoint that happens to be active', async () => {
    for (const raw of ['401 Unauthorized\r\nWWW-Authenticate: NTLM', '403 Forbidden', '404 Not Found', '418 No']) {
      const { answer, explanation } = await one(`HTTP/1.1 ${raw}\r\n\r\n`);
      assert.equal(explanation.headline, `HTTP ${raw.slice(0, 3)}`);
      const { primary, steps } = panelView(answer, explanation);
      assert.deepEqual([primary, steps.flatMap(({ action }) => action?.name ?? [])], [undefined, []], raw);
      assert.doesNotMatch(JSON.stringify(steps), /[Ss]ign out|Test the endpoint/);
    }
  });
});

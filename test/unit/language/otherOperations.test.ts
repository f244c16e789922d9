import assert from 'node:assert/strict';
import { hoverAt, problemsOf } from '../../../src/language/index.ts';
import { caretIn, envelope } from './caret.ts';

suite('Operations whose content is not known', () => {
  test('a header that the operation knows is no problem', () => {
    assert.deepEqual(codesOf('FindItem', '<t:TimeZoneContext/><t:DateTimePrecision/>'), ['operation.not-checked']);
    assert.deepEqual(codesOf('SearchMailboxes', '<t:ManagementRole/>'), ['operation.not-checked']);
  });
  test('a header that it does not know is one', () =>
    assert.deepEqual(codesOf('CreateItem', '<t:ManagementRole/>'), ['header.not-bound', 'operation.not-checked']));
  test('where it goes by another name, too', () => {
    assert.deepEqual(codesOf('GetUserAvailabilityRequest', '<t:TimeZoneContext/>'), ['operation.not-checked']);
    assert.deepEqual(codesOf('GetUserOofSettingsRequest', '<t:TimeZoneContext/>'), [
      'header.not-bound',
      'operation.not-checked',
    ]);
  });
  test('the name of an operation is unknown where its element is called otherwise', () => {
    const [problem, ...others] = problemsOf(envelope('<m:GetUserOofSettings/>'));
    assert.equal(problem?.code, 'operation.unknown');
    assert.match(problem.message, /m:GetUserOofSettingsRequest/);
    assert.deepEqual(others, []);
  });
  test('nothing is said of a header while the operation is unknown', () =>
    assert.deepEqual(codesOf('FindSomething', '<t:TimeZoneContext/>'), ['operation.unknown']));
  test('a hover leads to the documentation, where there is a page', () => {
    assert.deepEqual(linksOf('FindItem'), [
      'https://learn.microsoft.com/exchange/client-developer/web-service-reference/finditem-operation',
    ]);
    assert.deepEqual(linksOf('FindTags'), []);
  });
});

function codesOf(operation: string, headers: string): readonly string[] {
  return problemsOf(envelope(`<m:${operation}/>`, headers)).map(({ code }) => code);
}

function linksOf(operation: string): readonly (string | undefined)[] {
  const { request, offset } = caretIn(envelope(`<m:|${operation}/>`));
  const lines = hoverAt(request, offset)?.lines ?? [];
  return lines.filter(({ kind }) => kind === 'link').map(({ href }) => href);
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { operationNames } from '../../../src/ews/operationNames.ts';
import { tokensOf } from './tokens.ts';

const messages = 'http://schemas.microsoft.com/exchange/services/2006/messages';

suite('Grammar: the words of EWS stand out', () => {
  test('an operation in its start tag and its end tag', async () => {
    const scope = 'entity.name.function.operation.ews';
    await stands('<m:RemoveImGroup></m:RemoveImGroup>', 'RemoveImGroup', [scope, scope]);
    await stands('<RemoveImGroup/>', 'RemoveImGroup', [scope]);
    await stands('<m:AddImGroup', 'AddImGroup', [scope]);
    await stands(`<RemoveImGroup xmlns="${messages}"></RemoveImGroup>`, 'RemoveImGroup', [scope, scope]);
  });
  test('every operation that has a name', async () => {
    const text = operationNames()
      .map(name => `<m:${name}/>`)
      .join('\n');
    const marked = (await tokensOf(text)).filter(({ scope }) => scope === 'entity.name.function.operation.ews');
    assert.deepEqual(
      marked.map(token => token.text),
      operationNames(),
    );
  });
  test('the answer to an operation', () =>
    stands('<m:RemoveImGroupResponse ResponseClass="Success">', 'RemoveImGroupResponse', [
      'entity.name.function.operation.ews',
    ]));
  test('no element that only begins like an operation', () =>
    stands('<m:AddImGroupNow/>', 'AddImGroupNow', ['entity.name.tag.localname.xml']));
  test('a header of EWS', async () => {
    await stands('<t:RequestServerVersion Version="x"/>', 'RequestServerVersion', ['entity.name.type.header.ews']);
    await stands('<t:TimeZoneContext>', 'TimeZoneContext', ['entity.name.type.header.ews']);
  });
  test('the parts of the envelope, but no Body of a message', async () => {
    await stands('<soap:Envelope>', 'Envelope', ['keyword.control.soap.ews']);
    await stands('</s:Body>', 'Body', ['keyword.control.soap.ews']);
    await stands('<t:Body>', 'Body', ['entity.name.tag.localname.xml']);
  });
  test('a namespace, and one that is written with https', async () => {
    await stands(`<a xmlns:m="${messages}">`, messages, ['entity.name.namespace.ews']);
    const https = messages.replace('http:', 'https:');
    await stands(`<soap:Body xmlns:m='${https}'>`, https, ['invalid.illegal.namespace.ews']);
    await stands(`<a xmlns:m="${messages}/x">`, `${messages}/x`, ['string.quoted.double.xml']);
  });
  test('a version', () =>
    stands('<t:RequestServerVersion Version="Exchange2013_SP1"/>', 'Exchange2013_SP1', [
      'constant.language.version.ews',
    ]));
  test('a ResponseCode by what it says', async () => {
    await stands('<m:ResponseCode>NoError</m:ResponseCode>', 'NoError', ['markup.inserted.responseCode.ews']);
    const code = 'ErrorInvalidImGroupId';
    await stands(`<m:ResponseCode>${code}</m:ResponseCode>`, code, ['markup.deleted.responseCode.ews']);
    await stands(`<faultcode xmlns:a="x">a:${code}</faultcode>`, code, ['markup.deleted.responseCode.ews']);
    await stands('<m:MessageText>ErrorReport of today</m:MessageText>', 'ErrorReport of today', ['text.xml.ews']);
  });
  test('a placeholder in an attribute and in text', async () => {
    await stands('<m:GroupId Id="{{group id}}"/>', '{{group id}}', ['markup.changed.placeholder.ews']);
    await stands('<m:DisplayName>{{name}}</m:DisplayName>', '{{name}}', ['markup.changed.placeholder.ews']);
  });
  test('nothing in a comment', () =>
    stands('<!--<m:RemoveImGroup>NoError</m:RemoveImGroup>-->', '<m:RemoveImGroup>NoError</m:RemoveImGroup>', [
      'comment.block.xml',
    ]));
});

suite('Language configuration', () => {
  const configuration = JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, '../../../syntaxes/language-configuration.json'), 'utf8'),
  );
  const opens = new RegExp(configuration.onEnterRules[0].beforeText.pattern);
  const closes = new RegExp(configuration.onEnterRules[0].afterText.pattern);

  test('Enter indents after a start tag only', () => {
    assert.match('  <m:RemoveImGroup>', opens);
    assert.match('<a b="1 > 2">', opens);
    assert.doesNotMatch('<m:GroupId Id="x"/>', opens);
    assert.doesNotMatch('</m:RemoveImGroup>', opens);
    assert.doesNotMatch('<!-- a -->', opens);
    assert.doesNotMatch('<?xml version="1.0"?>', opens);
  });
  test('Enter between start tag and end tag opens a line for the content', () =>
    assert.match('</m:RemoveImGroup>', closes));
  test('a word is a name with its prefix', () => {
    const words = '<m:GroupId Id="AAMkA=="/>'.match(new RegExp(configuration.wordPattern, 'g'));
    assert.deepEqual(words, ['m:GroupId', 'Id', 'AAMkA']);
  });
  test('a region of comments folds', () => {
    const { start, end } = configuration.folding.markers;
    assert.match('  <!-- #region ids -->', new RegExp(start));
    assert.match('<!--#endregion-->', new RegExp(end));
    assert.doesNotMatch('<!-- #endregion -->', new RegExp(start));
  });
});

async function stands(text: string, word: string, scopes: readonly string[]): Promise<void> {
  const tokens = await tokensOf(text);
  assert.deepEqual(
    tokens.filter(token => token.text === word).map(({ scope }) => scope),
    scopes,
  );
}

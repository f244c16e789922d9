import assert from 'node:assert/strict';
import { problemsOf } from '../../../src/language/index.ts';
import { acceptedText, envelope, inserts, offered } from './caret.ts';

suite('Completion: the prefixes of what is inserted', () => {
  test('with the prefixes of the document', () => {
    const made = acceptedText(
      '<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>|</S:Body></S:Envelope>',
      'm:RemoveImGroup',
    );
    assert.match(
      made,
      /^<S:Envelope xmlns:S="[^"]+" xmlns:m="http:\/\/schemas.microsoft.com\/exchange\/services\/2006\/messages">/,
    );
    assert.deepEqual(errorsOf(made), []);
  });
  test('with a declaration on a line of its own where the others are', () =>
    assert.match(
      acceptedText(
        '<s:Envelope\n    xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"\n    xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types">\n  <s:Body>|</s:Body>\n</s:Envelope>',
        'm:RemoveImGroup',
      ),
      /types"\n {4}xmlns:m="[^"]+messages">\n {2}<s:Body>/,
    ));
  test('with the default namespace where the operation has it', () => {
    const text =
      '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><RemoveImGroup xmlns="http://schemas.microsoft.com/exchange/services/2006/messages">|</RemoveImGroup></s:Body></s:Envelope>';
    assert.match(acceptedText(text, 'GroupId'), /<GroupId Id="\{\{group id\}\}"\/>/);
  });
  test('with the prefix that is typed already', () => {
    const text = envelope('<m:RemoveImGroup><n:Gr|\n</m:RemoveImGroup>').replace(
      ' xmlns:t=',
      ' xmlns:n="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t=',
    );
    assert.match(acceptedText(text, 'n:GroupId'), /<n:GroupId Id="\{\{group id\}\}"\/>/);
  });
  test('with an undeclared prefix that is typed, declared where nothing else stands for the namespace', () => {
    const body = (content: string, more = '') =>
      `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"${more}><s:Body>${content}</s:Body></s:Envelope>`;
    const messages = 'http://schemas.microsoft.com/exchange/services/2006/messages';
    const made = acceptedText(body('<ews:Get|'), 'ews:GetImItems');
    assert.match(made, new RegExp(` xmlns:ews="${messages}" xmlns:t="[^"]+/types"><s:Body>`));
    assert.match(made, /<ews:GroupIds>\s*<t:ItemId Id="\{\{group id\}\}"\/>/);
    assert.deepEqual(errorsOf(made), []);
    // One that is customary for something else, or no name, is a slip.
    for (const typed of ['<t:Get|', '<:Get|', '<xml:Get|', '<1:Get|'])
      assert.match(acceptedText(body(typed), 'm:GetImItemList'), new RegExp(`xmlns:m="${messages}"><s:Body>`), typed);
    const other = ' xmlns:ews="urn:other"';
    assert.match(acceptedText(body('<ews:Get|', other), 'm:GetImItemList'), /xmlns:m="/);
    const known = ` xmlns:x="${messages}"`;
    assert.match(acceptedText(body('<ews:Get|', known), 'x:GetImItemList'), /<s:Body>\s*<x:GetImItemList\/>/);
  });
  test('the namespace of the element itself', () => {
    const text = (tag: string) =>
      `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${tag}</s:Body></s:Envelope>`;
    assert.equal(
      acceptedText(text('<GetImItemList |/>'), 'xmlns'),
      text('<GetImItemList xmlns="http://schemas.microsoft.com/exchange/services/2006/messages"/>'),
    );
    assert.match(acceptedText('<soap:Envelope xmlns:m|', 'xmlns:m'), /^<soap:Envelope xmlns:m="http:[^"]+messages"$/);
  });
  test('with a declaration where those around use the prefix without one', () => {
    const body = (content: string) =>
      `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${content}</s:Body></s:Envelope>`;
    const made = acceptedText(body('<m:SetImGroup><m:GroupId Id="AAMk"/>|</m:SetImGroup>'), 'm:NewDisplayName');
    assert.match(made, /^<s:Envelope xmlns:s="[^"]+" xmlns:m="[^"]+messages"><s:Body>/);
  });
  test('with the prefix of SOAP that the Envelope has, declared or not', () => {
    const added = (text: string, label: string) => offered(text, label).additionalEdits?.map(({ insert }) => insert);
    assert.equal(added('<env:Envelope>|</env:Envelope>', 'env:Body'), undefined);
    assert.deepEqual(added('<Envelope>|</Envelope>', 'soap:Body'), [
      ' xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"',
    ]);
    const header = '<soap:Envelope><soap:Header>|</soap:Header></soap:Envelope>';
    assert.deepEqual(added(header, 't:MailboxCulture'), [
      ' xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"',
    ]);
  });
  test('with a prefix rather than without one where both stand for the namespace', () => {
    const messages = 'http://schemas.microsoft.com/exchange/services/2006/messages';
    const both = [`xmlns="${messages}"`, `xmlns:x="${messages}"`];
    for (const declarations of [both, both.toReversed()])
      offered(
        `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" ${declarations.join(' ')}><s:Body>|</s:Body></s:Envelope>`,
        'x:RemoveImGroup',
      );
  });
  test('without a prefix that only a sibling declares', () =>
    inserts(
      '<m:RemoveImContactFromGroup><x:ContactId xmlns:x="http://schemas.microsoft.com/exchange/services/2006/messages" Id="x"/>|</m:RemoveImContactFromGroup>',
      'm:GroupId',
      '<m:RemoveImContactFromGroup><x:ContactId xmlns:x="http://schemas.microsoft.com/exchange/services/2006/messages" Id="x"/><m:GroupId Id="{{group id}}"/></m:RemoveImContactFromGroup>',
    ));
  test('with another prefix where the customary one is taken', () => {
    const made = acceptedText(
      '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:t="urn:other"><s:Header>|</s:Header><s:Body/></s:Envelope>',
      't1:RequestServerVersion',
    );
    assert.match(made, /xmlns:t1="http:\/\/schemas.microsoft.com\/exchange\/services\/2006\/types"/);
  });
});

function errorsOf(text: string): readonly string[] {
  const filled = text.replace(/\{\{[^{}]*\}\}/g, 'name@example.com');
  return problemsOf(filled).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
}

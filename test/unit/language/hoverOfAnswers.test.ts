import assert from 'node:assert/strict';
import { hoverAt } from '../../../src/language/index.ts';
import { caretIn, envelope } from './caret.ts';
import { contactId, covers, lookups, mailbox, says, silent, textsOf } from './hovers.ts';

suite('Hover: answers', () => {
  const answer = (code: string) =>
    envelope(
      `<m:RemoveImGroupResponse ResponseClass="Error"><m:ResponseCode>${code}</m:ResponseCode></m:RemoveImGroupResponse>`,
    );
  test('a code, in words for the operation alone where there are some', () => {
    const { request, offset } = caretIn(answer('ErrorInvalid|ImGroupId'));
    const general = { meaning: 'The id could be read.', category: 'im-list' };
    const found = hoverAt(request, offset, { ...lookups, codes: () => general });
    assert.deepEqual(textsOf(found), [
      'ErrorInvalidImGroupId',
      'No IM group in this mailbox has that id. It may have been removed already, perhaps by an earlier send of this very request.',
      'Category: im-list',
    ]);
  });
  test('a code from the table that is handed in', () => {
    says(answer('ErrorItem|NotFound'), ['ErrorItemNotFound', 'Nothing has that id.', 'Category: not-found']);
    covers(answer(' ErrorItem|NotFound\n'), 'ErrorItemNotFound');
  });
  test('nothing on a code that nobody knows', () => silent(answer('ErrorOf|MyOwn')));
  test('the response element', () =>
    says(answer('').replace('RemoveImGroupResponse', 'RemoveIm|GroupResponse'), [
      'The answer to RemoveImGroup.',
      /^ErrorInvalidImGroupId: No IM group/,
    ]));
  test('ResponseClass', () => says(answer('').replace('ResponseClass', 'Response|Class'), [/HTTP says 200/]));
  test('what stands in an answer and is none', () => {
    const body = (content: string) =>
      `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages"><s:Body>${content}</s:Body></s:Envelope>`;
    says(body('<s:Fau|lt/>'), ['s:Fault', /^The server refused the request as a whole/]);
    says(body('<m:DeleteItemRes|ponse/>'), ['m:DeleteItemResponse', 'The answer to DeleteItem.']);
    says(body('<RemoveImGroupRes|ponse/>'), ['The answer to RemoveImGroup.']);
    silent(body('<s:Rub|bish/><s:Fault/>'));
    silent(body('<m:NoSuchRes|ponse/>'));
    silent(body('<RemoveImGroupRes|ponse xmlns="urn:x"/>'));
  });
  test('the IM list, each thing by its place', () => {
    const list = (content: string) =>
      envelope(`<m:GetImItemListResponse><m:ImItemList>${content}</m:ImItemList></m:GetImItemListResponse>`);
    const group = (content: string) => list(`<t:Groups><t:ImGroup>${content}</t:ImGroup></t:Groups>`);
    says(list('<t:Gro|ups/>'), ['t:Groups', /^The IM groups of the mailbox/]);
    says(group('').replace('t:ImGroup', 't:Im|Group'), [/^One IM group/]);
    says(group('<t:Display|Name>x</t:DisplayName>'), [/^The name of the group/]);
    says(group('<t:Group|Type/>'), [/UserGroup is one of the user/]);
    says(group('<t:Smtp|Address/>'), [/distribution group\.$/]);
    says(group('<t:MemberCorrelationKey><t:Item|Id/></t:MemberCorrelationKey>'), [
      /later requests send it as ContactId/,
    ]);
    says(group('<t:ExchangeStoreId I|d="x"/>'), ['Id', /^The identifier as Exchange gave it/]);
    says(group('<t:ExchangeStoreId Change|Key="x"/>'), ['ChangeKey', /^The version of the item/]);
    says(list('<t:Perso|nas/>'), [/each as a persona/]);
    says(list('<t:Personas><t:Per|sona/></t:Personas>'), [/^One person/]);
    const persona = (content: string) => list(`<t:Personas><t:Persona>${content}</t:Persona></t:Personas>`);
    says(persona('<t:Display|Name/>'), [/^The name of the contact/]);
    says(persona('<t:Im|Address/>'), [/by instant messaging\.$/]);
    says(persona('<t:Email|Address/>'), [/comes first\.$/]);
    says(persona('<t:Email|Addresses/>'), [/^All e-mail addresses/]);
    says(envelope('<m:AddImGroupResponse><m:Im|Group/></m:AddImGroupResponse>'), [/^One IM group/]);
    // The names mean something else elsewhere.
    silent(envelope('<m:FindItemResponse><t:Gro|ups/></m:FindItemResponse>'));
    silent(envelope('<m:FindItemResponse><t:Display|Name/></m:FindItemResponse>'));
  });
  test('one of several response messages', () => {
    says(envelope('<m:DeleteItemResponse><m:DeleteItemResponse|Message/></m:DeleteItemResponse>'), [
      'One response message of DeleteItem.',
    ]);
    says(envelope('<m:GetImItemsResponse|Message/>'), ['One response message of GetImItems.']);
  });
  test('a fault, with its code', () => {
    const fault = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode xmlns:a="http://schemas.microsoft.com/exchange/services/2006/types">a:ErrorItemNotFound</faultcode><faultstring xml:lang="en-US">Gone.</faultstring><detail><e:Message xmlns:e="http://schemas.microsoft.com/exchange/services/2006/errors">Gone.</e:Message><t:MessageXml xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"><t:LineNumber>2</t:LineNumber></t:MessageXml></detail></s:Fault></s:Body></s:Envelope>`;
    const at = (caret: string) => fault.replace(caret.replace('|', ''), caret);
    says(at('fault|code'), [/^The kind of the fault/]);
    says(at('a:ErrorItem|NotFound'), ['ErrorItemNotFound', 'Nothing has that id.']);
    covers(at('a:ErrorItem|NotFound'), 'a:ErrorItemNotFound');
    says(at('fault|string'), [/words of the server/]);
    says(at('<det|ail'), [/where in the request the server stopped/]);
    says(at('e:Mess|age'), [/words of the server/]);
    says(at('t:Line|Number'), [/^The line of the request/]);
    silent(at('Go|ne.'));
  });
  test('the build that answered', () =>
    says(envelope('<m:XResponse/>', '<t:Server|VersionInfo Version="V2_68"/>'), [/no request may carry/]));
  test('the release behind the build, on its name and on each number', () => {
    const numbers = 'MajorVersion="15" MinorVersion="2" MajorBuildNumber="1544" MinorBuildNumber="4"';
    const info = `<t:ServerVersionInfo ${numbers} Version="V2_68"/>`;
    for (const caret of ['t:Server|Version', 'Major|Version', '"15|44"', 'V2|_68']) {
      says(envelope('<m:XResponse/>', info.replace(caret.replace('|', ''), caret)), ['A certain release.']);
    }
  });
  test('ids in an answer', () =>
    says(envelope(`<m:GetImItemListResponse><t:ExchangeStoreId Id="|${contactId}"/></m:GetImItemListResponse>`), [
      `Mailbox ${mailbox}`,
    ]));
});

import assert from 'node:assert/strict';
import { operations } from '../../../src/ews/operations/index.ts';
import {
  envelopeFor,
  envelopeSnippet,
  type Impersonation,
  impersonationIn,
  problemsOf,
  readRequest,
} from '../../../src/language/index.ts';

const getImItemList = operations.find(({ name }) => name === 'GetImItemList')!;
const removeImGroup = operations.find(({ name }) => name === 'RemoveImGroup')!;
const all: readonly Impersonation[] = [
  { by: 'PrincipalName', value: 'ada.keller@contoso.example' },
  { by: 'SID', value: 'S-1-5-21-1004336348-1177238915-682003330-1104' },
  { by: 'PrimarySmtpAddress', value: 'a&b@contoso.example' },
  { by: 'SmtpAddress', value: 'ada@contoso.example' },
];

suite('impersonation of a request', () => {
  for (const impersonation of all) {
    test(`${impersonation.by}: written, valid and read again`, () => {
      const text = envelopeFor(getImItemList, {}, impersonation);
      assert.deepEqual(problemsOf(text), []);
      assert.deepEqual(impersonationIn(readRequest(text)), impersonation);
    });
  }

  test('other prefixes and white space around the name', () => {
    const text =
      '<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/" xmlns:x="http://schemas.microsoft.com/exchange/services/2006/types"><Header><x:ExchangeImpersonation><x:ConnectingSID><x:SID>\n S-1-5-18 </x:SID></x:ConnectingSID></x:ExchangeImpersonation></Header></Envelope>';
    assert.deepEqual(impersonationIn(readRequest(text)), { by: 'SID', value: 'S-1-5-18' });
  });

  test('none without the header, and none without a name', () => {
    assert.equal(impersonationIn(readRequest(envelopeFor(getImItemList))), undefined);
    const empty = envelopeFor(getImItemList, {}, { by: 'SID', value: '' });
    assert.equal(impersonationIn(readRequest(empty)), undefined);
  });
});

suite('a snippet with values', () => {
  test('what is given is text, what is not is a tab stop', () => {
    const setImGroup = operations.find(({ name }) => name === 'SetImGroup')!;
    const snippet = envelopeSnippet(setImGroup, { GroupId: { Id: 'AA$1}==', ChangeKey: 'CK' } });
    assert.ok(snippet.includes('<m:GroupId Id="AA\\$1\\}==" ChangeKey="CK"/>'), snippet);
    assert.match(snippet, /<m:NewDisplayName>\$\{1:/);
  });

  test('without values it is the same as ever', () => {
    assert.match(envelopeSnippet(removeImGroup), /<m:GroupId Id="\$\{1:\{\{group id\\\}\\\}\}"\/>/);
  });
});

import assert from 'node:assert/strict';
import { readHttpFacts, readSchemes } from '../../../src/response/index.ts';

suite('offered authentication schemes', () => {
  const bearer =
    'Bearer client_id="00000002-0000-0ff1-ce00-000000000000", trusted_issuers="a@*, b@*", token_types="app_asserted_user_v1 service_asserted_app_v1", authorization_uri="https://login.example/oauth2/authorize", error="invalid_token"';
  const cases: readonly (readonly [values: readonly string[], schemes: readonly string[]])[] = [
    [
      ['Negotiate', 'NTLM', 'Basic realm="x"'],
      ['Negotiate', 'NTLM', 'Basic'],
    ],
    [['Negotiate, NTLM, Basic Realm=""'], ['Negotiate', 'NTLM', 'Basic']],
    [['Basic realm="a, b", NTLM'], ['Basic', 'NTLM']],
    [[bearer], ['Bearer']],
    [[`NTLM, ${bearer}, Negotiate`], ['NTLM', 'Bearer', 'Negotiate']],
    [
      ['Negotiate YIIabc==', 'NTLM TlRMTVNTUAACAAAA='],
      ['Negotiate', 'NTLM'],
    ],
    [['Digest realm="x", qop="auth", nonce="1,2"'], ['Digest']],
    [['', ' , ,'], []],
    [['"quoted, never closed'], []],
    [['=,=,'.repeat(20_000)], []],
  ];
  for (const [values, schemes] of cases) {
    test(values.join(' | ').slice(0, 60) || 'nothing', () => {
      assert.deepEqual(
        readSchemes(values).map(({ scheme }) => scheme),
        schemes,
      );
    });
  }

  test('parameters are read, quotes and commas inside them kept', () => {
    const [offer] = readSchemes([bearer]);
    const parameters = Object.fromEntries(offer?.parameters ?? []);
    assert.equal(parameters['client_id'], '00000002-0000-0ff1-ce00-000000000000');
    assert.equal(parameters['trusted_issuers'], 'a@*, b@*');
    assert.equal(parameters['error'], 'invalid_token');
  });

  test('a token of NTLM is not kept', () => {
    assert.deepEqual(readSchemes(['NTLM TlRMTVNTUAACAAAA']), [{ scheme: 'NTLM', parameters: [] }]);
  });
});

suite('facts from headers', () => {
  test('ids, servers and codes', () => {
    const { diagnostics } = readHttpFacts(500, [
      ['Request-Id', 'r-1'],
      ['client-request-id', 'c-1'],
      ['X-FEServer', 'FRONT'],
      ['X-CalculatedBETarget', 'back.example'],
      ['X-BackEndHttpStatus', '500,503'],
      ['X-CasErrorCode', 'ServerNotFound'],
      ['MS-Diagnostics-Public', 'Modern Auth wanted'],
      ['X-DiagInfo', 'BACK'],
      ['Server', 'Microsoft-IIS/10.0'],
      ['X-AspNet-Version', '4.0.30319'],
      ['X-OWA-Version', '15.2.1544.4'],
      ['Connection', 'close'],
    ]);
    assert.deepEqual(diagnostics, {
      requestId: 'r-1',
      clientRequestId: 'c-1',
      frontEnd: 'FRONT',
      backEnd: 'back.example',
      backEndStatus: '500,503',
      casErrorCode: 'ServerNotFound',
      publicDiagnostics: 'Modern Auth wanted',
      info: 'BACK',
      platform: 'Microsoft-IIS/10.0, ASP.NET 4.0.30319',
      owaVersion: '15.2.1544.4',
      connectionClose: true,
    });
  });

  const oauth: readonly (readonly [value: string, number: number | undefined, category: string | undefined])[] = [
    ['2000000;reason="x";error_category="invalid_signature"', 2000000, 'invalid_signature'],
    ['2000001;reason="x";error_category="invalid_token"', 2000001, 'invalid_token'],
    ['2000002;reason="x";error_type="token_expired"', 2000002, 'token_expired'],
    ['2000003;reason="x"', 2000003, 'invalid_resource'],
    ['2000004', 2000004, 'invalid_tenant'],
    ['2000005', 2000005, 'invalid_user'],
    ['2000006', 2000006, 'invalid_client'],
    ['2000007', 2000007, 'internal_error'],
    ['2000008', 2000008, 'invalid_grant'],
    ['4000000;reason="else"', 4000000, undefined],
    ['nonsense', undefined, undefined],
  ];
  for (const [value, number, category] of oauth) {
    test(`x-ms-diagnostics ${value}`, () => {
      const read = readHttpFacts(401, [['x-ms-diagnostics', value]]).diagnostics.oauth;
      assert.deepEqual([read?.number, read?.category], [number, category]);
    });
  }

  const date = 'Fri, 20 Nov 2026 12:00:00 GMT';
  const waits: readonly (readonly [value: string, seconds: number | undefined])[] = [
    ['120', 120],
    [' 0 ', 0],
    ['Fri, 20 Nov 2026 12:01:30 GMT', 90],
    ['Fri, 20 Nov 2026 11:00:00 GMT', 0],
    ['-5', undefined],
    ['soon', undefined],
  ];
  for (const [value, seconds] of waits) {
    test(`Retry-After ${value}`, () => {
      assert.equal(
        readHttpFacts(503, [
          ['Retry-After', value],
          ['Date', date],
        ]).retryAfterSeconds,
        seconds,
      );
    });
  }

  test('without headers there are no facts', () => {
    assert.deepEqual(readHttpFacts(undefined), { schemes: [], diagnostics: {} });
  });
});

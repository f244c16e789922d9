import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addExchange,
  emptyHistory,
  serialiseHistory,
  toCurl,
  toPowerShell,
  toReport,
} from '../../../src/history/index.ts';
import type { Exchange } from '../../../src/sending/exchange.ts';
import { redactHeaders } from '../../../src/sending/redaction.ts';
import * as sample from '../../support/exchanges.ts';

suite('history: no secret survives', () => {
  test('the scheme stays, the secret goes', () => {
    const headers = [
      ['Authorization', 'Basic dXNlcjpwYXNz'],
      ['authorization', 'dXNlcjpwYXNz'],
      ['AUTHORIZATION', 'bearer  eyJ0eXAi.eyJhdWQi'],
      ['proxy-authorization', 'NTLM TlRMTVNTUAADAAAA'],
      ['cookie', 'exchangecookie=4f3a'],
      ['set-cookie', 'X-BackEndCookie=S-1-5-21; path=/'],
      ['x-api-key', '4f3a'],
      ['content-type', 'text/xml'],
    ] as const;
    assert.deepEqual(redactHeaders(headers), [
      ['Authorization', 'Basic (redacted)'],
      ['authorization', '(redacted)'],
      ['AUTHORIZATION', 'bearer (redacted)'],
      ['proxy-authorization', 'NTLM (redacted)'],
      ['cookie', '(redacted)'],
      ['set-cookie', '(redacted)'],
      ['x-api-key', '(redacted)'],
      ['content-type', 'text/xml'],
    ]);
  });

  test('what an endpoint offers stays, but for the challenge of NTLM', () => {
    const headers = [
      ['www-authenticate', 'Negotiate, NTLM, Basic realm="mail.contoso.example"'],
      ['www-authenticate', 'Bearer client_id="00000002-0000-0ff1-ce00-000000000000", error="invalid_token"'],
      ['www-authenticate', 'NTLM TlRMTVNTUAACAAAADgAOADgAAAA='],
    ] as const;
    assert.deepEqual(redactHeaders(headers), [headers[0], headers[1], ['www-authenticate', 'NTLM (redacted)']]);
  });

  const secret = fc
    .string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), minLength: 10, maxLength: 40 })
    .map(text => `s3cr3t${text}`);
  const name = fc.constantFrom(
    'Authorization',
    'authorization',
    ' AUTHORIZATION ',
    'Proxy-Authorization',
    'Cookie',
    'cookie2',
    'Set-Cookie',
    'X-BackEndCookie',
    'X-Auth-Token',
    'X-Api-Key',
  );
  const before = fc.constantFrom(
    '',
    'Basic ',
    'Bearer ',
    'NTLM ',
    'Negotiate ',
    'Digest username="u", response=',
    'a=b; c=',
    '\n',
    '\t',
  );

  test('whatever headers a caller forgot to redact, in nothing stored or copied', () => {
    fc.assert(
      fc.property(secret, name, before, fc.boolean(), (value, header, start, mask) => {
        const exchange = leaking(
          [header, `${start}${value}`],
          `https://user:${value}@mail.contoso.example/EWS/Exchange.asmx`,
        );
        const written = [
          serialiseHistory(addExchange(emptyHistory, exchange)),
          serialiseHistory([{ exchange, cut: [] }]),
          toCurl(exchange),
          toPowerShell(exchange),
          toReport(exchange, { mask }),
        ];
        assert.deepEqual(
          written.filter(text => text.includes(value)),
          [],
        );
      }),
    );
  });

  test('the secret was really there before', () => {
    assert.ok(JSON.stringify(leaking(['Cookie', 's3cr3t'], 'https://x/')).includes('s3cr3t'));
  });
});

function leaking(header: readonly [string, string], url: string): Exchange {
  const { request, result, endpoint } = sample.success;
  assert.ok(result.kind === 'answer');
  return {
    ...sample.success,
    endpoint: { ...endpoint, url },
    request: { ...request, headers: [...request.headers, header] },
    result: { ...result, http: { ...result.http, headers: [...result.http.headers, header] } },
  };
}

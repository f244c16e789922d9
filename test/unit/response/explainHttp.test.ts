import assert from 'node:assert/strict';
import type { ExplanationContext, HttpError } from '../../../src/response/index.ts';
import { explain, readHttpFacts } from '../../../src/response/index.ts';

suite('explain: HTTP statuses', () => {
  for (const status of [
    300, 301, 302, 400, 401, 403, 404, 405, 407, 413, 415, 418, 429, 440, 456, 500, 501, 502, 503, 504, 507, 599,
  ]) {
    test(`${status} has meaning, next step and advice on repeating`, () => {
      const explanation = explain(http(status));
      assert.equal(explanation.headline, `HTTP ${status}`);
      assert.equal(explanation.tone, 'error');
      assert.match(explanation.meaning, /^[A-Z].{20,}\.$/);
      assert.ok(explanation.steps.length > 0);
      assert.match(explanation.repeat ?? '', /\.$/);
    });
  }

  test('401: a scheme that is not offered is named', () => {
    const explanation = unauthorized('basic', ['Negotiate', 'NTLM']);
    assert.match(explanation.meaning, /It offers Negotiate, NTLM\./);
    assert.match(explanation.causes[0] ?? '', /"basic", which the server does not offer/);
  });

  test('401: Extended Protection and the switch that leaves the binding out', () => {
    const causes = unauthorized('ntlm', ['Negotiate', 'NTLM']).causes.join(' ');
    assert.match(causes, /Extended Protection.*ends TLS/);
    const switches = (authentication: 'ntlm' | 'basic', offers: readonly string[]) =>
      unauthorized(authentication, offers)
        .steps.filter(({ text }) => /channelBinding "off"/.test(text))
        .map(({ action }) => action);
    assert.deepEqual(switches('ntlm', ['Negotiate', 'NTLM']), ['openEndpointSettings']);
    assert.deepEqual(switches('basic', ['Basic realm=""', 'NTLM']), []);
    assert.deepEqual(switches('ntlm', ['Basic realm=""']), []);
    assert.match(causes, /DOMAIN\\user as well as user@domain/);
  });

  test('401: Kerberos lacks the binding, so NTLM is the next step and leaving the binding out is none', () => {
    for (const authentication of ['negotiate', 'auto'] as const) {
      const { causes, steps } = unauthorized(authentication, ['Negotiate', 'NTLM'], 'kerberos');
      assert.match(causes[0] ?? '', /Kerberos carries no channel binding.*requires Extended Protection/);
      assert.match(steps[0]?.text ?? '', /"ntlm"/);
      assert.equal(steps[0]?.action, 'openEndpointSettings');
      assert.doesNotMatch([...causes, ...steps.map(({ text }) => text)].join(' '), /"off"|[Pp]assword/);
    }
  });

  test('401: Basic speaks of user and form, not of channel binding', () => {
    const causes = unauthorized('basic', ['Basic realm=""']).causes.join(' ');
    assert.match(causes, /User or password is wrong/);
    assert.doesNotMatch(causes, /Extended Protection/);
  });

  test('401: an expired token', () => {
    const headers = [
      ['WWW-Authenticate', 'Bearer error="invalid_token"'],
      ['x-ms-diagnostics', '2000002;reason="The token has expired.";error_category="token_expired"'],
    ] as const;
    const explanation = explain(http(401), { authentication: 'bearer', http: readHttpFacts(401, headers) });
    assert.match(explanation.meaning, /The token has expired\./);
    assert.deepEqual(explanation.steps[0], { text: 'Sign out and enter a fresh token.', action: 'signOut' });
  });

  for (const authentication of [undefined, 'none', 'bearer'] as const) {
    test(`401 with authentication ${authentication}: what the server says about the token is the first cause`, () => {
      const headers = [
        ['WWW-Authenticate', 'Bearer error="invalid_token"'],
        ['x-ms-diagnostics', '2000002;reason="The token has expired.";error_category="token_expired"'],
      ] as const;
      const { causes, steps } = explain(http(401), {
        ...(authentication && { authentication }),
        http: readHttpFacts(401, headers),
      });
      assert.match(causes[0] ?? '', /^The token was used after its time/);
      assert.match(steps[0]?.text ?? '', /(?:fresh|new) token\.$/);
      assert.doesNotMatch(causes.join(' '), /No credentials|[Pp]assword is wrong/);
    });
  }

  test('401: a token is refused for the reason that the server names, which a password sent instead does not hide', () => {
    const headers = [
      ['WWW-Authenticate', 'Bearer error="invalid_token"'],
      ['x-ms-diagnostics', '2000003;reason="Wrong audience.";error_category="invalid_resource"'],
    ] as const;
    const causes = (authentication: 'bearer' | 'ntlm') =>
      explain(http(401), { authentication, http: readHttpFacts(401, headers) }).causes;
    assert.match(causes('bearer')[0] ?? '', /refuses it for the reason above/);
    assert.doesNotMatch(causes('bearer').join(' '), /has expired/);
    assert.match(causes('ntlm').join(' '), /"ntlm", which the server does not offer/);
  });

  test('401: without knowing what was tried, what the server offers tells the causes', () => {
    assert.match(
      unauthorized(undefined, ['Negotiate', 'NTLM']).causes.join(' '),
      /User or password.*Extended Protection/,
    );
    assert.doesNotMatch(unauthorized(undefined, ['Basic realm=""']).causes.join(' '), /Extended Protection/);
    assert.match(unauthorized(undefined, ['Bearer error="x"']).causes[0] ?? '', /OAuth tokens only/);
    assert.match(unauthorized(undefined, []).causes[0] ?? '', /No credentials were sent, or they are wrong/);
  });

  test('401: a refused token, and a server that says it wants modern authentication', () => {
    assert.match(
      unauthorized('bearer', ['Bearer error="x"']).causes[0] ?? '',
      /token has expired, or it was issued for another/,
    );
    const facts = readHttpFacts(401, [['MS-Diagnostics-Public', 'Basic is off; Modern Auth is wanted']]);
    assert.match(explain(http(401), { http: facts, authentication: 'basic' }).causes[0] ?? '', /wants OAuth/);
  });

  test('401: no credentials were sent', () => {
    assert.match(unauthorized('none', ['NTLM']).causes[0] ?? '', /No credentials were sent/);
  });

  test('401: OAuth only', () => {
    assert.match(unauthorized('ntlm', ['Bearer client_id="x"']).causes.join(' '), /OAuth tokens only/);
  });

  const online: ExplanationContext = { url: 'https://outlook.office365.com/EWS/Exchange.asmx' };
  const ownServer: ExplanationContext = { url: 'https://mail.example.org/EWS/Exchange.asmx' };
  const retirement = /October 2026.*1 April 2027/;
  for (const status of [401, 403]) {
    test(`${status}: the end of EWS is told for Exchange Online, conditionally when it is unknown, never for one's own server`, () => {
      assert.match(explain(http(status), online).causes.join(' '), retirement);
      assert.match(explain(http(status)).causes.join(' '), /If this is Exchange Online: it/);
      assert.doesNotMatch(explain(http(status), ownServer).causes.join(' '), retirement);
    });
  }

  test('Exchange Online is known by the names of its servers', () => {
    const facts = readHttpFacts(403, [['X-BEServer', 'AB1PR01MB0001.eurprd01.prod.outlook.com']]);
    assert.match(explain(http(403), { http: facts }).causes[0] ?? '', /^Exchange Online lets only/);
  });

  test('503 with Retry-After says how long to wait', () => {
    const explanation = explain(http(503), { http: readHttpFacts(503, [['Retry-After', '30']]) });
    assert.equal(explanation.steps[0]?.text, 'Wait 30 seconds, then send again.');
  });

  test('a known time to wait takes the place of a moment, and leaves the other steps', () => {
    const steps = explain(http(429), { http: readHttpFacts(429, [['Retry-After', '30']]) }).steps;
    const without = explain(http(429)).steps;
    assert.deepEqual(
      steps.filter(({ action }) => action !== 'sendAgain'),
      without.filter(({ action }) => action !== 'sendAgain'),
    );
    assert.equal(steps.filter(({ action }) => action === 'sendAgain').length, 1);
  });

  for (const [status, who, repeat, action] of [
    [418, 'objects to the request', 'Sending the same again hardly helps.', 'testEndpoint'],
    [499, 'objects to the request', 'Sending the same again hardly helps.', 'testEndpoint'],
    [599, 'could not do its work', 'Sending again can help after a pause.', 'sendAgain'],
  ] as const) {
    test(`${status}, which means nothing special, is told by its number`, () => {
      const explanation = explain(http(status));
      assert.equal(
        explanation.meaning,
        `HTTP status ${status} has no special meaning in EWS; by its number the server or a proxy before it ${who}.`,
      );
      assert.equal(explanation.repeat, repeat);
      assert.deepEqual(
        explanation.steps.map(step => step.action),
        [action],
      );
    });
  }

  test('redirections: error page, sign-in page, other host', () => {
    const at = (location: string) => explain(http(302), { http: readHttpFacts(302, [['Location', location]]) });
    assert.match(at('/ews/genericerrorpage.htm?aspxerrorpath=/ews/exchange.asmx').meaning, /may pass/);
    assert.match(at('https://mail.example/owa/auth/logon.aspx').meaning, /sign-in page/);
    assert.match(at('https://other.example/EWS/Exchange.asmx').meaning, /Nothing was sent there/);
  });

  test('a version problem told outside a fault is explained by its code', () => {
    const explanation = explain({ ...http(500), responseCode: 'ErrorInvalidSchemaVersionForMailboxVersion' });
    assert.equal(explanation.headline, 'ErrorInvalidSchemaVersionForMailboxVersion');
    assert.ok(explanation.steps.some(step => step.action === 'setVersion'));
  });

  test('an error page of ASP.NET may pass; the code of the front end is named', () => {
    const facts = readHttpFacts(500, [['X-CasErrorCode', 'MailboxGuidWithDomainNotFound']]);
    const explanation = explain({ ...http(500), bodyKind: 'serverErrorPage' }, { http: facts });
    assert.match(explanation.meaning, /web application of Exchange fell over/);
    assert.match(explanation.causes[0] ?? '', /MailboxGuidWithDomainNotFound/);
  });
});

suite('explain: bodies that are no answer', () => {
  const kinds = [
    'empty',
    'signInPage',
    'serverErrorPage',
    'html',
    'json',
    'text',
    'binary',
    'request',
    'otherXml',
    'truncatedXml',
    'malformedXml',
    'refusedXml',
  ] as const;
  for (const bodyKind of kinds) {
    test(bodyKind, () => {
      const explanation = explain({ kind: 'notSoap', body: 'something', bodyKind, notes: [] });
      assert.equal(explanation.headline, 'Not an EWS answer');
      assert.match(explanation.meaning, /^The body is something\. [A-Z].*\.$/);
      assert.ok(explanation.steps.length > 0);
    });
  }

  test('an empty body with a closed connection is a busy server', () => {
    const facts = readHttpFacts(200, [['Connection', 'close']]);
    const explanation = explain({ kind: 'notSoap', body: 'empty', bodyKind: 'empty', notes: [] }, { http: facts });
    assert.match(explanation.meaning, /under load/);
    assert.equal(explanation.repeat, 'Sending again can help after a pause.');
    const open = explain({ kind: 'notSoap', body: 'empty', bodyKind: 'empty', notes: [] });
    assert.doesNotMatch(open.meaning, /under load/);
    assert.notEqual(open.repeat, explanation.repeat);
  });
});

function http(status: number): HttpError {
  return { kind: 'httpError', status, body: 'empty', bodyKind: 'empty', notes: [] };
}

function unauthorized(
  authentication: ExplanationContext['authentication'],
  offers: readonly string[],
  provedBy?: ExplanationContext['provedBy'],
) {
  const facts = readHttpFacts(
    401,
    offers.map(offer => ['WWW-Authenticate', offer] as const),
  );
  return explain(http(401), { ...(authentication && { authentication }), ...(provedBy && { provedBy }), http: facts });
}

import assert from 'node:assert/strict';
import {
  decode,
  explain,
  type HttpError,
  type Outcome,
  readHttpFacts,
  readSchemes,
  type SoapFault,
  splitAnswers,
} from '../../../src/response/index.ts';

const soap = 'http://schemas.xmlsoap.org/soap/envelope/';
const messages = 'http://schemas.microsoft.com/exchange/services/2006/messages';

function envelope(inside: string): string {
  return `<s:Envelope xmlns:s="${soap}"><s:Body>${inside}</s:Body></s:Envelope>`;
}

function answer(inside: string, attributes = 'ResponseClass="Error"'): string {
  return envelope(`<m:RemoveImGroupResponse ${attributes} xmlns:m="${messages}">${inside}</m:RemoveImGroupResponse>`);
}

function httpError(status: number): HttpError {
  return { kind: 'httpError', status, body: 'empty', bodyKind: 'empty', notes: [] };
}

/** The first response message of an answer. */
function messageIn(body: string) {
  const outcome = decode({ body });
  return outcome.kind === 'answered' ? outcome.messages[0] : undefined;
}

suite('answers of rare shapes', () => {
  test('a page that sends to a sign-in elsewhere, under any title', () => {
    const body = '<html><title>Working…</title><script>location="https://login.microsoftonline.com/x"</script></html>';
    const outcome = decode({ body });
    assert.equal(outcome.kind === 'notSoap' && outcome.bodyKind, 'signInPage');
  });

  test('nesting as deep as is allowed is read, one deeper refused', () => {
    const deep = (levels: number) =>
      answer(`<m:ResponseCode>A</m:ResponseCode>${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}`);
    assert.equal(messageIn(deep(253))?.responseCode, 'A');
    const outcome = decode({ body: deep(254) });
    assert.equal(outcome.kind === 'notSoap' && outcome.bodyKind, 'refusedXml');
  });

  test('a value of MessageXml without a name, and elements inside elements', () => {
    const xml = '<m:MessageXml><Value>1</Value><a><b>2</b><c> 3 </c></a></m:MessageXml>';
    assert.deepEqual(messageIn(answer(xml))?.values, [
      ['Value', '1'],
      ['b', '2'],
      ['c', '3'],
    ]);
  });

  test('a ResponseClass that is none, and a code without one', () => {
    const message = messageIn(answer('<m:ResponseCode> NoError\n</m:ResponseCode>', 'ResponseClass="Great"'));
    assert.deepEqual(message, { responseClass: undefined, responseCode: 'NoError', values: [] });
  });

  test('a SOAP 1.2 fault whose Reason has no Text', () => {
    const uri = 'http://www.w3.org/2003/05/soap-envelope';
    const body = `<e:Envelope xmlns:e="${uri}"><e:Body><e:Fault><e:Reason>It failed.</e:Reason></e:Fault></e:Body></e:Envelope>`;
    assert.deepEqual(decode({ body }), { kind: 'soapFault', faultString: 'It failed.', values: [], notes: [] });
  });

  test('references of every plane beside those that XML forbids', () => {
    const text = '<m:MessageText>&#x1F600;&#xE000;&#xD800;&#x110000;&#0;&#x9;|</m:MessageText>';
    assert.equal(messageIn(answer(text))?.messageText, '\u{1f600}\ue000\ufffd\ufffd\ufffd\t|');
  });

  test('entities and CDATA inside texts', () => {
    const text = '<m:MessageText>a &lt;b&gt; <![CDATA[<c> &amp;]]><d>e</d></m:MessageText>';
    assert.equal(messageIn(answer(text))?.messageText, 'a <b> <c> &amp;e');
  });
});

suite('pasted material of rare shapes', () => {
  test('a header that goes on in the next line, and one without a colon', () => {
    const [first] = splitAnswers('HTTP/1.1 200 OK\nX-A: 1,\n  2\nnonsense\n\nbody');
    assert.deepEqual(first?.headers, [['x-a', '1, 2']]);
  });

  test('a status line without anything after it', () => {
    assert.deepEqual(splitAnswers('HTTP/1.1 503 Busy'), [{ label: 'HTTP 503', status: 503, headers: [], body: '' }]);
  });

  test('chunks that break off are left as they are', () => {
    const text = 'HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nhello\n';
    assert.equal(splitAnswers(text)[0]?.body, '5\nhello\n');
  });

  test('the headers before a request are not those of the answer after it', () => {
    const text = [
      '<Trace Tag="EwsResponseHttpHeaders" Tid="1">HTTP/1.1 401 Unauthorized\n</Trace>',
      '<Trace Tag="EwsRequest" Tid="1"><a/></Trace>',
      '<Trace Tag="EwsResponse" Tid="1"><b/></Trace>',
    ].join('\n');
    assert.deepEqual(
      splitAnswers(text).map(({ status, body }) => [status, body]),
      [[undefined, '<b/>']],
    );
  });

  test('what is no XML and names no code has none', () => {
    assert.equal('responseCode' in decode({ body: '<a>nothing' }), false);
  });

  test('one character that XML forbids is told as one', () => {
    const notes = (body: string) => decode({ body }).notes;
    assert.deepEqual(notes(answer('<m:MessageText>\u0001</m:MessageText>')), [
      "One character that XML forbids was replaced by U+FFFD, so the text is not quite the server's.",
    ]);
    assert.deepEqual(notes(answer('<m:MessageText>\u0001\u0001</m:MessageText>')), [
      "2 characters that XML forbids were replaced by U+FFFD, so the text is not quite the server's.",
    ]);
  });

  test('a trace without time, one without end, and one without a tag', () => {
    const text =
      '<Trace>x</Trace><Trace Tag="EwsResponseHttpHeaders">nonsense\n</Trace><Trace Tag="EwsResponse">&lt;a&gt; &amp;lt; &quot;&apos;';
    assert.deepEqual(splitAnswers(text), [{ label: 'trace', headers: [], body: '<a> &lt; "\'' }]);
  });

  test('a HAR with damaged entries: what can be read is read', () => {
    const entry = (response: unknown) => ({ request: { url: 1 }, response });
    const entries = [
      entry({ status: 0, headers: [{ name: 1 }, 'x', { name: 'A', value: 'b' }], content: { text: 'plain' } }),
      entry({ status: 200, content: { text: '*', encoding: 'base64' } }),
      entry({ status: 200 }),
      'nonsense',
    ];
    assert.deepEqual(splitAnswers(JSON.stringify({ log: { entries } })), [
      { label: '1: no status', headers: [['a', 'b']], body: 'plain' },
      { label: '2: HTTP 200', status: 200, headers: [], body: '*' },
      { label: '3: HTTP 200', status: 200, headers: [], body: '' },
    ]);
  });
});

suite('explanations of rare answers', () => {
  function codeless(responseClass: 'Success' | 'Warning' | 'Error'): Outcome {
    return { kind: 'answered', operation: 'GetItem', messages: [{ responseClass, values: [] }], notes: [] };
  }

  test('an answer without a code is no better than a warning', () => {
    const tones = (['Success', 'Warning', 'Error'] as const).map(each => explain(codeless(each)).tone);
    assert.deepEqual(tones, ['warning', 'warning', 'error']);
  });

  test('all of several messages say NoError', () => {
    const message = { responseClass: 'Success', responseCode: 'NoError', values: [] } as const;
    const explanation = explain({ kind: 'answered', operation: 'GetItem', messages: [message, message], notes: [] });
    assert.equal(explanation.meaning, 'GetItem succeeded. All 2 response messages say so.');
  });

  const fault = (rest: Partial<SoapFault>): SoapFault => ({ kind: 'soapFault', values: [], notes: [], ...rest });

  test('a fault that says NoError gives no advice on repeating', () => {
    assert.equal(explain(fault({ responseCode: 'NoError' })).repeat, undefined);
  });

  test('a fault of a code of its own: its text is all there is, or not even that', () => {
    const told = explain(fault({ faultCode: 'x:Own', faultString: 'It failed.' }));
    assert.deepEqual([told.headline, told.causes, told.steps.length], ['x:Own', [], 1]);
    const silent = explain(fault({}));
    assert.deepEqual([silent.headline, silent.causes.length, silent.steps.length], ['SOAP fault', 1, 2]);
  });

  test('Exchange Online is known by the build in X-OWA-Version', () => {
    const meaning = (owaVersion: string) =>
      explain(httpError(599), { http: readHttpFacts(599, [['X-OWA-Version', owaVersion]]) }).meaning;
    assert.match(meaning('15.20.9000.1'), /by its number Exchange Online could not do its work/);
    assert.match(meaning('15.2.1544.4'), /by its number the server or a proxy before it could not/);
  });

  test('the status that the back end gave is named', () => {
    const http = readHttpFacts(503, [['X-BackEndHttpStatus', '401']]);
    assert.match(explain(httpError(503), { http }).causes.join(' '), /answered the front end with status 401/);
  });

  test('401 with authentication "auto", where Basic is all there is', () => {
    const http = readHttpFacts(401, [['WWW-Authenticate', 'Basic realm="x"']]);
    assert.match(explain(httpError(401), { http, authentication: 'auto' }).causes[0] ?? '', /never Basic/);
  });

  test('401 with a reason of the token that is not in the list', () => {
    const http = readHttpFacts(401, [['x-ms-diagnostics', '4000000;reason="Own words.";error_category="own"']]);
    assert.match(explain(httpError(401), { http }).meaning, /About the token it says: Own words\./);
  });

  test('a redirection that names no address', () => {
    assert.match(explain(httpError(302)).meaning, /an address it does not name/);
  });

  test('a quote inside a quoted parameter', () => {
    const [offer] = readSchemes(['Basic realm="a\\", b", NTLM']);
    assert.deepEqual(offer, { scheme: 'Basic', parameters: [['realm', 'a", b']] });
  });
});

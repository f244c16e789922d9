import assert from 'node:assert/strict';
import { decode, splitAnswers } from '../../../src/response/index.ts';

const messages = 'http://schemas.microsoft.com/exchange/services/2006/messages';
const soap = 'http://schemas.xmlsoap.org/soap/envelope/';

function envelope(code: string): string {
  return `<s:Envelope xmlns:s="${soap}"><s:Body><RemoveImGroupResponse ResponseClass="Error" xmlns="${messages}"><ResponseCode>${code}</ResponseCode></RemoveImGroupResponse></s:Body></s:Envelope>`;
}

/** The code of each answer in the text, with its status. */
function codes(text: string): readonly unknown[] {
  return splitAnswers(text).map(answer => {
    const outcome = decode(answer);
    return [answer.status, outcome.kind === 'answered' ? outcome.messages[0]?.responseCode : outcome.kind];
  });
}

suite('splitting pasted material into answers', () => {
  test('bare XML is one answer', () => {
    assert.deepEqual(codes(envelope('A')), [[undefined, 'A']]);
    assert.equal(splitAnswers(envelope('A'))[0]?.label, 'the text');
  });

  test('several envelopes, with and without declarations', () => {
    const text = `${envelope('A')}\n<?xml version="1.0" encoding="utf-8"?>\n${envelope('B')}${envelope('C')}`;
    assert.deepEqual(codes(text), [
      [undefined, 'A'],
      [undefined, 'B'],
      [undefined, 'C'],
    ]);
    assert.deepEqual(
      splitAnswers(text).map(({ label }) => label),
      ['1: an envelope', '2: an envelope', '3: an envelope'],
    );
  });

  for (const [name, end] of [
    ['CRLF', '\r\n'],
    ['LF', '\n'],
  ] as const) {
    test(`raw HTTP with ${name}`, () => {
      const text = ['HTTP/1.1 200 OK', 'Content-Type: text/xml', 'request-id: 1', '', envelope('A')].join(end);
      assert.deepEqual(codes(text), [[200, 'A']]);
      assert.deepEqual(splitAnswers(text)[0]?.headers, [
        ['content-type', 'text/xml'],
        ['request-id', '1'],
      ]);
    });
  }

  test('a request before the answer, an interim 100 and a second answer', () => {
    const text = `POST /EWS/Exchange.asmx HTTP/1.1\nHost: x\n\n<a/>\nHTTP/1.1 100 Continue\n\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: NTLM\n\n\nHTTP/2 200\n\n${envelope('B')}`;
    assert.deepEqual(codes(text), [
      [401, 'httpError'],
      [200, 'B'],
    ]);
  });

  test('the output of curl -v', () => {
    const text = `* Connected\n> POST /EWS/Exchange.asmx HTTP/1.1\n> Host: x\n> \n< HTTP/1.1 200 OK\n< Content-Type: text/xml\n< \n${envelope('A')}\n* Connection #0 left intact\n`;
    assert.deepEqual(codes(text), [[200, 'A']]);
  });

  test('a chunked body is joined', () => {
    const body = envelope('Größe');
    const bytes = new TextEncoder().encode(body);
    const half = new TextDecoder('latin1').decode(bytes.subarray(0, 40));
    const rest = body.slice(40);
    const size = (text: string) => new TextEncoder().encode(text).length.toString(16);
    const chunks = `${size(half)}\r\n${half}\r\n${size(rest)};x=y\r\n${rest}\r\n0\r\n\r\n`;
    const text = `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}`;
    assert.deepEqual(codes(text), [[200, 'Größe']]);
  });

  test('a body that says chunked but was joined already is left as it is', () => {
    assert.deepEqual(codes(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${envelope('A')}`), [[200, 'A']]);
  });

  test('an EWS trace log: answers with the headers before them, requests left out', () => {
    const text = `<Trace Tag="EwsRequestHttpHeaders" Tid="1" Time="2026-11-20 12:00:00Z">
POST /EWS/Exchange.asmx HTTP/1.1
</Trace>
<Trace Tag="EwsRequest" Tid="1" Time="2026-11-20 12:00:00Z" Version="15.0.0"><s:Envelope xmlns:s="${soap}"/></Trace>
<Trace Tag="EwsResponseHttpHeaders" Tid="1" Time="2026-11-20 12:00:01Z">
HTTP/1.1 500 Internal Server Error
request-id: 7

</Trace>
<Trace Tag="EwsResponse" Tid="1" Time="2026-11-20 12:00:01Z" Version="15.0.0">
  ${envelope('A')}
</Trace>
<Trace Tag="EwsResponse" Tid="1" Time="2026-11-20 12:00:02Z">
&lt;html&gt;&lt;title&gt;Sign in&lt;/title&gt;
</Trace>`;
    assert.deepEqual(codes(text), [
      [500, 'A'],
      [undefined, 'notSoap'],
    ]);
    const [first, second] = splitAnswers(text);
    assert.equal(first?.label, '1: trace of 2026-11-20 12:00:01Z');
    assert.deepEqual(first?.headers, [['request-id', '7']]);
    assert.equal(second?.body, '<html><title>Sign in</title>');
  });

  test('a HAR file: the entries that went to EWS, bodies in base64 too', () => {
    const entry = (url: string, content: object, status: number) => ({
      startedDateTime: '2026-11-20T12:00:00Z',
      request: { url },
      response: { status, headers: [{ name: 'Content-Type', value: 'text/xml' }], content },
    });
    const har = {
      log: {
        entries: [
          entry('https://x/other', { text: 'no' }, 200),
          entry('https://x/EWS/Exchange.asmx', { text: envelope('A') }, 200),
          entry(
            'https://x/ews/exchange.asmx',
            { text: Buffer.from(envelope('B')).toString('base64'), encoding: 'base64' },
            500,
          ),
          { request: {} },
        ],
      },
    };
    assert.deepEqual(codes(JSON.stringify(har)), [
      [200, 'A'],
      [500, 'B'],
    ]);
  });

  test('anything else is one answer as it stands', () => {
    for (const text of ['', '{"log":', '{"log":{"entries":"x"}}', 'hello', '<Trace Tag="Other">x</Trace>']) {
      assert.deepEqual(splitAnswers(text), [{ label: 'the text', body: text }]);
    }
  });
});

import assert from 'node:assert/strict';
import { decode, splitAnswers } from '../../../src/response/index.ts';

const messages = 'http://schemas.microsoft.com/exchange/services/2006/messages';
const soap = 'http://schemas.xmlsoap.org/soap/envelope/';

function envelope(code: string): string {
  return `<s:Envelope xmlns:s="${soap}"><s:Body><RemoveImGroupResponse ResponseClass="Error" xmlns="${messages}"><ResponseCode>${code}</ResponseCode></RemoveImGroupResponse></s:Body></s:Envelope>`;
}

/** The code of each answer in the text, with its status. */
function codes(text: string | Uint8Array): readonly unknown[] {
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

  test('one envelope with words around it: a mail, Markdown, a log line', () => {
    for (const [before, after] of [
      ['What does this mean?\n\n```xml\n', '\n```\n\nThanks, <b>Ada</b>'],
      ['2026-11-20 12:00:00 response: ', ' (1.2 s)'],
      ['', '\n-- \nAda'],
      ['> quoted\n<?xml version="1.0"?>\n', ''],
    ] as const) {
      assert.deepEqual(codes(`${before}${envelope('A')}${after}`), [[undefined, 'A']]);
    }
  });

  test('several envelopes with words between them', () => {
    const text = `First:\n~~~\n${envelope('A')}\n~~~\nand then > all:\n~~~\n${envelope('B')}\n~~~\nEnd`;
    assert.deepEqual(codes(text), [
      [undefined, 'A'],
      [undefined, 'B'],
    ]);
  });

  test('an envelope that breaks off is still taken from its words', () => {
    const [answer] = splitAnswers(`Seen: ${envelope('A').slice(0, 200)}`);
    assert.equal(answer?.label, 'an envelope');
    assert.equal(answer?.body, envelope('A').slice(0, 200));
  });

  test('a comment before the envelope belongs to the document', () => {
    const text = `<!-- saved -->\n${envelope('A')}\n`;
    assert.equal(splitAnswers(text)[0]?.body, text);
    assert.deepEqual(codes(text), [[undefined, 'A']]);
  });
});

suite('splitting the bytes of a file into answers', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
  const utf16 = (text: string, mark = '') => new Uint8Array(Buffer.from(mark + text, 'utf16le'));

  test('text is read as text', () => {
    assert.deepEqual(codes(utf8(`${envelope('A')}\n${envelope('Größe')}`)), [
      [undefined, 'A'],
      [undefined, 'Größe'],
    ]);
    assert.deepEqual(codes(utf8(`\ufeffHTTP/1.1 500 Error\r\n\r\n${envelope('A')}`)), [[500, 'A']]);
  });

  test('one bare answer stays bytes, so that its own encoding is judged', () => {
    const latin = Uint8Array.from(
      Buffer.from(`<?xml version="1.0" encoding="iso-8859-2"?>${envelope('\xb9')}`, 'latin1'),
    );
    assert.deepEqual(codes(latin), [[undefined, 'š']]);
    assert.equal(splitAnswers(latin)[0]?.body, latin);
  });

  for (const [name, mark] of [
    ['with', '\ufeff'],
    ['without', ''],
  ] as const) {
    test(`a body in UTF-16 ${name} a mark behind an HTTP head`, () => {
      const head = utf8('HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=utf-16\r\n\r\n');
      assert.deepEqual(codes(joined(head, utf16(envelope('Größe'), mark))), [[200, 'Größe']]);
    });
  }

  test('a whole file in UTF-16 with a head', () => {
    assert.deepEqual(codes(utf16(`HTTP/1.1 200 OK\r\n\r\n${envelope('A')}`, '\ufeff')), [[200, 'A']]);
  });

  test('a body in the charset that its head names', () => {
    const head = 'HTTP/1.1 200 OK\nContent-Type: text/xml; charset=windows-1251\n\n';
    const bytes = joined(utf8(head), Uint8Array.from(Buffer.from(envelope('\xcf\xf0'), 'latin1')));
    assert.deepEqual(codes(bytes), [[200, 'Пр']]);
  });

  test('several raw answers: Content-Length says where a body ends, and chunks are joined', () => {
    const first = utf16(`${envelope('A')}\nHTTP/1.1 999 inside\n`);
    const second = utf16(envelope('B'));
    const bytes = joined(
      utf8('POST / HTTP/1.1\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n'),
      utf8(`HTTP/1.1 200 OK\r\nContent-Length: ${first.length}\r\n\r\n`),
      first,
      utf8(`\r\nHTTP/1.1 500 Error\r\nTransfer-Encoding: chunked\r\n\r\n${second.length.toString(16)}\r\n`),
      second,
      utf8('\r\n0\r\n\r\n'),
    );
    assert.deepEqual(
      splitAnswers(bytes).map(({ label, status }) => [label, status]),
      [
        ['1: HTTP 200', 200],
        ['2: HTTP 500', 500],
      ],
    );
    assert.deepEqual(splitAnswers(bytes)[0]?.body, first);
    assert.deepEqual(splitAnswers(bytes)[1]?.body, second);
  });

  test('bytes without a status line are one answer', () => {
    const bytes = Uint8Array.from([0, 1, 2, 255]);
    assert.deepEqual(splitAnswers(bytes), [{ label: 'the text', body: bytes }]);
  });
});

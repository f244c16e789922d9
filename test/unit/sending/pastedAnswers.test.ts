import assert from 'node:assert/strict';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { decode } from '../../../src/response/index.ts';
import { pastedAnswers } from '../../../src/sending/index.ts';

const envelope =
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><RemoveImGroupResponse ResponseClass="Error" xmlns="http://schemas.microsoft.com/exchange/services/2006/messages"><ResponseCode>Größe</ResponseCode></RemoveImGroupResponse></s:Body></s:Envelope>';

async function codes(material: string | Uint8Array): Promise<readonly unknown[]> {
  return (await pastedAnswers(material)).map(answer => {
    const outcome = decode(answer);
    return outcome.kind === 'answered' ? outcome.messages[0]?.responseCode : 'bodyKind' in outcome && outcome.bodyKind;
  });
}

function raw(headers: string, body: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n`), body]));
}

suite('pasted answers with a compressed body', () => {
  const bytes = Buffer.from(envelope);
  const cases: readonly (readonly [name: string, headers: string, body: Uint8Array, expected: string])[] = [
    ['gzip', 'Content-Encoding: gzip', gzipSync(bytes), 'Größe'],
    ['gzip that no header names', 'Content-Type: text/xml', gzipSync(bytes), 'Größe'],
    ['deflate', 'content-encoding: deflate', deflateSync(bytes), 'Größe'],
    ['bare deflate', 'content-encoding: deflate', deflateRawSync(bytes), 'Größe'],
    ['br', 'Content-Encoding: br', brotliCompressSync(bytes), 'Größe'],
    ['gzip inside br', 'Content-Encoding: gzip, br', brotliCompressSync(gzipSync(bytes)), 'Größe'],
    ['gzip of UTF-16', 'Content-Encoding: gzip', gzipSync(Buffer.from(`\ufeff${envelope}`, 'utf16le')), 'Größe'],
    ['gzip that breaks off', 'Content-Encoding: gzip', gzipSync(bytes).subarray(0, 60), 'binary'],
    ['an unknown compression', 'Content-Encoding: zstd', gzipSync(bytes), 'binary'],
    ['named, but decompressed already', 'Content-Encoding: gzip', Buffer.from(`\ufeff${envelope}`, 'utf16le'), 'Größe'],
  ];
  for (const [name, headers, body, expected] of cases) {
    test(name, async () => {
      assert.deepEqual(await codes(raw(headers, body)), [expected]);
    });
  }

  test('a file that is compressed as a whole', async () => {
    assert.deepEqual(await codes(gzipSync(bytes)), ['Größe']);
  });

  test('a HAR whose body is still compressed', async () => {
    const content = { text: gzipSync(bytes).toString('base64'), encoding: 'base64' };
    const headers = [{ name: 'Content-Encoding', value: 'gzip' }];
    const har = { log: { entries: [{ response: { status: 200, headers, content } }] } };
    assert.deepEqual(await codes(JSON.stringify(har)), ['Größe']);
  });

  test('a text as before', async () => {
    assert.deepEqual(await codes(envelope), ['Größe']);
  });
});

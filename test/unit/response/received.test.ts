import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  addExchange,
  defaultHistoryLimits,
  emptyHistory,
  parseHistory,
  serialiseHistory,
} from '../../../src/history/index.ts';
import { bytesOf, readText, receivedBytes } from '../../../src/response/index.ts';
import { type Answer, send } from '../../../src/sending/index.ts';
import { success } from '../../support/exchanges.ts';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);
const big = Uint8Array.from({ length: 100_001 }, (_, index) => (index * 31) % 256);

suite('the exact bytes of an answer', () => {
  const cases: readonly (readonly [
    name: string,
    body: Uint8Array,
    contentType: string,
    encoding: string | undefined,
  ])[] = [
    ['UTF-8: the text says all', Buffer.from('<a>ü</a>'), 'text/xml', undefined],
    ['nothing', bytes(), 'text/xml', undefined],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0x3c), 'text/xml', 'utf-8'],
    ['UTF-8 with two marks', bytes(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x3c), 'text/xml', 'utf-8'],
    ['UTF-8 with half a character behind its mark', bytes(0xef, 0xbb, 0xbf, 0xc3), 'text/xml', 'utf-8'],
    ['UTF-16 with a mark', bytes(0xff, 0xfe, 0x3c, 0), 'text/xml', 'utf-16le'],
    ['UTF-16 without a mark, high byte first', bytes(0, 0x3c, 0, 0x61), 'text/xml', 'utf-16be'],
    ['a charset of the header, by its proper name', bytes(0x3c, 0xfc), 'text/xml; charset=latin1', 'windows-1252'],
    ['bytes that are no text', big, 'text/xml', 'windows-1252'],
  ];
  for (const [name, body, contentType, encoding] of cases) {
    test(name, () => {
      const read = readText(body, contentType);
      const received = receivedBytes(body, read);
      assert.equal(received?.encoding, encoding);
      assert.deepEqual(Buffer.from(bytesOf(read.text, received)), Buffer.from(body));
    });
  }

  test('a text that was pasted has no other bytes', () => {
    assert.equal(receivedBytes('ü', readText('ü', undefined)), undefined);
  });

  test('they come from the wire, through the history and out again', async () => {
    const body = Buffer.from('\ufeff<a>Größe</a>', 'utf16le');
    const server = createServer((request, response) => {
      request.resume();
      response.end(body);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const exchange = await send({
      id: 'x',
      endpointName: 'Test',
      target: { url, authentication: 'none' },
      text: '<a/>',
      version: '0',
    });
    server.closeAllConnections();
    server.close();
    const { history } = parseHistory(serialiseHistory(addExchange(emptyHistory, exchange)));
    const result = history[0]?.exchange.result as Answer;
    assert.equal(result.text, '<a>Größe</a>');
    assert.equal(result.size, body.length);
    assert.deepEqual(Buffer.from(bytesOf(result.text, result.received)), body);
  });

  test('bytes that are too long to keep are left out, and the answer is said to be cut', () => {
    const limits = { ...defaultHistoryLimits, textLength: 2000 };
    const { text, ...answer } = success.result as Answer;
    const cutOf = (base64: string) => {
      const result = { ...answer, text, received: { base64, encoding: 'utf-16le' } };
      const [entry] = addExchange(emptyHistory, { ...success, result }, limits);
      const kept = entry?.exchange.result as Answer | undefined;
      return [entry?.cut, kept?.received !== undefined];
    };
    assert.deepEqual(cutOf('A'.repeat(2000)), [[], true]);
    assert.deepEqual(cutOf('A'.repeat(2004)), [['answer'], false]);
  });

  test('they count in the length of all', () => {
    const limits = { ...defaultHistoryLimits, totalLength: 10_000 };
    const received = { base64: 'A'.repeat(6000), encoding: 'utf-16le' };
    const exchange = { ...success, result: { ...(success.result as Answer), received } };
    const one = addExchange(emptyHistory, { ...exchange, id: '1' }, limits);
    assert.equal(addExchange(one, { ...exchange, id: '2' }, limits).length, 1);
    assert.equal(addExchange(one, { ...success, id: '2' }, limits).length, 2);
  });

  test('stored bytes that are none make the exchange unreadable, not the program', () => {
    const stored = JSON.parse(serialiseHistory(addExchange(emptyHistory, success)));
    for (const base64 of ['A', 'AAA=A', 'A===', 'Ä===', 'AA A', 7]) {
      stored.entries[0].exchange.result.received = { base64, encoding: 'utf-8' };
      assert.equal(parseHistory(JSON.stringify(stored)).isDamaged, true);
    }
    stored.entries[0].exchange.result.received = { base64: 'AA==', encoding: 'utf-8' };
    assert.equal(parseHistory(JSON.stringify(stored)).isDamaged, false);
  });
});

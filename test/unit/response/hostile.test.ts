import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { addExchange, emptyHistory, serialiseHistory } from '../../../src/history/index.ts';
import { panelView, render } from '../../../src/panel/index.ts';
import {
  decode,
  explain,
  type Outcome,
  outcomeJson,
  readHttpFacts,
  splitAnswers,
} from '../../../src/response/index.ts';
import { answerOf, exchangeOf } from '../../support/exchanges.ts';

const soap = 'http://schemas.xmlsoap.org/soap/envelope/';
const messages = 'http://schemas.microsoft.com/exchange/services/2006/messages';
const success = '<m:ResponseCode>NoError</m:ResponseCode>';

function envelope(inside: string): string {
  return `<s:Envelope xmlns:s="${soap}"><s:Body><m:RemoveImGroupResponse ResponseClass="Success" xmlns:m="${messages}">${inside}</m:RemoveImGroupResponse></s:Body></s:Envelope>`;
}

/** What became of it in a word: the ResponseCode, or what the body is. */
function verdict(outcome: Outcome): string | undefined {
  return outcome.kind === 'answered'
    ? outcome.messages[0]?.responseCode
    : 'bodyKind' in outcome
      ? outcome.bodyKind
      : outcome.kind;
}

function numbered(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join('');
}

suite('hostile answers: bounded work, a clear outcome, nothing thrown', () => {
  const cases: readonly (readonly [name: string, body: () => string | Uint8Array, expected: string])[] = [
    ['50 MB of one attribute', () => envelope(`${success}<a x="${'A'.repeat(5e7)}"/>`), 'NoError'],
    ['20 MB of one text', () => envelope(`${success}<a>${'A'.repeat(2e7)}</a>`), 'NoError'],
    ['20 MB of one CDATA section', () => envelope(`${success}<a><![CDATA[${'a<b'.repeat(7e6)}]]></a>`), 'NoError'],
    ['1 million references', () => envelope(`${success}<a>${'&amp;'.repeat(1e6)}</a>`), 'NoError'],
    ['1 million forbidden references', () => envelope(`${success}<a>${'&#x0;'.repeat(1e6)}</a>`), 'NoError'],
    ['a reference of a million digits', () => envelope(`${success}<a>&#${'0'.repeat(1e6)};</a>`), 'NoError'],
    ['depth 100,000', () => envelope(`${'<a>'.repeat(1e5)}${'</a>'.repeat(1e5)}`), 'refusedXml'],
    ['depth 100,000, never closed', () => '<a>'.repeat(1e5), 'refusedXml'],
    ['100,000 attributes', () => envelope(`<a${numbered(1e5, index => ` a${index}=""`)}/>`), 'refusedXml'],
    ['100,000 namespaces', () => envelope(`<a${numbered(1e5, index => ` xmlns:a${index}="u"`)}/>`), 'refusedXml'],
    ['a name of a million characters', () => envelope(`${success}<${'a'.repeat(1e6)}/>`), 'NoError'],
    [
      'an entity bomb',
      () => `<!DOCTYPE a [<!ENTITY b "ha">${numbered(20, () => '<!ENTITY c "&b;&b;">')}]><a>&c;</a>`,
      'refusedXml',
    ],
    [
      'an entity bomb in UTF-16',
      () =>
        new Uint8Array(Buffer.from('\ufeff<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>', 'utf16le')),
      'refusedXml',
    ],
    ['an entity bomb behind an envelope', () => `${envelope(success)}<!DOCTYPE a [<!ENTITY b "ha">]>`, 'malformedXml'],
    ['an entity that nobody declared', () => envelope(`${success}<a>&lol9;</a>`), 'malformedXml'],
    ['an external entity', () => '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'refusedXml'],
    ['a million of <', () => '<'.repeat(1e6), 'text'],
    ['a million of & in text', () => envelope('&'.repeat(1e6)), 'malformedXml'],
    ['a million of quotes in a tag', () => `<a ${'"'.repeat(1e6)}`, 'malformedXml'],
    ['100,000 of <title', () => `<html>${'<title '.repeat(1e5)}`, 'html'],
    ['100,000 of <input type', () => `<html>${'<input type type '.repeat(1e5)}`, 'html'],
    ['100,000 of {', () => '{"a":'.repeat(1e5), 'text'],
    ['a million of comments', () => envelope(`${success}${'<!--x-->'.repeat(1e6)}`), 'NoError'],
    ['random bytes', () => Uint8Array.from({ length: 1e6 }, (_, index) => (index * 7919) % 251), 'binary'],
  ];
  for (const [name, body, expected] of cases) {
    test(name, () => {
      const answer = { status: 200, body: body() };
      const outcome = decode(answer);
      assert.equal(verdict(outcome), expected);
      assert.ok(JSON.stringify(outcome).length < 200_000);
    });
  }

  test('namespaces declared at 250 levels over 20,000 elements are found in time', () => {
    const levels = numbered(200, index => `<a xmlns:p${index}="u">`);
    const entries = `<m:ResponseMessages>${`<m:X ResponseClass="Success">${success}</m:X>`.repeat(20_000)}</m:ResponseMessages>`;
    const outcome = decode({ body: envelope(`${entries}${levels}${'</a>'.repeat(200)}`) });
    assert.equal(outcome.kind === 'answered' && outcome.messages.length, 20_001);
  });

  test('100,000 response messages are all there', () => {
    const entry = (index: number) =>
      `<m:X ResponseClass="${index % 2 ? 'Error' : 'Success'}"><m:ResponseCode>${index % 2 ? 'ErrorItemNotFound' : 'NoError'}</m:ResponseCode></m:X>`;
    const body = `<s:Envelope xmlns:s="${soap}"><s:Body><m:DeleteItemResponse xmlns:m="${messages}"><m:ResponseMessages>${numbered(1e5, entry)}</m:ResponseMessages></m:DeleteItemResponse></s:Body></s:Envelope>`;
    const outcome = decode({ body });
    assert.equal(outcome.kind === 'answered' && outcome.messages.length, 100_000);
    assert.match(explain(outcome).meaning, /^Of 100000 response messages, 50000 with an error;/);
  });

  test('an external entity is not fetched', async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.end('ha');
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.dtd`;
    const outcomes = [
      `<!DOCTYPE a SYSTEM "${url}"><a/>`,
      `<!DOCTYPE a [<!ENTITY b SYSTEM "${url}">]><a>&b;</a>`,
      `<!DOCTYPE a [<!ENTITY % b SYSTEM "${url}"> %b;]><a/>`,
      envelope(`${success}<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="${url}"/>`),
      `<?xml-stylesheet href="${url}" type="text/xsl"?>${envelope(success)}`,
    ].map(body => verdict(decode({ body })));
    // Whatever was asked for would have come before this answer.
    await fetch(url);
    server.closeAllConnections();
    server.close();
    assert.equal(asked, 1);
    assert.deepEqual(outcomes, ['refusedXml', 'refusedXml', 'refusedXml', 'NoError', 'NoError']);
  });

  test('what is shown and kept of 50 MB stays small', () => {
    const text = 'A'.repeat(5e7);
    for (const inside of [`${success}<a x="${text}"/>`, `${success}<m:MessageText>${text}</m:MessageText>`]) {
      const body = envelope(inside);
      const outcome = decode({ status: 200, body });
      const exchange = exchangeOf({ ...answerOf(outcome, body), size: body.length });
      assert.ok(render(panelView(exchange, explain(outcome)), { nonce: 'bm9uY2Ugbm9uY2U' }).length < 500_000);
      assert.ok(serialiseHistory(addExchange(emptyHistory, exchange)).length < 1_200_000);
    }
  });

  test('what is shown and kept of 100,000 response messages stays small', () => {
    const entry =
      '<m:X ResponseClass="Error"><m:MessageText>No</m:MessageText><m:ResponseCode>E</m:ResponseCode></m:X>';
    const body = envelope(`<m:ResponseMessages>${entry.repeat(1e5)}</m:ResponseMessages>`);
    const outcome = decode({ status: 200, body });
    const exchange = exchangeOf(answerOf(outcome, body));
    assert.ok(render(panelView(exchange, explain(outcome)), { nonce: 'bm9uY2Ugbm9uY2U' }).length < 500_000);
    assert.ok(serialiseHistory(addExchange(emptyHistory, exchange)).length < 1_500_000);
  });

  test('names such as __proto__ are read as any other', () => {
    const outcome = decode({
      body: envelope(
        `${success}<m:MessageXml><t:Value xmlns:t="u" Name="__proto__">x</t:Value><constructor>y</constructor></m:MessageXml>`,
      ),
    });
    assert.deepEqual(outcome.kind === 'answered' && outcome.messages[0]?.values[0], ['__proto__', 'x']);
    const json = JSON.parse(JSON.stringify(outcomeJson(outcome)));
    assert.equal(Object.getPrototypeOf(json), Object.prototype);
  });

  test('nothing is polluted by names such as __proto__', () => {
    decode({ body: envelope('<__proto__ polluted="yes"><polluted>yes</polluted></__proto__><a __proto__="yes"/>') });
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });
});

suite('properties: any bytes give an outcome', () => {
  const status = fc.option(fc.integer({ min: 100, max: 599 }), { nil: undefined });
  const header = fc.tuple(
    fc.constantFrom('content-type', 'www-authenticate', 'retry-after', 'x-ms-diagnostics', 'location', 'connection'),
    fc.string(),
  );
  const headers = fc.array(header, { maxLength: 5 });

  test('bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), status, headers, checkAll), { numRuns: 400 });
  });

  test('text made of the pieces of XML', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '</',
      '/>',
      '&',
      ';',
      '"',
      "'",
      '=',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?',
      '?>',
      'xmlns',
      ':',
      's:Envelope',
      's:Body',
      's:Fault',
      ' ',
      '\n',
      '&#x0;',
      '<!DOCTYPE',
      soap,
      messages,
      'detail',
      '\ud800',
      '\u0000',
    );
    const text = fc.array(pieces, { maxLength: 60 }).map(list => list.join(''));
    fc.assert(fc.property(text, status, headers, checkAll), { numRuns: 600 });
  });

  const folder = new URL('../../fixtures/answers/', import.meta.url);
  const samples = readdirSync(folder)
    .filter(name => /\.(?:xml|http|html)$/.test(name))
    .map(name => new Uint8Array(readFileSync(new URL(name, folder))));

  test('real answers with bytes cut, doubled and changed', () => {
    const changed = fc
      .tuple(fc.constantFrom(...samples), fc.nat(), fc.nat({ max: 40 }), fc.uint8Array({ maxLength: 8 }))
      .map(([sample, place, length, insert]) => {
        const start = place % (sample.length + 1);
        return Uint8Array.from([...sample.subarray(0, start), ...insert, ...sample.subarray(start + length)]);
      });
    fc.assert(fc.property(changed, status, headers, checkAll), { numRuns: 600 });
  });

  test('any text splits into answers', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        assert.ok(splitAnswers(text).length > 0);
      }),
    );
  });
});

/** The invariants of an outcome, for bytes as such and for what splitting them as text gives. */
function checkAll(
  body: Uint8Array | string,
  status: number | undefined,
  headers: readonly (readonly [string, string])[],
): void {
  const text = typeof body === 'string' ? body : new TextDecoder('latin1').decode(body);
  const raw = { ...(status !== undefined && { status }), headers, body };
  for (const answer of [raw, ...splitAnswers(text)]) {
    const http = readHttpFacts(answer.status, answer.headers);
    const outcome = decode(answer);
    const explanation = explain(outcome, { http });
    assert.ok(['answered', 'soapFault', 'httpError', 'notSoap'].includes(outcome.kind));
    assert.ok(explanation.meaning.length > 0 && explanation.headline.length > 0);
    assert.equal(outcomeJson(outcome, http).kind, outcome.kind);
  }
}

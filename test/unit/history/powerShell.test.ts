import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toPowerShell } from '../../../src/history/index.ts';
import type { Exchange } from '../../../src/sending/exchange.ts';
import * as sample from '../../support/exchanges.ts';

suite('history: PowerShell', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'\'"`$@#(){}\\\t\n a’‘‚‛“é'), maxLength: 60 }),
    fc.constantFrom("'@\n", "\n'@\n", '\r', '\r\n', 'a\r\nb\n', '\0', "$(throw 'x')", '😀'),
  );
  const lineEnds = fc.constantFrom('\n', '\r\n');

  test('any text of a request arrives byte for byte, whatever the clipboard makes of line ends', () => {
    fc.assert(
      fc.property(texts, lineEnds, (text, lineEnd) => {
        const script = toPowerShell(withRequest({ text, headers: [] })).replaceAll('\n', lineEnd);
        assert.deepEqual(bodyOf(script), new TextEncoder().encode(text));
      }),
      { numRuns: 500 },
    );
  });

  test('a readable request stays readable, with its own line ends', () => {
    const crlf = sample.requestText.replaceAll('\n', '\r\n');
    for (const text of [sample.requestText, crlf]) {
      const script = toPowerShell(withRequest({ text, headers: [] }));
      assert.ok(script.includes('<m:RemoveImGroup>\n'));
      assert.doesNotMatch(script, /FromBase64String/);
      assert.deepEqual(bodyOf(script), new TextEncoder().encode(text));
    }
  });

  test('the whole script is plain ASCII', () => {
    fc.assert(
      fc.property(texts, value => {
        const exchange = withRequest({ text: value, headers: [['x-test', value]] });
        const script = toPowerShell({
          ...exchange,
          operation: value,
          endpoint: { name: value, url: `https://h/${value}` },
        });
        assert.match(script, /^[\t\n\x20-\x7e]*$/);
      }),
    );
  });

  test('headers go where HttpClient wants them', () => {
    const script = toPowerShell(withRequest(sample.success.request));
    assert.ok(
      script.includes("$request.Content.Headers.TryAddWithoutValidation('content-type', 'text/xml; charset=utf-8')"),
    );
    assert.ok(
      script.includes(
        `$request.Headers.TryAddWithoutValidation('soapaction', '"http://schemas.microsoft.com/exchange/services/2006/messages/RemoveImGroup"')`,
      ),
    );
  });

  test('a quote in a header or address stays inside its string', () => {
    const exchange = withRequest({ text: '', headers: [['x-test', "a'; throw 'x"]] });
    const script = toPowerShell({ ...exchange, endpoint: { name: 'x', url: "https://h/'; throw 'x" } });
    assert.ok(script.includes("'a''; throw ''x'"));
    assert.ok(script.includes("'https://h/''; throw ''x'"));
  });

  const schemes: readonly (readonly [value: string, line: RegExp])[] = [
    ['Basic (redacted)', /Get-Credential/],
    ['NTLM (redacted)', /Get-Credential/],
    ['Negotiate (redacted)', /UseDefaultCredentials = \$true/],
    ['Bearer (redacted)', /"Bearer \$env:EWS_TOKEN"/],
  ];
  for (const [value, line] of schemes) {
    test(`signs in as the request did: ${value}`, () => {
      assert.match(toPowerShell(withRequest({ text: '', headers: [['authorization', value]] })), line);
    });
  }

  test('asks for nothing when the request went without credentials', () => {
    assert.doesNotMatch(toPowerShell(withRequest({ text: '', headers: [] })), /Credential|EWS_TOKEN/);
  });
});

function withRequest(request: Exchange['request']): Exchange {
  return { ...sample.success, request };
}

/** Reads the body of the script as PowerShell would. */
function bodyOf(script: string): Uint8Array {
  const encoded = /^\$body = \[Convert\]::FromBase64String\('([A-Za-z0-9+/=]*)'\)\r?$/m.exec(script)?.[1];
  if (encoded !== undefined) return new Uint8Array(Buffer.from(encoded, 'base64'));
  const start = /^\$text = '/m.exec(script);
  assert.ok(start, 'The script has a text.');
  const { text, rest } = readString(script.slice(start.index + start[0].length));
  const replaced = /^\r?\n\$text = \$text\.Replace\("`r`n", "`n"\)(\.Replace\("`n", "`r`n"\))?\r?\n/.exec(rest);
  assert.ok(replaced, 'The text is a whole string, and its line ends are put right.');
  const lines = text.replaceAll('\r\n', '\n');
  return new TextEncoder().encode(replaced[1] === undefined ? lines : lines.replaceAll('\n', '\r\n'));
}

/** A single-quoted string ends at a quote that no quote follows; five characters are single quotes (about_Quoting_Rules). */
function readString(script: string): { readonly text: string; readonly rest: string } {
  const quotes = "'\u2018\u2019\u201a\u201b";
  let text = '';
  for (let index = 0; index < script.length; index += 1) {
    const character = script[index] ?? '';
    if (quotes.includes(character)) {
      const next = script[index + 1] ?? '';
      if (next === '' || !quotes.includes(next)) return { text, rest: script.slice(index + 1) };
      text += next;
      index += 1;
    } else {
      text += character;
    }
  }
  return assert.fail('The string has no end.');
}

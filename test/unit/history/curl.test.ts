import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { toCurl } from '../../../src/history/index.ts';
import type { Exchange } from '../../../src/sending/exchange.ts';
import * as sample from '../../support/exchanges.ts';

suite('history: cURL', function () {
  this.timeout(60_000);

  test('the whole command for a request that a reader knows', () => {
    const exchange = withRequest({
      text: "<a b='c'/>\n",
      headers: [
        ['soapaction', '"x"'],
        ['authorization', 'NTLM (redacted)'],
      ],
    });
    assert.equal(
      toCurl(exchange),
      [
        '# RemoveImGroup, first sent 2026-11-20T19:41:35.120Z',
        '# Put your user name into EWS_USER; cURL asks for the password.',
        "printf '%s' '<a b='\\''c'\\''/>\n' |",
        "  curl --globoff --url 'https://mail.contoso.example/EWS/Exchange.asmx' \\",
        // biome-ignore lint/suspicious/noTemplateCurlyInString: bash, not a template
        '    --ntlm --user "${EWS_USER:?set EWS_USER to your user name}" \\',
        '    --header \'soapaction: "x"\' \\',
        '    --data-binary @-',
        '',
      ].join('\n'),
    );
  });

  test('a real bash hands cURL the same bytes and arguments', () => {
    const exchange = withRequest({ ...sample.success.request, text: sample.requestText });
    assert.deepEqual(run(toCurl(exchange)), {
      arguments: [
        '--globoff',
        '--url',
        'https://mail.contoso.example/EWS/Exchange.asmx',
        '--ntlm',
        '--user',
        'someone',
        ...sample.success.request.headers
          .filter(([name]) => name !== 'authorization')
          .flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
        '--data-binary',
        '@-',
      ],
      body: sample.requestText,
    });
  });

  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom(...'\'"\\$`!#&|;<>(){}[]*?~%@=:, \t\n\r\0\u0001\u001b\u007f017xaé’“日😀'),
      maxLength: 60,
    }),
    fc.constantFrom(
      "'\nEOF\n",
      '$(exit 7)',
      '`exit 7`',
      '@/etc/passwd',
      '\\',
      "\\'",
      '\r\n',
      '\0',
      '\x001',
      '\n\n',
      '-n',
    ),
  );

  test('any text of a request arrives byte for byte', () => {
    fc.assert(
      fc.property(nasty, text => {
        assert.equal(run(toCurl(withRequest({ text, headers: [] }))).body, text.toWellFormed());
      }),
      { numRuns: 150 },
    );
  });

  test('any value of a header and any address arrives as one argument', () => {
    fc.assert(
      fc.property(nasty, value => {
        const plain = onOneLine(value.toWellFormed());
        const exchange = withRequest({ text: '<a/>', headers: [['x-test', value]] });
        const found = run(toCurl({ ...exchange, endpoint: { name: 'x', url: `https://h/${value}` } })).arguments;
        assert.deepEqual(found, [
          '--globoff',
          '--url',
          onOneLine(`https://h/${value.toWellFormed()}`),
          '--header',
          plain === '' ? 'x-test;' : `x-test: ${plain}`,
          '--data-binary',
          '@-',
        ]);
      }),
      { numRuns: 100 },
    );
  });

  for (const text of ['\u000117', '\u001b7\r8', '\0' + '17', "\r\\'\u0001", "'@\n", '\n\n']) {
    test(`the characters next to an escape stay: ${JSON.stringify(text)}`, () => {
      assert.equal(run(toCurl(withRequest({ text, headers: [] }))).body, text);
    });
  }

  test('a text too long for one argument', () => {
    const text = `<a>${'é'.repeat(300_000)}</a>`;
    assert.equal(run(toCurl(withRequest({ text, headers: [] }))).body, text);
  });

  test('the operation in the comment cannot start a command', () => {
    const exchange = { ...withRequest({ text: '<a/>', headers: [] }), operation: 'x\nexit 7 #' };
    assert.equal(run(toCurl(exchange)).body, '<a/>');
  });

  test('without a user name bash says what to set', () => {
    const exchange = withRequest({ text: '', headers: [['authorization', 'Basic (redacted)']] });
    const { stderr } = spawnSync('bash', ['-c', toCurl(exchange)], {
      env: { PATH: process.env['PATH'] },
      encoding: 'utf8',
    });
    assert.match(stderr, /EWS_USER: set EWS_USER to your user name/);
  });

  test('headers of the connection and secrets are left to cURL', () => {
    const headers = [
      ['host', 'h'],
      ['content-length', '5'],
      ['accept-encoding', 'gzip'],
      ['cookie', 'a=b'],
      ['authorization', 'Bearer (redacted)'],
      ['@file', 'x'],
      ['accept', 'text/xml'],
    ] as const;
    const found = run(toCurl(withRequest({ text: '', headers }))).arguments;
    assert.deepEqual(found.slice(3), [
      '--oauth2-bearer',
      'token',
      '--compressed',
      '--header',
      'accept: text/xml',
      '--data-binary',
      '@-',
    ]);
  });
});

/** A header and an address cannot hold control characters. */
function onOneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to replace
  return text.replace(/[\x00-\x1f\x7f\u0085\u2028\u2029]+/g, ' ').trim();
}

function withRequest(request: Exchange['request']): Exchange {
  return { ...sample.success, request };
}

/** Runs the command in a real bash in which cURL is a function that tells what it was given. */
function run(command: string): { readonly arguments: readonly string[]; readonly body: string } {
  const script = `curl() { printf '%s\\0' "$#" "$@"; cat; }\n${command}`;
  const { stdout, status, stderr } = spawnSync('bash', ['--norc', '-s'], {
    input: script,
    env: { PATH: process.env['PATH'], EWS_USER: 'someone', EWS_TOKEN: 'token' },
    maxBuffer: 64 * 1024 * 1024,
  });
  assert.equal(status, 0, String(stderr));
  const [count, ...rest] = stdout.toString('utf8').split('\0');
  return { arguments: rest.slice(0, Number(count)), body: rest.slice(Number(count)).join('\0') };
}

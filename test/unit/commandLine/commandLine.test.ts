import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommandLine } from '../../../src/commandLine/run.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index.ts';
import { error, requestText, success } from '../../support/exchanges.ts';
import { answer, type Behaviour, certificateFile, headerOf, type WireServer, wireServer } from '../../support/wire.ts';
import { ntlmAcceptor } from '../transport/ntlmAcceptor.ts';

const sample = readFileSync(new URL('../../../samples/RemoveImGroup.ews', import.meta.url), 'utf8');
const right = requestText.replace(/ Id="[^"]+"/, / Id="[^"]+"/.exec(sample)?.[0] ?? '');
const wrong = right.replace('<m:GroupId', '<m:GroupIt');
const successText = success.result.kind === 'answer' ? success.result.text : '';
const errorText = error.result.kind === 'answer' ? error.result.text : '';

suite('command line', () => {
  let folder = '';
  let sandbox: Sandbox;
  const servers: WireServer[] = [];

  suiteSetup(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'ews-command-line-'));
    sandbox = await startSandbox();
    const files: Readonly<Record<string, string | Buffer>> = {
      'right.xml': right,
      'wrong.xml': wrong,
      'mark.xml': `\ufeff${wrong}`,
      'utf16.xml': Buffer.from(`\ufeff${wrong}`, 'utf16le'),
      'latin1.xml': Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?>\n<ü>\u001b[31m</ü>', 'latin1'),
      'unknown.xml': right.replace(/^(?:<\?.*\?>)?/, '<?xml version="1.0" encoding="uft-8"?>'),
      'meaningless.xml': Buffer.from(right.replace(/(?=<\/(?:\w+:)?Body>)/, '<!-- ü -->'), 'latin1'),
      'utf32.xml': Buffer.from(`\ufeff\0${[...right].join('\0')}\0`, 'utf16le'),
      'picture.png': Buffer.from('89504e470d0a1a0a0000000d49484452000000100000001008060000001ff3ff61', 'hex'),
      'success.xml': successText,
      'error.xml': errorText,
      'raw.http': `HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: NTLM\r\nContent-Length: 0\r\n\r\n`,
      'authority.pem': certificateFile('authority.pem'),
      'empty.pem': '',
      'blank.xml': ' \n',
    };
    await Promise.all(Object.entries(files).map(([name, content]) => writeFile(path.join(folder, name), content)));
  });

  setup(() => sandbox.reset());

  teardown(async () => {
    await Promise.all(servers.splice(0).map(server => server.stop()));
  });

  suiteTeardown(async () => {
    await sandbox.stop();
    await rm(folder, { recursive: true });
  });

  async function run(parameters: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    let out = '';
    let complaint = '';
    const exit = await runCommandLine(parameters, {
      out: text => {
        out += text;
      },
      error: text => {
        complaint += text;
      },
      environment,
      folder,
      version: '1.2.3',
    });
    return { exit, out, error: complaint };
  }

  async function serve(behaviour: Behaviour, certificate?: string): Promise<WireServer> {
    const server = await wireServer(behaviour, certificate);
    servers.push(server);
    return server;
  }

  const succeeds: Behaviour = socket => socket.write(answer('200 OK', ['Content-Type: text/xml'], successText));

  test('check: nothing wrong is nothing said', async () => {
    assert.deepEqual(await run(['check', 'right.xml']), { exit: 0, out: '', error: '' });
  });

  for (const file of ['wrong.xml', 'mark.xml', 'utf16.xml']) {
    test(`check: ${file}, with file, line, column, severity and code`, async () => {
      const { exit, out } = await run(['check', file]);
      assert.equal(exit, 1);
      assert.match(out, new RegExp(`^${file}:8:8 error child\\.\\S+ .*GroupIt`));
    });
  }

  test('check --json: one line for each file, 1-based', async () => {
    const { exit, out } = await run(['check', '--json', 'right.xml', 'wrong.xml']);
    assert.equal(exit, 1);
    const [right, faulty, ...rest] = out.split('\n');
    assert.deepEqual(JSON.parse(right ?? ''), { file: 'right.xml', problems: [] });
    const [problem] = JSON.parse(faulty ?? '').problems;
    assert.deepEqual(Object.keys(problem), ['code', 'severity', 'line', 'column', 'endLine', 'endColumn', 'message']);
    assert.deepEqual([problem.line, problem.column, problem.endLine, problem.endColumn], [8, 8, 8, 17]);
    assert.deepEqual(rest, ['']);
  });

  test('check: a file that cannot be read is exit 2, and the others are checked', async () => {
    const { exit, out, error: complaint } = await run(['check', 'none.xml', 'wrong.xml']);
    assert.equal(exit, 2);
    assert.equal(complaint, 'none.xml cannot be read: there is no such file.\n');
    assert.match(out, /^wrong\.xml:/);
  });

  test('check --json: a file that cannot be read has its line too', async () => {
    const { exit, out, error: complaint } = await run(['check', '--json', 'none.xml', 'right.xml']);
    const lines = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    const reason = 'none.xml cannot be read: there is no such file.';
    assert.deepEqual(lines, [
      { file: 'none.xml', error: reason },
      { file: 'right.xml', problems: [] },
    ]);
    assert.deepEqual([exit, complaint], [2, `${reason}\n`]);
  });

  for (const [file, message] of Object.entries({
    'unknown.xml': 'nobody knows the encoding uft-8',
    'meaningless.xml': 'bytes that mean nothing in utf-8',
    'utf32.xml': 'This is text in UTF-32',
    'picture.png': 'This is binary data',
  })) {
    test(`check: ${file} is one problem, which says what it is`, async () => {
      const { exit, out } = await run(['check', file]);
      assert.equal(exit, 1);
      assert.equal(out.trimEnd().split('\n').length, 1, out);
      assert.ok(out.includes(message), out);
    });
  }

  test('no text of a file steers the terminal', async () => {
    const { out } = await run(['check', 'latin1.xml']);
    assert.match(out, /^latin1\.xml:/);
    assert.ok(!out.includes('\u001b'));
  });

  test('decode --json: a file that cannot be read has its line too', async () => {
    const { exit, out } = await run(['decode', '--json', 'none.xml']);
    assert.deepEqual(
      [exit, JSON.parse(out)],
      [2, { file: 'none.xml', error: 'none.xml cannot be read: there is no such file.' }],
    );
  });

  test('decode --json: a bare answer', async () => {
    const { exit, out } = await run(['decode', '--json', 'error.xml']);
    const { file, outcome } = JSON.parse(out);
    assert.deepEqual([exit, file, outcome.kind, outcome.responseClass], [0, 'error.xml', 'answered', 'Error']);
    assert.equal(outcome.responseCode, outcome.messages[0].responseCode);
  });

  test('decode --json: a raw HTTP response', async () => {
    const { out } = await run(['decode', '--json', 'raw.http']);
    const { outcome } = JSON.parse(out);
    assert.deepEqual([outcome.kind, outcome.status, outcome.schemes], ['httpError', 401, ['NTLM']]);
  });

  test('decode: in words', async () => {
    const { out } = await run(['decode', 'error.xml']);
    assert.match(out, /^Error\w+ \(error\)\n.+\n/);
    assert.match(out, /\nWhat to do:\n {2}- /);
  });

  test('decode: a file that cannot be read', async () => {
    assert.equal((await run(['decode', 'none.xml'])).exit, 2);
  });

  test('send: NoError is 0, the same again 1, no answer 2', async () => {
    const request = path.resolve('samples/RemoveImGroup.ews');
    const first = await run(['send', '--json', request, '--endpoint', sandbox.url]);
    assert.deepEqual([first.exit, JSON.parse(first.out).outcome.responseCode], [0, 'NoError']);
    const again = await run(['send', request, '--endpoint', sandbox.url]);
    assert.equal(again.exit, 1);
    assert.match(again.out, /^ErrorInvalidImGroupId \(error\)\n/);
    const none = await run(['send', '--json', request, '--endpoint', 'http://127.0.0.1:1/']);
    const { file, error: failure } = JSON.parse(none.out);
    assert.deepEqual([none.exit, file, failure.code, failure.sent], [2, request, 'network.refused', 'no']);
    assert.deepEqual(Object.keys(failure), ['code', 'message', 'sent']);
  });

  test('send: --user means Basic, with the password of the environment', async () => {
    const server = await serve(succeeds);
    const parameters = ['send', 'right.xml', '--endpoint', server.origin, '--user', 'ann'];
    assert.equal((await run(parameters, { EWS_PASSWORD: 'secret' })).exit, 0);
    assert.equal(headerOf(server.requests[0], 'authorization'), 'Basic YW5uOnNlY3JldA==');
    assert.match(headerOf(server.requests[0], 'soapaction') ?? '', /messages\/RemoveImGroup"$/);
    const without = await run(parameters);
    assert.deepEqual([without.exit, server.requests.length], [2, 1]);
    assert.match(without.error, /endpoint\.secret-missing/);
  });

  test('send: a token, further headers, an authority and a proxy', async () => {
    const server = await serve(succeeds, 'localhost');
    const common = ['send', 'right.xml', '--endpoint', server.origin, '--auth', 'bearer', '--header', 'X-Test: a: b'];
    assert.match((await run(common, { EWS_TOKEN: 'abc' })).error, /tls\.untrusted/);
    assert.equal((await run([...common, '--ca', 'authority.pem'], { EWS_TOKEN: 'abc' })).exit, 0);
    assert.equal(headerOf(server.requests[0], 'authorization'), 'Bearer abc');
    assert.equal(headerOf(server.requests[0], 'x-test'), 'a: b');
    const proxied = await run([...common, '--proxy', 'http://127.0.0.1:1'], { EWS_TOKEN: 'abc' });
    assert.match(proxied.error, /\(the proxy\) refused/);
  });

  const ofAWindow = /setting|Sign out|sign out|button|command palette|Test the endpoint|ews\.|caFile|pinnedCert/;

  const failures: Readonly<Record<string, readonly [readonly string[], RegExp]>> = {
    'no time': [
      ['--timeout', '0.1'],
      /timeout\.headers\)\n[\s\S]*\nThe request may have been executed all the same\.[\s\S]*\n--timeout SECONDS/,
    ],
    'no password': [['--auth', 'ntlm', '--user', 'ann'], /secret-missing\)\n(?![\s\S]*executed)[\s\S]*EWS_PASSWORD/],
    'no token': [['--auth', 'bearer'], /secret-missing\)\n[\s\S]*EWS_TOKEN/],
    'a file without authorities': [['--ca', 'empty.pem', '--tls'], /invalid-authority\)\n[\s\S]*--ca FILE/],
    'an authority that is not known': [
      ['--tls'],
      /untrusted\)\n[\s\S]*CN=localhost[\s\S]*SHA-256 [0-9A-F:]{95}[\s\S]*--ca FILE/,
    ],
    'a proxy that is none': [['--proxy', 'socks5://127.0.0.1:1'], /invalid-url\)\n[\s\S]*--proxy URL/],
  };
  for (const [what, [options, expected]] of Object.entries(failures)) {
    test(`send: ${what} is told in the words of a terminal`, async () => {
      const server = await serve(() => {}, options.includes('--tls') ? 'localhost' : undefined);
      const own = options.filter(option => option !== '--tls');
      const given = await run(['send', 'right.xml', '--endpoint', server.origin, ...own]);
      assert.equal(given.exit, 2);
      assert.match(given.error, expected);
      assert.doesNotMatch(given.error, ofAWindow);
    });
  }

  test('send: a 401 names options and variables, and nothing that only a window has', async () => {
    const refuses: Behaviour = socket => socket.write(answer('401 No', ['WWW-Authenticate: NTLM']));
    const server = await serve(refuses);
    const parameters = ['send', 'right.xml', '--endpoint', server.origin, '--auth', 'ntlm', '--user', 'ann'];
    const given = await run(parameters, { EWS_PASSWORD: 'secret' });
    assert.equal(given.exit, 1);
    assert.match(given.out, /Check the password in EWS_PASSWORD[\s\S]*--channel-binding auto\|off/);
    assert.doesNotMatch(given.out, ofAWindow);
  });

  test('decode: a 401 names neither options of send nor what only a window has', async () => {
    const { out } = await run(['decode', 'raw.http']);
    assert.match(out, /^HTTP 401 \(error\)\n/);
    assert.doesNotMatch(out, ofAWindow);
    assert.doesNotMatch(out, / --|EWS_/);
  });

  test('decode: a code without its answer is explained', async () => {
    await writeFile(path.join(folder, 'line.log'), '12:00 EWS: ErrorItemNotFound\n');
    assert.match((await run(['decode', 'line.log'])).out, /^ErrorItemNotFound \(error\)\n/);
    const { outcome } = JSON.parse((await run(['decode', '--json', 'line.log'])).out);
    assert.equal(outcome.responseCode, 'ErrorItemNotFound');
  });

  for (const [switched, binding] of [
    ['auto', certificateFile('localhost.pem')],
    ['off', 'none'],
  ] as const) {
    test(`send: --channel-binding ${switched}`, async () => {
      const acceptor = ntlmAcceptor({ user: 'ann', domain: 'CONTOSO', password: 'secret', binding });
      const server = await serve(acceptor, 'localhost');
      const target = ['--endpoint', server.origin, '--ca', 'authority.pem', '--auth', 'ntlm', '--user', 'CONTOSO\\ann'];
      const options = ['send', 'right.xml', ...target, '--channel-binding'];
      assert.match((await run([...options, switched], { EWS_PASSWORD: 'secret' })).out, /\nHTTP 200 in /);
      const other = switched === 'auto' ? 'off' : 'auto';
      assert.match((await run([...options, other], { EWS_PASSWORD: 'secret' })).out, /\nHTTP 401 in /);
    });
  }

  test('send: the time limit', async () => {
    const server = await serve(() => {});
    const given = await run(['send', '--json', 'right.xml', '--endpoint', server.origin, '--timeout', '0.1']);
    const { code, sent } = JSON.parse(given.out).error;
    assert.deepEqual([given.exit, code, sent], [2, 'timeout.headers', 'maybe']);
  });

  const misuse: readonly (readonly string[])[] = [
    [],
    ['frobnicate'],
    ['constructor'],
    ['check'],
    ['decode', '--unknown', 'a.xml'],
    ['send', '--endpoint', 'http://127.0.0.1:1/'],
    ['send', 'right.xml'],
    ['send', 'right.xml', 'wrong.xml', '--endpoint', 'http://127.0.0.1:1/'],
    ['send', 'right.xml', '--endpoint'],
    ['send', 'right.xml', '--endpoint', 'http://127.0.0.1:1/', '--auth', 'magic'],
    ['send', 'right.xml', '--endpoint', 'http://127.0.0.1:1/', '--timeout', 'long'],
    ['send', 'right.xml', '--endpoint', 'http://127.0.0.1:1/', '--timeout', '0'],
    ['send', 'right.xml', '--endpoint', 'http://127.0.0.1:1/', '--channel-binding', 'maybe'],
    ['send', 'right.xml', '--endpoint', 'http://127.0.0.1:1/', '--header', 'Authorization: Basic eDp5'],
    ['send', 'right.xml', '--endpoint', 'http://127.0.0.1:1/', '--header', 'cookie: a=b'],
    ['send', 'right.xml', '--endpoint', 'http://127.0.0.1:1/', '--header', 'no colon'],
    ['send', 'right.xml', '--endpoint', 'http://127.0.0.1:1/', '--ca', 'none.pem'],
    ['send', 'right.xml', '--endpoint', 'http://127.0.0.1:1/', '--password', 'x'],
  ];
  for (const parameters of misuse) {
    test(`misuse: ${parameters.join(' ')}`, async () => {
      const { exit, out, error: complaint } = await run(parameters);
      assert.deepEqual([exit, out], [2, '']);
      assert.match(complaint, /npm run -s ews -- /);
    });
  }

  for (const [parameters, complaint] of [
    [['check', '--wrong', 'right.xml'], 'There is no option --wrong. A file of that name is written ./--wrong.'],
    [['check', "--wr'ong"], "There is no option --wr'ong. A file of that name is written ./--wr'ong."],
    [['sandbox', 'extra'], '"extra" is one word too many. Leave it out.'],
    [['send', 'right.xml', '--endpoint'], '--endpoint needs a value. Write it behind the option.'],
    [['send', 'right.xml', '--endpoint', '--json'], '--endpoint needs a value. Write it behind the option.'],
    [['check', '--json=yes', 'right.xml'], '--json takes no value. Leave it out.'],
  ] as const) {
    test(`misuse is told in our own words: ${parameters.join(' ')}`, async () => {
      const { error: told } = await run(parameters);
      assert.equal(told, `${complaint}\nRun "npm run -s ews -- --help" to see how it is used.\n`);
    });
  }

  test('a file without a name is no folder, and the others are checked', async () => {
    const { exit, out, error: complaint } = await run(['check', '', 'wrong.xml']);
    assert.equal(exit, 2);
    assert.equal(complaint, 'The name of a file is empty. Name a file, or "-" for the standard input.\n');
    assert.match(out, /^wrong\.xml:/);
  });

  for (const [file, complaint] of [
    ['blank.xml', 'blank.xml is empty, so nothing was sent. Write a request into it.\n'],
    [
      'meaningless.xml',
      'meaningless.xml holds bytes that mean nothing in utf-8, so nothing was sent. Save it as UTF-8.\n',
    ],
    ['success.xml', 'success.xml holds an answer, not a request. Use decode.\n'],
  ] as const) {
    test(`send: ${file} is not sent, and nobody is told how to type the command`, async () => {
      const server = await serve(succeeds);
      const given = await run(['send', file, '--endpoint', server.origin]);
      assert.deepEqual([given.exit, given.out, given.error, server.requests.length], [2, '', complaint, 0]);
    });
  }

  test('check: what is said of an empty file is of use in a terminal', async () => {
    const { out } = await run(['check', 'blank.xml']);
    assert.match(out, /^blank\.xml:1:1 error document\.empty The document is empty\./);
    assert.doesNotMatch(out, /EWS: /);
  });

  test('--help', async () => {
    const { exit, out } = await run(['send', '--help']);
    assert.equal(exit, 0);
    for (const option of ['--auth', '--ca', '--channel-binding', '--proxy', '--header', '--timeout', '--user']) {
      assert.ok(out.includes(`\n  ${option} `), option);
    }
  });
});

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '../../../src/commandLine/run.ts';
import { operations } from '../../../src/ews/operations/index.ts';
import { envelopeFor } from '../../../src/language/index.ts';
import { startSandbox } from '../../../src/sandbox/index.ts';

const program = fileURLToPath(new URL('../../../src/commandLine/main.ts', import.meta.url));
const request = envelopeFor(operations.find(({ name }) => name === 'GetImItemList')!);

suite('command line: sandbox', () => {
  let folder = '';

  suiteSetup(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'ews-sandbox-'));
    const seed = '{"mailboxes":[{"name":"A","address":"a@fabrikam.example","groups":[{"name":"Seeded"}]}]}';
    await writeFile(path.join(folder, 'seed.json'), seed);
    await writeFile(path.join(folder, 'wrong.json'), '{"mailboxes":[{"name":"A","address":"nobody"}]}');
  });

  suiteTeardown(async () => {
    await rm(folder, { recursive: true });
  });

  test('it prints its address, holds the seed, and ends when it is told to', async () => {
    const child = spawn(
      process.execPath,
      ['--no-warnings', program, 'sandbox', '--seed', path.join(folder, 'seed.json')],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const ended = once(child, 'exit');
    try {
      const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
      const headers = { 'Content-Type': 'text/xml' };
      const response = await fetch(String(line).trim(), { method: 'POST', headers, body: request });
      assert.match(await response.text(), /<DisplayName>Seeded<\/DisplayName>/);
    } finally {
      child.kill('SIGTERM');
    }
    assert.deepEqual(await ended, [0, null]);
  });

  test('what is wrong with a seed is said, and nothing starts', async () => {
    assert.deepEqual(await run(['sandbox', '--seed', 'wrong.json']), {
      exit: 2,
      out: '',
      error: 'wrong.json: mailboxes[0].address must be an SMTP address such as ada.keller@contoso.example.\n',
    });
    assert.deepEqual(await run(['sandbox', '--seed', 'none.json']), {
      exit: 2,
      out: '',
      error: 'none.json cannot be read: there is no such file.\n',
    });
  });

  test('a port that is taken is said to be', async () => {
    const first = await startSandbox();
    try {
      const { port } = new URL(first.url);
      assert.deepEqual(await run(['sandbox', '--port', port]), {
        exit: 2,
        out: '',
        error: `The sandbox cannot listen on port ${port}: another program does. Choose another with --port, or leave it out.\n`,
      });
    } finally {
      await first.stop();
    }
  });

  async function run(parameters: readonly string[]) {
    const said = { out: '', error: '' };
    const exit = await runCommandLine(parameters, {
      out: text => {
        said.out += text;
      },
      error: text => {
        said.error += text;
      },
      environment: {},
      folder,
      version: '0',
    });
    return { exit, ...said };
  }
});

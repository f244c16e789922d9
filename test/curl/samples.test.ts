import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { inRoot } from '../../scripts/paths.ts';

const samples = globSync('*.ews', { cwd: inRoot('samples') }).sort();

/** What a second send of a sample gets, by what Exchange answers; whatever stands not here succeeds again. */
const secondTime: Readonly<Record<string, string>> = {
  'AddDistributionGroupToImList.ews': 'ErrorImGroupDisplayNameAlreadyExists',
  'AddImGroup.ews': 'ErrorImGroupDisplayNameAlreadyExists',
  'RemoveContactFromImList.ews': 'ErrorItemNotFound',
  'RemoveDistributionGroupFromImList.ews': 'ErrorItemNotFound',
  'RemoveImContactFromGroup.ews': 'ErrorInvalidImContactId',
  'RemoveImGroup.ews': 'ErrorInvalidImGroupId',
  'SetImGroup.ews': 'ErrorImGroupDisplayNameAlreadyExists',
};

suite('curl against the sandbox of the command line', () => {
  test('every sample does its work, and a second time what removes is told that it is gone', async () => {
    await withSandbox([], async url => {
      assert.ok(samples.length >= 12);
      assert.deepEqual(await codes(url), Object.fromEntries(samples.map(name => [name, 'NoError'])));
      assert.deepEqual(
        await codes(url),
        Object.fromEntries(samples.map(name => [name, secondTime[name] ?? 'NoError'])),
      );
    });
  });

  test('with Basic it answers whoever knows the password', async () => {
    await withSandbox(['--auth', 'basic'], async url => {
      assert.match(
        await curl(url, 'GetImItemList.ews', '--include'),
        /^HTTP\/1\.1 401 .*\r\nWWW-Authenticate: Basic /s,
      );
      assert.match(await curl(url, 'GetImItemList.ews', '--user', 'sandbox:sandbox'), /<ResponseCode>NoError</);
    });
  });

  test('the seed of the samples is what it holds', async () => {
    await withSandbox(['--seed', inRoot('samples/fabrikam.ews-sandbox.json')], async url => {
      const names = [
        ...(await curl(url, 'GetImItemList.ews')).matchAll(/<DisplayName>([^<]*)<\/DisplayName><GroupType>/g),
      ];
      assert.deepEqual(
        names.map(([, name]) => name),
        ['Support', 'On Call', 'All Fabrikam'],
      );
    });
  });
});

async function codes(url: string): Promise<Readonly<Record<string, string | undefined>>> {
  const found: Record<string, string | undefined> = {};
  for (const name of samples) found[name] = /<ResponseCode>(\w+)</.exec(await curl(url, name))?.[1];
  return found;
}

async function curl(url: string, sample: string, ...options: readonly string[]): Promise<string> {
  const file = `@${inRoot('samples', sample)}`;
  const header = 'Content-Type: text/xml; charset=utf-8';
  const parameters = ['--silent', '--noproxy', '*', ...options, '--header', header, '--data-binary', file, url];
  return (await promisify(execFile)('curl', parameters)).stdout;
}

async function withSandbox(options: readonly string[], use: (url: string) => Promise<void>): Promise<void> {
  const program = path.normalize(inRoot('src/commandLine/main.ts'));
  const child: ChildProcess = spawn(process.execPath, ['--no-warnings', program, 'sandbox', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  try {
    assert.ok(child.stdout);
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
    await use(String(line).trim());
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { generatedFiles } from '../../../scripts/generated.ts';
import { operations } from '../../../src/ews/operations/index.ts';
import { problemsOf } from '../../../src/language/index.ts';
import { startSandbox } from '../../../src/sandbox/index.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

suite('Generated files', () => {
  for (const [file, content] of generatedFiles()) {
    test(`${file} is what the facts make (else: npm run generate)`, () => assert.equal(read(file), content));
  }
});

suite('Samples', () => {
  const files = readdirSync(path.join(root, 'samples')).filter(name => name.endsWith('.ews'));

  test('one for each operation that people may call', () =>
    assert.deepEqual(
      files.toSorted(),
      operations
        .filter(({ name }) => name !== 'SetImListMigrationCompleted')
        .map(({ name }) => `${name}.ews`)
        .sort(),
    ));
  for (const file of files) {
    test(`${file} has no problem, and a fresh sandbox does what it asks for`, async () => {
      const text = read(`samples/${file}`);
      assert.deepEqual(problemsOf(text), []);
      const sandbox = await startSandbox();
      try {
        const body = await (await fetch(sandbox.url, request(text))).text();
        assert.equal(/ResponseCode>([^<]*)</.exec(body)?.[1], 'NoError');
      } finally {
        await sandbox.stop();
      }
    });
  }

  function request(body: string): RequestInit {
    return { method: 'POST', headers: { 'Content-Type': 'text/xml; charset=utf-8' }, body };
  }
});

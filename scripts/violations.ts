// Records what .NET's validator says of each request in test/fixtures/sandboxViolations, or with --check compares the record.
// Needs the judge, a program that prints "file verdict line position message" (tab-separated) for each file; its path
// stands in EWS_ORACLE. The tests themselves need the record only.
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.ts';

const folder = inRoot('test/fixtures/sandboxViolations');
const record = path.join(folder, 'recorded.json');
const judge = path.join(process.env['EWS_ORACLE'] ?? inRoot('../shared/oracle'), 'violations');
const files = globSync('*.xml', { cwd: folder }).sort();
const said = new Map(
  judged().map(([file = '', verdict, line, position, sentence]) => [
    file,
    { verdict, line: Number(line), position: Number(position), sentence },
  ]),
);
const found = JSON.stringify(
  Object.fromEntries(
    files.map(file => {
      const first = said.get(file);
      return [
        file,
        first?.verdict === 'valid' ? null : { line: first?.line, position: first?.position, sentence: first?.sentence },
      ];
    }),
  ),
  undefined,
  2,
);

if (process.argv.includes('--check')) {
  const same = `${found}\n` === readFileSync(record, 'utf8');
  console.log(
    same
      ? `${files.length} records agree with the judge`
      : 'The judge says something else: run this script without --check',
  );
  process.exitCode = same ? 0 : 1;
} else writeFileSync(record, `${found}\n`);

/** The first line of each file. */
function judged(): string[][] {
  let output: string;
  try {
    output = execFileSync(judge, files, { cwd: folder, encoding: 'utf8' });
  } catch (invalid) {
    output = String((invalid as { readonly stdout?: unknown }).stdout ?? '');
  }
  return output
    .split('\n')
    .filter(line => line !== '')
    .map(line => line.split('\t'))
    .reverse();
}

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cases, corpusFiles } from './conformance/corpus.ts';
import { askJudges } from './conformance/judges.ts';

// Writes test/fixtures/conformance/ from the list of cases. With --check it writes nothing: it says which files are stale,
// and asks both judges (in the folder that EWS_ORACLE names) for their verdicts anew.
const folder = fileURLToPath(new URL('../test/fixtures/conformance/', import.meta.url));
const files = corpusFiles();
if (process.argv.includes('--check')) check();
else write();

function write(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  console.log(`${files.size} files in ${folder}`);
}

function check(): void {
  const stray = readdirSync(folder).filter(name => !files.has(name));
  const stale = [...files].filter(([name, bytes]) => !isCurrent(name, bytes)).map(([name]) => name);
  const wrong = wrongVerdicts(process.env['EWS_ORACLE']);
  for (const name of stray) console.log(`stray: ${name}`);
  for (const name of stale) console.log(`stale: ${name} (run node scripts/conformance.ts)`);
  for (const line of wrong) console.log(line);
  console.log(`${files.size} files, ${stray.length + stale.length + wrong.length} to mend`);
  process.exitCode = stray.length + stale.length + wrong.length > 0 ? 1 : 0;
}

function isCurrent(name: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(join(folder, name)).equals(bytes);
  } catch {
    return false;
  }
}

function wrongVerdicts(oracle: string | undefined): readonly string[] {
  if (!oracle) {
    console.log('The verdicts were not asked for anew: EWS_ORACLE names no folder with the two judges.');
    return [];
  }
  const { libxml2, dotNet } = askJudges(
    oracle,
    cases.map(({ file }) => join(folder, file)),
  );
  return cases.flatMap(({ file, verdict, libxml2: recorded = verdict === 'valid' ? 'valid' : 'invalid' }) => [
    ...(dotNet.get(file) === verdict ? [] : [`${file}: .NET says ${dotNet.get(file)}, recorded is ${verdict}`]),
    ...(libxml2.get(file) === recorded ? [] : [`${file}: libxml2 says ${libxml2.get(file)}, recorded is ${recorded}`]),
  ]);
}

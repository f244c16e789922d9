// Records what .NET's validator says of the requests in test/fixtures/sandboxViolations (the XML files, and the changes of
// two requests in changes.json), or with --check compares the records. Needs the judge, a program that prints
// "file verdict line position message" (tab-separated) for each file; its folder stands in EWS_ORACLE. The tests need the
// records only.
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRoot } from './paths.ts';

type Violation = { readonly line: number; readonly position: number; readonly sentence: string } | null;
type Change = { readonly at: number; readonly remove: number; readonly insert: string; readonly violation?: Violation };
type Changed = { readonly request: string; readonly changes: readonly Change[] };

const folder = inRoot('test/fixtures/sandboxViolations');
const oracle = process.env['EWS_ORACLE'];
if (!oracle) {
  console.error('There is no judge to ask: set EWS_ORACLE to the folder that holds the program "violations".');
  process.exit(2);
}
const judge = path.join(oracle, 'violations');
const stale = [recordFiles(), recordChanges()].filter(keep).length;
if (process.argv.includes('--check')) {
  console.log(stale === 0 ? 'The records agree with the judge' : 'The judge says something else: run without --check');
  process.exitCode = stale === 0 ? 0 : 1;
}

/** Writes a record, or with --check says whether it is stale. */
function keep({ file, text }: { readonly file: string; readonly text: string }): boolean {
  const differs = readFileSync(file, 'utf8') !== text;
  if (differs && !process.argv.includes('--check')) writeFileSync(file, text);
  return differs;
}

function recordFiles() {
  const files = globSync('*.xml', { cwd: folder }).sort();
  const said = judged(folder, files);
  const found = Object.fromEntries(files.map(file => [file, said.get(file) ?? null]));
  return { file: path.join(folder, 'recorded.json'), text: `${JSON.stringify(found, undefined, 2)}\n` };
}

function recordChanges() {
  const file = path.join(folder, 'changes.json');
  const records: readonly Changed[] = JSON.parse(readFileSync(file, 'utf8'));
  const temporary = mkdtempSync(path.join(tmpdir(), 'violations-'));
  try {
    return { file, text: `[\n${records.map(changed => recordOf(changed, temporary)).join(',\n')}\n]\n` };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** One line for each change, so that a difference can be read. */
function recordOf({ request, changes }: Changed, temporary: string): string {
  for (const [index, { at, remove, insert }] of changes.entries())
    writeFileSync(path.join(temporary, `${index}.xml`), request.slice(0, at) + insert + request.slice(at + remove));
  const names = changes.map((_, index) => `${index}.xml`);
  const said = judged(temporary, names);
  const lines = changes.map(({ at, remove, insert }, index) =>
    JSON.stringify({ at, remove, insert, violation: said.get(`${index}.xml`) ?? null }),
  );
  return `{\n"request": ${JSON.stringify(request)},\n"changes": [\n${lines.join(',\n')}\n]\n}`;
}

/** The first violation of each file; nothing for valid ones. */
function judged(cwd: string, files: readonly string[]): ReadonlyMap<string, Violation> {
  const first = new Map<string, Violation>();
  for (const output of outputLines(cwd, files)) {
    const [file = '', verdict, line, position, ...sentence] = output.split('\t');
    if (first.has(file)) continue;
    const violation = { line: Number(line), position: Number(position), sentence: sentence.join('\t') };
    first.set(file, verdict === 'valid' ? null : violation);
  }
  return first;
}

function outputLines(cwd: string, files: readonly string[]): readonly string[] {
  try {
    return linesOf(execFileSync(judge, [...files], { cwd, encoding: 'utf8', maxBuffer: 1e8 }));
  } catch (failure) {
    // The judge ends with 1 when there is something invalid.
    const { stdout, status } = failure as { stdout?: string; status?: number };
    if (status !== 1 || stdout === undefined) throw failure;
    return linesOf(stdout);
  }
}

function linesOf(output: string): readonly string[] {
  return output.split('\n').filter(line => line !== '');
}

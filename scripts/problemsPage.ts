import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fixableCodes, type ProblemCode, problemsOf, problemsPage } from '../src/language/index.ts';
import { decodeBytes } from '../src/xml/index.ts';
import { inRoot } from './paths.ts';
import { problemFixes } from './problemFixes.ts';

/** docs/problems.md: every code with a sentence that was said of a request of the conformance corpus. */
export function problemsDocument(): string {
  const said = new Map<ProblemCode, string>();
  const folder = inRoot('test/fixtures/conformance');
  for (const file of globSync('*.xml', { cwd: folder }).sort()) {
    const problems = problemsOf(decodeBytes(readFileSync(path.join(folder, file))).text);
    for (const { code, message } of problems) if (!said.has(code)) said.set(code, message);
  }
  const fixable = new Set(fixableCodes());
  return problemsPage(
    code => said.get(code) ?? '',
    code => `${problemFixes[code]}${fixable.has(code) ? ' A quick fix is offered.' : ''}`,
  );
}

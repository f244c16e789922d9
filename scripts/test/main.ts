// npm test [-- PART…] [-- --pictures]: with it, the pictures that the tests take become those of the README.
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { inRoot } from '../paths.ts';
import { curl } from './curl.ts';
import { interop } from './interop.ts';
import { packagePart } from './package.ts';
import type { Part, Result } from './result.ts';
import { sum } from './result.ts';
import { lint, types, unit, workbench } from './tools.ts';
import { vscode } from './vscode.ts';

/** The parts in the order in which they run: what fails fast comes first. */
const parts: readonly Part[] = [types, lint, unit, curl, interop, packagePart, vscode, workbench];

const { values, positionals } = parseArgs({ options: { pictures: { type: 'boolean' } }, allowPositionals: true });
if (values.pictures) process.env['EWS_PICTURES'] = 'media';
process.exitCode = await main(positionals);

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter(name => !parts.some(part => part.name === name));
  if (unknown.length > 0) {
    console.error(`There is no part ${unknown.join(', ')}. The parts are: ${parts.map(part => part.name).join(', ')}.`);
    return 2;
  }
  await mkdir(inRoot('out'), { recursive: true });
  const chosen = parts.filter(part => names.length === 0 || names.includes(part.name));
  const lines: string[] = [];
  const results: Result[] = [];
  // One part after the other: what they print stays readable, and the browser has the machine to itself.
  for (const part of chosen) {
    console.log(`\n== ${part.name}`);
    const start = performance.now();
    const result = await runPart(part);
    for (const remark of result.remarks ?? []) console.log(remark);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    results.push(result);
    lines.push(`${part.name.padEnd(12)}${result.passed} passed, ${result.failed} failed (${seconds} s)`);
  }
  return report(lines, sum(results));
}

async function runPart(part: Part): Promise<Result> {
  try {
    return await part.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

function report(lines: readonly string[], total: Result): number {
  console.log(`\n== results\n${lines.join('\n')}`);
  for (const what of total.notPossible ?? []) console.log(`Not tested, this platform cannot have it: ${what}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

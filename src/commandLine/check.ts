import { parseArgs } from 'node:util';
import { type Problem, problemsOf } from '../language/index.ts';
import { lineIndex } from '../xml/index.ts';
import { readTextFile } from './files.ts';
import { exitCodes, plain, type Terminal, UsageError } from './terminal.ts';

/** `check [--json] FILE…`: what is wrong with requests, one line each, or one line of JSON for a file. */
export async function check(parameters: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals: files } = parseArgs({
    args: [...parameters],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (files.length === 0) throw new UsageError('check needs a file.');
  let exitCode: number = exitCodes.success;
  for (const file of files) {
    const reading = await readTextFile(file, terminal);
    if ('complaint' in reading) {
      terminal.error(`${plain(reading.complaint)}\n`);
      exitCode = exitCodes.failure;
      continue;
    }
    const problems = problemsOf(reading.text);
    terminal.out(values.json ? jsonLine(file, reading.text, problems) : lines(file, reading.text, problems));
    const hasError = problems.some(({ severity }) => severity === 'error');
    if (hasError && exitCode === exitCodes.success) exitCode = exitCodes.finding;
  }
  return exitCode;
}

function jsonLine(file: string, text: string, problems: readonly Problem[]): string {
  const placeOf = lineIndex(text);
  const list = problems.map(({ code, severity, from, to, message }) => {
    const { line, column } = placeOf(from);
    const { line: endLine, column: endColumn } = placeOf(to);
    return { code, severity, line, column, endLine, endColumn, message };
  });
  return `${JSON.stringify({ file, problems: list })}\n`;
}

function lines(file: string, text: string, problems: readonly Problem[]): string {
  const placeOf = lineIndex(text);
  return problems
    .map(({ code, severity, from, message }) => {
      const { line, column } = placeOf(from);
      return `${file}:${line}:${column} ${severity} ${code} ${plain(message).replaceAll('\n', ' ')}\n`;
    })
    .join('');
}

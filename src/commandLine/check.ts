import { parseArgs } from 'node:util';
import { type Problem, problemsOf } from '../language/index.ts';
import { decodeBytes, lineIndex } from '../xml/index.ts';
import { readBytes } from './files.ts';
import { exitCodes, jsonLine, plain, type Terminal, UsageError } from './terminal.ts';

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
    const reading = await readBytes(file, terminal);
    if ('complaint' in reading) {
      terminal.error(`${plain(reading.complaint)}\n`);
      exitCode = exitCodes.failure;
      continue;
    }
    const { text, encoding, faulty } = decodeBytes(reading.bytes);
    const problems = [...(faulty ? [meaninglessBytes(text, encoding)] : []), ...problemsOf(text)];
    terminal.out(values.json ? fileLine(file, text, problems) : lines(file, text, problems));
    const hasError = problems.some(({ severity }) => severity === 'error');
    if (hasError && exitCode === exitCodes.success) exitCode = exitCodes.finding;
  }
  return exitCode;
}

/** What the editor, which reads text, never sees. */
function meaninglessBytes(text: string, encoding: string): Problem {
  const from = Math.max(0, text.indexOf('\ufffd'));
  const message = `This is not well-formed XML: there are bytes that mean nothing in ${encoding}. Save the file in the encoding that it declares.`;
  return {
    code: 'xml.not-well-formed',
    severity: 'error',
    from,
    to: Math.min(text.length, from + 1),
    message,
    related: [],
    data: {},
  };
}

function fileLine(file: string, text: string, problems: readonly Problem[]): string {
  const placeOf = lineIndex(text);
  const list = problems.map(({ code, severity, from, to, message }) => {
    const { line, column } = placeOf(from);
    const { line: endLine, column: endColumn } = placeOf(to);
    return { code, severity, line, column, endLine, endColumn, message };
  });
  return jsonLine({ file, problems: list });
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

import { type Problem, problemsOf } from '../language/index.ts';
import { decodeBytes, lineIndex } from '../xml/index.ts';
import { eachFile } from './files.ts';
import { exitCodes, jsonLine, plain, type Terminal } from './terminal.ts';

/** `check [--json] FILE…`: what is wrong with requests, one line each, or one line of JSON for a file. */
export function check(parameters: readonly string[], terminal: Terminal): Promise<number> {
  return eachFile('check', parameters, terminal, ({ file, bytes, json }) => {
    const { text, encoding, faulty } = decodeBytes(bytes);
    const problems = faulty ? withMeaninglessBytes(text, encoding) : problemsOf(text);
    terminal.out(json ? fileLine(file, text, problems) : lines(file, text, problems));
    return problems.some(({ severity }) => severity === 'error') ? exitCodes.finding : exitCodes.success;
  });
}

/** What the editor, which reads text, never sees: bytes without a meaning, or an encoding that nobody knows. */
function withMeaninglessBytes(text: string, encoding: string): readonly Problem[] {
  const problems = problemsOf(text);
  if (problems.some(({ code }) => code === 'document.not-text')) return problems;
  const at = text.indexOf('\ufffd');
  const declared = problems.find(({ code }) => code === 'encoding.not-utf-8');
  const unknown = at < 0 ? declared : undefined;
  const message = unknown
    ? `This is not well-formed XML: nobody knows the encoding ${text.slice(unknown.from, unknown.to)}. Declare utf-8.`
    : `This is not well-formed XML: there are bytes that mean nothing in ${encoding}. Save the file in the encoding that it declares.`;
  const from = Math.max(0, at);
  const range = unknown ?? { from, to: Math.min(text.length, from + 1) };
  const problem: Problem = {
    code: 'xml.not-well-formed',
    severity: 'error',
    from: range.from,
    to: range.to,
    message,
    related: [],
    data: {},
  };
  return [problem, ...problems.filter(other => other !== declared)];
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

import { type Problem, problemsOf } from '../language/index.ts';
import { decodeBytes, lineIndex } from '../xml/index.ts';
import { bytesOf, type Command, printLine, printText, readWords, Usage } from './command.ts';

/** Checks requests as the editor does. */
export const check: Command = {
  help: `ews check [--json] FILE…

Names every problem of each request with its place (1-based, columns in UTF-16 units). With --json one line per file:
{"file","problems":[{"code","severity","line","column","endLine","endColumn","message"}]}.
Exit code: 1 when there is an error, 0 otherwise, 2 when a file cannot be read.
`,
  run: async words => {
    const { values, positionals } = readWords(words, { json: { type: 'boolean', default: false } });
    if (positionals.length === 0) throw new Usage('Name at least one file.');
    let exitCode = 0;
    for (const file of positionals) exitCode = Math.max(exitCode, await checkFile(file, values.json));
    return exitCode;
  },
};

async function checkFile(file: string, json: boolean): Promise<number> {
  const bytes = await bytesOf(file, json);
  if (!bytes) return 2;
  const { text, encoding, faulty } = decodeBytes(bytes);
  const problems = [...(faulty ? [unreadableBytes(text, encoding)] : []), ...problemsOf(text)];
  const place = lineIndex(text);
  const placed = problems.map(({ code, severity, from, to, message }) => {
    const start = place(from);
    const end = place(to);
    return {
      code,
      severity,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      message,
    };
  });
  if (json) printLine({ file, problems: placed });
  else
    for (const { code, severity, line, column, message } of placed)
      printText(`${file}:${line}:${column} ${severity} ${code} ${message}`);
  return placed.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function unreadableBytes(
  text: string,
  encoding: string,
): Pick<Problem, 'code' | 'severity' | 'from' | 'to' | 'message'> {
  const from = Math.max(0, text.indexOf('\ufffd'));
  const message = `This is not well-formed XML: there are bytes that mean nothing in ${encoding}.`;
  return { code: 'xml.not-well-formed', severity: 'error', from, to: Math.min(text.length, from + 1), message };
}

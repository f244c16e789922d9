import { parseArgs } from 'node:util';
import { decode, explain, type LabelledAnswer, outcomeJson, readHttpFacts } from '../response/index.ts';
import { pastedAnswers } from '../sending/index.ts';
import { explanationText } from './explanationText.ts';
import { readBytes } from './files.ts';
import { exitCodes, jsonLine, plain, type Terminal, UsageError } from './terminal.ts';

/** `decode [--json] FILE…`: what answers say and mean; of a file with several answers, one after the other. */
export async function decodeFiles(parameters: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals: files } = parseArgs({
    args: [...parameters],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (files.length === 0) throw new UsageError('decode needs a file.');
  let exitCode: number = exitCodes.success;
  for (const file of files) {
    const reading = await readBytes(file, terminal);
    if ('complaint' in reading) {
      terminal.error(`${plain(reading.complaint)}\n`);
      if (values.json) terminal.out(jsonLine({ file, error: reading.complaint }));
      exitCode = exitCodes.failure;
    } else {
      const answers = await pastedAnswers(reading.bytes);
      terminal.out(values.json ? jsonLines(file, answers) : texts(file, answers, files.length > 1));
    }
  }
  return exitCode;
}

function jsonLines(file: string, answers: readonly LabelledAnswer[]): string {
  return answers
    .map(({ label, ...answer }) => {
      const http = answer.status === undefined ? undefined : readHttpFacts(answer.status, answer.headers ?? []);
      const name = answers.length > 1 ? { answer: label } : {};
      return jsonLine({ file, ...name, outcome: outcomeJson(decode(answer), http) });
    })
    .join('');
}

function texts(file: string, answers: readonly LabelledAnswer[], severalFiles: boolean): string {
  return answers
    .map(({ label, ...answer }) => {
      const outcome = decode(answer);
      const http = answer.status === undefined ? undefined : readHttpFacts(answer.status, answer.headers ?? []);
      const explanation = explain(outcome, { pasted: true, ...(http && { http }) });
      const title = [severalFiles ? file : '', answers.length > 1 ? label : ''].filter(Boolean).join(', ');
      return (title && `== ${plain(title)}\n`) + explanationText(explanation, outcome);
    })
    .join('\n');
}

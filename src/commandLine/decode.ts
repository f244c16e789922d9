import { decode, explain, type LabelledAnswer, outcomeJson, readHttpFacts } from '../response/index.ts';
import { pastedAnswers } from '../sending/index.ts';
import { explanationText } from './explanationText.ts';
import { eachFile } from './files.ts';
import { exitCodes, jsonLine, plain, type Terminal } from './terminal.ts';

/** `decode [--json] FILE…`: what answers say and mean; of a file with several answers, one after the other. */
export function decodeFiles(parameters: readonly string[], terminal: Terminal): Promise<number> {
  return eachFile('decode', parameters, terminal, async ({ file, bytes, json, isOneOfSeveral }) => {
    const answers = await pastedAnswers(bytes);
    terminal.out(json ? jsonLines(file, answers) : texts(file, answers, isOneOfSeveral));
    return exitCodes.success;
  });
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

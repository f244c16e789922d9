import { type Explanation, explain, type HttpFacts, type Outcome, outcomeJson } from '../response/index.ts';
import { printLine, printText } from './command.ts';

/** Prints an outcome: as JSON, or explained for people. */
export function printOutcome(
  file: string,
  outcome: Outcome,
  context: { readonly http?: HttpFacts; readonly label?: string; readonly operation?: string; readonly url?: string },
  json: boolean,
): void {
  const { http, label } = context;
  if (json) printLine({ file, ...(label !== undefined && { label }), outcome: outcomeJson(outcome, http) });
  else printExplanation(label === undefined ? file : `${file} (${label})`, explain(outcome, context));
}

/** True for an answer whose every message is a success. */
export function isSuccess(outcome: Outcome): boolean {
  return (
    outcome.kind === 'answered' &&
    outcome.messages.every(
      ({ responseClass, responseCode }) => responseClass === 'Success' && (responseCode ?? 'NoError') === 'NoError',
    )
  );
}

function printExplanation(title: string, { headline, tone, meaning, causes, steps, repeat }: Explanation): void {
  printText(`${title}: ${tone}: ${headline}`);
  printText(`  ${meaning}`);
  if (causes.length > 0) printText(`  Likely causes:\n${causes.map(cause => `    - ${cause}`).join('\n')}`);
  if (steps.length > 0) printText(`  What to do:\n${steps.map(({ text }) => `    - ${text}`).join('\n')}`);
  if (repeat !== undefined) printText(`  ${repeat}`);
}

import { type Explanation, type Outcome, outcomeJson } from '../response/index.ts';
import { terminalSteps } from './options.ts';
import { plain } from './terminal.ts';

/** An explanation for reading in a terminal, ending in a line break. */
export function explanationText(explanation: Explanation, outcome: Outcome): string {
  const { headline, tone, meaning, causes, steps, repeat } = explanation;
  const { messageText, line, position, server, notes = [] } = outcomeJson(outcome);
  const place = line === undefined ? '' : `The request is wrong at line ${line}, position ${position ?? 1}.`;
  const product = server?.sentence === undefined ? '' : `Answered by: ${server.sentence}`;
  const parts = [
    `${headline} (${tone})`,
    meaning,
    place,
    messageText === undefined ? '' : `The server says: ${messageText}`,
    list('Likely causes', causes),
    list('What to do', terminalSteps(steps)),
    repeat ?? '',
    list('Notes', notes),
    product,
  ];
  return `${parts
    .filter(part => part !== '')
    .map(plain)
    .join('\n')}\n`;
}

function list(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : [`${title}:`, ...entries.map(entry => `  - ${entry}`)].join('\n');
}

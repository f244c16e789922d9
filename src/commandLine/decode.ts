import { decode, readHttpFacts, readText, splitAnswers } from '../response/index.ts';
import { bytesOf, type Command, readWords, Usage } from './command.ts';
import { printOutcome } from './outcome.ts';

/** Decodes and explains answers without sending anything. */
export const decodeFiles: Command = {
  help: `ews decode [--json] FILE…

Says what an answer means: bare XML, a raw HTTP response with status line and headers, an EWS trace log or a HAR file.
With --json one line per answer: {"file","outcome":{…}}; a file with several answers adds "label".
Exit code: 0, or 2 when a file cannot be read.
`,
  run: async words => {
    const { values, positionals } = readWords(words, { json: { type: 'boolean', default: false } });
    if (positionals.length === 0) throw new Usage('Name at least one file.');
    let exitCode = 0;
    for (const file of positionals) if (!(await decodeFile(file, values.json))) exitCode = 2;
    return exitCode;
  },
};

async function decodeFile(file: string, json: boolean): Promise<boolean> {
  const bytes = await bytesOf(file, json);
  if (!bytes) return false;
  const answers = splitAnswers(readText(bytes, undefined).text);
  for (const { label, ...answer } of answers) {
    const bare = answers.length === 1 && answer.status === undefined;
    // Bare XML is decoded from its bytes, so that what was guessed of its encoding is told.
    const outcome = decode(bare ? { body: bytes } : answer);
    const http = answer.status === undefined ? undefined : readHttpFacts(answer.status, answer.headers ?? []);
    printOutcome(file, outcome, { ...(http && { http }), ...(answers.length > 1 && { label }) }, json);
  }
  return true;
}

import { randomUUID } from 'node:crypto';
import packageJson from '../../package.json' with { type: 'json' };
import { findOperation } from '../ews/operationNames.ts';
import { problemsIn, readRequest } from '../language/index.ts';
import { readHttpFacts } from '../response/index.ts';
import { send } from '../sending/index.ts';
import type { PostTarget } from '../transport/index.ts';
import { decodeBytes } from '../xml/index.ts';
import { bytesOf, type Command, printLine, printText, readWords, Usage } from './command.ts';
import { isSuccess, printOutcome } from './outcome.ts';

/** Sends one request and prints what came back. */
export const sendFile: Command = {
  help: `ews send [--json] FILE --endpoint URL [--user NAME] [--auth none|basic] [--timeout SECONDS]

Posts the request as it stands, in UTF-8, and prints the outcome as "decode" does; with --json one line:
{"file","outcome":{…}} or, without an answer, {"file","error":{"code","message","sent"}}.
The password is read from EWS_PASSWORD, never from an argument. With --user, --auth is basic unless given.
Exit code: 0 for NoError, 1 for any other answer, 2 for no answer.
`,
  run: async words => {
    const { values, positionals } = readWords(words, {
      json: { type: 'boolean', default: false },
      endpoint: { type: 'string' },
      user: { type: 'string' },
      auth: { type: 'string' },
      timeout: { type: 'string' },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Usage('Name exactly one file.');
    const target = targetOf(values);
    const bytes = await bytesOf(file, values.json);
    return bytes ? await sendBytes(file, decodeBytes(bytes).text, target, values.json) : 2;
  },
};

interface SendValues {
  readonly endpoint?: string | undefined;
  readonly user?: string | undefined;
  readonly auth?: string | undefined;
  readonly timeout?: string | undefined;
}

function targetOf({ endpoint, user, auth, timeout }: SendValues): PostTarget {
  if (endpoint === undefined) throw new Usage('Name the endpoint with --endpoint URL.');
  const authentication = auth ?? (user === undefined ? 'none' : 'basic');
  if (authentication !== 'none' && authentication !== 'basic') throw new Usage(`There is no --auth "${auth}".`);
  const seconds = timeout === undefined ? undefined : Number(timeout);
  if (seconds !== undefined && !(seconds > 0)) throw new Usage('--timeout takes a number of seconds.');
  const secret = process.env['EWS_PASSWORD'];
  return {
    url: endpoint,
    authentication,
    ...(user !== undefined && { username: user }),
    ...(secret !== undefined && { secret }),
    ...(seconds !== undefined && { timeoutSeconds: seconds }),
  };
}

async function sendBytes(file: string, text: string, target: PostTarget, json: boolean): Promise<number> {
  const request = readRequest(text);
  if (request.kind === 'answer') throw new Usage(`${file} holds an answer, not a request. Use "ews decode".`);
  const errors = problemsIn(request).filter(({ severity }) => severity === 'error').length;
  if (errors > 0)
    process.stderr.write(
      `ews: ${file} has ${errors} error${errors === 1 ? '' : 's'}; "ews check" names them. It is sent all the same.\n`,
    );
  const operation = request.payload && findOperation(request.payload.local);
  const anchorMailbox = request.impersonated?.includes('@') ? request.impersonated : undefined;
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort());
  const { result } = await send(
    {
      id: randomUUID(),
      endpointName: target.url,
      target,
      text,
      version: packageJson.version,
      ...(operation && { operation }),
      ...(anchorMailbox !== undefined && { anchorMailbox }),
    },
    { signal: abort.signal },
  );
  if (result.kind === 'failure') {
    const { code, message, sent } = result;
    if (json) printLine({ file, error: { code, message, sent } });
    else printText(`${file}: no answer: ${code}\n  ${message}`);
    return 2;
  }
  const http = readHttpFacts(result.http.status, result.http.headers);
  printOutcome(file, result.outcome, { http, url: target.url, ...(operation && { operation: operation.name }) }, json);
  return isSuccess(result.outcome) ? 0 : 1;
}

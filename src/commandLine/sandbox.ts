import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { parseSeed, type SandboxContent, startSandbox } from '../sandbox/index.ts';
import { decodeBytes } from '../xml/index.ts';
import { readBytes } from './files.ts';
import { exitCodes, plain, type Terminal, UsageError } from './terminal.ts';

/** `sandbox [--port N] [--auth none|basic] [--seed FILE]`: runs the practice Exchange, prints its address, and ends when it is told to. */
export async function runSandbox(parameters: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      port: { type: 'string', default: '0' },
      auth: { type: 'string', default: 'none' },
      seed: { type: 'string' },
    },
  });
  const port = Number(values.port);
  const { auth } = values;
  if (!/^\d+$/.test(values.port) || port > 65535) throw new UsageError('--port takes a number from 0 to 65535.');
  if (auth !== 'none' && auth !== 'basic') throw new UsageError('--auth of the sandbox is none or basic.');
  const content = values.seed === undefined ? undefined : await readSeed(values.seed, terminal);
  if (values.seed !== undefined && !content) return exitCodes.failure;
  const sandbox = await startSandbox({ port, authentication: auth, ...(content && { content }) }).catch(error =>
    complainOfPort(port, error, terminal),
  );
  if (!sandbox) return exitCodes.failure;
  terminal.out(`${sandbox.url}\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await sandbox.stop();
  return exitCodes.success;
}

/** The content of a seed file; undefined, with every problem printed, when it has any. */
async function readSeed(file: string, terminal: Terminal): Promise<SandboxContent | undefined> {
  const reading = await readBytes(file, terminal);
  const seed = 'bytes' in reading ? parseSeed(decodeBytes(reading.bytes).text) : undefined;
  if (seed?.kind === 'content') return seed.content;
  const complaints =
    'complaint' in reading ? [reading.complaint] : (seed?.problems ?? []).map(text => `${file}: ${text}`);
  for (const complaint of complaints) terminal.error(`${plain(complaint)}\n`);
  return undefined;
}

function complainOfPort(port: number, error: { readonly code?: string }, terminal: Terminal): undefined {
  const reason = portReasons[error.code ?? ''];
  if (reason === undefined) throw error;
  terminal.error(
    `The sandbox cannot listen on port ${port}: ${reason}. Choose another with --port, or leave it out.\n`,
  );
}

const portReasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program does',
  EACCES: 'this user may not',
};

import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { startSandbox } from '../sandbox/index.ts';
import { exitCodes, type Terminal, UsageError } from './terminal.ts';

/** `sandbox [--port N] [--auth none|basic]`: runs the practice Exchange, prints its address, and ends when it is told to. */
export async function runSandbox(parameters: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({
    args: [...parameters],
    options: { port: { type: 'string', default: '0' }, auth: { type: 'string', default: 'none' } },
  });
  const port = Number(values.port);
  const { auth } = values;
  if (!/^\d+$/.test(values.port) || port > 65535) throw new UsageError('--port takes a number from 0 to 65535.');
  if (auth !== 'none' && auth !== 'basic') throw new UsageError('--auth of the sandbox is none or basic.');
  const sandbox = await startSandbox({ port, authentication: auth });
  terminal.out(`${sandbox.url}\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await sandbox.stop();
  return exitCodes.success;
}

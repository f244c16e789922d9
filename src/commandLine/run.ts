import { check } from './check.ts';
import { decodeFiles } from './decode.ts';
import { runSandbox } from './sandbox.ts';
import { sendFile } from './send.ts';
import { exitCodes, type Terminal, UsageError } from './terminal.ts';
import { usage } from './usage.ts';

/** Runs one command and gives the exit code. Throws only what is a bug. */
export async function runCommandLine(parameters: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = parameters;
  if (name === undefined || name === 'help' || parameters.includes('--help') || parameters.includes('-h')) {
    (name === undefined ? terminal.error : terminal.out)(usage);
    return name === undefined ? exitCodes.failure : exitCodes.success;
  }
  if (name === '--version') {
    terminal.out(`${terminal.version}\n`);
    return exitCodes.success;
  }
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command)
      throw new UsageError(`There is no command "${name}". The commands are check, decode, send and sandbox.`);
    return await command(rest, terminal);
  } catch (error) {
    const complaint = usageComplaint(error);
    if (complaint === undefined) throw error;
    terminal.error(`${complaint}\nRun "npm run -s ews -- --help" to see how it is used.\n`);
    return exitCodes.failure;
  }
}

type Command = (parameters: readonly string[], terminal: Terminal) => Promise<number>;

const commands: Readonly<Record<string, Command>> = { check, decode: decodeFiles, send: sendFile, sandbox: runSandbox };

/** The words about a command that was typed wrongly; undefined for any other error. */
function usageComplaint(error: unknown): string | undefined {
  if (error instanceof UsageError) return error.message;
  const { code, message } = error as { code?: unknown; message?: unknown };
  // What parseArgs of Node says of unknown and incomplete options is fit for reading.
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS') ? String(message) : undefined;
}

import { check } from './check.ts';
import { decodeFiles } from './decode.ts';
import { runSandbox } from './sandbox.ts';
import { sendFile } from './send.ts';
import { exitCodes, plain, type Terminal, UsageError } from './terminal.ts';
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
  return typeof code === 'string'
    ? optionComplaints[code]?.(plain(optionIn(String(message))), String(message))
    : undefined;
}

/** What parseArgs of Node refuses, by its code; what it says itself ends in advice that fits no file. */
const optionComplaints: Readonly<Record<string, (option: string, message: string) => string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: option => `There is no option ${option}. A file of that name is written ./${option}.`,
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: word => `"${word}" is one word too many. Leave it out.`,
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: (option, message) =>
    message.includes('does not take')
      ? `${option} takes no value. Leave it out.`
      : `${option} needs a value. Write it behind the option.`,
};

/** The option or word that a message of parseArgs names, in its first quotes. */
function optionIn(message: string): string {
  return /'(.*?)(?: <value>)?'(?=[ .]|$)/s.exec(message)?.[1] ?? '';
}

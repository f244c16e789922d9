import { readFile } from 'node:fs/promises';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** One command of the command line. */
export interface Command {
  /** The first line is the usage. */
  readonly help: string;
  /** Gives the exit code; throws {@link Usage} when the words make no sense. */
  readonly run: (words: readonly string[]) => Promise<number>;
}

/** The command was called wrong: the message says how. */
export class Usage extends Error {}

/** Options and file names of a command. */
export function readWords<const Options extends ParseArgsOptionsConfig>(words: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (wrong) {
    throw new Usage(wrong instanceof Error ? (wrong.message.split('\n')[0] ?? '') : String(wrong));
  }
}

/** The bytes of a file; undefined when it cannot be read, which is then said. */
export async function bytesOf(file: string, json: boolean): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    const message = `${file} cannot be read (${code}). Check the name.`;
    if (json) printLine({ file, error: { code: 'file.unreadable', message } });
    else process.stderr.write(`ews: ${message}\n`);
    return undefined;
  }
}

/** Prints one JSON value on a line of its own. */
export function printLine(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Prints a line for people; control characters of foreign text are made visible, so that no terminal obeys them. */
export function printText(text: string): void {
  process.stdout.write(
    `${text.replace(/[\p{Cc}\p{Cf}]/gu, character => (character === '\n' || character === '\t' ? character : '\ufffd'))}\n`,
  );
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { exitCodes, jsonLine, plain, type Terminal, UsageError } from './terminal.ts';

/** A file that a command was given, and how it is to be shown. */
interface GivenFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly json: boolean;
  readonly isOneOfSeveral: boolean;
}

/**
 * Runs a command that takes `[--json] FILE…`: calls `show` for each file, and gives the highest of its exit codes. A file
 * that cannot be read is complained about, and the others are shown nevertheless.
 */
export async function eachFile(
  command: string,
  parameters: readonly string[],
  terminal: Terminal,
  show: (given: GivenFile) => number | Promise<number>,
): Promise<number> {
  const { values, positionals: files } = parseArgs({
    args: [...parameters],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (files.length === 0) throw new UsageError(`${command} needs a file.`);
  let exitCode: number = exitCodes.success;
  for (const file of files) {
    const reading = await readBytes(file, terminal);
    if ('complaint' in reading) {
      terminal.error(`${plain(reading.complaint)}\n`);
      if (values.json) terminal.out(jsonLine({ file, error: reading.complaint }));
      exitCode = exitCodes.failure;
    } else {
      const given = { file, bytes: reading.bytes, json: values.json, isOneOfSeveral: files.length > 1 };
      exitCode = Math.max(exitCode, await show(given));
    }
  }
  return exitCode;
}

/** The bytes of a file, or why there are none. */
export type FileReading = { readonly bytes: Uint8Array } | { readonly complaint: string };

/** Reads a file, or the standard input for `-`. */
export async function readBytes(file: string, terminal: Terminal): Promise<FileReading> {
  if (file === '') return { complaint: 'The name of a file is empty. Name a file, or "-" for the standard input.' };
  try {
    const bytes = file === '-' ? await buffer(process.stdin) : await readFile(path.resolve(terminal.folder, file));
    return { bytes };
  } catch (error) {
    const { code } = error as { code?: string };
    return { complaint: `${file} cannot be read: ${reasons[code ?? ''] ?? code ?? 'the reason is not known'}.` };
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'its permissions forbid it',
  EPERM: 'its permissions forbid it',
};

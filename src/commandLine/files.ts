import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Terminal } from './terminal.ts';

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

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { decodeBytes } from '../xml/index.ts';
import type { Terminal } from './terminal.ts';

/** A file as text, or why there is none. */
export type FileReading = { readonly text: string } | { readonly complaint: string };

/** Reads a file, or the standard input for `-`, in whichever encoding it is. */
export async function readTextFile(file: string, terminal: Terminal): Promise<FileReading> {
  try {
    const bytes = file === '-' ? await buffer(process.stdin) : await readFile(path.resolve(terminal.folder, file));
    return { text: decodeBytes(bytes) };
  } catch (error) {
    const { code } = error as { code?: string };
    return { complaint: `${file} cannot be read: ${reasons[code ?? ''] ?? code ?? 'it is no text'}.` };
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'its permissions forbid it',
  EPERM: 'its permissions forbid it',
};

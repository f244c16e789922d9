import { homedir } from 'node:os';
import path from 'node:path';

/** The checkout's root folder. */
export const root = path.resolve(import.meta.dirname, '..');

/** A path inside the checkout. */
export function inRoot(...segments: readonly string[]): string {
  return path.join(root, ...segments);
}

/** A path inside the cache that outlives the checkout and is shared by all of them: `$XDG_CACHE_HOME` or `~/.cache`. */
export function inCache(...segments: readonly string[]): string {
  const base = process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache');
  return path.join(base, 'ews-request-studio', ...segments);
}

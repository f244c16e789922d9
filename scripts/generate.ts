import { readFileSync, writeFileSync } from 'node:fs';
import { generatedFiles } from './generated.ts';

// Writes every file that is made from the facts; with --check it only says which of them are stale.
const check = process.argv.includes('--check');
const root = new URL('../', import.meta.url);
const stale = [...generatedFiles()].filter(([path, content]) => current(path) !== content);
for (const [path, content] of stale) if (!check) writeFileSync(new URL(path, root), content);
for (const [path] of stale) console.log(check ? `stale: ${path} (run npm run generate)` : `written: ${path}`);
process.exitCode = check && stale.length > 0 ? 1 : 0;

function current(path: string): string | undefined {
  try {
    return readFileSync(new URL(path, root), 'utf8');
  } catch {
    return undefined;
  }
}

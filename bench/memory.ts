// Run in a process of its own with --expose-gc: prints what one open request retains, as a line of the table.
import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { problemsIn, readRequest } from '../src/language/index.ts';
import { requestOf } from './inputs.ts';
import { type Line, median } from './rounds.ts';

/** What one open request of 200 KB retains with its problems, against the text itself in UTF-16. */
export async function memory(): Promise<readonly Line[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', import.meta.filename]);
  return [JSON.parse(stdout)];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(JSON.stringify(await measured()));

async function measured(): Promise<Line> {
  // What is loaded and compiled once belongs to no document.
  problemsIn(readRequest(requestOf(2000)));
  const retained: number[] = [];
  const open: unknown[] = [];
  let length = 0;
  for (let round = 0; round < 9; round += 1) {
    const before = used();
    // A text of its own each time, and flat, as one that came from a document.
    const text = Buffer.from(requestOf(200_000 + round)).toString('utf8');
    const request = readRequest(text);
    open.push(request, problemsIn(request));
    retained.push(used() - before);
    length = text.length;
  }
  if (open.length === 0) throw new Error('Nothing was open.');
  return {
    what: 'memory of one open request with its problems, 200 KB',
    comparedWith: 'its text in UTF-16',
    ours: median(retained) / 1000,
    theirs: (2 * length) / 1000,
    unit: 'KB',
    toReach: 12,
  };
}

function used(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

// Runs the unit tests with c8 and prints how much of each room they reach. Fails when the tests fail, or when a room that
// has a bar to reach stays below it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.ts';

/** Per cent of the branches of a room that the unit tests must reach. */
const bar = 95;
const held = ['ews', 'xml', 'language', 'response', 'transport', 'sending', 'sandbox', 'panel'];

interface Count {
  readonly total: number;
  readonly covered: number;
}
type Summary = Readonly<Record<string, { readonly branches: Count; readonly lines: Count }>>;

const { status } = spawnSync('c8', ['--reporter=json-summary', '--reporter=lcovonly', '--reporter=html', 'mocha'], {
  cwd: inRoot('.'),
  stdio: 'inherit',
});
const rows = roomsOf(JSON.parse(readFileSync(inRoot('coverage/coverage-summary.json'), 'utf8')));
console.log(`\n${'room'.padEnd(14)}${'branches'.padStart(10)}${'lines'.padStart(10)}`);
for (const { room, branches, lines } of rows) {
  const missed = held.includes(room) && branches < bar ? `  below ${bar}` : '';
  console.log(`${room.padEnd(14)}${percent(branches)}${percent(lines)}${missed}`);
}
const reached = rows.filter(({ room, branches }) => held.includes(room) && branches >= bar).length === held.length;
process.exitCode = status === 0 && reached ? 0 : 1;

function roomsOf(summary: Summary): readonly { room: string; branches: number; lines: number }[] {
  const files = Object.entries(summary).filter(([file]) => file !== 'total');
  const byRoom = Object.groupBy(files, ([file]) => path.relative(inRoot('src'), file).split(path.sep)[0] ?? '');
  return Object.entries(byRoom)
    .map(([room, found = []]) => ({
      room,
      branches: share(found.map(([, { branches }]) => branches)),
      lines: share(found.map(([, { lines }]) => lines)),
    }))
    .sort((a, b) => a.room.localeCompare(b.room));
}

function share(counts: readonly Count[]): number {
  const sum = (of: keyof Count) => counts.reduce((all, count) => all + count[of], 0);
  return sum('total') === 0 ? 100 : (100 * sum('covered')) / sum('total');
}

function percent(value: number): string {
  return value.toFixed(1).padStart(10);
}

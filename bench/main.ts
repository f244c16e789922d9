// npm run bench [-- NAME…]: prints the table and leaves it in bench/results.json.
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { activation } from './activation.ts';
import { answers } from './answers.ts';
import { authoring } from './authoring.ts';
import { growth } from './growth.ts';
import { hostile } from './hostile.ts';
import { memory } from './memory.ts';
import { packageSize } from './package.ts';
import type { Line } from './rounds.ts';
import { sending } from './sending.ts';

const sheets: Readonly<Record<string, () => readonly Line[] | Promise<readonly Line[]>>> = {
  authoring,
  answers,
  sending,
  memory,
  growth,
  hostile,
  package: packageSize,
  activation,
};

const file = path.join(import.meta.dirname, 'results.json');

process.exitCode = await main(process.argv.slice(2));

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter(name => !Object.hasOwn(sheets, name));
  if (unknown.length > 0) {
    console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(sheets).join(', ')}.`);
    return 2;
  }
  const measured: Record<string, readonly Line[]> = {};
  for (const [name, sheet] of Object.entries(sheets)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`\n${name}`);
    measured[name] = await sheet();
    console.log(table(measured[name]));
  }
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
  await writeFile(file, `${JSON.stringify({ machine, ...earlier(), ...measured }, undefined, 2)}\n`);
  return 0;
}

/** What was measured before stays when only some are measured again. */
function earlier(): Readonly<Record<string, unknown>> {
  try {
    const { machine: _, ...kept } = JSON.parse(readFileSync(file, 'utf8'));
    return kept;
  } catch {
    return {};
  }
}

function table(lines: readonly Line[]): string {
  const rows = lines.map(line => [
    line.what,
    `${shown(line.ours)} ${line.unit}`,
    `${shown(line.theirs)} ${line.unit}`,
    line.comparedWith,
    figure(line),
    spreadOf(line),
    verdict(line),
  ]);
  const heads = ['what', 'ours', 'theirs', 'compared with', 'figure', 'of the rounds', ''];
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map(row => row[column]?.length ?? 0)));
  return [heads, ...rows]
    .map(row =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function figure(line: Line): string {
  const { by = 'ratio', unit } = line;
  const value = shown(compared(line));
  return { ratio: `${value} ×`, more: `+${value} ${unit}`, ours: `${value} ${unit}` }[by];
}

/** Where the rounds lie, and the figure of the quickest times. */
function spreadOf({ spread }: Line): string {
  return spread ? `${shown(spread.low)} to ${shown(spread.high)}, quickest ${shown(spread.ofQuickest)}` : '';
}

function verdict(line: Line): string {
  const { toReach } = line;
  if (toReach === undefined) return '';
  return compared(line) <= toReach ? `reached (${toReach})` : `MISSED (${toReach})`;
}

function compared({ by = 'ratio', ours, theirs, spread }: Line): number {
  return spread?.middle ?? { ratio: ours / theirs, more: ours - theirs, ours }[by];
}

function shown(value: number): string {
  return value.toPrecision(3).includes('e') ? value.toFixed(0) : value.toPrecision(3);
}

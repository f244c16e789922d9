import { globSync, readFileSync } from 'node:fs';
import { inRoot } from '../paths.ts';
import { instrumented, type Point, pointsOf } from './points.ts';

/** A source whose conditions are flipped, with the number of its first one. */
export interface Source {
  /** From the root, with slashes. */
  readonly file: string;
  readonly text: string;
  readonly points: readonly Point[];
  readonly first: number;
}

/** The sources of the rooms that are checked, always in the same order, so that a number means the same everywhere. */
export function sources(): readonly Source[] {
  const found: Source[] = [];
  let first = 0;
  for (const file of globSync('src/{language,response}/**/*.ts', { cwd: inRoot('.') }).sort()) {
    const text = readFileSync(inRoot(file), 'utf8');
    const points = pointsOf(text);
    found.push({ file, text, points, first });
    first += points.length;
  }
  return found;
}

/** The text of a source in which every condition asks whether it is flipped. */
export function prepared({ text, points, first }: Source): string {
  return instrumented(text, points, first);
}

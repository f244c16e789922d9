import { readFileSync } from 'node:fs';

/** What .NET's own validator says of a request: line, position and sentence; where that is in the text, in plain words. */
interface RecordedViolation {
  readonly name: string;
  readonly request: string;
  readonly line: number;
  readonly position: number;
  readonly violation: string;
  readonly at: string;
  readonly words: string;
}

const file = new URL('../fixtures/violations/recorded.json', import.meta.url);

export const recordedViolations: readonly RecordedViolation[] = JSON.parse(readFileSync(file, 'utf8'));

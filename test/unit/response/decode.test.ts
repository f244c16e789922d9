import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { decode, type Outcome, splitAnswers } from '../../../src/response/index.ts';

const folder = new URL('../../fixtures/answers/', import.meta.url);
const answers = readdirSync(folder).filter(name => extname(name) !== '.json');

suite('decode: an answer of every shape and status', () => {
  for (const name of answers) {
    test(name, () => {
      const expected = JSON.parse(readFileSync(new URL(name.replace(/\.\w+$/, '.json'), folder), 'utf8'));
      const outcome = decodeFile(name);
      assert.deepEqual(comparable(outcome, expected), expected);
      assert.equal(outcome.notes.length, expected.notes?.length ?? 0);
    });
  }
});

function decodeFile(name: string): Outcome {
  const body = readFileSync(new URL(name, folder));
  const [answer] = extname(name) === '.http' ? splitAnswers(body.toString('utf8')) : [{ body }];
  return decode(answer!);
}

/** The expected fields of the outcome; of each note the part that is expected in it. */
function comparable(outcome: Outcome, expected: Record<string, unknown>): unknown {
  const plain = JSON.parse(JSON.stringify(outcome));
  const notes = Array.isArray(expected['notes']) ? expected['notes'] : [];
  const whole =
    'notes' in expected ? plain : Object.fromEntries(Object.entries(plain).filter(([key]) => key in expected));
  const matching = notes.map((part, index) => (plain.notes[index]?.includes(part) ? part : plain.notes[index]));
  return 'notes' in expected ? { ...whole, notes: matching } : whole;
}

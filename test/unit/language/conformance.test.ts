import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { corpusFiles } from '../../../scripts/conformance/corpus.ts';
import { problemsOf } from '../../../src/language/index.ts';
import { decodeBytes, lineIndex } from '../../../src/xml/index.ts';

/** What is recorded of an envelope: the verdict of the judges, and the problems that a person expects. */
interface Expected {
  readonly about: string;
  readonly verdict: 'valid' | 'invalid' | 'malformed';
  readonly libxml2?: 'valid' | 'invalid';
  readonly differs?: string;
  readonly problems: readonly { readonly code: string; readonly text: string; readonly at: string }[];
}

const folder = new URL('../../fixtures/conformance/', import.meta.url);
const expected: Readonly<Record<string, Expected>> = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'));

suite('conformance: the corpus', () => {
  for (const [file, { about, problems }] of Object.entries(expected)) {
    test(`${file}: ${about}`, () => assert.deepEqual(found(file), problems));
  }

  test('every file is in the list, and the list makes every file', () => {
    const inFolder = readdirSync(folder).sort();
    const made = corpusFiles();
    assert.deepEqual(inFolder, [...made.keys()].sort());
    const stale = [...made].filter(([name, bytes]) => !readFileSync(new URL(name, folder)).equals(bytes));
    assert.deepEqual(
      stale.map(([name]) => name),
      [],
    );
  });

  test('an error is reported exactly where the judges refuse, or a reason is given', () => {
    const disagreements = Object.entries(expected).filter(([file, { verdict, libxml2, differs }]) => {
      const refused = problemsIn(file).some(({ severity }) => severity === 'error');
      const agrees = refused === (verdict !== 'valid') && libxml2 === undefined;
      return agrees === (differs !== undefined);
    });
    assert.deepEqual(
      disagreements.map(([file]) => file),
      [],
    );
  });
});

function problemsIn(file: string) {
  return problemsOf(decodeBytes(readFileSync(new URL(file, folder))).text);
}

function found(file: string): Expected['problems'] {
  const { text } = decodeBytes(readFileSync(new URL(file, folder)));
  const places = lineIndex(text);
  return problemsOf(text).map(({ code, from, to }) => {
    const [start, end] = [places(from), places(to)];
    return { code, text: text.slice(from, to), at: `${start.line}:${start.column}-${end.line}:${end.column}` };
  });
}

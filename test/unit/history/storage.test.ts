import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addExchange,
  emptyHistory,
  type History,
  parseHistory,
  serialiseHistory,
  toReport,
} from '../../../src/history/index.ts';
import { panelView, render } from '../../../src/panel/index.ts';
import * as sample from '../../support/exchanges.ts';

const exchanges = [
  sample.success,
  sample.error,
  sample.several,
  sample.fault,
  sample.unauthorized,
  sample.signInPage,
  sample.timedOut,
  sample.refused,
].map((exchange, index) => ({ ...exchange, id: `id ${index}` }));
const history = exchanges.reduce<History>((all, exchange) => addExchange(all, exchange), emptyHistory);

suite('history: storage', () => {
  test('what is stored comes back the same, every kind of outcome', () => {
    assert.deepEqual(parseHistory(serialiseHistory(history)), {
      history: asStored(history),
      notes: [],
      isDamaged: false,
    });
    assert.equal(history.length, 8);
  });

  test('an empty history', () => {
    assert.deepEqual(parseHistory(serialiseHistory(emptyHistory)), { history: [], notes: [], isDamaged: false });
  });

  const damaged: readonly (readonly [what: string, stored: string, note: RegExp])[] = [
    ['nothing', '', /cannot be read/],
    ['cut off', serialiseHistory(history).slice(0, 500), /cannot be read/],
    ['another thing', '[1, 2]', /cannot be read/],
    ['no entries', '{"version":1}', /cannot be read/],
    ['null', 'null', /cannot be read/],
    ['a later version', '{"version":2,"entries":[]}', /another version/],
  ];
  for (const [what, stored, note] of damaged) {
    test(`damaged: ${what}`, () => {
      const { history: found, notes, isDamaged } = parseHistory(stored);
      assert.equal(isDamaged, what !== 'a later version');
      assert.deepEqual(found, []);
      assert.equal(notes.length, 1);
      assert.match(notes[0] ?? '', note);
    });
  }

  test('one damaged exchange is left out, the others stay', () => {
    const stored = JSON.parse(serialiseHistory(history));
    stored.entries[3].exchange.result = { kind: 'answer' };
    const { history: found, notes } = parseHistory(JSON.stringify(stored));
    assert.deepEqual(found, asStored(history.filter((_, index) => index !== 3)));
    assert.deepEqual(notes, ['1 of 8 stored exchanges are damaged and not shown.']);
  });

  test('any text gives a history and never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), stored => Array.isArray(parseHistory(stored).history)));
  });

  test('any member replaced by anything: the entry is left out, or can be drawn and exported', () => {
    const values = fc.oneof(fc.jsonValue(), fc.constantFrom('constructor', '__proto__', -1, 1e308, ''));
    const paths = pathsOf(history[0], []).concat(pathsOf(history[4], []), pathsOf(history[1], []));
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 4, 5), fc.constantFrom(...paths), values, (which, path, value) => {
        const entry = replaced(JSON.parse(JSON.stringify(history[which])), path, value);
        const { history: found, notes } = parseHistory(JSON.stringify({ version: 1, entries: [entry] }));
        assert.equal(found.length + notes.length, 1);
        for (const { exchange, cut } of found) {
          serialiseHistory(found);
          toReport(exchange, { mask: true });
          render(panelView(exchange, undefined, { cut }), { nonce: 'bm9uY2Ugbm9uY2U' });
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** JSON has no members that are undefined. */
function asStored(all: History): unknown {
  return JSON.parse(JSON.stringify(all));
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, item]) => pathsOf(item, [...path, name]))];
}

function replaced(value: unknown, [name, ...rest]: Path, replacement: unknown): unknown {
  if (name === undefined) return replacement;
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value };
  Object.assign(copy, { [name]: replaced((value as Record<string, unknown>)[name], rest, replacement) });
  return copy;
}

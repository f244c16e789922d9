import assert from 'node:assert/strict';
import { forbiddenImports, rooms } from './rooms.ts';
import { readSources, readTexts, type Source } from './sources.ts';

type Case = readonly [what: string, file: string, text: string];

const refused: readonly Case[] = [
  ['a room that it may not know', 'src/response/a.ts', `import { b } from '../language/b.ts';`],
  ['a type of such a room', 'src/panel/a.ts', `import type { B } from '../editor/b.ts';`],
  ['names over several lines', 'src/xml/a.ts', `import {\n  type B,\n  c,\n} from\n  '../ews/b.ts';`],
  ['an import for its effect', 'src/ews/a.ts', `import '../xml/b.ts';`],
  ['an import when needed', 'src/xml/a.ts', `export const b = () => import('../ews/b.ts');`],
  ['an import inside a type', 'src/xml/a.ts', `export type B = import('../ews/b.ts').B;`],
  ['an export of another room', 'src/xml/a.ts', `export * from '../ews/b.ts';`],
  ['a required module', 'src/xml/a.ts', `import b = require('../ews/b.ts');`],
  ['a Node built-in with its prefix', 'src/sending/a.ts', `import { join } from 'node:path';`],
  ['a Node built-in without it', 'src/history/a.ts', `import { join } from 'path';`],
  ['VS Code below the editor', 'src/language/a.ts', `import type { Range } from 'vscode';`],
  ['a package in the facts', 'src/ews/a.ts', `import { parse } from 'saxes';`],
  ['a file outside of src', 'src/sending/a.ts', `import { b } from '../../test/b.ts';`],
  ['a room without a rule', 'src/utilities/a.ts', 'export const a = 1;'],
  ['a room deeper in a folder', 'src/editor/views/a.ts', `import { b } from '../../commandLine/b.ts';`],
];
const allowed: readonly Case[] = [
  ['its own room', 'src/editor/views/a.ts', `import { b } from '../sending/b.ts';`],
  ['a room it may know', 'src/language/a.ts', `import { b } from '../xml/b.ts';`],
  [
    'what only looks like an import',
    'src/ews/a.ts',
    `// import '../xml/b.ts';\nexport const a = "import '../xml/b.ts'";`,
  ],
  ['a Node built-in at the edge', 'src/transport/a.ts', `import { Socket } from 'node:net';`],
  ['VS Code in the editor', 'src/editor/a.ts', `import * as vscode from 'vscode';`],
];

suite('structure: the import rule', () => {
  test('holds for every source file', () => {
    const sources = readSources();
    assert.ok(sources.some(source => source.file.startsWith('src/ews/')));
    assert.deepEqual(sources.flatMap(forbiddenImports), []);
  });

  test('has no circle between rooms', () => {
    const reaches = (from: string, target: string): boolean =>
      (rooms[from]?.rooms ?? []).some(room => room === target || reaches(room, target));
    assert.deepEqual(
      Object.keys(rooms).filter(room => reaches(room, room)),
      [],
    );
  });

  let cases: readonly Source[] = [];

  suiteSetup(() => {
    cases = readTexts([...refused, ...allowed].map(([, file, text]) => [file, text]));
  });

  for (const [index, [what]] of refused.entries()) {
    test(`refuses ${what}`, () => {
      assert.equal(forbiddenImports(cases[index]!).length, 1);
    });
  }

  for (const [index, [what]] of allowed.entries()) {
    test(`allows ${what}`, () => {
      assert.deepEqual(forbiddenImports(cases[refused.length + index]!), []);
    });
  }
});

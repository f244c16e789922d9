import assert from 'node:assert/strict';
import { readSources, readText, type Source } from './sources.ts';

const linesOfFunction = 80;
const linesOfFile = 400;

suite('structure: sizes', () => {
  test(`no function has more than ${linesOfFunction} lines`, () => {
    assert.deepEqual(readSources().flatMap(longFunctions), []);
  });

  test(`no file with functions has more than ${linesOfFile} lines`, () => {
    assert.deepEqual(readSources().flatMap(longFile), []);
  });

  test('a longer function is found, in any form', () => {
    const body = '{\n'.concat('void 0;\n'.repeat(linesOfFunction - 1), '}');
    assert.deepEqual(longFunctions(readText('src/xml/a.ts', `export function a() ${body}\n`)), [
      'src/xml/a.ts:1 has a function of 81 lines',
    ]);
    assert.equal(longFunctions(readText('src/xml/a.ts', `\nexport const a = () => ${body};`)).length, 1);
    assert.equal(longFunctions(readText('src/xml/a.ts', `export class A {\n  b() ${body}\n}`)).length, 1);
    assert.deepEqual(longFunctions(readText('src/xml/a.ts', 'export function a() {\n  void 0;\n}')), []);
  });

  test('a longer file is found, unless it is a table of facts', () => {
    const table = `export const a = [\n${'  1,\n'.repeat(linesOfFile)}];\n`;
    assert.deepEqual(longFile(readText('src/ews/a.ts', table)), []);
    assert.deepEqual(longFile(readText('src/ews/a.ts', `${table}export const b = () => 1;\n`)), [
      'src/ews/a.ts has 403 lines',
    ]);
  });
});

function longFunctions(source: Source): readonly string[] {
  return source.functions
    .filter(({ lines }) => lines > linesOfFunction)
    .map(({ line, lines }) => `${source.file}:${line} has a function of ${lines} lines`);
}

function longFile(source: Source): readonly string[] {
  const isTable = source.functions.length === 0;
  return source.lines > linesOfFile && !isTable ? [`${source.file} has ${source.lines} lines`] : [];
}

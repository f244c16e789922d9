import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readManifest } from './manifest.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const documents = globSync(['*.md', 'docs/*.md', 'bench/*.md'], { cwd: root });
const folders = ['bench', 'docs', 'media', 'samples', 'scripts', 'snippets', 'src', 'syntaxes', 'test'];

suite('structure: the documents', () => {
  test('name and link only files that exist', () => {
    const texts = documents.map(document => [document, readFileSync(path.join(root, document), 'utf8')] as const);
    assert.ok(texts.length > 5);
    assert.deepEqual(
      texts.flatMap(([document, text]) => missing(document, text)),
      [],
    );
  });

  test('a file that is gone is found, however it is named', () => {
    const gone =
      'Run `node scripts/gone.ts --check`, see `gone.ts` and `src/gone`, and [more](gone.md), ![or](gone.png).';
    assert.deepEqual(missing('docs/a.md', gone), [
      'docs/a.md names scripts/gone.ts',
      'docs/a.md names gone.ts',
      'docs/a.md names src/gone',
      'docs/a.md links gone.md',
      'docs/a.md links gone.png',
    ]);
    const none = 'The setting `ews.endpoints`, `test/**/*.ts`, `/EWS/Exchange.asmx`, [a page](https://a.example/b.md).';
    assert.deepEqual(missing('docs/a.md', none), []);
  });

  test('give the licence and the reason of every dependency', () => {
    const { dependencies, devDependencies } = readManifest();
    const text = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8');
    const [, section = ''] = text.split('## Dependencies');
    const rows = [...section.matchAll(/^\| ([^|]+) \| ([^|]+) \| [^|]{10,} \|$/gm)];
    const listed = rows.flatMap(([, names = '', licence]) => names.split(', ').map(name => [name, licence] as const));
    const names = Object.keys({ ...dependencies, ...devDependencies });
    assert.deepEqual(
      [...listed].sort(),
      names.sort().map(name => [name, licenceOf(name)]),
    );
  });
});

function licenceOf(name: string): string {
  return JSON.parse(readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8')).license;
}

function missing(document: string, text: string): readonly string[] {
  const prose = text.replace(/^ *```[\s\S]*?```$/gm, '');
  const code = [...prose.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => code.split(/\s+/));
  const links = [...prose.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, link = '']) => link);
  const besides = path.join(root, path.dirname(document));
  return [
    ...code
      .filter(isOwn)
      .filter(file => !isThere(file))
      .map(file => `${document} names ${file}`),
    ...links
      .filter(link => !/^\w+:/.test(link) && !existsSync(path.join(besides, link)))
      .map(link => `${document} links ${link}`),
  ];
}

/** Looks like a path from the root, or like the name of a file; one with a wildcard or a blank to fill in is neither. */
function isOwn(word: string): boolean {
  return (
    /^[\w./-]+$/.test(word) &&
    (folders.includes(word.split('/')[0] ?? '') || /^[\w.-]+\.(md|[mc]?[jt]s|json|svg|png)$/.test(word))
  );
}

function isThere(file: string): boolean {
  if (existsSync(path.join(root, file))) return true;
  return !file.includes('/') && globSync(`{${folders.join()}}/**/${file}`, { cwd: root }).length > 0;
}

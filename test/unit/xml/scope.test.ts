import assert from 'node:assert/strict';
import { withoutDebris } from '../../../src/xml/debris.ts';
import { parseXml, Scope, strictParser, wellFormedness } from '../../../src/xml/index.ts';

/** A map that knows how often somebody went through all of it. */
class CountingMap extends Map<string, string> {
  walks = 0;

  override [Symbol.iterator](): MapIterator<[string, string]> {
    this.walks += 1;
    return super[Symbol.iterator]();
  }
}

suite('a scope of declarations', () => {
  test('knows what it declares and what the ones around it do, the innermost first', () => {
    const outer = new Scope(new Map([...'abcdefghij'].map(letter => [letter, letter.toUpperCase()])));
    const inner = new Scope(new Map([['c', 'other']]), outer);
    assert.deepEqual(
      [...'abcj'].map(letter => inner.get(letter)),
      ['A', 'B', 'other', 'J'],
    );
    assert.equal(outer.get('c'), 'C');
    assert.ok(!inner.has('k'));
    assert.equal([...inner].map(([, value]) => value).join(' '), 'A B other D E F G H I J');
  });

  test('a prefix that only a scope beside it declares is unknown', () => {
    const outer = new Scope(new Map([['a', 'A']]));
    const beside = new Scope(new Map([['b', 'B']]), outer);
    assert.equal(beside.get('b'), 'B');
    assert.equal(outer.get('b'), undefined);
    assert.equal(new Scope(new Map([['c', 'C']]), outer).get('b'), undefined);
  });

  test('inside of an empty one nothing of other documents is known', () => {
    const empty = new Scope<string>();
    const one = new Scope(new Map([['a', 'A']]), empty);
    const other = new Scope(new Map([['b', 'B']]), empty);
    assert.deepEqual([one.get('a'), one.get('b'), other.get('a'), other.get('b')], ['A', undefined, undefined, 'B']);
  });

  test('thousands inside of one never go through what it declares again', () => {
    const declared = new CountingMap([
      ['a', 'A'],
      ['b', 'B'],
    ]);
    const outer = new Scope(declared);
    const before = declared.walks;
    let deep = outer;
    for (let index = 0; index < 5000; index++) {
      deep = new Scope(new Map([[`p${index}`, 'u']]), deep);
      new Scope(new Map([[`q${index}`, 'u']]), outer).get('a');
    }
    assert.equal(deep.get('b'), 'B');
    assert.equal(declared.walks, before);
  });
});

suite('nodes that the parser puts too deep', () => {
  test('siblings behind an end tag of another name are moved to their own parent, however many there are', () => {
    const { root } = parseXml(`<r>${'<a>x</b>'.repeat(500)}</r>`);
    const names = root?.children.map(node => (node.kind === 'element' ? node.name : node.kind));
    assert.deepEqual(
      names,
      Array.from({ length: 500 }, () => 'a'),
    );
    assert.ok(
      root?.children.every(node => node.kind === 'element' && node.parent === root && node.children.length === 1),
    );
  });
});

suite('debris', () => {
  test('end tags that the parser would look for among very many open elements are not shown to it', () => {
    for (const text of ['<a></b>'.repeat(5000), `${'<a>'.repeat(1900)}${'</b>'.repeat(3000)}`, '<a>'.repeat(4000)])
      assert.match(withoutDebris(text), / {1000}$/);
    const open = `<b>${'<a>'.repeat(1900)}</b><c/>`;
    assert.match(withoutDebris(open), / {8}$/);
  });

  test('a tag that ends wrong below very many others is not shown to the parser, and what is behind it neither', () => {
    const wrong = (open: number, tag: string) => `${'<a>'.repeat(open)}${tag}</b>`;
    for (const tag of ['<a / >', '<a b="1"/\r\n>', '<a />', '<a>'])
      assert.equal(withoutDebris(wrong(199, tag)), wrong(199, tag));
    for (const tag of ['<a / >', '<a b="1"/\r\n>'])
      assert.equal(withoutDebris(wrong(200, tag)), '<a>'.repeat(200) + ' '.repeat(tag.length + 4));
    for (const tag of ['<a />', '<a>', '<a b="/" >', '< >'])
      assert.equal(withoutDebris(wrong(200, tag)), wrong(200, tag));
  });

  const kept: readonly (readonly [name: string, text: string])[] = [
    ['very many elements with their end tags', `<r>${'<a><b/></a>'.repeat(20_000)}</r>`],
    ['elements as deep as the strict verdict goes', '<a>'.repeat(2000) + '</a>'.repeat(2000)],
    ['a few end tags too many', `<r>${'<a></b>'.repeat(20)}</r>`],
    ['less-than signs in a comment', `<r><!--${'a <b '.repeat(100)}--></r>`],
    ['less-than signs in a CDATA section', `<r><![CDATA[${'a <b '.repeat(100)}]]></r>`],
    ['HTML in a CDATA section', `<r><![CDATA[${'<p>a<br>'.repeat(5000)}</div>]]></r>`],
  ];
  for (const [name, text] of kept) {
    test(`${name}: everything is shown to the parser`, () => assert.equal(withoutDebris(text), text));
  }
});

suite('attributes in a very long namespace', () => {
  const long = `urn:${'x'.repeat(5000)}`;

  test('are told apart, and the same one under two prefixes is found', () => {
    const declared = `<a xmlns:p="${long}" xmlns:q="${long}" xmlns:r="${long}r"`;
    assert.equal(wellFormedness(`${declared} p:a="" q:b="" r:a=""/>`), undefined);
    assert.ok(wellFormedness(`${declared} p:a="" q:a=""/>`));
  });

  test('are written without it, so that many of them take no longer', () => {
    const parser = strictParser();
    const lengths: number[] = [];
    parser.on('opentag', ({ attributes }) => {
      lengths.push(...Object.values(attributes).map(({ uri }) => uri.length));
    });
    parser.write(`<a xmlns:p="${long}"><b p:a="" p:b=""/></a>`).close();
    assert.ok(Math.max(...lengths) < 500);
  });
});

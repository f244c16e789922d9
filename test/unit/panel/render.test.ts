import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type PanelView, panelCommands, panelView, render } from '../../../src/panel/index.ts';
import type { Exchange } from '../../../src/sending/exchange.ts';
import * as sample from '../../support/exchanges.ts';
import { type ReadPage, readPage } from '../../support/page.ts';
import { panelPages } from '../../support/panelPages.ts';

const nonce = 'dGhpcyBpcyBhIG5vbmNl';

suite('panel: render', () => {
  for (const [name, view] of Object.entries(panelPages)) {
    test(`${name}: no script, no style on an element, nothing loaded, only known commands`, () => {
      const { elements, links } = readPage(render(view, { nonce }));
      const forbidden = ['script', 'iframe', 'object', 'embed', 'img', 'link', 'form', 'base', 'input', 'button'];
      assert.deepEqual(
        elements.filter(element => forbidden.includes(element.name)),
        [],
      );
      const attributes = elements.flatMap(element => Object.keys(element.attributes));
      assert.deepEqual(
        attributes.filter(attribute => attribute === 'style' || attribute.startsWith('on')),
        [],
      );
      assert.deepEqual(
        links.filter(link => !panelCommands.includes(link.command)),
        [],
      );
    });
  }

  test('the policy allows the style sheet of this page and nothing else', () => {
    const html = render(panelView(undefined, undefined), { nonce });
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    assert.equal(policy, `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`);
    assert.equal(html.split(`<style nonce="${nonce}">`).length, 2);
  });

  test('a nonce that is none is our mistake', () => {
    assert.throws(() => render(panelView(undefined, undefined), { nonce: '"> <script>' }), /nonce/);
  });

  test('headings descend in order and there is one main', () => {
    for (const view of Object.values(panelPages)) {
      const { elements } = readPage(render(view, { nonce }));
      const levels = elements.filter(({ name }) => /^h[1-6]$/.test(name)).map(({ name }) => Number(name[1]));
      assert.equal(levels[0], 1);
      assert.deepEqual(levels.filter(level => level === 1).length, 1);
      assert.deepEqual(
        levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1),
        [],
      );
      assert.equal(elements.filter(({ name }) => name === 'main').length, 1);
    }
  });

  test('the id of the exchange arrives as the argument of the command, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), id => {
        const { links } = readPage(render(panelView({ ...sample.error, id }, sample.errorExplanation), { nonce }));
        assert.ok(links.length > 5);
        assert.deepEqual([...new Set(links.map(link => link.argument))], [id]);
      }),
      { numRuns: 50 },
    );
  });

  test('pointing at a link shows words, never its address', () => {
    for (const view of Object.values(panelPages)) {
      const { elements } = readPage(render(view, { nonce }));
      const titles = elements.filter(({ name }) => name === 'a').map(({ attributes }) => attributes['title'] ?? '');
      assert.deepEqual(
        titles.filter(title => !/^[A-Z]\w+ /.test(title)),
        [],
      );
    }
    const { list } = panelPages;
    assert.ok(list);
    assert.match(render(list, { nonce }), /title="Use Project Phoenix in a new request" href="/);
  });

  test('text from anywhere adds no element and no attribute', () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' onclick='x",
        '</style>',
        '&#60;b>',
        '-->',
      ),
      fc.string({
        unit: fc.constantFrom('<', '>', '"', "'", '&', '`', '=', '/', '\0', '\u202e', '\ud800', 'a', ' ', '\n'),
      }),
    );
    fc.assert(
      fc.property(hostile, text => {
        for (const [index, view] of hostileViews(text).entries()) {
          const html = render(view, { nonce });
          assert.doesNotMatch(html, /<script/i);
          assert.doesNotMatch(html, unseen);
          const harmless = readPage(render(hostileViews('x')[index] as PanelView, { nonce }));
          assert.deepEqual(shapeOf(readPage(html)), shapeOf(harmless));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('the text of request and answer is shown as it is', () => {
    const { text } = readPage(render(panelPages['notSoap'] as PanelView, { nonce }));
    assert.ok(text.includes('<body><script>alert(1)</script></body>'));
    assert.ok(text.includes('<t:RequestServerVersion Version="Exchange2013"/>'));
  });

  test('a long text of the server is folded, so that what one can do stays in sight', () => {
    const { fault } = panelPages;
    assert.ok(fault);
    const folded = (said: string) => {
      const { elements } = readPage(render({ ...fault, said }, { nonce }));
      return elements.filter(({ attributes }) => attributes['class'] === 'said').map(({ name }) => name);
    };
    assert.deepEqual([folded('x'.repeat(300)), folded('x'.repeat(301))], [['figure'], ['details']]);
  });

  test('a code of a million characters makes a small page', () => {
    const code = 'Error'.repeat(200_000);
    const outcome = {
      kind: 'soapFault',
      responseCode: code,
      faultString: code,
      violation: code,
      values: [],
      notes: [code],
    } as const;
    const html = render(panelView(sample.exchangeOf(sample.answerOf(outcome, '<x/>')), undefined), { nonce });
    assert.ok(html.length < 100_000, `The page has ${html.length} characters.`);
  });

  test('an answer of 50 MB makes a small page', () => {
    const outcome = { kind: 'notSoap', body: 'text', bodyKind: 'text', notes: [] } as const;
    const html = render(panelView(sample.exchangeOf(sample.answerOf(outcome, 'x'.repeat(50_000_000))), undefined), {
      nonce,
    });
    assert.ok(html.length < 100_000, `The page has ${html.length} characters.`);
  });
});

const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may be on the page
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

/** Every field of every face that a server, a document or a setting can fill, filled with this text. */
function hostileViews(text: string): readonly PanelView[] {
  const fill = <Value>(value: Value): Value => filled(value, text) as Value;
  const keep = (exchange: Exchange): Exchange => {
    const all = fill(exchange);
    return all.result.kind === 'failure' ? { ...all, result: { ...all.result, code: 'timeout.headers' } } : all;
  };
  const explanation = fill(sample.errorExplanation);
  return [
    panelView(keep(sample.several), explanation, { serverProduct: text }),
    panelView(keep(sample.fault), explanation, { hasPlace: true }),
    panelView(keep(sample.signInPage), explanation),
    panelView(keep(sample.unauthorized), explanation),
    panelView(keep(sample.timedOut), explanation),
  ];
}

const structural = new Set(['kind', 'tone', 'action', 'responseClass', 'sent', 'id', 'code', 'bodyKind']);

function filled(value: unknown, text: string): unknown {
  if (typeof value === 'string') return `${text}.`;
  if (Array.isArray(value)) return value.map(item => filled(item, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, structural.has(name) ? item : filled(item, text)]),
  );
}

/** Elements with their classes; a headline may break at other places, and a title holds no element. */
function shapeOf({ elements }: ReadPage): readonly string[] {
  return elements
    .filter(element => element.name !== 'wbr')
    .map(({ name, attributes }) => `${name}.${attributes['class'] ?? ''} ${Object.keys(attributes).join(' ')}`);
}

import assert from 'node:assert/strict';
import { makeItemId } from '../../../src/ews/itemId.ts';
import { type AnswerLookups, type CodeLookup, type Hover, hoverAt } from '../../../src/language/index.ts';
import { caretIn } from './caret.ts';

export const mailbox = '2f1e0d3c-4b5a-4968-8776-a5b4c3d2e1f0';
export const contactId = makeItemId('mailbox item', mailbox, 'contact');
const codes: CodeLookup = name =>
  name === 'ErrorItemNotFound' ? { meaning: 'Nothing has that id.', category: 'not-found' } : undefined;

export const lookups: AnswerLookups = {
  codes,
  builds: build => (build === '15.2.1544.4' ? 'A certain release.' : undefined),
};

export function hoverOf(marked: string): Hover | undefined {
  const { request, offset } = caretIn(marked);
  return hoverAt(request, offset, lookups);
}

export function textsOf(hover: Hover | undefined): readonly string[] {
  return (hover?.lines ?? []).flatMap(({ text, href }) => (href === undefined ? [text] : [text, href]));
}

/** Each expectation is a line of the hover, as a whole or by a pattern. */
export function says(marked: string, expected: readonly (string | RegExp)[]): void {
  const texts = textsOf(hoverOf(marked));
  for (const line of expected) {
    const found = texts.some(text => (typeof line === 'string' ? text === line : line.test(text)));
    assert.ok(found, `${line} is not among:\n${texts.join('\n')}`);
  }
}

export function covers(marked: string, expected: string): void {
  const range = hoverOf(marked)?.range;
  assert.equal(range && caretIn(marked).text.slice(range.from, range.to), expected);
}

export function silent(marked: string): void {
  assert.equal(hoverOf(marked), undefined);
}

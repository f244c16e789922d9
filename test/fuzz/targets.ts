import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  autoClose,
  completionsAt,
  fixAll,
  fixesFor,
  foldingRangesOf,
  format,
  hoverAt,
  linkedRangesAt,
  type Problem,
  placesOf,
  problemsIn,
  problemTable,
  readRequest,
  selectionRangesAt,
  symbolsOf,
} from '../../src/language/index.ts';
import { mapping } from '../../src/language/problems/slips/mended.ts';
import type { RequestDocument } from '../../src/language/request.ts';
import { panelView, render } from '../../src/panel/index.ts';
import { decode, explain, readHttpFacts, splitAnswers } from '../../src/response/index.ts';
import { applyEdits, isBlank, isElement, type Range, type TextEdit, type XmlNode } from '../../src/xml/index.ts';
import * as sample from '../support/exchanges.ts';
import { anyEnvelope, anyStyle, write } from '../support/generatedRequests.ts';
import { anyHalfTyped, assertReplacementsFit } from '../support/halfTyped.ts';
import { readPage } from '../support/page.ts';
import { countOf, newErrors } from '../support/problemCounts.ts';
import { accepted } from '../unit/language/caret.ts';
import { answers, type Changed, changedOnce, envelopes, spoilt } from './corpus.ts';

/** What must hold for whatever comes, by name: each is run for as long as there is time. */
export const targets: Readonly<Record<string, fc.IRawProperty<unknown, false>>> = {
  'problems and all that reads: nothing throws, everything lies in the text': fc.property(
    spoilt(envelopes),
    fc.double({ min: 0, max: 1, noNaN: true }),
    (text, place) => everythingLiesInside(text, Math.floor(place * text.length)),
  ),
  'reading bit by bit is reading at once': fc.property(
    fc.array(spoilt(envelopes), { maxLength: 1 }),
    edits(),
    readAlike,
  ),
  'a fix ends its problem, and fix all comes to an end': fc.property(spoilt(envelopes), fixesCanBeMade),
  'a fix after one change adds no problem': fc.property(changedOnce(), fixesAddNothing),
  'formatting is done once and changes nothing but white space': fc.property(spoilt(envelopes), formatsOnce),
  'what completion inserts may stand there': fc.property(
    anyEnvelope(),
    anyStyle,
    fc.double({ min: 0, max: 1, noNaN: true }),
    (envelope, style, place) => completionsFit(write(envelope, style), place),
  ),
  'what completion puts in the place of half-typed text may stand there': fc.property(
    anyHalfTyped,
    assertReplacementsFit,
  ),
  'any answer is decoded, explained and shown, and the page stays ours': fc.property(
    fc.oneof(spoiltBytes(), spoilt(answers.map(bytes => new TextDecoder().decode(bytes)))),
    fc.option(fc.integer({ min: 100, max: 599 }), { nil: undefined }),
    answerIsShown,
  ),
};

function everythingLiesInside(text: string, offset: number): void {
  const request = readRequest(text);
  const problems = problemsIn(request);
  const completions = completionsAt(request, offset);
  const hover = hoverAt(request, offset);
  const ranges: readonly Range[] = [
    ...problems,
    ...problems.flatMap(problem => problem.related),
    ...completions.flatMap(({ range, additionalEdits = [] }) => [range, ...additionalEdits]),
    ...(hover ? [hover.range] : []),
    ...selectionRangesAt(request, offset),
    ...(linkedRangesAt(request, offset) ?? []),
    ...placesOf(request).map(place => place.range),
    ...symbolsOf(request).map(({ range }) => range),
  ];
  assertInside(text, ranges);
  const lines = text.split(/\r\n|[\r\n]/).length;
  for (const { firstLine, lastLine } of foldingRangesOf(request)) {
    assert.ok(0 < firstLine && firstLine < lastLine && lastLine <= lines);
  }
  autoClose(request, offset);
}

function assertInside(text: string, ranges: readonly Range[]): void {
  const lost = ranges.filter(({ from, to }) => !(from >= 0 && from <= to && to <= text.length));
  assert.deepEqual(lost, []);
}

/** Edits as relative places, so that they fit any text. */
function edits(): fc.Arbitrary<readonly { at: number; length: number; insert: string }[]> {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const insert = fc.oneof(
    fc.constantFrom('', 'a', '<', '>', '/', '"', '&', ' ', '\n', '<m:GroupId', '</m:GroupId>', '<!--', '-->', 'Id="'),
    fc.string({ maxLength: 4 }),
  );
  return fc.array(fc.record({ at: place, length: fc.nat({ max: 20 }), insert }), { minLength: 1, maxLength: 8 });
}

function readAlike(texts: readonly string[], changes: readonly { at: number; length: number; insert: string }[]): void {
  let text = texts[0] ?? envelopes[0] ?? '';
  let request = readRequest(text);
  for (const { at, length, insert } of changes) {
    const from = Math.floor(at * text.length);
    text = text.slice(0, from) + insert + text.slice(from + length);
    request = readRequest(text, request);
    const fresh = readRequest(text);
    assert.deepEqual(problemsIn(request), problemsIn(fresh));
    assert.deepEqual(symbolsOf(request), symbolsOf(fresh));
  }
}

function fixesCanBeMade(text: string): void {
  const request = readRequest(text);
  for (const problem of problemsIn(request)) {
    for (const { edits: changes } of fixesFor(request, problem)) {
      assert.ok(changes.length > 0);
      assertInside(text, changes);
      assertMended(request, problem, changes);
    }
  }
  const mended = applyEdits(text, fixAll(request));
  // A fix that misses would be made again in every round.
  assert.ok(mended.length < text.length + 2000);
}

/** Whatever the text and the fix: the problem is gone from its place, and what was well-formed still is. */
function assertMended(request: RequestDocument, problem: Problem, changes: readonly TextEdit[]): void {
  const next = readRequest(applyEdits(request.text, changes));
  const move = mapping([...changes].sort((a, b) => a.from - b.from));
  const left = problemsIn(next).filter(
    ({ code, message, from, to }) =>
      code === problem.code && message === problem.message && (from === move(problem.from) || to === move(problem.to)),
  );
  assert.deepEqual(left, []);
  assert.ok(!next.flaw || request.flaw, 'a fix broke the syntax');
}

/**
 * A fix may show what the change had hidden, but that was wrong in the sound text as well. Where the change is more than one
 * error, a fix of one may make another error of the others: there only what is safe is sure to add nothing. A fix that is
 * one of several is for the author to judge, who may take new warnings. Around broken syntax the parser guesses, and a fix
 * shows what it guessed: there the property before this one holds alone.
 */
function fixesAddNothing({ sound, text }: Changed): void {
  const request = readRequest(text);
  if (request.flaw) return;
  const before = problemsIn(request);
  const known = [before, problemsIn(readRequest(sound))];
  const isOne = before.filter(({ severity }) => severity === 'error').length === 1;
  for (const problem of before) {
    for (const { edits: changes, preferred, safe, title } of fixesFor(request, problem)) {
      if (!safe && !isOne) continue;
      const added = addedBy(text, changes, known).filter(
        code => (preferred || isError(code)) && !mayFollow(problem, title, code),
      );
      assert.deepEqual(added, [], `${problem.code}: ${title}`);
    }
  }
  const added = addedBy(text, fixAll(request), known);
  assert.deepEqual(
    added.filter(code => !before.some(problem => mayFollow(problem, 'Fix all', code))),
    [],
    'Fix all',
  );
}

/** The codes that are more often there afterwards than in any of the texts before. */
function addedBy(
  text: string,
  changes: readonly TextEdit[],
  known: readonly (readonly Problem[])[],
): readonly string[] {
  const after = problemsIn(readRequest(applyEdits(text, changes)));
  return [...new Set(after.map(({ code }) => code))].filter(code =>
    known.every(problems => countOf(after, code) > countOf(problems, code)),
  );
}

/** What may be wrong after a fix and was not before, each for its reason. */
function mayFollow({ code, data }: Problem, title: string, added: string): boolean {
  // What to fill in the author knows alone.
  if (added === 'placeholder.unfilled') return true;
  // So with the operation that an absent Body should hold.
  if (code === 'child.missing' && /Body$/.test(String(data['child']))) return added === 'operation.missing';
  // What has a wrong name holds the place of what it may be meant for. Without it, the place is seen to be empty.
  // What is put around something may need more than that.
  if (/^(?:Remove|Change to|Put) </.test(title) && /missing$/.test(added)) return true;
  // A declaration is judged when it comes into use.
  if (title.startsWith('Add ') && added.startsWith('namespace.')) return true;
  // Who must understand a header matters more than that Exchange knows no such header.
  if (code === 'header.must-understand' && added === 'header.foreign') return true;
  // Where text is put it is judged as what should stand there.
  if (title.startsWith('Put the text into') && added === 'value.wrong-form') return true;
  // The ids and addresses of generated envelopes are none, which is said as soon as one stands where it is read.
  return /^(?:id|address)\./.test(added) && !isError(added);
}

function isError(code: string): boolean {
  return problemTable[code as Problem['code']].severity === 'error';
}

function formatsOnce(text: string): void {
  const once = applyEdits(text, format(readRequest(text), { indent: '  ' }));
  assert.equal(withoutBlanks(once), withoutBlanks(text));
  assert.deepEqual(keptOf(once), keptOf(text));
  assert.deepEqual(format(readRequest(once), { indent: '  ' }), []);
}

/** All characters but those that formatting may add or take. */
function withoutBlanks(text: string): string {
  return text.replace(/[ \t\r\n]+/g, '');
}

/** What formatting keeps byte for byte: values, comments, CDATA, instructions, and text that is more than white space. */
function keptOf(text: string): readonly string[] {
  const { xml } = readRequest(text);
  const kept: string[] = [];
  const keep = ({ from, to }: Range) => kept.push(text.slice(from, to));
  const look = (nodes: readonly XmlNode[]): void => {
    for (const node of nodes) {
      if (isElement(node)) {
        for (const attribute of node.attributes) keep(attribute);
        look(node.children);
      } else if (node.kind !== 'text' || !isBlank(text.slice(node.from, node.to).replace(/^\ufeff/, ''))) keep(node);
    }
  };
  look(xml.children);
  return kept;
}

function completionsFit(text: string, place: number): void {
  const offset = Math.floor(place * text.length);
  const before = problemsIn(readRequest(text));
  for (const completion of completionsAt(readRequest(text), offset)) {
    // What replaces something is for the next property, which knows what was there.
    if (completion.range.from < completion.range.to) continue;
    const after = problemsIn(readRequest(accepted(text, completion)));
    assert.deepEqual(newErrors(before, after), [], completion.label);
  }
}

function spoiltBytes(): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(fc.constantFrom(...answers), fc.nat(), fc.nat({ max: 40 }), fc.uint8Array({ maxLength: 8 }))
    .map(([bytes, place, length, insert]) => {
      const start = place % (bytes.length + 1);
      return Uint8Array.from([...bytes.subarray(0, start), ...insert, ...bytes.subarray(start + length)]);
    });
}

const nonce = 'dGhpcyBpcyBhIG5vbmNl';

/** The elements that a page is made of: none that runs, loads or sends anything. */
const harmless =
  /^(?:html|head|meta|title|body|main|header|section|nav|h[1-6]|p|div|span|a|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tr|th|td|details|summary|pre|code|strong|em|b|i|figure|figcaption|blockquote|aside|footer|article|wbr|svg|path|circle|rect)$/;

function answerIsShown(body: Uint8Array | string, status: number | undefined): void {
  const text = typeof body === 'string' ? body : new TextDecoder('latin1').decode(body);
  for (const raw of [{ ...(status !== undefined && { status }), body }, ...splitAnswers(text)]) {
    const outcome = decode(raw);
    const explanation = explain(outcome, { http: readHttpFacts(raw.status, undefined) });
    const exchange = sample.exchangeOf(sample.answerOf(outcome, text));
    const page = readPage(render(panelView(exchange, explanation), { nonce }));
    assert.deepEqual(
      page.elements.map(({ name }) => name).filter(name => !harmless.test(name)),
      [],
    );
    const attributes = page.elements.flatMap(element => Object.keys(element.attributes));
    assert.deepEqual(
      attributes.filter(name => name === 'style' || name.startsWith('on') || name === 'src'),
      [],
    );
  }
}

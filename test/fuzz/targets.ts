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
  readRequest,
  selectionRangesAt,
  symbolsOf,
} from '../../src/language/index.ts';
import { mapping } from '../../src/language/problems/slips/mended.ts';
import type { RequestDocument } from '../../src/language/request.ts';
import { panelView, render } from '../../src/panel/index.ts';
import { decode, explain, readHttpFacts, splitAnswers } from '../../src/response/index.ts';
import { applyEdits, type Range, type TextEdit } from '../../src/xml/index.ts';
import * as sample from '../support/exchanges.ts';
import { anyEnvelope, anyStyle, write } from '../support/generatedRequests.ts';
import { anyHalfTyped, assertReplacementsFit } from '../support/halfTyped.ts';
import { readPage } from '../support/page.ts';
import { countOf, newErrors } from '../support/problemCounts.ts';
import { accepted } from '../unit/language/caret.ts';
import { answers, envelopes, spoilt } from './corpus.ts';

/** What must hold for whatever comes, by name: each is run for as long as there is time. */
export const targets: Readonly<Record<string, fc.IRawProperty<unknown>>> = {
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
  'a preferred fix of a single slip ends its problem and begins no error': fc.property(
    fc.constantFrom(...envelopes),
    fixesMend,
  ),
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

function fixesMend(text: string): void {
  const request = readRequest(text);
  const before = problemsIn(request);
  for (const problem of before) {
    for (const { edits: changes, preferred } of fixesFor(request, problem)) {
      // Only the author knows the operation that an absent Body should hold.
      if (!preferred || problem.code === 'child.missing') continue;
      const after = problemsIn(readRequest(applyEdits(text, changes)));
      assert.ok(countOf(after, problem.code) < countOf(before, problem.code), `${problem.code} stays`);
      assert.deepEqual(newErrors(before, after), []);
    }
  }
}

function formatsOnce(text: string): void {
  const once = applyEdits(text, format(readRequest(text), { indent: '  ' }));
  assert.equal(once.replace(/\s+/g, ''), text.replace(/\s+/g, ''));
  assert.deepEqual(format(readRequest(once), { indent: '  ' }), []);
}

function completionsFit(text: string, place: number): void {
  const offset = Math.floor(place * text.length);
  const before = problemsIn(readRequest(text));
  for (const completion of completionsAt(readRequest(text), offset)) {
    // What replaces something is for the next property, which knows what was there.
    if (completion.range.from < completion.range.to) continue;
    const after = problemsIn(readRequest(accepted(text, completion)));
    assert.deepEqual(
      newErrors(before, after).filter(code => !unfinished.has(code)),
      [],
      completion.label,
    );
  }
}

/** What the author has yet to write. */
const unfinished = new Set<string>([]);

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

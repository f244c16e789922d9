import {
  completionsAt,
  fixAll,
  fixesFor,
  foldingRangesOf,
  format,
  hoverAt,
  linkedRangesAt,
  placesOf,
  problemsIn,
  readRequest,
  selectionRangesAt,
  symbolsOf,
} from '../src/language/index.ts';
import { decode, explain, splitAnswers } from '../src/response/index.ts';
import { schemaViolation } from '../src/sandbox/schemaViolation.ts';
import { parseXml, quickLook, wellFormedness } from '../src/xml/index.ts';
import { hostileRequests } from '../test/support/hostileRequests.ts';
import type { Line } from './rounds.ts';

const sizes = { small: 25_000, large: 100_000 };

type Reader = (text: string) => () => unknown;

/** Everything that reads a text that somebody else may have written; what is made before the clock runs comes first. */
const readers: Readonly<Record<string, Reader>> = {
  reading: text => () => readRequest(text),
  'reading after a change': text => {
    const previous = readRequest(text);
    return () => readRequest(`${text} `, previous);
  },
  problems: text => onRequest(text, request => problemsIn(request)),
  'fixes of ten problems': text =>
    onRequest(text, request =>
      problemsIn(request)
        .slice(0, 10)
        .map(problem => fixesFor(request, problem)),
    ),
  'fix all': text => onRequest(text, request => fixAll(request)),
  completion: text => onRequest(text, request => completionsAt(request, text.length >> 1)),
  hover: text => onRequest(text, request => hoverAt(request, text.length >> 1)),
  'outline, folding, places': text =>
    onRequest(text, request => [symbolsOf(request), foldingRangesOf(request), placesOf(request)]),
  'selection and linked editing': text =>
    onRequest(text, request => [
      selectionRangesAt(request, text.length >> 1),
      linkedRangesAt(request, text.length >> 1),
    ]),
  formatting: text => onRequest(text, request => format(request, { indent: '  ' })),
  'the verdict': text => () => [wellFormedness(text), quickLook(text, 2000)],
  'the sandbox': text => () => schemaViolation(parseXml(text)),
  'finding answers': text => () => splitAnswers(text),
  'decoding and explaining': text => () => explain(decode({ status: 200, body: text })),
};

/** For each reader the hostile text on which four times the size costs the most: 4 × is linear, 16 × quadratic. */
export function hostile(): readonly Line[] {
  const [small, large] = [hostileRequests(sizes.small), hostileRequests(sizes.large)];
  return Object.entries(readers).map(([name, reader]) => {
    const lines = Object.keys(small).map(kind => {
      const theirs = leastTime(reader, small[kind] ?? '');
      return { kind, theirs, ours: leastTime(reader, large[kind] ?? '') };
    });
    // Below some milliseconds the clock and the collector say more than the reader does: there the slowest is listed.
    const telling = lines.filter(({ ours }) => ours > 20);
    const weight = ({ ours, theirs }: Measured) => (telling.length > 0 ? ours / theirs : ours);
    const worst = (telling.length > 0 ? telling : lines).reduce((a, b) => (weight(b) > weight(a) ? b : a));
    return {
      what: `${name}: ${worst.kind}, 100,000`,
      comparedWith: 'the same of 25,000',
      ours: worst.ours,
      theirs: worst.theirs,
      unit: 'ms',
      ...(telling.length > 0 && { toReach: 10 }),
    };
  });
}

interface Measured {
  readonly ours: number;
  readonly theirs: number;
}

function onRequest(text: string, work: (request: ReturnType<typeof readRequest>) => unknown): () => unknown {
  const request = readRequest(text);
  return () => work(request);
}

function leastTime(reader: Reader, text: string): number {
  const times = Array.from({ length: 3 }, () => {
    const work = reader(text);
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

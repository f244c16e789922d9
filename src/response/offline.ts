import { readHar } from './har.ts';
import type { RawAnswer } from './outcome.ts';
import { readRawHttp } from './rawHttp.ts';
import { readTrace } from './trace.ts';

/** One answer found in pasted material. */
export interface LabelledAnswer extends RawAnswer {
  /** Which one it is, for a list: `1: HTTP 500`, `2: trace of 12:00:01`. */
  readonly label: string;
}

/**
 * Finds the answers in what a person pasted or opened: a HAR file, an EWS trace log, raw HTTP responses with status
 * line and headers, or bare XML answers one after another. Anything else is one answer as it stands. Never throws.
 */
export function splitAnswers(text: string): readonly LabelledAnswer[] {
  const clean = text.startsWith('\ufeff') ? text.slice(1) : text;
  const found = [readHar, readTrace, readRawHttp, readEnvelopes].map(read => read(clean)).find(list => list.length > 0);
  const answers = found ?? [{ name: 'the text', body: clean }];
  return answers.map(({ name, ...answer }, index) => ({
    label: answers.length === 1 ? name : `${index + 1}: ${name}`,
    ...answer,
  }));
}

/** An answer and what to call it in a list. */
export interface NamedAnswer extends RawAnswer {
  readonly name: string;
}

/** Several envelopes in one text, as streaming notifications and people's notes have them. */
function readEnvelopes(text: string): readonly NamedAnswer[] {
  const starts = [...text.matchAll(/(?:<\?xml\b[^<>]{0,200}\?>\s{0,100})?<(?:[\w.-]{1,40}:)?Envelope\b/g)].map(
    ({ index }) => index,
  );
  if (starts.length < 2) {
    return [];
  }
  return starts.map((start, position) => ({
    name: 'an envelope',
    body: text.slice(start, starts[position + 1]).trimEnd(),
  }));
}

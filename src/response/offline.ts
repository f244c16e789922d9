import { looksLikeXml } from './body.ts';
import { readHar } from './har.ts';
import type { RawAnswer } from './outcome.ts';
import { readRawHttp, readRawHttpBytes } from './rawHttp.ts';
import { readText } from './text.ts';
import { readTrace } from './trace.ts';

/** One answer found in pasted material. */
export interface LabelledAnswer extends RawAnswer {
  /** Which one it is, for a list: `1: HTTP 500`, `2: trace of 12:00:01`. */
  readonly label: string;
}

/**
 * Finds the answers in what a person pasted or opened: a HAR file, an EWS trace log, raw HTTP responses with status
 * line and headers, or bare XML answers one after another, also between other words. Anything else is one answer as it
 * stands. A body that a server compressed stays so. Never throws.
 */
export function splitAnswers(source: string | Uint8Array): readonly LabelledAnswer[] {
  const answers = typeof source === 'string' ? answersInText(source) : answersInBytes(source);
  return answers.map(({ name, ...answer }, index) => ({
    label: answers.length === 1 ? name : `${index + 1}: ${name}`,
    ...answer,
  }));
}

function answersInText(text: string): readonly NamedAnswer[] {
  const clean = text.startsWith('\ufeff') ? text.slice(1) : text;
  return findAnswers(clean) ?? [{ name: 'the text', body: clean }];
}

/** Raw HTTP whose bodies are no text is read as bytes; one bare answer stays bytes, so that its encoding is judged. */
function answersInBytes(bytes: Uint8Array): readonly NamedAnswer[] {
  const { text, encoding, isWhole } = readText(bytes, undefined);
  const isText = isWhole ? !text.includes('\0') : encoding !== 'windows-1252';
  const asBytes = isText ? [] : readRawHttpBytes(bytes);
  return asBytes.length > 0 ? asBytes : (findAnswers(text) ?? [{ name: 'the text', body: bytes }]);
}

function findAnswers(text: string): readonly NamedAnswer[] | undefined {
  return [readHar, readTrace, readRawHttp, readEnvelopes].map(read => read(text)).find(list => list.length > 0);
}

/** An answer and what to call it in a list. */
export interface NamedAnswer extends RawAnswer {
  readonly name: string;
}

/**
 * The envelopes in a text, from start tag to end tag: several, as streaming notifications and people's notes have them,
 * or one with words around it, as in a mail or in Markdown. Empty for one that stands alone.
 */
function readEnvelopes(text: string): readonly NamedAnswer[] {
  const starts = [...text.matchAll(/(?:<\?xml\b[^<>]{0,200}\?>\s{0,100})?<((?:[\w.-]{1,40}:)?Envelope)\b/g)];
  const bodies = starts.map(({ index, 1: name }, position) =>
    upToEnd(text.slice(index, starts[position + 1]?.index), `</${name}`),
  );
  const before = text.slice(0, starts[0]?.index).trim();
  const after = text.slice(text.lastIndexOf(bodies.at(-1) ?? '') + (bodies.at(-1) ?? '').length).trim();
  const standsAlone = bodies.length === 1 && (before === '' || looksLikeXml(before)) && after === '';
  return standsAlone ? [] : bodies.map(body => ({ name: 'an envelope', body }));
}

/** Up to the end tag; all of it when it breaks off. */
function upToEnd(text: string, endTag: string): string {
  const close = text.indexOf('>', text.lastIndexOf(endTag));
  return text.includes(endTag) && close !== -1 ? text.slice(0, close + 1) : text.trimEnd();
}

import { decisiveMessage, outcomeCode } from '../history/summary.ts';
import type { Explanation } from '../response/explanation.ts';
import { contradictionIn } from '../response/index.ts';
import type { BodyKind, Outcome, ResponseMessage } from '../response/outcome.ts';
import { countText } from './measures.ts';
import type { MessageRow, MessageTable, Tone } from './model.ts';

/** The class as a word, since colour alone says nothing to many. */
export const toneWords: Readonly<Record<Exclude<Tone, 'none'>, string>> = {
  success: 'Success',
  warning: 'Warning',
  error: 'Error',
};

/** The least that can be said of an outcome, for want of an explanation. */
export function bareExplanation(outcome: Outcome): Explanation {
  const tone = outcome.kind === 'answered' ? messageTone(decisiveMessage(outcome.messages)) : 'error';
  return { tone, headline: outcomeCode(outcome), meaning: bareMeaning(outcome, tone), causes: [], steps: [] };
}

/** The server's own words, when it sent any. */
export function serverWords(outcome: Outcome): string | undefined {
  if (outcome.kind === 'answered') return nonEmpty(decisiveMessage(outcome.messages)?.messageText);
  if (outcome.kind === 'soapFault') return nonEmpty(outcome.messageText) ?? nonEmpty(outcome.faultString);
  return pageKinds.has(outcome.bodyKind) ? nonEmpty(outcome.excerpt) : undefined;
}

/** The table of several response messages; undefined for one. */
export function messageTable(outcome: Outcome): MessageTable | undefined {
  if (outcome.kind !== 'answered' || outcome.messages.length < 2) return undefined;
  const rows = outcome.messages.map(messageRow);
  const failed = rows.filter(row => row.tone !== 'success');
  const shown = (rows.length <= mostRows ? rows : failed.length > 0 ? failed : rows).slice(0, mostRows);
  const table = { summary: messageSummary(rows, failed), rows: shown };
  return shown.length === rows.length ? table : { ...table, more: moreText(rows, failed, shown) };
}

/** Tone of one response message. */
function messageTone(message: ResponseMessage | undefined): Exclude<Tone, 'none'> {
  if (message?.responseClass === 'Success') return contradictionIn(message) ? 'warning' : 'success';
  if (message?.responseClass === 'Warning') return 'warning';
  return message?.responseClass === undefined && message?.responseCode === 'NoError' ? 'success' : 'error';
}

/** Bodies that were written for a person to read. */
const pageKinds: ReadonlySet<string> = new Set(['signInPage', 'serverErrorPage', 'html', 'text'] satisfies BodyKind[]);

const mostRows = 100;

function bareMeaning(outcome: Outcome, tone: Explanation['tone']): string {
  switch (outcome.kind) {
    case 'answered':
      return tone === 'success'
        ? 'The endpoint did what the request asked.'
        : 'The endpoint answered, and the answer says that the request was not carried out as asked.';
    case 'soapFault':
      return 'The endpoint refused the request before the operation ran.';
    case 'httpError':
      return `The endpoint answered with HTTP ${outcome.status} and no SOAP. The body is ${outcome.body}.`;
    case 'notSoap':
      return `Something answered, but this is no EWS answer. The body is ${outcome.body}.`;
  }
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}

function messageRow(message: ResponseMessage, index: number): MessageRow {
  const tone = messageTone(message);
  const text = nonEmpty(message.messageText);
  return {
    number: index + 1,
    tone,
    word: message.responseClass ?? toneWords[tone],
    code: message.responseCode ?? 'No ResponseCode',
    ...(text === undefined ? {} : { text }),
  };
}

function messageSummary(rows: readonly MessageRow[], failed: readonly MessageRow[]): string {
  const all = countText(rows.length);
  if (failed.length === 0) return `All ${all} response messages say Success.`;
  const counts = new Map<string, number>();
  for (const { code } of failed) counts.set(code, (counts.get(code) ?? 0) + 1);
  const codes = [...counts].sort(([, a], [, b]) => b - a);
  const named = codes.slice(0, 5).map(([code, count]) => `${code} (${countText(count)})`);
  const others = codes.length > named.length ? ` and ${countText(codes.length - named.length)} other codes` : '';
  return `${countText(failed.length)} of ${all} response messages are no success: ${named.join(', ')}${others}.`;
}

function moreText(rows: readonly MessageRow[], failed: readonly MessageRow[], shown: readonly MessageRow[]): string {
  const kind = failed.length > 0 ? ' that are no success' : '';
  return `Shown: ${countText(shown.length)} of ${countText(failed.length > 0 ? failed.length : rows.length)}${kind}. Open as XML shows all.`;
}

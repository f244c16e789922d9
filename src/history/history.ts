import type { Outcome, ResponseMessage } from '../response/outcome.ts';
import type { Exchange } from '../sending/exchange.ts';
import { withoutSecrets } from './secrets.ts';

/** Exchanges kept, newest first; never one id twice. */
export type History = readonly HistoryEntry[];

/** One exchange as it is kept: without secrets, and without what was too long to keep. */
export interface HistoryEntry {
  readonly exchange: Exchange;
  /** What was cut to its beginning; empty when the exchange is whole. */
  readonly cut: readonly CutPart[];
}

/** A part of an exchange that can be too long to keep. */
export type CutPart = 'request' | 'answer' | 'outcome';

/** How much is kept. Lengths count UTF-16 units. */
export interface HistoryLimits {
  /** Number of exchanges; 0 keeps nothing. */
  readonly entries: number;
  /** Length of one request or answer; of a longer one the beginning is kept. */
  readonly textLength: number;
  /** Number of response messages of one answer; those that are no success stay first. */
  readonly messages: number;
  /** Length of all requests and answers together; beyond it the oldest exchanges go. The newest always stays. */
  readonly totalLength: number;
}

/** 50 exchanges, a million characters of each text, 16 million in all. */
export const defaultHistoryLimits: HistoryLimits = {
  entries: 50,
  textLength: 1_000_000,
  messages: 1_000,
  totalLength: 16_000_000,
};

/** Nothing kept: what a cleared history is. */
export const emptyHistory: History = [];

/** The history with this exchange in it. An exchange of the same id is replaced. */
export function addExchange(history: History, exchange: Exchange, limits = defaultHistoryLimits): History {
  const others = history.filter(entry => entry.exchange.id !== exchange.id);
  return withinLimits([entryOf(exchange, limits), ...others], limits);
}

/** The history without the exchange of this id. */
export function removeExchange(history: History, id: string): History {
  return history.filter(entry => entry.exchange.id !== id);
}

/** The entry of this id, when it is kept. */
export function findEntry(history: History, id: string): HistoryEntry | undefined {
  return history.find(entry => entry.exchange.id === id);
}

/** The newest entry before this one in which the same operation was answered: what "the previous answer" means. */
export function previousAnswer(history: History, id: string): HistoryEntry | undefined {
  const index = history.findIndex(entry => entry.exchange.id === id);
  if (index < 0) return undefined;
  const { operation, endpoint } = history[index]?.exchange ?? {};
  return history
    .slice(index + 1)
    .find(
      ({ exchange }) =>
        exchange.operation === operation &&
        exchange.endpoint.name === endpoint?.name &&
        exchange.result.kind === 'answer',
    );
}

/** The same history, newest first, with no more in it than the limits allow. */
export function withinLimits(history: History, limits: HistoryLimits): History {
  const newestFirst = [...history].sort((a, b) => compareText(b.exchange.startedAt, a.exchange.startedAt));
  const kept: HistoryEntry[] = [];
  let length = 0;
  for (const entry of newestFirst.slice(0, Math.max(0, limits.entries))) {
    length += lengthOf(entry.exchange);
    if (kept.length > 0 && length > limits.totalLength) break;
    kept.push(entry);
  }
  return kept;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function lengthOf({ request, result }: Exchange): number {
  const answer = result.kind === 'answer' ? result.text.length + (result.received?.base64.length ?? 0) : 0;
  return request.text.length + answer;
}

function entryOf(whole: Exchange, limits: HistoryLimits): HistoryEntry {
  const exchange = withoutSecrets(whole);
  const { request, result } = exchange;
  const cut: CutPart[] = [];
  const text = cutText(request.text, limits.textLength);
  if (text !== request.text) cut.push('request');
  if (result.kind === 'failure') return { exchange: { ...exchange, request: { ...request, text } }, cut };
  const { received, ...rest } = result;
  const keptBytes = received && received.base64.length <= limits.textLength ? received : undefined;
  const answer = cutText(result.text, limits.textLength);
  if (answer !== result.text || keptBytes !== received) cut.push('answer');
  const outcome = boundedOutcome(result.outcome, limits);
  if (JSON.stringify(outcome) !== JSON.stringify(result.outcome)) cut.push('outcome');
  return {
    exchange: {
      ...exchange,
      request: { ...request, text },
      result: { ...rest, text: answer, outcome, ...(keptBytes && { received: keptBytes }) },
    },
    cut,
  };
}

/** The beginning of the text, never ending in half a character. */
function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

function boundedOutcome(outcome: Outcome, limits: HistoryLimits): Outcome {
  const counted =
    outcome.kind === 'answered' ? { ...outcome, messages: foremost(outcome.messages, limits.messages) } : outcome;
  return bounded(counted, limits);
}

/** At most `count` messages in their order; those that are no success are preferred. */
function foremost(messages: readonly ResponseMessage[], count: number): readonly ResponseMessage[] {
  if (messages.length <= count) return messages;
  const isSuccess = (message: ResponseMessage) => message.responseClass === 'Success';
  const indexes = messages.map((_, index) => index);
  const chosen = new Set(
    [
      ...indexes.filter(index => !isSuccess(messages[index] as ResponseMessage)),
      ...indexes.filter(index => isSuccess(messages[index] as ResponseMessage)),
    ].slice(0, count),
  );
  return messages.filter((_, index) => chosen.has(index));
}

/** A single field of an answer can be as long as the answer: cuts every text and list inside. */
function bounded<Value>(value: Value, limits: HistoryLimits): Value {
  return boundedUnknown(value, limits) as Value;
}

function boundedUnknown(value: unknown, limits: HistoryLimits): unknown {
  if (typeof value === 'string') return cutText(value, 20_000);
  if (Array.isArray(value)) return value.slice(0, limits.messages).map(item => boundedUnknown(item, limits));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, boundedUnknown(item, limits)]));
}

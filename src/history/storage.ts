import { type History, type HistoryEntry, withinLimits } from './history.ts';
import { withoutSecrets } from './secrets.ts';
import {
  absentOr,
  anyOf,
  base64 as base64Text,
  isObject,
  listOf,
  number,
  object,
  oneOf,
  pair,
  type Shape,
  someOf,
  text,
} from './shape.ts';

/** What was found in storage. */
export interface StoredHistory {
  readonly history: History;
  /** For the log: what could not be read, in a sentence; empty when all is well. */
  readonly notes: readonly string[];
  /** Whether something of this version could not be read. What a later version wrote is whole for that one. */
  readonly isDamaged: boolean;
}

/** The text to store; without secrets whatever the caller did. */
export function serialiseHistory(history: History): string {
  const entries = history.map(({ exchange, cut }) => ({ exchange: withoutSecrets(exchange), cut }));
  return JSON.stringify({ version, entries });
}

/** The history in a stored text. Whatever is damaged is left out and noted; never throws. */
export function parseHistory(stored: string): StoredHistory {
  const value = parseJson(stored);
  if (!isObject(value) || !Array.isArray(value['entries'])) return nothing('The stored history cannot be read.', true);
  if (value['version'] !== version)
    return nothing('The stored history was written by another version of this extension and is not shown.', false);
  const found: readonly unknown[] = value['entries'];
  const entries = found.filter(isEntry);
  const lost = found.length - entries.length;
  return {
    history: withinLimits(unique(entries), { ...unlimited, entries: found.length }),
    notes: lost === 0 ? [] : [`${lost} of ${found.length} stored exchanges are damaged and not shown.`],
    isDamaged: lost > 0,
  };
}

const version = 1;
const unlimited = { textLength: Infinity, messages: Infinity, totalLength: Infinity };

function nothing(note: string, isDamaged: boolean): StoredHistory {
  return { history: [], notes: [note], isDamaged };
}

function parseJson(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return undefined;
  }
}

function unique(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const ids = new Set<string>();
  return entries.filter(({ exchange }) => !ids.has(exchange.id) && ids.add(exchange.id));
}

const pairs = listOf(pair);
const server = absentOr(
  object({
    major: absentOr(number),
    minor: absentOr(number),
    build: absentOr(number),
    revision: absentOr(number),
    version: absentOr(text),
  }),
);
const message = object({
  responseClass: absentOr(oneOf('Success', 'Warning', 'Error')),
  responseCode: absentOr(text),
  messageText: absentOr(text),
  values: pairs,
  innerCode: absentOr(text),
  backOffMilliseconds: absentOr(number),
});
const answered = object({
  kind: oneOf('answered'),
  operation: text,
  messages: someOf(message),
  server,
  notes: listOf(text),
});
const soapFault = object({
  kind: oneOf('soapFault'),
  responseCode: absentOr(text),
  faultCode: absentOr(text),
  faultString: absentOr(text),
  messageText: absentOr(text),
  line: absentOr(number),
  position: absentOr(number),
  violation: absentOr(text),
  backOffMilliseconds: absentOr(number),
  values: pairs,
  innerCode: absentOr(text),
  server,
  notes: listOf(text),
});
const noSoap = {
  body: text,
  bodyKind: text,
  excerpt: absentOr(text),
  responseCode: absentOr(text),
  notes: listOf(text),
};
const httpError = object({ ...noSoap, kind: oneOf('httpError'), status: number });
const notSoap = object({ ...noSoap, kind: oneOf('notSoap') });
const timing = object({
  nameMs: absentOr(number),
  connectMs: absentOr(number),
  tlsMs: absentOr(number),
  authenticationMs: absentOr(number),
  firstByteMs: absentOr(number),
  totalMs: number,
});
const answer = object({
  kind: oneOf('answer'),
  http: object({ status: number, statusText: text, headers: pairs, timing }),
  text,
  received: absentOr(object({ base64: base64Text, encoding: text })),
  size: number,
  outcome: anyOf(answered, soapFault, httpError, notSoap),
});
const failure = object({ kind: oneOf('failure'), code: text, message: text, sent: oneOf('no', 'maybe') });
const entry: Shape = object({
  exchange: object({
    id: text,
    startedAt: text,
    durationMs: number,
    endpoint: object({ name: text, url: text, authentication: absentOr(text) }),
    operation: absentOr(text),
    request: object({ text, headers: pairs }),
    result: anyOf(answer, failure),
  }),
  cut: listOf(oneOf('request', 'answer', 'outcome')),
});

function isEntry(value: unknown): value is HistoryEntry {
  return entry(value);
}

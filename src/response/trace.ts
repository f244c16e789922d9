import type { NamedAnswer } from './offline.ts';
import { readHeaders } from './rawHttp.ts';

/**
 * Reads the trace log of an EWS client: `<Trace Tag="EwsResponse" …>` holds an answer, and the
 * `EwsResponseHttpHeaders` before it its status line and headers. Other tags are left out. Empty when there is none.
 */
export function readTrace(text: string): readonly NamedAnswer[] {
  const answers: NamedAnswer[] = [];
  let pending: Pick<NamedAnswer, 'status' | 'headers'> = {};
  for (const { tag, time, content } of traces(text)) {
    if (tag === 'EwsResponseHttpHeaders') {
      pending = readHead(withoutEscapes(content));
    } else if (tag === 'EwsResponse') {
      answers.push({ name: time ? `trace of ${time}` : 'trace', ...pending, body: readContent(content) });
      pending = {};
    } else if (tag === 'EwsRequest') {
      pending = {};
    }
  }
  return answers;
}

/** XML stands in the log as it is; any other body is escaped. */
function readContent(content: string): string {
  const trimmed = content.trim();
  return trimmed.startsWith('<') ? trimmed : withoutEscapes(trimmed);
}

function withoutEscapes(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => characters[name] ?? '');
}

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

interface Trace {
  readonly tag: string;
  readonly time: string | undefined;
  readonly content: string;
}

function* traces(text: string): Generator<Trace> {
  const open = /<Trace\b[^<>]{0,1000}>/g;
  for (let start = open.exec(text); start; start = open.exec(text)) {
    const from = start.index + start[0].length;
    const close = text.indexOf('</Trace>', from);
    const end = close === -1 ? text.length : close;
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(start[0])?.[1];
    yield { tag: attribute('Tag') ?? '', time: attribute('Time'), content: text.slice(from, end) };
    open.lastIndex = end;
  }
}

/** `HTTP/1.1 200 OK` or `200 OK`, then one header on each line. */
function readHead(content: string): Pick<NamedAnswer, 'status' | 'headers'> {
  const [statusLine = '', ...lines] = content.trim().split(/\r?\n/);
  const status = /^(?:HTTP\/\S+ +)?(\d{3})\b/.exec(statusLine)?.[1];
  return { ...(status !== undefined && { status: Number(status) }), headers: readHeaders(lines) };
}

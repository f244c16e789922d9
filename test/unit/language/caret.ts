import assert from 'node:assert/strict';
import { type Completion, completionsAt, type RequestDocument, readRequest } from '../../../src/language/index.ts';
import { applyEdits } from '../../../src/xml/index.ts';

/** A text with its caret, which test texts write as `|`. */
export interface Caret {
  readonly text: string;
  readonly offset: number;
  readonly request: RequestDocument;
}

/** Reads a test text: the first `|` is the caret. */
export function caretIn(marked: string): Caret {
  const offset = marked.indexOf('|');
  if (offset < 0) throw new Error('The test text has no caret.');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return { text, offset, request: readRequest(text) };
}

/** The text after a completion was accepted, its tab stops holding what they hold at first. */
export function accepted(text: string, completion: Completion): string {
  const line = text.slice(text.lastIndexOf('\n', completion.range.from - 1) + 1, completion.range.from);
  const indentation = /^[ \t]*/.exec(line)?.[0] ?? '';
  const insert = expanded(completion.insert).replaceAll('\n', `\n${indentation}`).replaceAll('\t', '  ');
  return applyEdits(text, [{ ...completion.range, insert }, ...(completion.additionalEdits ?? [])]);
}

/** What VS Code makes of a snippet, with the first of each choice. */
function expanded(snippet: string): string {
  const stops = new Map<string, string>();
  const token = /\\([\\$}])|\$\{(\d+)\|([^|]*)\|\}|\$\{(\d+):((?:\\[\\$}]|[^\\}])*)\}|\$\{?(\d+)\}?/g;
  return snippet.replace(token, (_whole, escaped, choice, values, stop, value, bare) => {
    if (escaped !== undefined) return escaped;
    if (choice !== undefined) stops.set(choice, String(values).split(',')[0] ?? '');
    if (stop !== undefined) stops.set(stop, String(value).replace(/\\([\\$}])/g, '$1'));
    return stops.get(choice ?? stop ?? bare) ?? '';
  });
}

/** The envelope around the content of a Body, with all namespaces. */
export function envelope(body: string, header = '<t:RequestServerVersion Version="Exchange2013_SP1"/>'): string {
  return `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types">
  <soap:Header>${header}</soap:Header>
  <soap:Body>${body}</soap:Body>
</soap:Envelope>
`;
}

/** What completion offers at the caret of a test text. */
export function offeredAt(marked: string): readonly Completion[] {
  const { request, offset } = caretIn(marked);
  return completionsAt(request, offset);
}

/** The completion of that label, which has to be offered. */
export function offered(marked: string, label: string): Completion {
  const found = offeredAt(marked).find(completion => completion.label === label);
  assert.ok(found, `${label} is not offered`);
  return found;
}

/** The text after the completion of that label was accepted at the caret. */
export function acceptedText(marked: string, label: string): string {
  return accepted(caretIn(marked).text, offered(marked, label));
}

/** Accepting the completion of that label at the caret in a Body gives the other Body. */
export function inserts(body: string, label: string, expected: string): void {
  assert.equal(acceptedText(envelope(body), label), envelope(expected));
}

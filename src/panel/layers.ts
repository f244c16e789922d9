import { decisiveMessage } from '../history/summary.ts';
import type { ReceivedBytes } from '../response/index.ts';
import type { Answered, Outcome, ResponseMessage, ServerVersionInfo, SoapFault } from '../response/outcome.ts';
import type { Exchange, Timing } from '../sending/exchange.ts';
import { wasSent } from './failures.ts';
import { headerMeaning, requestHeaderMeaning } from './headerMeanings.ts';
import { countText, durationText, shortText, sizeText } from './measures.ts';
import type { Block, Field, Layer, Source, TimeBar, TimePart } from './model.ts';

/** What of an answer the layers show. */
export interface ShownAnswer {
  readonly outcome: Outcome;
  readonly text: string;
  /** The bytes, when the text in UTF-8 would be others. */
  readonly received?: ReceivedBytes;
  /** Bytes. */
  readonly size: number;
  readonly http?: {
    readonly status: number;
    readonly statusText: string;
    readonly headers: readonly (readonly [name: string, value: string])[];
    readonly timing?: Timing;
  };
}

/** The SOAP layer; undefined when the answer holds no SOAP. */
export function soapLayer({ outcome, text, size }: ShownAnswer, product: string | undefined): Layer | undefined {
  if (outcome.kind !== 'answered' && outcome.kind !== 'soapFault') return undefined;
  const fields = outcome.kind === 'answered' ? answeredFields(outcome) : faultFields(outcome);
  const server = serverFields(outcome.server, product);
  return {
    id: 'soap',
    heading: 'SOAP',
    summary: outcome.kind === 'answered' ? `${outcome.operation}Response` : 'Fault',
    open: outcome.kind === 'soapFault',
    blocks: [
      { kind: 'fields', fields: shortened([...fields, ...server]) },
      ...notes(outcome.notes),
      source(`Answer as received (${sizeText(size)})`, text, true, 'Open as XML shows all.'),
    ],
  };
}

/** The HTTP layer; undefined when there was no HTTP, as with a pasted answer. */
export function httpLayer({ outcome, text, size, http }: ShownAnswer): Layer | undefined {
  const soap = outcome.kind === 'answered' || outcome.kind === 'soapFault';
  if (http === undefined && soap) return undefined;
  const status = http === undefined ? undefined : `${http.status} ${http.statusText}`.trim();
  const body = soap ? [] : [{ name: 'Body', value: outcome.body }, ...field('Code in the body', outcome.responseCode)];
  return {
    id: 'http',
    heading: http === undefined ? 'Text' : 'HTTP',
    summary: [status, sizeText(size)].filter(part => part !== undefined).join(', '),
    open: !soap,
    blocks: [
      { kind: 'fields', fields: [...field('Status', status), ...body, { name: 'Size', value: sizeText(size) }] },
      ...(soap ? [] : notes(outcome.notes)),
      ...(http?.timing === undefined ? [] : [timeBar(http.timing)]),
      ...headerBlock('Headers of the answer', http?.headers ?? [], headerMeaning),
      ...(soap || text === '' ? [] : [source('Body as received', text, false, 'Open as Received shows all.')]),
    ],
  };
}

/** The request as it was sent, or as it would have been. */
export function requestLayer({ request, endpoint, result }: Exchange): Layer {
  const sent = wasSent(result) ? 'as it was sent' : 'as it would have been sent';
  const length = countText(request.text.length);
  return {
    id: 'request',
    heading: 'Request',
    summary: `${sent}, ${length} characters`,
    open: false,
    blocks: [
      { kind: 'fields', fields: [{ name: 'POST', value: endpoint.url }] },
      ...headerBlock('Headers of the request', request.headers, requestHeaderMeaning),
      source('Text of the request', request.text, false, 'Copy Request as cURL gives all of it.'),
    ],
  };
}

const longestSource = 20_000;
const mostFields = 200;

function answeredFields(outcome: Answered): readonly Field[] {
  const message = decisiveMessage(outcome.messages);
  if (message === undefined) return [];
  const number = outcome.messages.indexOf(message) + 1;
  const which =
    outcome.messages.length > 1 ? `${countText(number)} of ${countText(outcome.messages.length)}` : undefined;
  return [
    ...field('Response message', which),
    ...field('ResponseClass', message.responseClass),
    ...field('ResponseCode', message.responseCode),
    ...field('MessageText', message.messageText),
    ...messageXml(message),
  ];
}

function faultFields(fault: SoapFault): readonly Field[] {
  return [
    ...field('faultcode', fault.faultCode),
    ...field('faultstring', fault.faultString),
    ...field('ResponseCode', fault.responseCode),
    ...field('Message', fault.messageText),
    ...field('Line', fault.line, 'In the request as it was sent; the XML declaration is line 1.'),
    ...field('Position', fault.position),
    ...field('Violation', fault.violation),
    ...messageXml(fault),
  ];
}

function messageXml({ innerCode, backOffMilliseconds, values }: ResponseMessage | SoapFault): readonly Field[] {
  const wait = backOffMilliseconds === undefined ? undefined : durationText(backOffMilliseconds);
  return [
    ...field('Inner code', innerCode, 'The cause behind the ResponseCode.'),
    ...field('Back-off', wait, 'How long the endpoint asks to wait.'),
    ...values.map(([name, value]) => ({ name, value })),
  ];
}

function serverFields(server: ServerVersionInfo | undefined, product: string | undefined): readonly Field[] {
  if (server === undefined) return [];
  const numbers = [server.major, server.minor, server.build, server.revision].filter(part => part !== undefined);
  const build = [numbers.join('.'), server.version].filter(part => part !== undefined && part !== '').join(', ');
  return field('Server version', build === '' ? 'not stated' : build, product);
}

function field(name: string, value: string | number | undefined, meaning?: string): readonly Field[] {
  if (value === undefined || value === '') return [];
  return [{ name, value: String(value), ...(meaning === undefined ? {} : { meaning }) }];
}

/** One field can be as long as the answer, and there can be as many as it has room for. */
function shortened(fields: readonly Field[]): readonly Field[] {
  const shown = fields.slice(0, mostFields).map(each => ({ ...each, value: shortText(each.value) }));
  const left = fields.length - shown.length;
  return left === 0 ? shown : [...shown, { name: 'More', value: `${countText(left)} more.` }];
}

function headerBlock(
  heading: string,
  headers: readonly (readonly [string, string])[],
  meaningOf: (name: string) => string | undefined,
): readonly Block[] {
  const fields = headers.flatMap(([name, value]) => field(name, value === '' ? '(empty)' : value, meaningOf(name)));
  return fields.length === 0 ? [] : [{ kind: 'fields', heading, fields: shortened(fields) }];
}

function notes(texts: readonly string[]): readonly Block[] {
  return texts.length === 0 ? [] : [{ kind: 'notes', heading: 'About this text', notes: texts.slice(0, mostFields) }];
}

function source(heading: string, text: string, folded: boolean, whereAll: string): Source {
  if (text.length <= longestSource) return { kind: 'source', heading, text, folded };
  const left = countText(text.length - longestSource);
  const more = `Cut here: ${left} more characters. ${whereAll}`;
  return { kind: 'source', heading, text: text.slice(0, longestSource), folded, more };
}

/** Each time is the end of a step, counted from the start: a step lasts from the end of the last one that happened. */
function timeBar(timing: Timing): TimeBar {
  const ends: readonly (readonly [TimePart['id'], string, number | undefined])[] = [
    ['name', 'Name', timing.nameMs],
    ['connect', 'Connect', timing.connectMs],
    ['tls', 'TLS', timing.tlsMs],
    ['authentication', 'Authentication', timing.authenticationMs],
    ['wait', 'Wait', timing.firstByteMs],
    ['download', 'Download', timing.totalMs],
  ];
  const parts: TimePart[] = [];
  let startMs = 0;
  for (const [id, label, end] of ends) {
    if (end === undefined) continue;
    const durationMs = Math.max(0, end - startMs);
    parts.push({ id, label, startMs, durationMs });
    startMs += durationMs;
  }
  return { kind: 'time', heading: 'Time', totalMs: startMs, parts };
}

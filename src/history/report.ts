import type { ServerVersionInfo } from '../response/outcome.ts';
import type { Answer, Exchange } from '../sending/exchange.ts';
import { createMask } from './masking.ts';
import { withoutSecrets } from './secrets.ts';
import { codeOf, decisiveMessage } from './summary.ts';

/** What goes into a report besides the exchange. */
export interface ReportOptions {
  /** Masks item ids, e-mail addresses and SIDs. */
  readonly mask: boolean;
  /** Name and version of the program that writes it, such as `EWS Request Studio 0.1.0`. */
  readonly writtenBy?: string;
  /** The product behind the server's build number, when the caller knows it. */
  readonly serverProduct?: string;
  /** Longest text that is quoted, in UTF-16 units; default 100,000. */
  readonly textLength?: number;
}

/**
 * The exchange as Markdown for a colleague or for support: what was sent, what came back, versions and the ids of the
 * request. Secrets are never in it.
 */
export function toReport(exchange: Exchange, options: ReportOptions): string {
  const safe = withoutSecrets(exchange);
  const { result } = safe;
  const limit = options.textLength ?? 100_000;
  const report = [
    `# ${oneLine(safe.operation ?? 'EWS request')}: ${oneLine(codeOf(safe))}`,
    list(summary(safe, options)),
    '## Request',
    headersAsText(safe.request.headers),
    quoted('xml', withoutPasswords(safe.request.text), limit),
    '## Answer',
    ...(result.kind === 'failure' ? [failureText(result.message, result.sent)] : answerText(result, limit)),
    '---',
    closing(options.mask),
    '',
  ].join('\n\n');
  return options.mask ? createMask()(report) : report;
}

function summary(exchange: Exchange, options: ReportOptions): readonly (readonly [string, string | undefined])[] {
  const { result } = exchange;
  const header = (name: string) =>
    result.kind === 'answer' ? result.http.headers.find(([each]) => each.toLowerCase() === name)?.[1] : undefined;
  const server = result.kind === 'answer' && 'server' in result.outcome ? result.outcome.server : undefined;
  return [
    ['Endpoint', exchange.endpoint.url],
    [result.kind === 'failure' && result.sent === 'no' ? 'Tried' : 'Sent', exchange.startedAt],
    ['Duration', `${Math.round(exchange.durationMs)} ms`],
    ['Status', result.kind === 'answer' ? `HTTP ${result.http.status} ${result.http.statusText}`.trim() : 'no answer'],
    ['Result', codeOf(exchange)],
    ['Message', messageOf(result)],
    ['Server version', versionText(server, options.serverProduct)],
    ['request-id (of the server)', header('request-id') ?? header('requestid')],
    ['client-request-id', exchange.id],
    ['Written by', options.writtenBy],
  ];
}

function messageOf(result: Exchange['result']): string | undefined {
  if (result.kind === 'failure') return undefined;
  if (result.outcome.kind === 'answered') return decisiveMessage(result.outcome.messages)?.messageText;
  return result.outcome.kind === 'soapFault' ? (result.outcome.messageText ?? result.outcome.faultString) : undefined;
}

function versionText(server: ServerVersionInfo | undefined, product: string | undefined): string | undefined {
  if (server === undefined) return undefined;
  const build = [server.major, server.minor, server.build, server.revision]
    .filter(part => part !== undefined)
    .join('.');
  return [build, server.version, product].filter(part => part !== undefined && part !== '').join(', ');
}

function answerText({ http, text, size }: Answer, limit: number): readonly string[] {
  return [
    headersAsText([[`HTTP ${http.status}`, http.statusText], ...http.headers]),
    `${size} bytes`,
    text === '' ? 'The body is empty.' : quoted('xml', withoutPasswords(text), limit),
  ];
}

function failureText(message: string, sent: 'no' | 'maybe'): string {
  const fate = sent === 'no' ? 'The request was not sent.' : 'The request may have been executed.';
  return `No answer. ${oneLine(message)}\n\n${fate}`;
}

function closing(mask: boolean): string {
  const names = 'Internal host names may stand in the endpoint and in the headers of the answer';
  return mask
    ? `Secrets are removed; item ids, e-mail addresses and SIDs are masked. ${names}, and display names in the texts: look it over before you pass it on.`
    : `Secrets are removed; ids and addresses are not masked. ${names}: look it over before you pass it on.`;
}

function list(fields: readonly (readonly [string, string | undefined])[]): string {
  return fields
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `- ${name}: ${code(value ?? '')}`)
    .join('\n');
}

function headersAsText(headers: readonly (readonly [string, string])[]): string {
  return fenced('http', headers.map(([name, value]) => oneLine(`${name}: ${value}`)).join('\n'));
}

function quoted(language: string, text: string, limit: number): string {
  if (text.length <= limit) return fenced(language, text);
  return `${fenced(language, text.slice(0, limit))}\n\nCut here: ${text.length - limit} more characters.`;
}

/** A fence longer than any in the text, so that the text cannot end it. */
function fenced(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}${text.endsWith('\n') ? '' : '\n'}${fence}`;
}

function code(value: string): string {
  const fence = '`'.repeat(longestRun(value) + 1);
  return `${fence} ${oneLine(value)} ${fence}`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** WS-Security can carry secrets inside the envelope. */
function withoutPasswords(text: string): string {
  return text.replace(/(<(?:[\w.-]+:)?(?:Password|BinarySecurityToken|CipherValue)\b[^<>]*>)[^<]+/g, '$1(redacted)');
}

import type { CertificateSummary } from '../transport/index.ts';
import type { Answer, Exchange, Failure } from './exchange.ts';

/** One step on the way to an endpoint. */
export interface TestStep {
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'notReached';
  /** What was found, or why it failed; plain text. */
  readonly detail: string;
}

/** A request that only reads, which every mailbox and every version from Exchange 2010 on understands. */
export const testRequest = `<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types">
  <soap:Header><t:RequestServerVersion Version="Exchange2010"/></soap:Header>
  <soap:Body><m:GetServerTimeZones ReturnFullTimeZoneData="false"><m:Ids><t:Id>UTC</t:Id></m:Ids></m:GetServerTimeZones></soap:Body>
</soap:Envelope>
`;

/** The operation of {@link testRequest}. */
export const testOperation = 'GetServerTimeZones';

/** Walks an exchange of the test request: name, TCP, TLS, HTTP, authentication, EWS, each with what was found. */
export function endpointSteps(exchange: Exchange): readonly TestStep[] {
  const { result, endpoint } = exchange;
  const secure = /^https:/i.test(endpoint.url);
  return result.kind === 'failure' ? failedSteps(result, secure) : answeredSteps(result, secure);
}

type StepName = 'Address' | 'Name' | 'TCP' | 'TLS' | 'HTTP' | 'Authentication' | 'EWS';

const order: readonly StepName[] = ['Address', 'Name', 'TCP', 'TLS', 'HTTP', 'Authentication', 'EWS'];

function answeredSteps({ http, outcome }: Answer, secure: boolean): readonly TestStep[] {
  const { timing, status } = http;
  const refused = status === 401;
  const isEws = outcome.kind === 'answered' || outcome.kind === 'soapFault';
  const ewsFailure = isEws
    ? undefined
    : `HTTP ${status}, and the body is ${outcome.body}. Check that the address ends in /EWS/Exchange.asmx.`;
  return [
    passed(
      'Name',
      timing.nameMs === undefined ? 'The address needs no look-up.' : `Resolved after ${Math.round(timing.nameMs)} ms.`,
    ),
    passed(
      'TCP',
      timing.connectMs === undefined
        ? 'The connection was there already.'
        : `Connected after ${Math.round(timing.connectMs)} ms.`,
    ),
    passed('TLS', secure ? tlsWords(http) : 'Not used: the address is plain http.'),
    passed('HTTP', `Answered with HTTP ${status}.`),
    refused
      ? failed('Authentication', `The endpoint refused the sign-in. It offers: ${offered(http.headers)}.`)
      : passed('Authentication', 'Accepted.'),
    refused
      ? notReached('EWS')
      : ewsFailure === undefined
        ? passed('EWS', 'It speaks EWS.')
        : failed('EWS', ewsFailure),
  ];
}

function tlsWords({ timing, tls }: Answer['http']): string {
  const when = timing.tlsMs === undefined ? 'before' : `after ${Math.round(timing.tlsMs)} ms`;
  if (!tls) return `Secured and verified ${when}.`;
  return `Secured by ${tls.version} and verified ${when}. ${certificateWords(tls.certificate)}`;
}

function certificateWords({ subject, issuer, validTo, fingerprint256 }: CertificateSummary): string {
  return `The certificate is of ${subject}, from ${issuer}, valid until ${validTo.slice(0, 10)}, SHA-256 ${fingerprint256}.`;
}

function offered(headers: Answer['http']['headers']): string {
  const schemes = headers
    .filter(([name]) => name === 'www-authenticate')
    .map(([, value]) => value.split(/[\s,]/)[0] ?? '');
  return schemes.join(', ') || 'nothing';
}

/** The step at which each kind of failure happens; the ones before it passed. */
const failingStep: readonly (readonly [pattern: RegExp, step: StepName])[] = [
  [/^endpoint\./, 'Address'],
  [/name-not-found$/, 'Name'],
  [/^network\.(?:refused|unreachable)$/, 'TCP'],
  [/^proxy\./, 'TCP'],
  [/^tls\./, 'TLS'],
  [/^authentication\./, 'Authentication'],
];

function failedSteps({ code, message, sent, certificate }: Failure, secure: boolean): readonly TestStep[] {
  const known = failingStep.find(([pattern]) => pattern.test(code))?.[1];
  const at = known ?? (sent === 'no' ? 'TCP' : 'HTTP');
  const shown = certificate && ` ${certificateWords(certificate)}`;
  const steps = order.filter(name => (name !== 'TLS' || secure) && (name !== 'Address' || at === 'Address'));
  return steps.map(name => {
    if (name === at) return failed(name, message + (shown ?? ''));
    return order.indexOf(name) < order.indexOf(at) ? passed(name, 'Done.') : notReached(name);
  });
}

function passed(name: StepName, detail: string): TestStep {
  return { name, state: 'passed', detail };
}

function failed(name: StepName, detail: string): TestStep {
  return { name, state: 'failed', detail };
}

function notReached(name: StepName): TestStep {
  return { name, state: 'notReached', detail: 'Not reached.' };
}

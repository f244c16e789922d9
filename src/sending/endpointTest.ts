import { readSchemes } from '../response/schemes.ts';
import { type CertificateSummary, isLoopback } from '../transport/index.ts';
import type { Answer, Exchange, Failure } from './exchange.ts';

/** One step on the way to an endpoint. */
export interface TestStep {
  readonly name: string;
  /** `notUsed`: this endpoint needs no such step. `unknown`: the answer does not tell. */
  readonly state: 'passed' | 'failed' | 'notReached' | 'notUsed' | 'unknown';
  /** What was found, or why it failed; plain text, empty where the state says it all. */
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

/**
 * Walks an exchange of the test request: name, TCP, TLS, HTTP, authentication, EWS, each with what was found.
 * `proxyUnknown`: a proxy may be used, but nothing names one; it may be the missing way where no connection came about.
 */
export function endpointSteps(exchange: Exchange, proxyUnknown = false): readonly TestStep[] {
  const { result, endpoint } = exchange;
  const unused = unusedSteps(endpoint.url);
  if (result.kind === 'answer') return answeredSteps(result, unused);
  const hint = proxyUnknown && mayNeedProxy(result, endpoint.url) ? pacHint : '';
  return failedSteps({ ...result, message: result.message + hint }, unused);
}

type Unused = Partial<Readonly<Record<StepName, TestStep>>>;

/** The steps that an address has no need of. */
function unusedSteps(address: string): Unused {
  const url = URL.parse(address);
  if (!url) return {};
  const isNumber = /^\[|^[\d.]+$/.test(url.hostname);
  return {
    ...(isNumber && { Name: notUsed('Name', 'The address is a number, which needs no look-up.') }),
    ...(url.protocol === 'http:' && { TLS: notUsed('TLS', 'The address is plain http.') }),
  };
}

/** What a network that lets nobody out but through its proxy does to a direct connection. */
function mayNeedProxy({ code, sent }: Failure, address: string): boolean {
  const host = URL.parse(address)?.hostname ?? '';
  return sent === 'no' && (code.startsWith('network.') || code === 'timeout.connect') && !isLoopback(host);
}

const pacHint =
  ' No proxy is known here. If this network names its proxy in a PAC file, which is out of the reach of an extension, put the address of the proxy into the setting http.proxy.';

type StepName = 'Address' | 'Name' | 'TCP' | 'TLS' | 'HTTP' | 'Authentication' | 'EWS';

const order: readonly StepName[] = ['Address', 'Name', 'TCP', 'TLS', 'HTTP', 'Authentication', 'EWS'];

function answeredSteps({ http, outcome }: Answer, unused: Unused): readonly TestStep[] {
  const { timing, status } = http;
  const name = timing.nameMs === undefined ? 'Looked up before.' : `Resolved after ${Math.round(timing.nameMs)} ms.`;
  const tcp =
    timing.connectMs === undefined
      ? 'The connection was there already.'
      : `Connected after ${Math.round(timing.connectMs)} ms.`;
  return [
    unused.Name ?? passed('Name', name),
    passed('TCP', tcp),
    unused.TLS ?? passed('TLS', tlsWords(http)),
    passed('HTTP', `Answered with HTTP ${status}.`),
    ...lastSteps(http, outcome),
  ];
}

/** Whether the sign-in was accepted can be told from a 401 and from an answer of EWS, and from nothing else. */
function lastSteps(http: Answer['http'], outcome: Answer['outcome']): readonly TestStep[] {
  const { status } = http;
  if (status === 401) {
    return [
      failed('Authentication', `The endpoint refused the sign-in. It offers: ${offered(http.headers)}.`),
      notReached('EWS'),
    ];
  }
  if (outcome.kind === 'answered') return [passed('Authentication', 'Accepted.'), passed('EWS', 'It speaks EWS.')];
  if (outcome.kind === 'soapFault') {
    const code = outcome.responseCode ?? outcome.faultCode ?? 'a SOAP fault';
    return [
      passed('Authentication', 'Accepted by the web server.'),
      failed('EWS', `It speaks EWS and answers ${code}. Send a request to see it explained.`),
    ];
  }
  return [
    { name: 'Authentication', state: 'unknown', detail: 'This answer does not tell.' },
    failed(
      'EWS',
      `${withoutEws[status] ?? 'What answered is not EWS'}: HTTP ${status}, and the body is ${outcome.body}.`,
    ),
  ];
}

const withoutEws: Readonly<Record<number, string>> = {
  301: 'The address has moved',
  302: 'The address leads elsewhere, perhaps to a sign-in page',
  403: 'EWS is closed to this account or this User-Agent',
  404: 'The path is wrong: it ends in /EWS/Exchange.asmx',
  407: 'The proxy wants credentials',
  503: 'The server is busy or down',
};

function tlsWords({ timing, tls }: Answer['http']): string {
  const when = timing.tlsMs === undefined ? 'before' : `after ${Math.round(timing.tlsMs)} ms`;
  if (!tls) return `Secured and verified ${when}.`;
  return `Secured by ${tls.version} and verified ${when}. ${certificateWords(tls.certificate)}`;
}

function certificateWords({ subject, issuer, validTo, fingerprint256 }: CertificateSummary): string {
  return `The certificate is of ${subject}, from ${issuer}, valid until ${validTo.slice(0, 10)}, SHA-256 ${fingerprint256}.`;
}

function offered(headers: Answer['http']['headers']): string {
  const challenges = headers.filter(([name]) => name === 'www-authenticate').map(([, value]) => value);
  return (
    readSchemes(challenges)
      .map(({ scheme }) => scheme)
      .join(', ') || 'nothing'
  );
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

function failedSteps({ code, message, sent, certificate }: Failure, unused: Unused): readonly TestStep[] {
  const known = failingStep.find(([pattern]) => pattern.test(code))?.[1];
  const at = known ?? (sent === 'no' ? 'TCP' : 'HTTP');
  const shown = certificate && ` ${certificateWords(certificate)}`;
  return order
    .filter(name => name !== 'Address' || at === 'Address')
    .map(name => {
      if (name === at) return failed(name, message + (shown ?? ''));
      return unused[name] ?? (order.indexOf(name) < order.indexOf(at) ? passed(name, '') : notReached(name));
    });
}

function passed(name: StepName, detail: string): TestStep {
  return { name, state: 'passed', detail };
}

function failed(name: StepName, detail: string): TestStep {
  return { name, state: 'failed', detail };
}

function notReached(name: StepName): TestStep {
  return { name, state: 'notReached', detail: '' };
}

function notUsed(name: StepName, detail: string): TestStep {
  return { name, state: 'notUsed', detail };
}

import { operations } from '../ews/operations/index.ts';
import type { Exchange, Failure, TransportErrorCode } from '../sending/exchange.ts';
import { type PanelActionName, panelAction } from './actions.ts';
import type { Callout } from './model.ts';

/** The cause of having no answer, as a headline. */
export function failureHeadline(code: TransportErrorCode): string {
  return (Object.hasOwn(headlines, code) ? headlines[code] : undefined) ?? 'No answer';
}

/** What a reader can do about it besides reading the message. */
export function failureActions(code: TransportErrorCode): readonly PanelActionName[] {
  if (/^(?:tls|proxy|authentication)\./.test(code)) return ['testEndpoint', 'openEndpointSettings'];
  if (/^endpoint\.|^timeout\.(?:headers|total)$|^answer\.too-large$/.test(code)) return ['openEndpointSettings'];
  if (code.startsWith('network.') || code === 'timeout.connect') return ['testEndpoint', 'openEndpointSettings'];
  return [];
}

/** Which setting to change, where the message speaks of a limit or a file; empty where there is none. */
export function failureSetting(code: TransportErrorCode): string {
  return (Object.hasOwn(settings, code) ? settings[code] : undefined) ?? '';
}

/** Whether anything of the request can have gone out. */
export function wasSent(result: Exchange['result']): boolean {
  return result.kind === 'answer' || result.sent === 'maybe';
}

/** What became of the request: the thing to know before sending it again. */
export function fateOf(failure: Failure, operation: string | undefined, id: string): Callout {
  if (!wasSent(failure)) {
    return {
      kind: 'notSent',
      label: 'Not sent',
      text: 'No byte of the request went out. Nothing has changed.',
      actions: [],
    };
  }
  return {
    kind: 'sent',
    label: 'It may have been executed',
    text: `The request went out, but no whole answer came back. ${repeatAdvice(operation)}`,
    actions: isImOperation(operation) ? [panelAction('getCurrentIds', id)] : [],
  };
}

const time = 'The time is set by ews.timeout, for one endpoint by its timeout.';

const settings: Readonly<Partial<Record<TransportErrorCode, string>>> = {
  'timeout.headers': time,
  'timeout.total': time,
  'answer.too-large': 'The limit is set by ews.maxResponseSize.',
  'tls.untrusted': 'The file of an authority is set by caFile of the endpoint.',
};

/** Codes that an older or newer build stored may be missing here. */
const headlines: Readonly<Partial<Record<TransportErrorCode, string>>> = {
  'endpoint.invalid-url': 'The endpoint is no address',
  'endpoint.credentials-in-url': 'Credentials in the address',
  'endpoint.secret-over-http': 'Password over plain http refused',
  'endpoint.secret-missing': 'No password',
  'endpoint.invalid-authority': 'Authorities not readable',
  'endpoint.invalid-header': 'Header not allowed',
  'network.name-not-found': 'Host name not found',
  'network.refused': 'Connection refused',
  'network.unreachable': 'Endpoint out of reach',
  'network.reset': 'Connection broken off',
  'tls.untrusted': 'Certificate not trusted',
  'tls.wrong-host': 'Certificate of another host',
  'tls.expired': 'Certificate expired',
  'tls.failed': 'No secure connection',
  'tls.not-pinned': 'Another certificate than before',
  'proxy.invalid-url': 'The proxy is no address',
  'proxy.authentication': 'The proxy wants a password',
  'proxy.refused': 'Refused by the proxy',
  'authentication.downgrade': 'Sign-in would be unsafe',
  'authentication.failed': 'Sign-in not possible',
  'authentication.connection-closed': 'Connection closed during sign-in',
  'timeout.connect': 'No connection in time',
  'timeout.headers': 'No answer in time',
  'timeout.body': 'The answer stopped in the middle',
  'timeout.total': 'The exchange took too long',
  aborted: 'Cancelled',
  'answer.too-large': 'Answer too large',
  'answer.incomplete': 'Answer incomplete',
  'answer.malformed': 'Answer is no HTTP',
};

function repeatAdvice(operation: string | undefined): string {
  const effect = operations.find(each => each.name === operation)?.effect;
  if (effect === 'reads' || operation?.startsWith('Get')) return 'The operation only reads: it can be sent again.';
  if (effect === 'removes' || operation?.startsWith('Remove'))
    return 'Repeating a Remove is harmless: if it was done, the next answer says that the id is not there. To be sure first, look at the list with GetImItemList.';
  return 'Look at the mailbox before you send it again: done twice, it may leave two of what it makes.';
}

function isImOperation(operation: string | undefined): boolean {
  return operation !== undefined && /Im(?:Group|List|Contact|Item)/.test(operation);
}

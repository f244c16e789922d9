import { contradictionIn } from '../response/index.ts';
import type { Outcome, ResponseMessage } from '../response/outcome.ts';
import type { Exchange } from '../sending/exchange.ts';

/** The one word for an exchange in a list: its ResponseCode, `HTTP 401`, `Not SOAP`, or the code of the failure. */
export function codeOf({ result }: Exchange): string {
  return result.kind === 'failure' ? result.code : outcomeCode(result.outcome);
}

/** The line of the log for a send: operation, endpoint, status, code and duration; the log adds the time. */
export function logLineOf(exchange: Exchange): string {
  const { operation = 'request', endpoint, result, durationMs } = exchange;
  const status = result.kind === 'failure' ? `no answer, sent: ${result.sent}` : `HTTP ${result.http.status}`;
  const line = `${operation} to ${endpoint.name} (${endpoint.url}): ${status}, ${codeOf(exchange)}, ${Math.round(durationMs)} ms`;
  // What a document or a server named must stay one line.
  return line.replace(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, 1000);
}

/** The one word for an outcome. */
export function outcomeCode(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'answered':
      return decisiveMessage(outcome.messages)?.responseCode ?? 'No ResponseCode';
    case 'soapFault':
      return outcome.responseCode ?? 'SOAP fault';
    case 'httpError':
      return `HTTP ${outcome.status}`;
    case 'notSoap':
      return 'Not SOAP';
  }
}

/** The response message that a reader wants first: the first error, else the first that is no success, else the first. */
export function decisiveMessage(messages: readonly ResponseMessage[]): ResponseMessage | undefined {
  return (
    messages.find(message => message.responseClass === 'Error') ??
    messages.find(message => message.responseClass !== 'Success' || contradictionIn(message) !== undefined) ??
    messages[0]
  );
}

import { codeOf } from '../../history/index.ts';
import { type Exchange, explainExchange, type Failure } from '../../sending/index.ts';

/** What one line of the history says of an exchange. */
export interface HistoryRow {
  readonly operation: string;
  readonly code: string;
  readonly endpoint: string;
  readonly tone: 'success' | 'warning' | 'error';
  /** The first sentences of the explanation, or why there was no answer. */
  readonly meaning: string;
}

/** The line for an exchange; its texts are as they came from settings and server. */
export function historyRow(exchange: Exchange): HistoryRow {
  const { operation = 'Request', endpoint, result } = exchange;
  const explanation = explainExchange(exchange);
  return {
    operation,
    code: codeOf(exchange),
    endpoint: endpoint.name,
    tone: explanation?.tone ?? 'error',
    meaning: result.kind === 'failure' ? failureWords(result) : (explanation?.meaning ?? ''),
  };
}

function failureWords({ message, sent }: Failure): string {
  return sent === 'maybe' ? `${message} The request may have been executed.` : message;
}

import { type Explanation, explain, readHttpFacts } from '../response/index.ts';
import type { Exchange } from './exchange.ts';

/** What an exchange means, for its operation and its endpoint; undefined when there was no answer to explain. */
export function explainExchange(exchange: Exchange): Explanation | undefined {
  const { result, operation } = exchange;
  if (result.kind === 'failure') return undefined;
  const { status, headers } = result.http;
  return explain(result.outcome, {
    http: readHttpFacts(status, headers),
    ...(operation !== undefined && { operation }),
  });
}

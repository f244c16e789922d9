import { describeBuild } from '../ews/builds.ts';
import { type Explanation, explain, type Outcome, readHttpFacts } from '../response/index.ts';
import { isChosenAnswer } from './chosenAnswer.ts';
import type { Exchange } from './exchange.ts';

/** What an exchange means, for its operation and its endpoint; undefined when there was no answer to explain. */
export function explainExchange(exchange: Exchange): Explanation | undefined {
  const { result, operation, endpoint } = exchange;
  if (result.kind === 'failure') return undefined;
  const { status, headers, provedBy } = result.http;
  const asked = { http: readHttpFacts(status, headers), ...(operation !== undefined && { operation }) };
  if (isChosenAnswer(exchange)) return explain(result.outcome, { ...asked, chosen: true });
  return explain(result.outcome, {
    ...asked,
    url: endpoint.url,
    ...(endpoint.authentication && { authentication: endpoint.authentication }),
    ...(provedBy && { provedBy }),
  });
}

/** The product behind the build that an answer names, in a sentence. */
export function productOf(outcome: Outcome): string | undefined {
  const server = outcome.kind === 'answered' || outcome.kind === 'soapFault' ? outcome.server : undefined;
  const { major, minor, build, revision } = server ?? {};
  if (major === undefined || minor === undefined || build === undefined) return undefined;
  return describeBuild({ major, minor, build, ...(revision !== undefined && { revision }) }).sentence;
}

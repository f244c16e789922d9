import type { DecodedAnswer } from '../../panel/index.ts';
import { decode, type Explanation, explain, readHttpFacts, splitAnswers } from '../../response/index.ts';

/** A pasted answer, decoded and explained. */
export interface PastedAnswer {
  /** Tells several answers of one text apart. */
  readonly label: string;
  readonly answer: DecodedAnswer;
  readonly explanation: Explanation;
}

/** Every answer in a text that a person has: bare XML, a raw HTTP response, a trace log or a HAR file. */
export function decodePasted(text: string, source: string): readonly PastedAnswer[] {
  return splitAnswers(text).map(({ label, ...answer }) => {
    const outcome = decode(answer);
    const { status, headers = [] } = answer;
    const http = status === undefined ? undefined : { status, statusText: '', headers };
    const body = typeof answer.body === 'string' ? answer.body : new TextDecoder().decode(answer.body);
    return {
      label,
      answer: {
        id: crypto.randomUUID(),
        source,
        outcome,
        text: body,
        size: new TextEncoder().encode(body).length,
        ...(http && { http }),
      },
      explanation: explain(outcome, http ? { http: readHttpFacts(http.status, headers) } : {}),
    };
  });
}

import type { DecodedAnswer } from '../../panel/index.ts';
import {
  decode,
  type Explanation,
  explain,
  type LabelledAnswer,
  readHttpFacts,
  readText,
  receivedBytes,
} from '../../response/index.ts';
import { pastedAnswers } from '../../sending/index.ts';

/** A pasted answer, decoded and explained. */
export interface PastedAnswer {
  /** Tells several answers of one text apart. */
  readonly label: string;
  readonly answer: DecodedAnswer;
  readonly explanation: Explanation;
}

/** Every answer in what a person has: bare XML, a raw HTTP response, a trace log or a HAR file, as text or as bytes. */
export async function decodePasted(material: string | Uint8Array, source: string): Promise<readonly PastedAnswer[]> {
  return (await pastedAnswers(material)).map(answer => decodeOne(answer, source));
}

function decodeOne({ label, ...answer }: LabelledAnswer, source: string): PastedAnswer {
  const outcome = decode(answer);
  const { status, headers = [], body } = answer;
  const http = status === undefined ? undefined : { status, statusText: '', headers };
  const contentType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const read = readText(body, contentType);
  const received = receivedBytes(body, read);
  return {
    label,
    answer: {
      id: crypto.randomUUID(),
      source,
      outcome,
      text: read.text,
      ...(received && { received }),
      size: typeof body === 'string' ? new TextEncoder().encode(body).length : body.length,
      ...(http && { http }),
    },
    explanation: explain(outcome, { pasted: true, ...(http && { http: readHttpFacts(http.status, headers) }) }),
  };
}

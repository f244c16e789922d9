import type { Operation } from '../../ews/schema.ts';
import type { Range } from '../../xml/index.ts';
import type { RequestDocument } from '../request.ts';

/** Where a lens stands, and what it is about. */
export interface RequestPlace {
  /** The start tag of the Envelope. */
  readonly range: Range;
  /** The name of the operation, or of the answer, in the Body. */
  readonly name: string;
  readonly kind: 'request' | 'answer';
  /** The facts of the operation, when they are known. */
  readonly operation: Operation | undefined;
}

/** The requests and answers of a document, for a line above each: none for an empty Body. */
export function placesOf(request: RequestDocument): readonly RequestPlace[] {
  const { envelope, payload, kind, operation } = request;
  if (!envelope || !payload || kind === 'other' || payload.name === '') return [];
  return [{ range: envelope.startTag, name: payload.local, kind, operation }];
}

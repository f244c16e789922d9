import type { ResponseMessage } from './outcome.ts';

/** A response message whose class and code do not go together: `Success` with an error, `Error` or `Warning` without one. */
export type Contradiction = 'success with a code' | 'no success without a code';

/** How the class and the code of a response message contradict each other; undefined when they do not. */
export function contradictionIn({ responseClass, responseCode }: ResponseMessage): Contradiction | undefined {
  if (responseClass === undefined || responseCode === undefined) {
    return undefined;
  }
  const isFine = responseCode === 'NoError';
  if (responseClass === 'Success') {
    return isFine ? undefined : 'success with a code';
  }
  return isFine ? 'no success without a code' : undefined;
}

/** A remark on the contradictions in an answer, as a list of one; empty when there is none. */
export function contradictionNotes(messages: readonly ResponseMessage[]): readonly string[] {
  const found = messages.filter(message => contradictionIn(message) !== undefined);
  const [first] = found;
  if (!first) {
    return [];
  }
  const said = `ResponseClass ${first.responseClass} with ResponseCode ${first.responseCode}`;
  return found.length === 1
    ? [`The response message contradicts itself: ${said}. Clients go by the class.`]
    : [`${found.length} response messages contradict themselves, the first by ${said}. Clients go by the class.`];
}

import { elementAt, type Range, touches } from '../../xml/index.ts';
import type { RequestDocument } from '../request.ts';

/** The names in the start tag and the end tag of the element at the caret, to be edited together. */
export function linkedRangesAt(request: RequestDocument, offset: number): readonly [Range, Range] | undefined {
  const element = elementAt(request.xml, offset);
  if (!element?.endNameRange) return undefined;
  const { nameRange, endNameRange } = element;
  if (!touches(nameRange, offset) && !touches(endNameRange, offset)) return undefined;
  return [nameRange, endNameRange];
}

import { applyEdits, type TextEdit } from '../../../xml/index.ts';
import { type RequestDocument, readRequest } from '../../request.ts';
import { slipIn } from './index.ts';
import type { Slip } from './slip.ts';

/** A document with a slip, and the document that it would be without: what is wrong there is no consequence of the slip. */
export interface Mending {
  readonly slip: Slip;
  readonly request: RequestDocument;
  /** The offset in the document as it is of an offset in the mended one. */
  readonly toOriginal: (offset: number) => number;
  /** The offset in the mended document of an offset in the document as it is. */
  readonly toMended: (offset: number) => number;
}

/** The document without its first slip, if it has one. Made once for a document. */
export function mendingOf(request: RequestDocument): Mending | undefined {
  const known = mendings.get(request);
  if (known !== undefined) return known || undefined;
  const slip = (depths.get(request) ?? 0) < mostSlipsIn(request) ? slipIn(request) : undefined;
  const mending = slip && mended(request, slip);
  mendings.set(request, mending ?? false);
  return mending;
}

const mendings = new WeakMap<RequestDocument, Mending | false>();

/** More than that many slips are no slips, and each one takes a reading of the document: fewer of a large one. */
function mostSlipsIn({ text }: RequestDocument): number {
  return text.length > 50_000 ? 3 : 10;
}

/** How many slips were mended on the way to a document. */
const depths = new WeakMap<RequestDocument, number>();

function mended(request: RequestDocument, slip: Slip): Mending {
  const edits = [...slip.edits].sort((a, b) => a.from - b.from);
  const without = readRequest(applyEdits(request.text, edits), request);
  depths.set(without, (depths.get(request) ?? 0) + 1);
  return {
    slip,
    request: without,
    toMended: mapping(edits),
    toOriginal: mapping(inverse(edits)),
  };
}

/** What becomes of an offset by edits in the order of the text; one inside of what is replaced goes to its beginning. */
export function mapping(edits: readonly TextEdit[]): (offset: number) => number {
  return offset => {
    let shift = 0;
    for (const { from, to, insert } of edits) {
      if (offset <= from) break;
      if (offset < to) return from + shift;
      shift += insert.length - (to - from);
    }
    return offset + shift;
  };
}

function inverse(edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0;
  return edits.map(({ from, to, insert }) => {
    const at = from + shift;
    shift += insert.length - (to - from);
    return { from: at, to: at + insert.length, insert: ' '.repeat(to - from) };
  });
}

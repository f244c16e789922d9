import { descendants, isElement, lineIndex, type Range, type XmlNode } from '../../xml/index.ts';
import type { RequestDocument } from '../request.ts';

/** Lines that can be folded away, 1-based; the line of the end tag stays to be seen. */
export interface Folding {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly kind: 'element' | 'comment';
}

/** What can be folded: elements and comments over several lines, in the order of the text. */
export function foldingRangesOf(request: RequestDocument): readonly Folding[] {
  const lineOf = lineNumbers(request.text);
  const found: Folding[] = [];
  for (const node of nodesOf(request)) {
    if (node.kind !== 'element' && node.kind !== 'comment') continue;
    const endTag = isElement(node) ? node.endTag : undefined;
    const range = endTag ? { from: node.from, to: endTag.from } : node;
    const folding = foldingOf(node.kind, range, endTag !== undefined, lineOf);
    if (folding) found.push(folding);
  }
  return found.sort((a, b) => a.firstLine - b.firstLine || b.lastLine - a.lastLine);
}

function foldingOf(
  kind: Folding['kind'],
  range: Range,
  keepsLast: boolean,
  lineOf: (offset: number) => number,
): Folding | undefined {
  const firstLine = lineOf(range.from);
  const lastLine = lineOf(range.to) - (keepsLast ? 1 : 0);
  return lastLine > firstLine ? { firstLine, lastLine, kind } : undefined;
}

function* nodesOf(request: RequestDocument): Generator<XmlNode> {
  for (const top of request.xml.children) {
    yield top;
    if (!isElement(top)) continue;
    for (const element of descendants(top)) yield* element.children;
  }
}

function lineNumbers(text: string): (offset: number) => number {
  const placeOf = lineIndex(text);
  return offset => placeOf(offset).line;
}

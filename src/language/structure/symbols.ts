import { type Range, textOf, type XmlElement } from '../../xml/index.ts';
import { isPlaceholder } from '../placeholders.ts';
import type { RequestDocument } from '../request.ts';

/** An entry of the outline. */
export interface DocumentSymbol {
  /** As written, with the prefix. */
  readonly name: string;
  /** What tells it from its like: its text, its id, its version. */
  readonly detail: string;
  readonly kind: 'envelope' | 'header' | 'body' | 'operation' | 'element' | 'text';
  /** The whole element. */
  readonly range: Range;
  /** Its name in the start tag. */
  readonly selectionRange: Range;
  readonly children: readonly DocumentSymbol[];
}

/** The outline of a document: its elements as a tree. */
export function symbolsOf(request: RequestDocument): readonly DocumentSymbol[] {
  const top: DocumentSymbol[] = [];
  const waiting: {
    readonly nodes: RequestDocument['xml']['children'];
    readonly into: DocumentSymbol[];
    readonly depth: number;
  }[] = [{ nodes: request.xml.children, into: top, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const node of next.nodes) {
      if (node.kind !== 'element' || node.name === '') continue;
      const children: DocumentSymbol[] = [];
      next.into.push(symbolOf(request, node, children));
      if (next.depth < deepest) waiting.push({ nodes: node.children, into: children, depth: next.depth + 1 });
    }
  }
  return top;
}

/** Readers of the outline recurse: deeper elements are left out, so that no document can exhaust their stack. */
const deepest = 200;
const longestDetail = 40;
const telling: readonly string[] = ['Version', 'Id', 'PropertyName', 'PropertyTag', 'PropertyId', 'ResponseClass'];

function symbolOf(request: RequestDocument, element: XmlElement, children: readonly DocumentSymbol[]): DocumentSymbol {
  return {
    name: element.name,
    detail: detailOf(request, element),
    kind: kindOf(request, element),
    range: { from: element.from, to: element.to },
    selectionRange: element.nameRange,
    children,
  };
}

function kindOf(request: RequestDocument, element: XmlElement): DocumentSymbol['kind'] {
  if (element === request.envelope) return 'envelope';
  if (element === request.header) return 'header';
  if (element === request.body) return 'body';
  if (element === request.payload) return 'operation';
  return element.children.some(({ kind }) => kind === 'element') || element.attributes.length > 0 ? 'element' : 'text';
}

function detailOf(request: RequestDocument, element: XmlElement): string {
  const attribute = telling
    .map(name => element.attributes.find(candidate => candidate.name === name))
    .find(found => found !== undefined);
  const isLeaf = element.children.every(({ kind }) => kind !== 'element');
  const raw = attribute?.value ?? (isLeaf ? textOf(request.xml, element) : '');
  const value = raw.replace(/\s+/g, ' ').trim();
  if (isPlaceholder(value) || value.length <= longestDetail) return value;
  // Ids of one mailbox begin alike: their ends tell them apart.
  return attribute?.name === 'Id' ? `…${value.slice(-longestDetail + 1)}` : `${value.slice(0, longestDetail - 1)}…`;
}

import { descendants, isBlank, isElement, type Range, type XmlElement, type XmlNode } from '../../xml/index.ts';
import type { RequestDocument } from '../request.ts';
import { indentationAt, newlineOf } from './fix.ts';

/** The comments inside an element, as they are to stand before it when it becomes empty. */
export function commentsInside(request: RequestDocument, element: XmlElement): string {
  const comments = [...descendants(element)]
    .flatMap(({ children }) => children.filter(({ kind }) => kind === 'comment'))
    .sort((a, b) => a.from - b.from);
  const indent = indentationAt(request.text, element.from);
  const isFirst = isBlank(request.text.slice(0, element.from).slice(-indent.length - 1));
  const gap = isFirst ? newlineOf(request) + indent : '';
  return comments.map(({ from, to }) => request.text.slice(from, to) + gap).join('');
}

/** An element with the comments that speak of it, as far as that is plain. */
export function withComments(text: string, element: XmlElement): Range {
  return (element.parent && readComments(text, element.parent).blocks.get(element)) ?? element;
}

/** True where it is plain of each comment in an element which child it speaks of, if any. */
export function areCommentsPlain(text: string, parent: XmlElement): boolean {
  return readComments(text, parent).plain;
}

interface Comments {
  /** The children that comments speak of, each from the first to the last of them. */
  readonly blocks: ReadonlyMap<XmlElement, Range>;
  readonly plain: boolean;
}

/**
 * A comment speaks of the one element on its line, or of that on the line below. Of several elements on one line each must
 * have its comment before it, or each behind it. A blank line, or text, makes that unclear.
 */
function readComments(text: string, parent: XmlElement): Comments {
  const blocks = new Map<XmlElement, Range>();
  let plain = true;
  let above: XmlNode[] = [];
  for (const { nodes, isFirst, isApart } of linesOf(text, parent)) {
    if (isApart && above.length > 0) {
      plain = false;
      above = [];
    }
    const isRemark = nodes.every(({ kind }) => kind === 'comment');
    // A comment behind the start tag speaks of the parent.
    if (isRemark && !isFirst) for (const node of nodes) above.push(node);
    if (isRemark) continue;
    const found = blocksOf(above, nodes);
    for (const [element, block] of found ?? []) blocks.set(element, block);
    plain &&= found !== undefined;
    above = [];
  }
  return { blocks, plain };
}

/** The elements of a line, each with its comments; undefined where that is unclear. */
function blocksOf(above: readonly XmlNode[], line: readonly XmlNode[]): ReadonlyMap<XmlElement, Range> | undefined {
  const nodes = [...above, ...line];
  const [only, ...further] = nodes.filter(isElement);
  if (!nodes.some(({ kind }) => kind === 'comment')) return new Map();
  if (!only || !nodes.every(node => isElement(node) || node.kind === 'comment')) return undefined;
  if (further.length === 0) return new Map([[only, around(nodes)]]);
  const parts = above.length > 0 ? undefined : (partsUpToElements(nodes) ?? partsUpToElements(nodes.toReversed()));
  return parts && new Map(parts.flatMap(part => part.filter(isElement).map(element => [element, around(part)])));
}

/** Nodes cut behind each element, where a comment is in every part and nothing is left. */
function partsUpToElements(nodes: readonly XmlNode[]): readonly (readonly XmlNode[])[] | undefined {
  const parts: XmlNode[][] = [];
  let part: XmlNode[] = [];
  for (const node of nodes) {
    part.push(node);
    if (!isElement(node)) continue;
    parts.push(part);
    part = [];
  }
  return part.length === 0 && parts.every(({ length }) => length > 1) ? parts : undefined;
}

/** From the first to the last of some nodes, whichever comes first. */
function around(nodes: readonly XmlNode[]): Range {
  const [one, other] = [nodes[0], nodes.at(-1)];
  return { from: Math.min(one?.from ?? 0, other?.from ?? 0), to: Math.max(one?.to ?? 0, other?.to ?? 0) };
}

interface Line {
  readonly nodes: XmlNode[];
  /** On the line of the start tag. */
  readonly isFirst: boolean;
  /** A blank line is before it. */
  readonly isApart: boolean;
}

/** What stands between two tags, line by line. */
function linesOf(text: string, { children }: XmlElement): readonly Line[] {
  let line: Line = { nodes: [], isFirst: true, isApart: false };
  const lines = [line];
  for (const node of children) {
    const between = node.kind === 'text' ? text.slice(node.from, node.to) : undefined;
    if (between === undefined || !isBlank(between)) {
      line.nodes.push(node);
      continue;
    }
    const breaks = between.match(/\r\n|\r|\n/g)?.length ?? 0;
    if (breaks === 0) continue;
    line = { nodes: [], isFirst: false, isApart: breaks > 1 };
    lines.push(line);
  }
  return lines;
}

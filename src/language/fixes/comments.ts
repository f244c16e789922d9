import { descendants, isBlank, type Range, type XmlElement, type XmlNode } from '../../xml/index.ts';
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

/**
 * An element with the comments that speak of it: right above it on lines of their own, or behind it on its line; in a text
 * on one line, right before it.
 */
export function withComments(text: string, element: XmlElement): Range {
  const siblings = element.parent?.children ?? [];
  const at = siblings.indexOf(element);
  const before = siblings[at - 1];
  if (before?.kind === 'comment' && siblings[at + 1]?.kind !== 'text') return { from: before.from, to: element.to };
  return { from: commentedFrom(text, siblings, at) ?? element.from, to: commentedTo(text, siblings, at) ?? element.to };
}

function commentedFrom(text: string, siblings: readonly XmlNode[], at: number): number | undefined {
  let from: number | undefined;
  for (let index = at - 1; index > 0; index -= 2) {
    const [gap, comment, before] = [siblings[index], siblings[index - 1], siblings[index - 2]];
    if (gap?.kind !== 'text' || comment?.kind !== 'comment' || before?.kind !== 'text') break;
    const isAbove = /^[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(text.slice(gap.from, gap.to));
    if (!isAbove || !/[\r\n][ \t]*$/.test(text.slice(before.from, before.to))) break;
    from = comment.from;
  }
  return from;
}

function commentedTo(text: string, siblings: readonly XmlNode[], at: number): number | undefined {
  const gap = siblings[at + 1];
  const isGap = gap?.kind === 'text' && /^[ \t]*$/.test(text.slice(gap.from, gap.to));
  const comment = siblings[isGap ? at + 2 : at + 1];
  return comment?.kind === 'comment' && /^[ \t]*[\r\n]/.test(text.slice(comment.to)) ? comment.to : undefined;
}

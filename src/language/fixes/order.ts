import { elementsOf, type Range, type TextEdit, type XmlElement } from '../../xml/index.ts';
import { ewsNameOf } from '../names.ts';
import type { RequestDocument } from '../request.ts';
import { areCommentsPlain, withComments } from './comments.ts';
import {
  type ElementCase,
  type Fix,
  indentationAt,
  likely,
  newlineOf,
  replace,
  sure,
  withLine,
  wordOf,
} from './fix.ts';
import { fromLeftMargin, insertInOrder } from './insertion.ts';

/**
 * Moves a child, with the comments that speak of it, before or after the other one that the problem names. By choice only
 * where it is unclear what a comment speaks of: it might speak of another one then.
 */
export function moveChild(given: ElementCase): readonly Fix[] {
  const { element, request, problem } = given;
  const place = problem.related[0];
  const { parent } = element;
  const other = parent && elementsOf(parent).find(({ nameRange }) => nameRange.from === place?.from);
  const wanted = wordOf(given, 'wanted');
  if (!other) return [];
  const [one, two] = element.from < other.from ? [element, other] : [other, element];
  const [first, second] = [withComments(request.text, one), withComments(request.text, two)];
  const between = request.text.slice(first.to, second.from);
  const text = (range: Range) => request.text.slice(range.from, range.to);
  // Neighbours change places, so that white space and further comments between them stay where they are.
  const edit =
    elementsBetween(one, two) === 0
      ? [{ from: first.from, to: second.to, insert: text(second) + between + text(first) }]
      : movedAcross(given, element, other, wanted === 'before');
  const title = `Move <${element.name}> ${wanted} <${other.name}>`;
  return areCommentsPlain(request.text, parent) ? sure(title, ...edit) : likely(title, ...edit);
}

/** Moves an element out of one that holds none, to its place beside that one. */
export function moveOut({ element, request }: ElementCase): readonly Fix[] {
  const holder = element.parent;
  const name = ewsNameOf(element);
  if (!holder?.endTag || !holder.parent || name === undefined) return [];
  const block = withComments(request.text, element);
  const added = insertInOrder(request, holder.parent, fromLeftMargin(request.text, block), name);
  return likely(`Move <${element.name}> beside <${holder.name}>`, without(request, holder, block), ...added);
}

/** What is left without a child; with `/>` where nothing is. */
function without({ text }: RequestDocument, holder: XmlElement, child: Range): TextEdit {
  const end = holder.endTag?.from ?? holder.to;
  const left = text.slice(holder.startTag.to, child.from) + text.slice(child.to, end);
  if (left.trim() !== '') return replace(withLine(text, child), '');
  const tag = text.slice(0, holder.startTag.to - 1).trimEnd().length;
  return replace({ from: tag, to: holder.to }, '/>');
}

function elementsBetween(first: XmlElement, second: XmlElement): number {
  return first.parent
    ? elementsOf(first.parent).filter(({ from }) => from > first.from && from < second.from).length
    : 0;
}

function movedAcross(
  { request }: ElementCase,
  element: XmlElement,
  other: XmlElement,
  before: boolean,
): readonly TextEdit[] {
  const block = withComments(request.text, element);
  const beside = withComments(request.text, other);
  const text = request.text.slice(block.from, block.to);
  const alone = withLine(request.text, beside).to !== beside.to;
  const line = alone ? newlineOf(request) + indentationAt(request.text, other.from) : '';
  const target: TextEdit = before
    ? { from: beside.from, to: beside.from, insert: text + line }
    : { from: beside.to, to: beside.to, insert: line + text };
  return [replace(withLine(request.text, block), ''), target];
}

import {
  contentRange,
  elementAt,
  isElement,
  leafMarks,
  type Range,
  touches,
  trimmedRange,
  type XmlElement,
  type XmlLeaf,
} from '../../xml/index.ts';
import type { RequestDocument } from '../request.ts';

/** What "expand selection" selects step by step at a caret: from the innermost range to the whole text. */
export function selectionRangesAt(request: RequestDocument, offset: number): readonly Range[] {
  const { text, xml } = request;
  const found: Range[] = [];
  const innermost = elementAt(xml, offset);
  const leaf = (innermost?.children ?? xml.children).find(
    (node): node is XmlLeaf => !isElement(node) && touches(node, offset),
  );
  if (leaf) found.push(...leafRanges(text, leaf, offset));
  for (let element = innermost; element; element = element.parent) found.push(...elementRanges(element, offset));
  found.push({ from: 0, to: text.length });
  return growing(found);
}

/** What a leaf says, without its marks and the white space round it, then all of it. */
function leafRanges(text: string, leaf: XmlLeaf, offset: number): readonly Range[] {
  const [opening, closing] = leafMarks[leaf.kind] ?? ['', ''];
  const end = text.slice(leaf.from, leaf.to).endsWith(closing) ? leaf.to - closing.length : leaf.to;
  const trimmed = trimmedRange(text, { from: leaf.from + opening.length, to: end });
  return trimmed.from < trimmed.to && touches(trimmed, offset) ? [trimmed, leaf] : [leaf];
}

function elementRanges(element: XmlElement, offset: number): readonly Range[] {
  const ranges: Range[] = [];
  for (const attribute of element.attributes) {
    if (!touches(attribute, offset)) continue;
    if (touches(attribute.nameRange, offset)) ranges.push(attribute.nameRange);
    if (attribute.valueRange && touches(attribute.valueRange, offset)) ranges.push(attribute.valueRange);
    ranges.push(attribute);
  }
  for (const [name, tag] of [
    [element.nameRange, element.startTag],
    [element.endNameRange, element.endTag],
  ]) {
    if (name && touches(name, offset)) ranges.push(name);
    if (tag && tag.from < offset && offset < tag.to) ranges.push(tag);
  }
  const content = contentRange(element);
  if (content && touches(content, offset)) ranges.push(content);
  ranges.push(element);
  return ranges;
}

/** Only ranges that are larger than the one before and hold it. */
function growing(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  for (const { from, to } of ranges) {
    const last = result.at(-1);
    if (from >= to) continue;
    if (last && !(from <= last.from && to >= last.to && to - from > last.to - last.from)) continue;
    result.push({ from, to });
  }
  return result.length > 0 ? result : [{ from: 0, to: 0 }];
}

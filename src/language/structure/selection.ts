import { contentRange, elementAt, isElement, type Range, touches, type XmlElement } from '../../xml/index.ts';
import type { RequestDocument } from '../request.ts';

/** What "expand selection" selects step by step at a caret: from the innermost range to the whole text. */
export function selectionRangesAt(request: RequestDocument, offset: number): readonly Range[] {
  const { text, xml } = request;
  const found: Range[] = [];
  const innermost = elementAt(xml, offset);
  const leaf = (innermost?.children ?? xml.children).find(node => !isElement(node) && touches(node, offset));
  if (leaf) found.push(...leafRanges(text, leaf, offset));
  for (let element = innermost; element; element = element.parent) found.push(...elementRanges(element, offset));
  found.push({ from: 0, to: text.length });
  return growing(found);
}

/** The text of a leaf without the white space round it, then all of it. */
function leafRanges(text: string, leaf: Range, offset: number): readonly Range[] {
  const raw = text.slice(leaf.from, leaf.to);
  const from = leaf.from + raw.length - raw.trimStart().length;
  const trimmed = { from, to: from + raw.trim().length };
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
    if (from >= to && result.length === 0) continue;
    if (last && !(from <= last.from && to >= last.to && to - from > last.to - last.from)) continue;
    result.push({ from, to });
  }
  return result.length > 0 ? result : [{ from: 0, to: 0 }];
}

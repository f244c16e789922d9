import { elementAt, type Range, textOf, touches, type XmlElement } from '../../xml/index.ts';
import { isDeclaration, namespaceOf } from '../names.ts';
import type { RequestDocument } from '../request.ts';
import { attributeLines } from './attributes.ts';
import { elementLines } from './elements.ts';
import type { CodeLookup, Hover, HoverLine } from './hover.ts';
import { codeLines, idLines, namespaceLines, versionLines } from './values.ts';

export type { CodeLookup, Hover, HoverLine } from './hover.ts';

/** What is known of the thing at an offset: an element, attribute, value, id or code. Never throws. */
export function hoverAt(request: RequestDocument, offset: number, codes?: CodeLookup): Hover | undefined {
  const element = elementAt(request.xml, offset);
  if (!element) return undefined;
  for (const range of [element.nameRange, element.endNameRange]) {
    if (range && touches(range, offset)) return hover(range, elementLines(request, element));
  }
  return inStartTag(request, element, offset) ?? inContent(request, element, offset, codes);
}

function inStartTag(request: RequestDocument, element: XmlElement, offset: number): Hover | undefined {
  const attribute = element.attributes.find(candidate => touches(candidate, offset));
  if (!attribute) return undefined;
  if (isDeclaration(attribute)) return hover(attribute, namespaceLines(attribute.value));
  if (touches(attribute.nameRange, offset))
    return hover(attribute.nameRange, attributeLines(request, element, attribute));
  if (!touches(attribute.valueRange, offset) || !attribute.valueRange) return undefined;
  const { value, valueRange } = attribute;
  const known =
    versionLines(element, attribute) ?? (isEws(element) ? idLines(element, attribute.local, value) : undefined);
  return hover(valueRange, known ?? attributeLines(request, element, attribute));
}

function inContent(
  request: RequestDocument,
  element: XmlElement,
  offset: number,
  codes: CodeLookup | undefined,
): Hover | undefined {
  const text = element.children.find(child => child.kind === 'text' && touches(child, offset));
  if (!text || element.local !== 'ResponseCode' || !isEws(element)) return undefined;
  const raw = request.text.slice(text.from, text.to);
  const from = text.from + raw.length - raw.trimStart().length;
  const code = textOf(request.xml, element).trim();
  return hover({ from, to: from + raw.trim().length }, codeLines(request, code, codes));
}

/** In a namespace of EWS, or in none at all, as in a piece that somebody pasted. */
function isEws(element: XmlElement): boolean {
  const { key, form } = namespaceOf(element);
  return form === 'none' || (key !== undefined && key !== 'soap');
}

function hover(range: Range, lines: readonly HoverLine[] | undefined): Hover | undefined {
  return lines && lines.length > 0 ? { range: { from: range.from, to: range.to }, lines } : undefined;
}

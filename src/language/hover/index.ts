import { elementAt, type Range, textOf, touches, trimmedRange, type XmlElement } from '../../xml/index.ts';
import { isDeclaration, namespaceOf } from '../names.ts';
import type { Problem } from '../problems/index.ts';
import type { RequestDocument } from '../request.ts';
import { attributeLines } from './attributes.ts';
import { elementLines } from './elements.ts';
import { type AnswerLookups, type CodeLookup, type Hover, type HoverLine, paragraph } from './hover.ts';
import { codeLines, idLines, namespaceLines, versionLines } from './values.ts';

export type { AnswerLookups, CodeLookup, Hover, HoverLine } from './hover.ts';

/**
 * What is known of the thing at an offset: an element, attribute, value, id or code. What the problems that are shown there
 * say of an id is not said again. Never throws.
 */
export function hoverAt(
  request: RequestDocument,
  offset: number,
  lookups?: AnswerLookups,
  shown: readonly Problem[] = [],
): Hover | undefined {
  const element = elementAt(request.xml, offset);
  if (!element) return undefined;
  const found = ofElement({ request, element, offset, shown }, lookups?.codes);
  if (!found || !lookups) return found;
  const release = releaseOf(element, lookups);
  return release === undefined ? found : { ...found, lines: [...found.lines, paragraph(release)] };
}

/** The release behind the numbers of a ServerVersionInfo. */
function releaseOf(element: XmlElement, { builds }: AnswerLookups): string | undefined {
  if (element.local !== 'ServerVersionInfo' || !isEws(element)) return undefined;
  const numbers = ['MajorVersion', 'MinorVersion', 'MajorBuildNumber', 'MinorBuildNumber'].map(
    name => element.attributes.find(({ local }) => local === name)?.value,
  );
  return builds(numbers.filter(number => number !== undefined).join('.'));
}

interface Pointed {
  readonly request: RequestDocument;
  readonly element: XmlElement;
  readonly offset: number;
  readonly shown: readonly Problem[];
}

function ofElement(pointed: Pointed, codes: CodeLookup | undefined): Hover | undefined {
  const { request, element, offset } = pointed;
  for (const range of [element.nameRange, element.endNameRange]) {
    if (range && touches(range, offset)) return hover(range, elementLines(request, element));
  }
  return inStartTag(pointed) ?? inContent(request, element, offset, codes);
}

function inStartTag({ request, element, offset, shown }: Pointed): Hover | undefined {
  const attribute = element.attributes.find(candidate => touches(candidate, offset));
  if (!attribute) return undefined;
  if (isDeclaration(attribute)) return hover(attribute, namespaceLines(attribute.value));
  if (touches(attribute.nameRange, offset))
    return hover(attribute.nameRange, attributeLines(request, element, attribute));
  if (!touches(attribute.valueRange, offset) || !attribute.valueRange) return undefined;
  const { value, valueRange } = attribute;
  const isTold = shown.some(({ code, from }) => code.startsWith('id.') && from === valueRange.from);
  const known =
    versionLines(element, attribute) ?? (isEws(element) ? idLines(element, attribute.local, value, isTold) : undefined);
  return hover(valueRange, known ?? attributeLines(request, element, attribute));
}

function inContent(
  request: RequestDocument,
  element: XmlElement,
  offset: number,
  codes: CodeLookup | undefined,
): Hover | undefined {
  const text = element.children.find(child => child.kind === 'text' && touches(child, offset));
  if (!text || !/^(?:ResponseCode|faultcode)$/.test(element.local) || !isEws(element)) return undefined;
  // In a fault the code is a qualified name.
  const code = textOf(request.xml, element).trim().replace(/^.*:/, '');
  return hover(trimmedRange(request.text, text), codeLines(request, code, codes));
}

/** In a namespace of EWS, or in none at all, as in a piece that somebody pasted. */
function isEws(element: XmlElement): boolean {
  const { key, form } = namespaceOf(element);
  return form === 'none' || (key !== undefined && key !== 'soap');
}

function hover(range: Range, lines: readonly HoverLine[] | undefined): Hover | undefined {
  return lines && lines.length > 0 ? { range: { from: range.from, to: range.to }, lines } : undefined;
}

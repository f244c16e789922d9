import {
  elementAt,
  elementsOf,
  isBlank,
  isElement,
  parseXml,
  type Range,
  touches,
  type XmlAttribute,
  type XmlDocument,
  type XmlElement,
  type XmlNode,
} from '../../xml/index.ts';
import type { RequestDocument } from '../request.ts';

/** Where the caret is, as completion sees it. Ranges are those of the document. */
export type Place = ContentPlace | AttributePlace | ValuePlace | EndTagPlace;

/** Between tags, or in the name of a start tag. */
export interface ContentPlace {
  readonly kind: 'content';
  /** Undefined on the top level. It belongs to a tree without the half-typed tag; its ranges before the caret hold. */
  readonly parent: XmlElement | undefined;
  readonly before: readonly XmlElement[];
  readonly after: readonly XmlElement[];
  /** What is typed already and gets replaced. */
  readonly range: Range;
  /** `<` is typed already. */
  readonly inTag: boolean;
  /** The prefix that is typed already, without the colon. */
  readonly typedPrefix: string | undefined;
  /** The finished element whose name is edited here: only its name is to be replaced, in its end tag as well. */
  readonly renamed: Pick<XmlElement, 'endNameRange'> | undefined;
  /** What is replaced is all that stands between a start tag and its end tag. */
  readonly betweenTags: boolean;
  /** The element that an end tag would close here, where nothing but the beginning of a tag is typed. */
  readonly open: XmlElement | undefined;
}

/** In a start tag, where an attribute may stand. */
export interface AttributePlace {
  readonly kind: 'attribute';
  readonly element: XmlElement;
  readonly range: Range;
  /** The attribute whose name is edited here. */
  readonly edited: XmlAttribute | undefined;
}

/** In the value of an attribute. */
export interface ValuePlace {
  readonly kind: 'value';
  readonly element: XmlElement;
  readonly attribute: XmlAttribute;
  readonly range: Range;
  /** What has to be put around the value. */
  readonly opening: '"' | '';
  readonly closing: '"' | "'" | '';
}

/** In an end tag; `element` is the one it closes. */
export interface EndTagPlace {
  readonly kind: 'endTag';
  readonly element: XmlElement;
  readonly range: Range;
}

/** Finds out where the caret is; undefined in comments and wherever else nothing is to be completed. */
export function placeAt(request: RequestDocument, offset: number): Place | undefined {
  const { text, xml } = request;
  if (offset < 0 || offset > text.length || isInLeaf(xml, offset)) return undefined;
  const before = text.slice(Math.max(0, offset - longestToken), offset);
  const tag = /<(\/?)([^<>\s/!?"'=]*)$/.exec(before);
  if (tag) {
    const start = offset - tag[0].length;
    const end = offset + (/^[\w:.-]*/.exec(text.slice(offset, offset + longestToken))?.[0].length ?? 0);
    return tag[1] ? endTagPlace(request, start, end) : tagPlace(request, start, end, tag[2] ?? '');
  }
  if (/<[!?][^<>]*$/.test(before)) return undefined;
  const element = startTagAt(xml, offset);
  if (element) return startTagPlace(text, element, offset);
  const begun = /<[^<>\s/!?"'=]+[\s/][^<>]*$/.exec(text.slice(text.lastIndexOf('<', offset - 1), offset));
  if (begun) return placeInRest(request, offset - begun[0].length, offset);
  const word = /[\w:.-]*$/.exec(before)?.[0] ?? '';
  const rest = /^[\w:.-]*/.exec(text.slice(offset, offset + longestToken))?.[0] ?? '';
  const range = { from: offset - word.length, to: offset + rest.length };
  // A reference that is begun is text, and what is put there would cut it.
  if (text[range.from - 1] === '&') return undefined;
  return contentPlace(xml, range, range, { inTag: false, typedPrefix: prefixOf(word) });
}

/** The innermost element that the position is in the content of. */
export function enclosing(xml: XmlDocument, position: number): XmlElement | undefined {
  let found: XmlElement | undefined;
  let nodes: readonly XmlNode[] = xml.children;
  for (;;) {
    const next: XmlElement | undefined = lastStarting(nodes, position);
    if (!next?.complete || next.selfClosing || next.startTag.to > position) return found;
    if (position > (next.endTag?.from ?? next.to)) return found;
    found = next;
    nodes = next.children;
  }
}

/** True inside a comment, CDATA, a processing instruction or a document type declaration. */
function isInLeaf(xml: XmlDocument, offset: number): boolean {
  const nodes = elementAt(xml, offset)?.children ?? enclosing(xml, offset)?.children ?? xml.children;
  return nodes.some(node => {
    if (isElement(node) || node.kind === 'text' || node.kind === 'reference') return false;
    const ending = leafEndings[node.kind];
    const open = !xml.text.slice(node.from, node.to).endsWith(ending);
    // What is not closed goes on to the end of the text.
    return node.from < offset && (offset < node.to || open);
  });
}

const leafEndings = { comment: '-->', cdata: ']]>', instruction: '?>', doctype: '>' } as const;

/** Names are shorter; it keeps the look around the caret from growing with the document. */
const longestToken = 300;

/** The last element that begins before the position; an incomplete one has no content, so the one before it counts. */
function lastStarting(nodes: readonly XmlNode[], position: number): XmlElement | undefined {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.from ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0; index--) {
    const node = nodes[index];
    if (node && isElement(node)) return node;
  }
  return undefined;
}

function prefixOf(typed: string): string | undefined {
  const colon = typed.indexOf(':');
  return colon < 0 ? undefined : typed.slice(0, colon);
}

function tagPlace({ xml, text }: RequestDocument, start: number, nameEnd: number, typed: string): Place | undefined {
  const typing = { inTag: true, typedPrefix: prefixOf(typed) };
  const element = elementStartingAt(xml, start);
  if (!element?.complete) {
    const half = { from: start, to: nameEnd + (/^\/?>/.exec(text.slice(nameEnd, nameEnd + 2))?.[0].length ?? 0) };
    return cutPlace(xml, half, half, { ...typing, half: true });
  }
  const oneLine = !/[\r\n]/.test(text.slice(element.from, element.to));
  const bare = element.attributes.length === 0;
  if (bare && element.children.length === 0 && oneLine && (element.endTag || element.selfClosing)) {
    return placeOf(xml, element, element, typing);
  }
  const leftBehind = xml.slips.find(({ kind, element: of }) => kind === 'mismatchedEndTag' && of === element);
  if (leftBehind) {
    // The end tag has the name that the element had before.
    const from = leftBehind.from + 2;
    const endNameRange = { from, to: from + (/^[^\s>]*/.exec(text.slice(from, leftBehind.to))?.[0].length ?? 0) };
    return cutPlace(xml, element, { from: start, to: nameEnd }, { ...typing, renamed: { endNameRange } });
  }
  // Text that follows at once is its own; elements may be its neighbours.
  const [first] = element.children;
  const holdsText = first?.kind === 'text' && !isBlank(text.slice(first.from, first.to));
  if (bare && !element.endTag && !element.selfClosing && !holdsText) {
    const whole = { from: start, to: element.startTag.to };
    return cutPlace(
      xml,
      whole,
      /[\r\n]/.test(text.slice(start, whole.to)) ? { from: start, to: nameEnd } : whole,
      typing,
    );
  }
  return placeOf(xml, element, { from: start, to: nameEnd }, { ...typing, renamed: element });
}

interface Typing {
  readonly inTag: boolean;
  readonly typedPrefix: string | undefined;
  readonly renamed?: ContentPlace['renamed'];
  /** The tag is no more than begun. */
  readonly half?: true;
}

/** The place of an element as it is without it: in a sound tree all elements are closed, and the rest stays as it is. */
function placeOf(xml: XmlDocument, element: XmlElement, range: Range, typing: Typing): ContentPlace {
  if (xml.slips.length > 0) return cutPlace(xml, element, range, typing);
  const siblings = elementsOf(element.parent ?? xml).filter(sibling => sibling !== element);
  return { ...contentIn(element.parent, siblings, element, range, typing), open: undefined };
}

/** The place as it is in the text without the tag that is being typed, which would confuse the tree. */
function cutPlace(xml: XmlDocument, cut: Range, range: Range, typing: Typing): ContentPlace {
  const without = parseXml(xml.text.slice(0, cut.from) + xml.text.slice(cut.to), xml);
  return contentPlace(without, { from: cut.from, to: cut.from }, range, typing);
}

function contentPlace(xml: XmlDocument, hole: Range, range: Range, typing: Typing): ContentPlace {
  const parent = enclosing(xml, hole.from);
  const open = typing.half && openElementAt(xml, hole.from);
  return { ...contentIn(parent, elementsOf(parent ?? xml), hole, range, typing), open };
}

/** `hole` is where the range, if anything of it is left in the tree, stands there. */
function contentIn(
  parent: XmlElement | undefined,
  siblings: readonly XmlElement[],
  hole: Range,
  range: Range,
  { inTag, typedPrefix, renamed }: Typing,
): Omit<ContentPlace, 'open'> {
  return {
    kind: 'content',
    parent,
    before: siblings.filter(({ from }) => from < hole.from),
    after: siblings.filter(({ from }) => from >= hole.from),
    range: { from: range.from, to: range.to },
    inTag,
    typedPrefix,
    renamed,
    betweenTags: parent?.startTag.to === hole.from && parent.endTag?.from === hole.to,
  };
}

function elementStartingAt(xml: XmlDocument, start: number): XmlElement | undefined {
  const around = elementAt(xml, start + 1);
  if (around?.from === start) return around;
  return elementsOf(around ?? enclosing(xml, start) ?? xml).find(({ from }) => from === start);
}

function endTagPlace({ xml, text }: RequestDocument, start: number, nameEnd: number): EndTagPlace | undefined {
  const to = text[nameEnd] === '>' ? nameEnd + 1 : nameEnd;
  const element = openElementAt(parseXml(text.slice(0, start) + text.slice(to), xml), start);
  return element && { kind: 'endTag', element, range: { from: start, to } };
}

/** The element that an end tag at the position would close, if one is open there. */
export function openElementAt(xml: XmlDocument, position: number): XmlElement | undefined {
  const inner = enclosing(xml, position);
  if (!inner?.endTag) return inner;
  // Of two nested elements of one name the inner one took the end tag that there is.
  for (let outer = inner.parent; outer; outer = outer.parent) {
    if (!outer.endTag && outer.name === inner.name) return inner;
  }
  return undefined;
}

function startTagAt(xml: XmlDocument, offset: number): XmlElement | undefined {
  return [elementAt(xml, offset), elementAt(xml, offset - 1)].find(
    element =>
      element &&
      element.name !== '' &&
      element.nameRange.to < offset &&
      (element.complete ? offset < element.startTag.to : offset <= element.startTag.to),
  );
}

function startTagPlace(text: string, element: XmlElement, offset: number): Place | undefined {
  if (text[offset - 1] === '/' && text[offset] === '>' && element.selfClosing) return undefined;
  const attribute = element.attributes.findLast(({ from }) => from <= offset);
  if (attribute) {
    const value = valuePlace(text, element, attribute, offset);
    // An editor replaces within one line only.
    if (value) return /[\r\n]/.test(text.slice(value.range.from, value.range.to)) ? undefined : value;
    if (touches(attribute.nameRange, offset)) {
      return { kind: 'attribute', element, range: attribute.nameRange, edited: attribute };
    }
    // Beside the equals sign.
    if (offset < attribute.to) return undefined;
  }
  return { kind: 'attribute', element, range: { from: offset, to: offset }, edited: undefined };
}

/** In what the parser did not take for a part of the start tag before it, such as the value in `a=1`. */
function placeInRest({ xml, text }: RequestDocument, start: number, offset: number): ValuePlace | undefined {
  const element = elementStartingAt(xml, start);
  const attribute = element?.attributes.at(-1);
  return element && attribute && !attribute.valueRange ? unquotedPlace(text, element, attribute, offset) : undefined;
}

function unquotedPlace(
  text: string,
  element: XmlElement,
  attribute: XmlAttribute,
  offset: number,
): ValuePlace | undefined {
  const typed = /^\s*=\s*([\w.:-]*)$/.exec(text.slice(attribute.nameRange.to, offset))?.[1];
  if (typed === undefined) return undefined;
  const rest = /^[\w.:-]*/.exec(text.slice(offset, offset + longestToken))?.[0] ?? '';
  const range = { from: offset - typed.length, to: offset + rest.length };
  return { kind: 'value', element, attribute, range, opening: '"', closing: '"' };
}

function valuePlace(
  text: string,
  element: XmlElement,
  attribute: XmlAttribute,
  offset: number,
): ValuePlace | undefined {
  const { valueRange, quoteClosed } = attribute;
  const found = { kind: 'value', element, attribute } as const;
  if (!valueRange) return unquotedPlace(text, element, attribute, offset);
  if (!touches(valueRange, offset)) return undefined;
  if (quoteClosed) return { ...found, range: valueRange, opening: '', closing: '' };
  const rest = /^[\w.:-]*/.exec(text.slice(offset, valueRange.to))?.[0] ?? '';
  const quote = text[valueRange.from - 1];
  const range = { from: valueRange.from, to: offset + rest.length };
  if (quote === '"' || quote === "'") return { ...found, range, opening: '', closing: quote };
  return { ...found, range, opening: '"', closing: '"' };
}

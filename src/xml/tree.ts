import type { Scope } from './scope.ts';

/** A stretch of the text in UTF-16 units; `to` is exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The text as a tree. Parsing never fails: half-typed text gives a tree too, with what is missing left undefined. */
export interface XmlDocument {
  readonly text: string;
  /** Everything on the top level, in order. */
  readonly children: readonly XmlNode[];
  /** The first element of the top level. */
  readonly root: XmlElement | undefined;
  /** Places at which the tree had to guess; the strict verdict is {@link wellFormedness}'s alone. */
  readonly slips: readonly SyntaxSlip[];
}

export type XmlNode = XmlElement | XmlLeaf;

/** An element with all the ranges an editor asks for. */
export interface XmlElement extends Range {
  readonly kind: 'element';
  /** As written, with the prefix. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  /** The namespace; empty for none, undefined when the prefix is not declared. */
  readonly uri: string | undefined;
  /** The name in the start tag. */
  readonly nameRange: Range;
  readonly startTag: Range;
  readonly endTag: Range | undefined;
  /** The name in the end tag. */
  readonly endNameRange: Range | undefined;
  /** `<a/>`. */
  readonly selfClosing: boolean;
  /** The start tag ends with `>`. */
  readonly complete: boolean;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  readonly parent: XmlElement | undefined;
  /** The declarations in force, by prefix; the empty prefix is the default namespace. */
  readonly namespaces: Scope<XmlAttribute>;
}

/** An attribute, also a namespace declaration. */
export interface XmlAttribute extends Range {
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  /** The namespace; empty for none, undefined when the prefix is not declared. */
  readonly uri: string | undefined;
  readonly nameRange: Range;
  /** Between the quotes; undefined when there is no value. */
  readonly valueRange: Range | undefined;
  /** The closing quote is there. */
  readonly quoteClosed: boolean;
  /** The value as XML 1.0 section 3.3.3 normalises it. */
  readonly value: string;
}

/** Anything that is no element. */
export interface XmlLeaf extends Range {
  readonly kind: 'text' | 'reference' | 'cdata' | 'comment' | 'instruction' | 'doctype';
}

/** What the tolerant parser stumbled over. */
export interface SyntaxSlip extends Range {
  readonly kind: 'mismatchedEndTag' | 'missingEndTag' | 'rawAmpersand' | 'openValue' | 'other';
  /** The element concerned. */
  readonly element?: XmlElement;
}

/** True for elements. */
export function isElement(node: XmlNode): node is XmlElement {
  return node.kind === 'element';
}

/** The attribute of an element with that very name, prefix included. */
export function attributeNamed(element: XmlElement | undefined, name: string): XmlAttribute | undefined {
  return element?.attributes.find(attribute => attribute.name === name);
}

/** The child elements of an element, in order. */
export function elementsOf(parent: { readonly children: readonly XmlNode[] }): XmlElement[] {
  return parent.children.filter(isElement);
}

/** The element whose range holds the offset, innermost, if any. */
export function elementAt(document: XmlDocument, offset: number): XmlElement | undefined {
  let found: XmlElement | undefined;
  let nodes = document.children;
  for (;;) {
    const next: XmlElement | undefined = childAt(nodes, offset);
    if (!next) return found;
    found = next;
    nodes = next.children;
  }
}

/** All elements below (and with) the given one, in document order. */
export function* descendants(top: XmlElement): Generator<XmlElement> {
  const waiting: XmlElement[] = [top];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    yield element;
    for (let index = element.children.length - 1; index >= 0; index--) {
      const child = element.children[index];
      if (child && isElement(child)) waiting.push(child);
    }
  }
}

/** True when the offset lies in the range, its ends included (where a caret still belongs to it). */
export function touches(range: Range | undefined, offset: number): boolean {
  return range !== undefined && range.from <= offset && offset <= range.to;
}

function childAt(nodes: readonly XmlNode[], offset: number): XmlElement | undefined {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.to ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const node = nodes[low];
  return node && isElement(node) && node.from < offset && offset < node.to ? node : undefined;
}

import { changedRange } from './changedRange.ts';
import { attributeValue } from './escape.ts';
import type { Range, XmlAttribute, XmlDocument, XmlElement, XmlLeaf, XmlNode } from './tree.ts';
import { declarationsOf } from './treeBuilder.ts';

/**
 * The document after plain characters were typed or deleted inside an attribute value or a text: the same tree, with what
 * stands behind them moved. Undefined for any other change, and when the document before was not sound.
 */
export function editedInPlace(document: XmlDocument, text: string): XmlDocument | undefined {
  const { fromA, toA, fromB, toB } = changedRange(document.text, text);
  if (document.slips.length > 0 || !isPlain(document.text.slice(fromA, toA)) || !isPlain(text.slice(fromB, toB))) {
    return undefined;
  }
  const change: Change = { text, from: fromA, to: toA, by: toB - toA };
  return canHold(document, change) ? new Moving(change).document(document) : undefined;
}

/** What stood between `from` and `to` is replaced, and what is behind it moves: `text` is the text after. */
interface Change extends Range {
  readonly text: string;
  readonly by: number;
}

/** Characters that mean the same to the parser wherever they stand inside a value or a text. */
function isPlain(text: string): boolean {
  return /^[\t\n\r -~]*$/.test(text) && !/[<>&"']/.test(text);
}

/** Whether an attribute value or a text begins before the change and reaches to its end. */
function canHold(document: XmlDocument, change: Change): boolean {
  let parent: XmlElement | undefined;
  let node = around(document.children, change);
  while (node?.kind === 'element') {
    parent = node;
    node = around(node.children, change);
  }
  if (!parent) return false;
  if (node) return node.kind === 'text';
  const value = around(parent.attributes, change);
  return value !== undefined && isSimple(value, document.text) && holds(value.valueRange, change);
}

/** A value in quotes that stands apart from what follows it, holds no reference and declares no namespace. */
function isSimple({ name, quoteClosed, to, valueRange }: XmlAttribute, text: string): boolean {
  if (!quoteClosed || !valueRange || name.startsWith('xmlns')) return false;
  return /[\s/>?]/.test(text.charAt(to)) && !text.slice(valueRange.from, valueRange.to).includes('&');
}

function holds(range: Range | undefined, change: Range): boolean {
  return range !== undefined && range.from < change.from && change.to <= range.to;
}

/** Of ranges in order the one that begins before the change and reaches to its end. */
function around<T extends Range>(ranges: readonly T[], change: Range): T | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.to ?? 0) < change.to) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return holds(range, change) ? range : undefined;
}

/** Copies a tree, with every place behind the change moved. */
class Moving {
  private readonly change: Change;
  private readonly waiting: Copying[] = [];

  constructor(change: Change) {
    this.change = change;
  }

  document({ children }: XmlDocument): XmlDocument {
    const top = this.nodes(children, undefined);
    for (let next = this.waiting.pop(); next; next = this.waiting.pop()) {
      const { copy, original } = next;
      const inherits = original.namespaces === original.parent?.namespaces;
      copy.namespaces = (inherits && copy.parent?.namespaces) || declarationsOf(copy);
      copy.children = this.nodes(original.children, copy);
    }
    const root = top.find(node => node.kind === 'element');
    return { text: this.change.text, children: top, root, slips: [] };
  }

  private nodes(nodes: readonly XmlNode[], parent: XmlElement | undefined): XmlNode[] {
    return nodes.map(node => (node.kind === 'element' ? this.element(node, parent) : this.leaf(node)));
  }

  private element(element: XmlElement, parent: XmlElement | undefined): XmlElement {
    const copy: Copy = {
      kind: 'element',
      from: this.at(element.from),
      to: this.at(element.to),
      name: element.name,
      prefix: element.prefix,
      local: element.local,
      uri: element.uri,
      nameRange: this.range(element.nameRange),
      startTag: this.range(element.startTag),
      endTag: element.endTag && this.range(element.endTag),
      endNameRange: element.endNameRange && this.range(element.endNameRange),
      selfClosing: element.selfClosing,
      complete: element.complete,
      attributes: this.isBefore(element.startTag) ? element.attributes : element.attributes.map(this.attribute, this),
      children: [],
      parent,
      namespaces: element.namespaces,
    };
    this.waiting.push({ copy, original: element });
    return copy;
  }

  private attribute(attribute: XmlAttribute): XmlAttribute {
    if (this.isBefore(attribute)) return attribute;
    const valueRange = attribute.valueRange && this.range(attribute.valueRange);
    const changed = valueRange && holds(attribute.valueRange, this.change);
    return {
      from: this.at(attribute.from),
      to: this.at(attribute.to),
      name: attribute.name,
      prefix: attribute.prefix,
      local: attribute.local,
      uri: attribute.uri,
      nameRange: this.range(attribute.nameRange),
      valueRange,
      quoteClosed: attribute.quoteClosed,
      value: changed ? attributeValue(this.change.text.slice(valueRange.from, valueRange.to)) : attribute.value,
    };
  }

  private leaf(leaf: XmlLeaf): XmlLeaf {
    return this.isBefore(leaf) ? leaf : { kind: leaf.kind, from: this.at(leaf.from), to: this.at(leaf.to) };
  }

  private range(range: Range): Range {
    return this.isBefore(range) ? range : { from: this.at(range.from), to: this.at(range.to) };
  }

  private isBefore({ to }: Range): boolean {
    return to < this.change.to;
  }

  private at(offset: number): number {
    return offset >= this.change.to ? offset + this.change.by : offset;
  }
}

type Copy = { -readonly [K in keyof XmlElement]: XmlElement[K] };

/** An element whose declarations and children are still to be copied. */
interface Copying {
  readonly copy: Copy;
  readonly original: XmlElement;
}

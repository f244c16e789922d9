import type { SyntaxNodeRef, Tree } from '@lezer/common';
import { attributeValue } from './escape.ts';
import { Scope } from './scope.ts';
import type { Range, SyntaxSlip, XmlAttribute, XmlDocument, XmlElement, XmlLeaf, XmlNode } from './tree.ts';

/** A value without its closing quote, or without any, that the parser was not shown: the range is that of the value alone. */
export interface HalfTypedValue extends Range {
  readonly equals: number;
}

/** Makes our tree of the parser's, and adds to it the values that were hidden from the parser. */
export function buildTree(text: string, tree: Tree, hidden: readonly HalfTypedValue[]): XmlDocument {
  const builder = new TreeBuilder(text, hidden);
  tree.iterate({ enter: node => builder.enter(node), leave: node => builder.leave(node) });
  return builder.finish();
}

type Building<T> = { -readonly [K in keyof T]: T[K] };
type BuildingElement = Building<Omit<XmlElement, 'attributes' | 'children' | 'parent'>> & {
  attributes: BuildingAttribute[];
  children: XmlNode[];
  parent: BuildingElement | undefined;
};
type BuildingAttribute = Building<XmlAttribute>;

const leafKinds: Readonly<Record<string, XmlLeaf['kind']>> = {
  Text: 'text',
  EntityReference: 'reference',
  CharacterReference: 'reference',
  Cdata: 'cdata',
  Comment: 'comment',
  ProcessingInst: 'instruction',
  DoctypeDecl: 'doctype',
};

/** Turns the parser's events into elements; names are resolved at the end, when every parent is known. */
class TreeBuilder {
  private readonly text: string;
  private readonly hidden: readonly HalfTypedValue[];
  private readonly top: XmlNode[] = [];
  private readonly slips: SyntaxSlip[] = [];
  private element: BuildingElement | undefined;
  private attribute: BuildingAttribute | undefined;
  /** Elements with an end tag of another name inside: where it is, and how many children stand before it. */
  private readonly misnamed = new Map<BuildingElement, { readonly to: number; readonly count: number }>();
  /** Elements that the parser put their siblings into: how many children are really theirs. */
  private readonly swollen = new Map<XmlNode, number>();

  constructor(text: string, hidden: readonly HalfTypedValue[]) {
    this.text = text;
    this.hidden = hidden;
  }

  enter(node: SyntaxNodeRef): boolean {
    if (node.type.isError) return this.enterError(node);
    const leaf = leafKinds[node.name];
    if (leaf) {
      this.siblings().push({ kind: leaf, from: node.from, to: node.to });
      return false;
    }
    return node.name.startsWith('Attribute') ? this.enterAttribute(node) : this.enterElement(node);
  }

  leave(node: SyntaxNodeRef): void {
    const element = this.element;
    if (node.name !== 'Element' || !element) return;
    this.element = element.parent;
    if (element.endTag) return;
    if (element.complete) {
      this.closeMisnamed(element);
      return;
    }
    // A half-typed start tag has no content yet: what the parser put into it are its siblings.
    element.to = element.startTag.to;
    this.swollen.set(element as XmlElement, 0);
  }

  /** An end tag with a slip in its name still ends the element: what follows it are siblings. */
  private closeMisnamed(element: BuildingElement): void {
    const misnamed = this.misnamed.get(element);
    if (!misnamed) return;
    element.to = misnamed.to;
    this.swollen.set(element as XmlElement, misnamed.count);
  }

  finish(): XmlDocument {
    const top = this.movedOut(this.top, undefined);
    for (const node of top) if (node.kind === 'element') this.complete(node as BuildingElement);
    const root = top.find(node => node.kind === 'element');
    return { text: this.text, children: top, root, slips: this.slips };
  }

  /** Gives each element below its own children, and the names their namespaces. */
  private complete(top: BuildingElement): void {
    const waiting = [top];
    for (let element = waiting.pop(); element; element = waiting.pop()) {
      resolveNames(element);
      element.children = this.movedOut(element.children, element);
      for (const child of element.children) if (child.kind === 'element') waiting.push(child as BuildingElement);
    }
  }

  /** The nodes with what was put into them behind them, at any depth: each is moved once, to where it belongs. */
  private movedOut(nodes: XmlNode[], parent: BuildingElement | undefined): XmlNode[] {
    if (this.swollen.size === 0) return nodes;
    const moved: XmlNode[] = [];
    const waiting = [...nodes].reverse();
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      moved.push(node);
      if (node.kind !== 'element') continue;
      const element = node as BuildingElement;
      element.parent = parent;
      const further = element.children.splice(this.swollen.get(node) ?? element.children.length);
      for (const child of further.reverse()) waiting.push(child);
    }
    return moved;
  }

  private siblings(): XmlNode[] {
    return this.element?.children ?? this.top;
  }

  private enterError(node: SyntaxNodeRef): boolean {
    // The parser marks the ampersand itself, or the place right behind it.
    const at = [node.from, node.from - 1].find(offset => this.text[offset] === '&');
    if (at === undefined) this.slip('other', node);
    else this.slip('rawAmpersand', { from: at, to: at + 1 });
    return true;
  }

  private slip(kind: SyntaxSlip['kind'], range: Range): void {
    this.slips.push({ kind, from: range.from, to: range.to, ...(this.element && { element: this.element }) });
  }

  private enterElement(node: SyntaxNodeRef): boolean {
    if (node.name === 'Element') this.open(node);
    const element = this.element;
    if (!element) {
      if (node.name === 'MismatchedCloseTag') this.slip('mismatchedEndTag', node);
      return node.name === 'Document';
    }
    const range = { from: node.from, to: node.to };
    switch (node.name) {
      case 'OpenTag':
      case 'SelfClosingTag':
        element.startTag = range;
        element.selfClosing = node.name === 'SelfClosingTag';
        break;
      case 'EndTag':
      case 'SelfCloseEndTag':
        if (!element.endTag) element.complete = true;
        break;
      case 'CloseTag':
        element.endTag = range;
        break;
      case 'TagName':
        this.name(element, range);
        break;
      case 'MissingCloseTag':
        this.slip('missingEndTag', element.nameRange);
        break;
      case 'MismatchedCloseTag':
        this.slip('mismatchedEndTag', range);
        if (!this.misnamed.has(element)) this.misnamed.set(element, { to: range.to, count: element.children.length });
        return false;
    }
    return true;
  }

  private open(node: SyntaxNodeRef): void {
    const element: BuildingElement = {
      kind: 'element',
      from: node.from,
      to: node.to,
      name: '',
      prefix: '',
      local: '',
      uri: '',
      nameRange: { from: node.from + 1, to: node.from + 1 },
      startTag: { from: node.from, to: node.to },
      endTag: undefined,
      endNameRange: undefined,
      selfClosing: false,
      complete: false,
      attributes: [],
      children: [],
      parent: this.element,
      namespaces: noNamespaces,
    };
    this.siblings().push(element as XmlElement);
    this.element = element;
  }

  private name(element: BuildingElement, range: Range): void {
    if (element.endTag) {
      element.endNameRange = range;
      return;
    }
    element.nameRange = range;
    element.name = this.text.slice(range.from, range.to);
    [element.prefix, element.local] = splitName(element.name);
  }

  private enterAttribute(node: SyntaxNodeRef): boolean {
    const { name, from, to } = node;
    if (name === 'Attribute') {
      // Without a value the parser counts the white space behind the name in.
      this.attribute = newAttribute(from, from + this.text.slice(from, to).trimEnd().length);
      this.element?.attributes.push(this.attribute);
      return true;
    }
    if (!this.attribute) return false;
    if (name === 'AttributeName') this.nameAttribute(this.attribute, { from, to });
    else this.valueOf(this.attribute, { from, to });
    return false;
  }

  private nameAttribute(attribute: BuildingAttribute, range: Range): void {
    attribute.nameRange = range;
    attribute.name = this.text.slice(range.from, range.to);
    [attribute.prefix, attribute.local] = splitName(attribute.name);
    const half = this.hidden.find(
      value => value.equals >= range.to && /^\s*$/.test(this.text.slice(range.to, value.equals)),
    );
    if (half) this.halfTypedValue(attribute, half);
  }

  private halfTypedValue(attribute: BuildingAttribute, { from, to }: HalfTypedValue): void {
    attribute.valueRange = { from, to };
    attribute.quoteClosed = false;
    attribute.value = attributeValue(this.text.slice(from, to));
    attribute.to = to;
    this.slip('openValue', { from, to });
  }

  private valueOf(attribute: BuildingAttribute, range: Range): void {
    const closed = range.to - range.from > 1 && this.text[range.to - 1] === this.text[range.from];
    attribute.quoteClosed = closed;
    attribute.valueRange = { from: range.from + 1, to: closed ? range.to - 1 : range.to };
    const raw = this.text.slice(attribute.valueRange.from, attribute.valueRange.to);
    attribute.value = attributeValue(raw);
    // A raw ampersand makes an error inside the value, which is entered by nobody else.
    const ampersand = raw.includes('&') && rawAmpersand.exec(raw);
    if (!ampersand) return;
    const at = attribute.valueRange.from + ampersand.index;
    this.slip('rawAmpersand', { from: at, to: at + 1 });
  }
}

const rawAmpersand = /&(?!(?:#x[0-9a-fA-F]+|#[0-9]+|[\p{L}_:][\p{L}\p{N}._:-]*);)/u;

function newAttribute(from: number, to: number): BuildingAttribute {
  return {
    from,
    to,
    name: '',
    prefix: '',
    local: '',
    uri: '',
    nameRange: { from, to: from },
    valueRange: undefined,
    quoteClosed: true,
    value: '',
  };
}

function splitName(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const noNamespaces = new Scope<XmlAttribute>();

function resolveNames(element: BuildingElement): void {
  element.namespaces = declarationsOf(element);
  element.uri = namespaceOf(element.prefix, element.namespaces) ?? (element.prefix === '' ? '' : undefined);
  for (const attribute of element.attributes) {
    // The default namespace does not apply to attributes.
    attribute.uri = attribute.prefix === '' ? '' : namespaceOf(attribute.prefix, element.namespaces);
  }
}

/** The declarations in force in an element whose parent and attributes are known. */
export function declarationsOf({ attributes, parent }: Pick<XmlElement, 'attributes' | 'parent'>): Scope<XmlAttribute> {
  let own: Map<string, XmlAttribute> | undefined;
  for (const attribute of attributes) {
    const prefix = attribute.prefix === 'xmlns' ? attribute.local : attribute.name === 'xmlns' ? '' : undefined;
    if (prefix === undefined) continue;
    own ??= new Map();
    own.set(prefix, attribute);
  }
  return own ? new Scope(own, parent?.namespaces) : (parent?.namespaces ?? noNamespaces);
}

function namespaceOf(prefix: string, declarations: Scope<XmlAttribute>): string | undefined {
  return prefix === 'xml' ? xmlNamespace : declarations.get(prefix)?.value;
}

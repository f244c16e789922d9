import { EntityDecoder } from '@nodable/entities';
import { type X2jOptions, XMLParser } from 'fast-xml-parser';
import { namespaces } from '../ews/namespaces.ts';
import { maximumDepth } from './gate.ts';
import { longestText, shortenLongTexts } from './longTexts.ts';

/** One element of an answer; names are resolved by namespace URI, whatever prefix the text uses. */
export interface Element {
  /** The name without its prefix. */
  readonly name: string;
  /** Namespace URI, with a pasted `https://` form already turned into the real one; empty when there is none. */
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly Node[];
  readonly scope: Scope;
}

/** The namespaces in force at an element, and what was noticed on the way there. */
interface Scope {
  /** Declared on this very element; the rest is found in the parents, at most {@link maximumDepth} steps away. */
  readonly prefixes: ReadonlyMap<string, string>;
  readonly parent: Scope | undefined;
  readonly findings: Findings;
}

/** Filled while elements are visited. */
export interface Findings {
  /** A namespace of EWS or SOAP stood there with https:// in place of http://. */
  https: boolean;
}

/** A node as fast-xml-parser gives it with `preserveOrder`: one key for the name or `#text`, `:@` for attributes. */
type Node = Readonly<Record<string, unknown>>;

/**
 * The root element of a text that {@link judge} found well-formed. Texts of very great length are shortened, since
 * they hold payload and never a code; `longest` is the length of the longest one in UTF-16 units, where it is known.
 */
export function rootElement(
  text: string,
  longest = Number.POSITIVE_INFINITY,
): { readonly root: Element | undefined; readonly findings: Findings } {
  const findings: Findings = { https: false };
  const scope: Scope = { prefixes: new Map(), parent: undefined, findings };
  const nodes: readonly Node[] = parser.parse(longest > longestText ? shortenLongTexts(text) : text);
  const root = nodes.map(node => elementOf(node, scope)).find(element => element !== undefined);
  return { root, findings };
}

/** The child elements, in order. */
export function childrenOf(element: Element): Element[] {
  const children: Element[] = [];
  for (const node of element.content) {
    const child = elementOf(node, element.scope);
    if (child) {
      children.push(child);
    }
  }
  return children;
}

/** The child elements of a name, in any namespace, in order; what else there is costs nothing. */
export function childrenNamed(element: Element, name: string): Element[] {
  const children: Element[] = [];
  for (const node of element.content) {
    const child = isNamed(node, name) ? elementOf(node, element.scope) : undefined;
    if (child) {
      children.push(child);
    }
  }
  return children;
}

/** The first child of a name, in the given namespace or, without one, in any. */
export function childOf(element: Element, name: string, namespace?: string): Element | undefined {
  for (const node of element.content) {
    const child = isNamed(node, name) ? elementOf(node, element.scope) : undefined;
    if (child && (namespace === undefined || child.namespace === namespace)) {
      return child;
    }
  }
  return undefined;
}

/** The text inside the first child of a name, in any namespace, without white space at both ends. */
export function childText(element: Element, name: string): string | undefined {
  for (const node of element.content) {
    if (isNamed(node, name)) {
      return rawText([node]).trim();
    }
  }
  return undefined;
}

/** Every element below this one that has the name, in document order, without looking inside a hit. */
export function descendantsOf(element: Element, name: string): Element[] {
  return childrenOf(element).flatMap(child => (child.name === name ? [child] : descendantsOf(child, name)));
}

/** All text inside an element, without white space at both ends. */
export function textOf(element: Element): string {
  return rawText(element.content).trim();
}

/** How answers are read: nothing is turned into a number or expanded, and order and white space are kept. */
export const answerParserOptions: X2jOptions = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: true,
  entityDecoder: new EntityDecoder({ numericAllowed: true }),
  maxNestedTags: maximumDepth,
  ignorePiTags: true,
  ignoreDeclaration: true,
  jPath: false,
  transformTagName: harmlessName,
  transformAttributeName: harmlessName,
};

const parser = new XMLParser(answerParserOptions);

/** The parser refuses a whole document for these names, which XML allows; under another name they do no harm. */
function harmlessName(name: string): string {
  return name === '__proto__' || name === 'constructor' || name === 'prototype' ? `${name}.` : name;
}

function elementOf(node: Node, parent: Scope): Element | undefined {
  const name = nameOf(node);
  const content = name === undefined ? undefined : node[name];
  if (name === undefined || !Array.isArray(content)) {
    return undefined;
  }
  const attributes = attributesOf(node[':@']);
  const scope = attributes === noAttributes ? parent : scopeOf(attributes, parent);
  const colon = name.indexOf(':');
  const uri = uriOf(colon === -1 ? '' : name.slice(0, colon), scope);
  return { name: name.slice(colon + 1), namespace: realNamespace(uri, scope.findings), attributes, content, scope };
}

/** The one key that is not `:@`; a loop, since this runs for every element of answers with 100,000 items. */
function nameOf(node: Node): string | undefined {
  for (const key in node) {
    if (key !== ':@') {
      return key;
    }
  }
  return undefined;
}

function isNamed(node: Node, name: string): boolean {
  const whole = nameOf(node) ?? '';
  const start = whole.length - name.length;
  return whole.endsWith(name) && (start === 0 || whole.charAt(start - 1) === ':');
}

const noAttributes: Readonly<Record<string, string>> = {};

/** The tree keeps attributes as one object of strings, since the parser is told to convert none. */
function attributesOf(group: unknown): Readonly<Record<string, string>> {
  return isAttributes(group) ? group : noAttributes;
}

function isAttributes(group: unknown): group is Readonly<Record<string, string>> {
  return typeof group === 'object' && group !== null;
}

function scopeOf(attributes: Readonly<Record<string, string>>, parent: Scope): Scope {
  let prefixes: Map<string, string> | undefined;
  for (const name in attributes) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) {
      prefixes ??= new Map();
      prefixes.set(name.slice('xmlns:'.length), attributes[name] ?? '');
    }
  }
  return prefixes ? { prefixes, parent, findings: parent.findings } : parent;
}

function uriOf(prefix: string, scope: Scope): string {
  for (let inner: Scope | undefined = scope; inner; inner = inner.parent) {
    const uri = inner.prefixes.get(prefix);
    if (uri !== undefined) {
      return uri;
    }
  }
  return '';
}

/** Published copies of answers carry `https://` in their namespaces: read as what was meant, and noticed. */
function realNamespace(uri: string, findings: Findings): string {
  const real = httpsForms.get(uri);
  if (real === undefined) {
    return uri;
  }
  findings.https = true;
  return real;
}

const httpsForms: ReadonlyMap<string, string> = new Map(
  Object.values(namespaces).map(uri => [uri.replace('http://', 'https://'), uri]),
);

function rawText(nodes: readonly Node[]): string {
  let all = '';
  for (const node of nodes) {
    const text = node['#text'];
    const content = typeof text === 'string' ? text : node[nameOf(node) ?? ''];
    all += typeof content === 'string' ? content : Array.isArray(content) ? rawText(content) : '';
  }
  return all;
}

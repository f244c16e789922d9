import { type NamespaceKey, namespaces, soap12Namespace, soapDraftNamespaces } from '../ews/namespaces.ts';
import type { EwsName } from '../ews/schema.ts';
import { editDistance } from '../ews/wrongNames.ts';
import type { XmlAttribute, XmlElement } from '../xml/index.ts';

/** What a namespace of a document means, also where it is written wrong. */
export interface NamespaceReading {
  /** The namespace that is, or was surely meant; undefined for a foreign one and for none. */
  readonly key: NamespaceKey | undefined;
  /** How it is written. `assumed`: the prefix is not declared, or not in full, but everybody writes it for this namespace. */
  readonly form: 'exact' | 'https' | 'soap12' | 'soapDraft' | 'misspelt' | 'assumed' | 'foreign' | 'none';
}

/** Reads a namespace name leniently, so that one wrong declaration is one problem and not one for every element. */
export function readNamespace(uri: string): NamespaceReading {
  const known = readings.get(uri);
  if (known) return known;
  const reading = readAnew(uri);
  if (readings.size < mostReadings) readings.set(uri, reading);
  return reading;
}

/** The namespace of an element or attribute, lenient as {@link readNamespace}. */
export function namespaceOf(node: XmlElement | XmlAttribute): NamespaceReading {
  const reading = node.uri === undefined ? undefined : readNamespace(node.uri);
  if (reading && (reading.key || !isBeingTyped(node))) return reading;
  return { key: customaryPrefixes[node.prefix], form: 'assumed' };
}

/** True where the quote is missing behind the namespace that a name is in. */
function isBeingTyped(node: XmlElement | XmlAttribute): boolean {
  return 'namespaces' in node && node.namespaces.get(node.prefix)?.quoteClosed === false;
}

/** The name of an element as the facts write it (`m:GroupId`), or undefined when it is in no namespace of EWS. */
export function ewsNameOf(element: XmlElement): EwsName | undefined {
  const prefix = factPrefix[namespaceOf(element).key ?? 'errors'];
  return prefix && `${prefix}:${element.local}`;
}

/** Splits a name of the facts into its namespace and local name. */
export function splitEwsName(name: EwsName): { readonly key: NamespaceKey; readonly local: string } {
  const key = name.startsWith('m:') ? 'messages' : name.startsWith('t:') ? 'types' : 'soap';
  return { key, local: name.slice(name.indexOf(':') + 1) };
}

/** The prefix under which a document knows a namespace at an element, if it declares it at all. */
export function prefixFor(element: XmlElement, key: NamespaceKey): string | undefined {
  return prefixesIn(element.namespaces).get(key);
}

type Declarations = XmlElement['namespaces'];
type Prefixes = ReadonlyMap<NamespaceKey, string>;

/** Most elements of a document have what is declared in common, and the others most of it. */
const knownPrefixes = new WeakMap<Declarations, Prefixes>();

function prefixesIn(scope: Declarations): Prefixes {
  const unknown: Declarations[] = [];
  let at: Declarations | undefined = scope;
  for (; at && !knownPrefixes.has(at); at = at.outer) unknown.push(at);
  let found: Prefixes = (at && knownPrefixes.get(at)) ?? new Map();
  for (const inner of unknown.reverse()) {
    found = withOwn(found, inner);
    knownPrefixes.set(inner, found);
  }
  return found;
}

/** Where a prefix means something else inside, another one may stand for the same: then all are looked at. */
function withOwn(outer: Prefixes, scope: Declarations): Prefixes {
  const isHidden = [...outer.values()].some(prefix => scope.own.has(prefix));
  const found = new Map(isHidden ? [] : outer);
  for (const [prefix, { value }] of isHidden ? scope : scope.own) {
    const { key } = readNamespace(value);
    if (key && (prefix !== '' || !found.has(key))) found.set(key, prefix);
  }
  return found;
}

/** True for `xmlns` and `xmlns:…`. */
export function isDeclaration(attribute: XmlAttribute): boolean {
  return attribute.prefix === 'xmlns' || attribute.name === 'xmlns';
}

/** The candidate most like a misspelt word, if one is like enough to be meant. */
export function mostSimilar(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const far = editDistance(word.toLowerCase(), candidate.toLowerCase(), least);
    if (far >= least) continue;
    least = far;
    best = candidate;
  }
  return best;
}

/** What everybody writes these prefixes for. */
export const customaryPrefixes: Readonly<Record<string, NamespaceKey>> = {
  m: 'messages',
  t: 'types',
  soap: 'soap',
  s: 'soap',
  soapenv: 'soap',
  'SOAP-ENV': 'soap',
  env: 'soap',
};

const factPrefix: Readonly<Record<NamespaceKey, 'm' | 't' | 'soap' | undefined>> = {
  messages: 'm',
  types: 't',
  soap: 'soap',
  errors: undefined,
};

const keys: readonly NamespaceKey[] = ['soap', 'messages', 'types', 'errors'];
const readings = new Map<string, NamespaceReading>();
const mostReadings = 200;

function readAnew(uri: string): NamespaceReading {
  if (uri === '') return { key: undefined, form: 'none' };
  if (uri === soap12Namespace) return { key: 'soap', form: 'soap12' };
  if (soapDraftNamespaces.includes(uri)) return { key: 'soap', form: 'soapDraft' };
  const exact = keys.find(key => namespaces[key] === uri);
  if (exact) return { key: exact, form: 'exact' };
  const https = keys.find(key => uri === namespaces[key].replace('http://', 'https://'));
  if (https) return { key: https, form: 'https' };
  if (uri.length > 120) return { key: undefined, form: 'foreign' };
  const near = keys.find(key => editDistance(simplified(uri), simplified(namespaces[key]), 4) < 4);
  if (!near) return { key: undefined, form: 'foreign' };
  // What is begun, such as "mes", may be as near to another one.
  const begun = keys.find(key => simplified(namespaces[key]).startsWith(simplified(uri)));
  return { key: begun ?? near, form: 'misspelt' };
}

function simplified(uri: string): string {
  return (
    uri
      .trim()
      .toLowerCase()
      .replace(/^[^/]{0,12}:\/*/, '')
      // A scheme without its colon.
      .replace(/^.{0,12}?(?=schemas\.)/, '')
      .replace(/\/+$/, '')
  );
}

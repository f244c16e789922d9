import { customaryPrefix, namespaces } from '../../ews/namespaces.ts';
import type { XmlAttribute, XmlElement } from '../../xml/index.ts';
import { descendants, elementAt, type TextEdit } from '../../xml/index.ts';
import { Naming } from '../completion/naming.ts';
import { isDeclaration, readNamespace } from '../names.ts';
import { nearPrefix } from '../problems/slips/prefixes.ts';
import type { AlsoMisnamed } from '../problems/wrongNamespace.ts';
import { namespaceByUse } from '../vocabulary.ts';
import { attributeAt, type ElementCase, type Fix, likely, possible, rename, replace, sure, wordOf } from './fix.ts';
import { redeclared } from './redeclared.ts';
import { mendSlip } from './slips.ts';
import { removeAttribute } from './structure.ts';

/** Writes the namespace that was meant; offers the same for every wrong one of the document. */
export function correctNamespace(given: ElementCase): readonly Fix[] {
  const expected = wordOf(given, 'expected');
  if (expected === undefined) return [];
  if (wordOf(given, 'prefix') !== undefined) return mendSlip(given);
  const declaration = attributeAt(given.element, given.problem.from);
  if (!declaration?.valueRange) return declareOnEnvelope(given, expected);
  // A value that is not finished is a fault of its own, and this one its consequence.
  if (!declaration.quoteClosed) return [];
  const { key, form } = readNamespace(declaration.value);
  if (form === 'exact' && key && namespaces[key] !== expected) return correctEnvelope(given);
  const one = replace(declaration.valueRange, expected);
  const all = wrongDeclarations(given);
  const fixes = sure(`Write ${expected}`, one);
  return all.length > 1 ? [...fixes, possible(`Correct all ${all.length} namespaces of the document`, ...all)] : fixes;
}

/** Declares a prefix on the outermost element. */
export function declarePrefix(given: ElementCase): readonly Fix[] {
  const prefix = wordOf(given, 'prefix');
  const uri = wordOf(given, 'uri');
  const root = given.request.xml.root;
  if (prefix === undefined || uri === undefined || !root) return [];
  // Among attributes that are not finished nothing can be declared; the prefix may be there already.
  if (!root.complete || root.attributes.some(({ quoteClosed, valueRange }) => !quoteClosed || !valueRange)) return [];
  const near = nearPrefix(root, prefix, uri);
  const declared = [`Declare xmlns:${prefix}="${uri}"`, declaration(root, `xmlns:${prefix}="${uri}"`)] as const;
  if (near === undefined) return [...sure(...declared), ...otherPrefix(given, root, prefix, uri)];
  // One slip away from the prefix that the document has: that one was meant.
  const users = [...descendants(root)].filter(element => element.prefix === prefix && element.uri === undefined);
  const edits = users.flatMap(element => rename(element, `${near}:${element.local}`));
  return [...likely(`Write ${near}: in place of ${prefix}:`, ...edits), possible(...declared)];
}

/** The prefix that the document has for this namespace already. */
function otherPrefix({ request }: ElementCase, root: XmlElement, prefix: string, uri: string): readonly Fix[] {
  const [other] = [...root.namespaces].find(([, { value }]) => value === uri) ?? [];
  if (!other || request.xml.slips.length > 0) return [];
  const users = [...descendants(root)].filter(element => element.prefix === prefix && element.uri === undefined);
  const edits = users.flatMap(element => rename(element, `${other}:${element.local}`));
  return edits.length === 0 ? [] : [possible(`Write ${other}: in place of ${prefix}:`, ...edits)];
}

/** Gives a prefix that is bound to nothing the namespace that its elements want; removes what cannot be declared. */
export function correctDeclaration(given: ElementCase): readonly Fix[] {
  const attribute = attributeAt(given.element, given.problem.from);
  const root = given.request.xml.root;
  const prefix = wordOf(given, 'prefix') ?? '';
  const key = given.problem.data['empty'] === true && root ? namespaceByUse(root, prefix) : undefined;
  if (!attribute?.valueRange || key === undefined) return removeAttribute(given);
  return sure(`Write ${namespaces[key]}`, replace(attribute.valueRange, namespaces[key]));
}

/** Gives an element the name and prefix that were meant, in both tags. */
export function correctName(given: ElementCase): readonly Fix[] {
  const expected = wordOf(given, 'expected') ?? wordOf(given, 'suggestion');
  const { element } = given;
  if (expected === undefined) return [];
  if (expected === element.name) return redeclared(given, element);
  const names = [...renamed(given, element, expected), ...alsoRenamed(given)];
  const certain = given.problem.code === 'child.wrong-case' || given.problem.code === 'child.wrong-namespace';
  return certain ? sure(`Change to <${expected}>`, ...names) : likely(`Change to <${expected}>`, ...names);
}

/** Gives an attribute the name that was meant. */
export function correctAttribute(given: ElementCase): readonly Fix[] {
  const expected = wordOf(given, 'expected') ?? wordOf(given, 'suggestion');
  const attribute = attributeAt(given.element, given.problem.from);
  if (expected === undefined || !attribute) return [];
  const edit = replace(attribute.nameRange, expected);
  return given.problem.code === 'attribute.wrong-case'
    ? sure(`Change to ${expected}`, edit)
    : likely(`Change to ${expected}`, edit);
}

/** What stands inside with the same wrong prefix. */
function alsoRenamed({ request, problem }: ElementCase): readonly TextEdit[] {
  const also = (problem.data['also'] ?? []) as readonly AlsoMisnamed[];
  return also.flatMap(({ from, expected }) => {
    const element = elementAt(request.xml, from);
    return element ? rename(element, expected) : [];
  });
}

/** Renames an element; a prefix that the document lacks is declared on its outermost element. */
function renamed({ request, problem }: ElementCase, element: XmlElement, expected: string): readonly TextEdit[] {
  const [prefix, local] = expected.includes(':') ? (expected.split(':', 2) as [string, string]) : ['', expected];
  const bound = element.namespaces.get(prefix);
  if (prefix === '' || bound) return rename(element, expected);
  const stated = problem.data['namespace'];
  const key = keys.find(candidate => candidate === stated || customaryPrefix[candidate] === prefix);
  if (!key) return rename(element, expected);
  const naming = new Naming(request.text, element.parent ?? element);
  return [...rename(element, naming.nameOf(`${factPrefixes[key]}:${local}`)), ...naming.declarations()];
}

const factPrefixes = { soap: 'soap', messages: 'm', types: 't' } as const;
const keys = ['soap', 'messages', 'types'] as const;

function wrongDeclarations({ request }: ElementCase): readonly TextEdit[] {
  const edits = new Map<XmlAttribute, TextEdit>();
  if (!request.xml.root) return [];
  for (const element of descendants(request.xml.root)) {
    for (const attribute of element.attributes) {
      const { key, form } = readNamespace(attribute.value);
      const isWrong = form !== 'exact' && form !== 'foreign' && form !== 'none';
      if (isDeclaration(attribute) && attribute.valueRange && key && isWrong) {
        edits.set(attribute, replace(attribute.valueRange, namespaces[key]));
      }
    }
  }
  return [...edits.values()];
}

/** An Envelope with a prefix of EWS: its own prefix is another one. */
function correctEnvelope({ element, request }: ElementCase): readonly Fix[] {
  const naming = new Naming(request.text, element);
  const name = naming.nameOf('soap:Envelope');
  return likely(`Change to <${name}>`, ...rename(element, name), ...naming.declarations());
}

function declareOnEnvelope({ element }: ElementCase, uri: string): readonly Fix[] {
  if (element.prefix !== '') return [];
  return sure(`Declare xmlns="${uri}"`, declaration(element, `xmlns="${uri}"`));
}

function declaration(element: XmlElement, text: string): TextEdit {
  const at = element.attributes.at(-1)?.to ?? element.nameRange.to;
  return { from: at, to: at, insert: ` ${text}` };
}

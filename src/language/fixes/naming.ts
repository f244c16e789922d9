import { type NamespaceKey, namespaces } from '../../ews/namespaces.ts';
import type { XmlAttribute, XmlElement } from '../../xml/index.ts';
import { descendants, type TextEdit } from '../../xml/index.ts';
import { Naming } from '../completion/naming.ts';
import { isDeclaration, readNamespace } from '../names.ts';
import { attributeAt, type Case, type Fix, likely, possible, rename, replace, sure, wordOf } from './fix.ts';

/** Writes the namespace that was meant; offers the same for every wrong one of the document. */
export function correctNamespace(given: Case): readonly Fix[] {
  const expected = wordOf(given, 'expected');
  if (expected === undefined) return [];
  const declaration = attributeAt(given.element, given.problem.from);
  if (!declaration?.valueRange) return declareOnEnvelope(given, expected);
  const one = replace(declaration.valueRange, expected);
  const all = wrongDeclarations(given);
  const fixes = sure(`Write ${expected}`, one);
  return all.length > 1 ? [...fixes, possible(`Correct all ${all.length} namespaces of the document`, ...all)] : fixes;
}

/** Declares a prefix on the outermost element. */
export function declarePrefix(given: Case): readonly Fix[] {
  const prefix = wordOf(given, 'prefix');
  const uri = wordOf(given, 'uri');
  const root = given.request.xml.root;
  if (prefix === undefined || uri === undefined || !root) return [];
  return sure(`Declare xmlns:${prefix}="${uri}"`, declaration(root, `xmlns:${prefix}="${uri}"`));
}

/** Gives an element the name and prefix that were meant, in both tags. */
export function correctName(given: Case): readonly Fix[] {
  const expected = wordOf(given, 'expected') ?? wordOf(given, 'suggestion');
  const { element } = given;
  if (expected === undefined || !element) return [];
  const names = element.attributes.some(isDeclaration)
    ? redeclared(given, element, expected)
    : rename(element, expected);
  const certain = given.problem.code === 'child.wrong-case' || given.problem.code === 'child.wrong-namespace';
  return certain ? sure(`Change to <${expected}>`, ...names) : likely(`Change to <${expected}>`, ...names);
}

/** Gives an attribute the name that was meant. */
export function correctAttribute(given: Case): readonly Fix[] {
  const expected = wordOf(given, 'expected') ?? wordOf(given, 'suggestion');
  const attribute = attributeAt(given.element, given.problem.from);
  if (expected === undefined || !attribute) return [];
  const edit = replace(attribute.nameRange, expected);
  return given.problem.code === 'attribute.wrong-case'
    ? sure(`Change to ${expected}`, edit)
    : likely(`Change to ${expected}`, edit);
}

/** An element in the wrong default namespace of its own: the prefix that is meant may not be declared there. */
function redeclared({ request }: Case, element: XmlElement, expected: string): readonly TextEdit[] {
  const key: NamespaceKey = /^(?:soap|s):/.test(expected) ? 'soap' : 'messages';
  const local = expected.slice(expected.indexOf(':') + 1);
  const parent = element.parent;
  if (!parent) return rename(element, expected);
  const naming = new Naming(request.text, parent);
  const prefixed = expected.includes(':') ? expected : naming.nameOf(key === 'soap' ? `soap:${local}` : `m:${local}`);
  return [...rename(element, prefixed), ...naming.declarations()];
}

function wrongDeclarations({ request }: Case): readonly TextEdit[] {
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

function declareOnEnvelope({ element }: Case, uri: string): readonly Fix[] {
  if (element?.prefix !== '') return [];
  return sure(`Declare xmlns="${uri}"`, declaration(element, `xmlns="${uri}"`));
}

function declaration(element: XmlElement, text: string): TextEdit {
  const at = element.attributes.at(-1)?.to ?? element.nameRange.to;
  return { from: at, to: at, insert: ` ${text}` };
}

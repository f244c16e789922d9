import { namespaces } from '../../ews/namespaces.ts';
import { descendants, isElement, type XmlAttribute, type XmlElement } from '../../xml/index.ts';
import { isDeclaration, mostSimilar, namespaceOf, readNamespace } from '../names.ts';
import { namespaceByUse } from '../vocabulary.ts';
import type { Check } from './context.ts';
import type { ProblemCode } from './table.ts';

/** Reports each declaration of a wrong namespace that is in use, and each prefix that is not declared, once. */
export function checkNamespaces(check: Check): void {
  const seen = new Set<XmlAttribute | string>();
  for (const top of check.request.xml.children) {
    if (!isElement(top)) continue;
    for (const element of descendants(top)) {
      for (const attribute of element.attributes) {
        if (!isDeclaration(attribute) && attribute.prefix !== '') checkNode(check, top, element, attribute, seen);
      }
      checkNode(check, top, element, element, seen);
    }
  }
}

function checkNode(
  check: Check,
  top: XmlElement,
  element: XmlElement,
  node: XmlElement | XmlAttribute,
  seen: Set<XmlAttribute | string>,
): void {
  const declaration = element.namespaces.get(node.prefix);
  const mark = declaration ?? node.prefix;
  // With a slip in xmlns itself, the prefix is missing as a consequence.
  if (node.uri === undefined && isNearlyDeclaration(node)) seen.add(node.local);
  if (seen.has(mark)) return;
  seen.add(mark);
  if (node.uri === undefined) checkUndeclared(check, top, node);
  else if (declaration) checkDeclaration(check, declaration);
}

/** An attribute such as `xmln:m="…"` with one of the known namespaces. */
function isNearlyDeclaration(node: XmlElement | XmlAttribute): boolean {
  return (
    'value' in node && mostSimilar(node.prefix, ['xmlns']) !== undefined && readNamespace(node.value).key !== undefined
  );
}

function checkUndeclared(check: Check, top: XmlElement, node: XmlElement | XmlAttribute): void {
  const key = namespaceOf(node).key ?? namespaceByUse(top, node.prefix);
  const range = { from: node.nameRange.from, to: node.nameRange.from + node.prefix.length };
  check.reporter.report('namespace.prefix-undeclared', range, {
    prefix: node.prefix,
    ...(key && { uri: namespaces[key] }),
  });
}

const codeOfForm: Readonly<Record<string, ProblemCode & `${'namespace' | 'envelope'}.${string}`>> = {
  https: 'namespace.https',
  misspelt: 'namespace.wrong',
  soap12: 'envelope.soap12',
  soapDraft: 'envelope.soap-draft',
};

function checkDeclaration(check: Check, declaration: XmlAttribute): void {
  const { key, form } = readNamespace(declaration.value);
  const code = codeOfForm[form];
  if (!code || !key || !declaration.valueRange || !declaration.quoteClosed) return;
  check.reporter.report(code as 'namespace.https', declaration.valueRange, { expected: namespaces[key] });
}

/** The envelope itself in no namespace, or in one that has nothing to do with SOAP. */
export function checkEnvelopeNamespace(check: Check, envelope: XmlElement): void {
  const { key, form } = namespaceOf(envelope);
  if (key === 'soap' || form === 'assumed') return;
  const declaration = envelope.namespaces.get(envelope.prefix);
  const range = declaration?.valueRange ?? envelope.nameRange;
  const none = declaration === undefined;
  check.reporter.report('namespace.wrong', range, { expected: namespaces.soap, ...(none && { none }) });
}

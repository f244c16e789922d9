import { type NamespaceKey, namespaces } from '../../../ews/namespaces.ts';
import { editDistance } from '../../../ews/wrongNames.ts';
import { descendants, type XmlAttribute, type XmlElement } from '../../../xml/index.ts';
import { customaryPrefixes, readNamespace } from '../../names.ts';
import type { RequestDocument } from '../../request.ts';
import { namespaceOfNames } from '../../vocabulary.ts';
import { type Slip, slip } from './slip.ts';

/**
 * A customary prefix that is bound to another namespace than everybody writes it for, where all names with it want the
 * customary one: the declaration is wrong, and not each of the names.
 */
export function misboundPrefix({ envelope, payload }: RequestDocument): Slip | undefined {
  const declarations = new Map([...(payload?.namespaces ?? []), ...(envelope?.namespaces ?? [])]);
  for (const [prefix, declaration] of declarations) {
    const key = customaryPrefixes[prefix];
    if (!envelope || !key || !declaration.valueRange || !declaration.quoteClosed || !isMisbound(declaration, key))
      continue;
    if (namespaceOfNames(namesUnder(envelope, declaration)) !== key || isBoundElsewhere(envelope, key)) continue;
    const expected = namespaces[key];
    const edit = { ...declaration.valueRange, insert: expected };
    if (declaration.value === '') return slip('namespace.declaration', declaration, { prefix, empty: true }, [edit]);
    return slip('namespace.wrong', declaration.valueRange, { expected, prefix }, [edit]);
  }
  return undefined;
}

/** Under another prefix the author has the namespace: then this one is of another thing. */
function isBoundElsewhere(envelope: XmlElement, key: NamespaceKey): boolean {
  return [...descendants(envelope)].some(
    ({ prefix, uri }) => uri === namespaces[key] && (customaryPrefixes[prefix] ?? key) === key,
  );
}

/** What is another namespace altogether; a slip in the right one is told as such. */
function isMisbound({ value }: XmlAttribute, wanted: NamespaceKey): boolean {
  const { key, form } = readNamespace(value);
  return form === 'foreign' || form === 'none' || (form === 'exact' && key !== wanted);
}

function namesUnder(top: XmlElement, declaration: XmlAttribute): readonly string[] {
  return [...descendants(top)]
    .filter(({ namespaces: inForce, prefix }) => inForce.get(prefix) === declaration)
    .map(({ local }) => local);
}

/** A prefix of one's own that is nowhere declared, where the names with it tell what it stands for. */
export function undeclaredPrefix({ envelope, flaw, xml }: RequestDocument): Slip | undefined {
  if (!flaw || !envelope?.complete || xml.slips.length > 0) return undefined;
  // Among attributes that are not finished nothing can be declared.
  if (envelope.attributes.some(({ quoteClosed, valueRange }) => !quoteClosed || !valueRange)) return undefined;
  const undeclared = [...descendants(envelope)].filter(isUndeclared);
  const [first] = undeclared;
  if (!first) return undefined;
  const { prefix } = first;
  const key = namespaceOfNames(undeclared.filter(element => element.prefix === prefix).map(({ local }) => local));
  if (!key) return undefined;
  const at = envelope.attributes.at(-1)?.to ?? envelope.nameRange.to;
  const near = nearPrefix(envelope, prefix, namespaces[key]);
  const range = { from: first.nameRange.from, to: first.nameRange.from + prefix.length };
  const edit = { from: at, to: at, insert: ` xmlns:${prefix}="${namespaces[key]}"` };
  const data = { prefix, uri: namespaces[key] };
  if (near === undefined) return slip('namespace.prefix-undeclared', range, data, [edit]);
  const edits = undeclared
    .filter(element => element.prefix === prefix)
    .flatMap(({ nameRange, endNameRange }) => [nameRange, ...(endNameRange ? [endNameRange] : [])])
    .map(({ from }) => ({ from, to: from + prefix.length, insert: near }));
  const isGuess = near.toLowerCase() !== prefix.toLowerCase();
  return slip('namespace.prefix-undeclared', range, data, edits, {
    title: `Write ${near}: in place of ${prefix}:`,
    isGuess,
    others: [{ title: `Declare xmlns:${prefix}="${namespaces[key]}"`, edits: [edit] }],
  });
}

/** The prefix that the document has for a namespace, where it is one slip away. */
export function nearPrefix(root: XmlElement, prefix: string, uri: string): string | undefined {
  const others = [...root.namespaces].filter(([other, { value }]) => other !== '' && value === uri);
  return others.map(([other]) => other).find(other => editDistance(other.toLowerCase(), prefix.toLowerCase(), 2) < 2);
}

function isUndeclared(node: XmlElement): boolean {
  return node.uri === undefined && customaryPrefixes[node.prefix] === undefined && !/^xml/i.test(node.prefix);
}

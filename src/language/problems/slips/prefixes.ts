import { type NamespaceKey, namespaces } from '../../../ews/namespaces.ts';
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
    if (namespaceOfNames(namesUnder(envelope, declaration)) !== key) continue;
    const expected = namespaces[key];
    const edit = { ...declaration.valueRange, insert: expected };
    if (declaration.value === '') return slip('namespace.declaration', declaration, { prefix, empty: true }, [edit]);
    return slip('namespace.wrong', declaration.valueRange, { expected, prefix }, [edit]);
  }
  return undefined;
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
  const range = { from: first.nameRange.from, to: first.nameRange.from + prefix.length };
  const edit = { from: at, to: at, insert: ` xmlns:${prefix}="${namespaces[key]}"` };
  return slip('namespace.prefix-undeclared', range, { prefix, uri: namespaces[key] }, [edit]);
}

function isUndeclared(node: XmlElement): boolean {
  return node.uri === undefined && customaryPrefixes[node.prefix] === undefined && !/^xml/i.test(node.prefix);
}

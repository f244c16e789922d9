import { type NamespaceKey, namespaces } from '../../ews/namespaces.ts';
import { descendants, type TextEdit, type XmlAttribute, type XmlElement } from '../../xml/index.ts';
import { wantedNamespace } from '../declarations.ts';
import { prefixFor } from '../names.ts';
import { type ElementCase, type Fix, rename, replace, sure } from './fix.ts';

/**
 * The name is right and its prefix means something else here: the declaration that says so is corrected, or goes where the
 * one around it says the right thing. What it was right for gets the prefix that it has outside.
 */
export function redeclared({ request, problem }: ElementCase, element: XmlElement): readonly Fix[] {
  const declaration = element.namespaces.get(element.prefix);
  const key = keys.find(candidate => candidate === problem.data['namespace']);
  const holder = declaration && holderOf(element, declaration);
  if (!declaration?.valueRange || !key || !holder) return [];
  const others = renamedOthers(holder, declaration, key);
  if (!others) return [];
  const outer = holder.parent?.namespaces.get(element.prefix);
  if (outer?.value !== namespaces[key])
    return sure(`Write ${namespaces[key]}`, replace(declaration.valueRange, namespaces[key]), ...others);
  const from = request.text.slice(0, declaration.from).trimEnd().length;
  return sure(`Remove ${declaration.name}`, { from, to: declaration.to, insert: '' }, ...others);
}

const keys = ['soap', 'messages', 'types'] as const;

function holderOf(element: XmlElement, declaration: XmlAttribute): XmlElement | undefined {
  let holder: XmlElement | undefined = element;
  while (holder && !holder.attributes.includes(declaration)) holder = holder.parent;
  return holder;
}

/** New names for what needs the declaration as it is; undefined where that cannot be told, or has no prefix outside. */
function renamedOthers(
  holder: XmlElement,
  declaration: XmlAttribute,
  key: NamespaceKey,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const misled = new Set<XmlElement>();
  for (const user of descendants(holder)) {
    if (user.attributes.some(attribute => isBoundBy(declaration, user, attribute))) return undefined;
    if (user.namespaces.get(user.prefix) !== declaration) continue;
    const wanted = wantedNamespace(user);
    if (wanted === key || (user.parent && misled.has(user.parent))) {
      // What stands inside can be told when this one is what it should be.
      misled.add(user);
      continue;
    }
    const prefix = wanted && holder.parent && prefixFor(holder.parent, wanted);
    if (prefix === undefined || prefix === user.prefix) return undefined;
    edits.push(...rename(user, prefix === '' ? user.local : `${prefix}:${user.local}`));
  }
  return edits;
}

function isBoundBy(declaration: XmlAttribute, { namespaces: inForce }: XmlElement, { prefix }: XmlAttribute): boolean {
  return prefix !== '' && inForce.get(prefix) === declaration;
}

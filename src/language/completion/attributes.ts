import { customaryPrefix, type NamespaceKey, namespaces } from '../../ews/namespaces.ts';
import type { Attribute, ElementParticle } from '../../ews/schema.ts';
import { declarationOf } from '../declarations.ts';
import { prefixFor } from '../names.ts';
import type { RequestDocument } from '../request.ts';
import type { Completion } from './completion.ts';
import { attributeSnippet } from './insertion.ts';
import type { AttributePlace } from './place.ts';

/** The attributes that an element does not carry yet, required ones first; namespaces that an Envelope does not declare. */
export function attributeCompletions(request: RequestDocument, place: AttributePlace): readonly Completion[] {
  const declaration = declarationOf(place.element);
  if (declaration?.kind === 'envelope') return declarationCompletions(request, place);
  if (declaration?.kind !== 'element') return [];
  const { particle } = declaration;
  const present = place.element.attributes.filter(attribute => attribute !== place.edited).map(({ name }) => name);
  const edited = particle.type.attributes.find(({ name }) => name === place.edited?.name);
  // A required attribute that is named right would be missing under any other name.
  const free = particle.type.attributes.filter(
    attribute => fits(attribute.name, present) && (edited?.use !== 'required' || attribute === edited),
  );
  const ordered = [...free.filter(({ use }) => use === 'required'), ...free.filter(({ use }) => use === 'optional')];
  return ordered.map((attribute, index) => attributeCompletion(request, place, particle, attribute, index));
}

/** Each of these names a property in a way that excludes the others (MS-OXWSXPROP; no schema says so). */
const exclusions: readonly (readonly [string, readonly string[]])[] = [
  ['PropertyTag', ['DistinguishedPropertySetId', 'PropertySetId', 'PropertyName', 'PropertyId']],
  ['DistinguishedPropertySetId', ['PropertySetId']],
  ['PropertyName', ['PropertyId']],
];

function fits(name: string, present: readonly string[]): boolean {
  if (present.includes(name)) return false;
  return !exclusions.some(
    ([one, others]) =>
      (name === one && others.some(other => present.includes(other))) ||
      (present.includes(one) && others.includes(name)),
  );
}

function attributeCompletion(
  request: RequestDocument,
  place: AttributePlace,
  particle: ElementParticle,
  attribute: Attribute,
  index: number,
): Completion {
  return {
    ...written(request.text, place, attribute.name, attributeSnippet(attribute, particle)),
    detail: attribute.use,
    documentation: attribute.summary,
    sortText: `0${String(index).padStart(3, '0')}`,
  };
}

function declarationCompletions(request: RequestDocument, place: AttributePlace): readonly Completion[] {
  const { element } = place;
  const wanted: readonly NamespaceKey[] = ['soap', 'messages', 'types'];
  return wanted
    .filter(key => prefixFor(element, key) === undefined && !element.namespaces.has(customaryPrefix[key]))
    .map(key => ({
      ...written(
        request.text,
        place,
        `xmlns:${customaryPrefix[key]}`,
        `xmlns:${customaryPrefix[key]}="${namespaces[key]}"`,
      ),
      detail: 'namespace',
      documentation: `Declares the prefix ${customaryPrefix[key]} for the ${key} namespace.`,
    }));
}

/** How an attribute gets into the tag: blanks round it where there are none; a name alone where the value is there. */
function written(text: string, place: AttributePlace, name: string, snippet: string) {
  const { edited, range } = place;
  const shared = { label: name, kind: 'attribute' as const, range };
  if (edited && /^\s*=/.test(text.slice(edited.nameRange.to, edited.nameRange.to + 100))) {
    return { ...shared, insert: name };
  }
  const before = /\s/.test(text[range.from - 1] ?? '') ? '' : ' ';
  const after = /^(?:[\s/>]|$)/.test(text.slice(range.to, range.to + 1)) ? '' : ' ';
  return { ...shared, insert: `${before}${snippet}${after}` };
}

import { customaryPrefix, type NamespaceKey, namespaces } from '../../ews/namespaces.ts';
import type { Attribute, ElementParticle } from '../../ews/schema.ts';
import { declarationOf, wantedNamespace } from '../declarations.ts';
import { soapAttributeWords } from '../hover/attributes.ts';
import { prefixFor, readNamespace } from '../names.ts';
import type { RequestDocument } from '../request.ts';
import type { Completion } from './completion.ts';
import { attributeSnippet } from './insertion.ts';
import type { AttributePlace } from './place.ts';

/** What an element does not carry yet: its attributes, required ones first, those of SOAP, and namespaces that it needs. */
export function attributeCompletions(request: RequestDocument, place: AttributePlace): readonly Completion[] {
  const declaration = declarationOf(place.element);
  const own = declaration?.kind === 'element' ? ownAttributes(request, place, declaration.particle) : [];
  const all = [...own, ...namespacesFor(place).map(each => declarationCompletion(request, place, each))];
  return all.map((completion, index) => ({ ...completion, sortText: String(index).padStart(3, '0') }));
}

function ownAttributes(
  request: RequestDocument,
  place: AttributePlace,
  particle: ElementParticle,
): readonly Completion[] {
  const { element, edited } = place;
  const { attributes } = particle.type;
  const present = element.attributes.filter(attribute => attribute !== edited).map(({ name }) => name);
  const named = attributes.find(({ name }) => name === edited?.name);
  // A required attribute that is named right would be missing under any other name.
  const fixed = named?.use === 'required' ? named : undefined;
  const free = attributes.filter(attribute => fits(attribute.name, present) && (!fixed || attribute === fixed));
  const ordered = [...free.filter(({ use }) => use === 'required'), ...free.filter(({ use }) => use === 'optional')];
  return [
    ...ordered.map(attribute => attributeCompletion(request, place, particle, attribute)),
    ...(particle.type.soapAttributes && !fixed ? soapAttributes(request, place, present) : []),
  ];
}

/** The default namespace is not that of attributes, so without a prefix for SOAP there are none. */
function soapAttributes(
  request: RequestDocument,
  place: AttributePlace,
  present: readonly string[],
): readonly Completion[] {
  const prefix = prefixFor(place.element, 'soap');
  const name = `${prefix}:mustUnderstand`;
  if (!prefix || present.includes(name)) return [];
  const snippet = `${name}="\${1|1,0|}"`;
  const documentation = soapAttributeWords.mustUnderstand;
  return [{ ...written(request.text, place, name, snippet), detail: 'optional', documentation }];
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
): Completion {
  const snippet = attributeSnippet(attribute, particle, place.element.parent?.local ?? '');
  return {
    ...written(request.text, place, attribute.name, snippet),
    detail: attribute.use,
    documentation: attribute.summary,
  };
}

interface Declared {
  readonly prefix: string;
  readonly key: NamespaceKey;
}

/** What the prefix of the element itself stands for, where it stands for something else; on the Envelope the others too. */
function namespacesFor({ element, edited }: AttributePlace): readonly Declared[] {
  const wanted = wantedNamespace(element);
  if (wanted === undefined) return [];
  const declared = [...element.namespaces].filter(([, attribute]) => attribute !== edited);
  const present = element.attributes.filter(attribute => attribute !== edited).map(({ name }) => name);
  const means = (prefix: string, key: NamespaceKey) =>
    declared.some(([other, { value }]) => other === prefix && readNamespace(value).key === key);
  const own = { prefix: element.prefix, key: wanted };
  const others = wanted === 'soap' && !element.parent ? (['messages', 'types'] as const) : [];
  return [
    ...(means(own.prefix, own.key) || present.includes(declaring(own.prefix)) ? [] : [own]),
    ...others
      .map(key => ({ prefix: customaryPrefix[key], key }))
      .filter(({ prefix, key }) => {
        const isDeclared = declared.some(([other, { value }]) => other === prefix || readNamespace(value).key === key);
        return prefix !== own.prefix && !isDeclared;
      }),
  ];
}

function declaring(prefix: string): string {
  return prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
}

function declarationCompletion(request: RequestDocument, place: AttributePlace, { prefix, key }: Declared): Completion {
  const name = declaring(prefix);
  const whose = prefix === '' ? 'names without a prefix' : `the prefix ${prefix}`;
  return {
    ...written(request.text, place, name, `${name}="${namespaces[key]}"`),
    detail: 'namespace',
    documentation: `Declares the ${key} namespace for ${whose}.`,
  };
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

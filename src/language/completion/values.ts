import { customaryPrefix, type NamespaceKey, namespaces } from '../../ews/namespaces.ts';
import type { SimpleType } from '../../ews/schema.ts';
import { refusedPropertyTypes } from '../../ews/types.ts';
import { type ServerVersion, serverVersionNames, serverVersions } from '../../ews/versions.ts';
import type { XmlElement } from '../../xml/index.ts';
import { declarationOf, wantedNamespace } from '../declarations.ts';
import { isDeclaration, namespaceOf, readNamespace } from '../names.ts';
import { arePropertyTypes, byUse } from '../propertyTypes.ts';
import type { RequestDocument } from '../request.ts';
import { escapeSnippet } from '../snippets.ts';
import type { Completion } from './completion.ts';
import { cultures } from './cultures.ts';
import type { ContentPlace, ValuePlace } from './place.ts';

/** The values that an attribute may take, when there is a list of them. */
export function valueCompletions(request: RequestDocument, place: ValuePlace): readonly Completion[] {
  const { attribute, element } = place;
  const put = (value: Value, index: number) =>
    valueCompletion(value, index, place.range, insert => `${place.opening}${insert}${place.closing}`);
  if (isDeclaration(attribute))
    return namespaceValues(element, attribute.prefix === '' ? '' : attribute.local).map(put);
  const declaration = declarationOf(element);
  if (declaration?.kind !== 'element') return [];
  const { type } = declaration.particle;
  const ofSoap = type.soapAttributes && attribute.prefix !== '' && namespaceOf(attribute).key === 'soap';
  if (ofSoap && attribute.local === 'mustUnderstand') return mustUnderstand.map(put);
  const declared = type.attributes.find(({ name }) => name === attribute.name);
  return declared ? valuesOf(declared.type, request.operation?.since).map(put) : [];
}

/** The values that the text of an element may take, when there is a list of them. */
export function textValueCompletions(place: ContentPlace, type: SimpleType): readonly Completion[] {
  if (place.inTag) return [];
  return valuesOf(type, undefined).map((value, index) => valueCompletion(value, index, place.range, insert => insert));
}

interface Value {
  readonly value: string;
  readonly detail: string;
  readonly documentation: string;
}

const mustUnderstand: readonly Value[] = [
  { value: '1', detail: '', documentation: 'A server that does not understand this header must refuse the request.' },
  { value: '0', detail: '', documentation: 'A server may ignore this header.' },
];

function valueCompletion(
  { value, detail, documentation }: Value,
  index: number,
  range: ValuePlace['range'],
  put: (insert: string) => string,
): Completion {
  return {
    label: value,
    kind: 'value',
    detail,
    documentation,
    range: { from: range.from, to: range.to },
    insert: put(escapeSnippet(value)),
    sortText: String(index).padStart(3, '0'),
  };
}

function valuesOf(type: SimpleType, since: ServerVersion | undefined): readonly Value[] {
  if (type.enumeration === serverVersionNames) return versionValues(since);
  if (type.enumeration && arePropertyTypes(type.enumeration)) return byUse(type.enumeration).map(propertyType);
  if (type.enumeration) return type.enumeration.map(value => ({ value, detail: '', documentation: '' }));
  if (type.base === 'boolean') return ['true', 'false'].map(value => ({ value, detail: '', documentation: '' }));
  if (type.base !== 'language') return [];
  return Object.entries(cultures).map(([value, language]) => ({ value, detail: language, documentation: '' }));
}

function propertyType(value: string): Value {
  const isRefused = refusedPropertyTypes.includes(value);
  return {
    value,
    detail: isRefused ? 'servers refuse it' : '',
    documentation: isRefused ? 'In the schema, but servers answer ErrorUnsupportedMapiPropertyType.' : '',
  };
}

/** The documented versions that have the operation, newest first; then those the schema alone knows. */
function versionValues(since: ServerVersion | undefined): readonly Value[] {
  const least = since ? serverVersionNames.indexOf(since) : 0;
  const able = serverVersions.filter(
    ({ name, workingName }) => !workingName && serverVersionNames.indexOf(name) >= least,
  );
  const documented = able.filter(version => version.documented).reverse();
  return [...documented, ...able.filter(version => !version.documented)].map(
    ({ name, products, note, documented }) => ({
      value: name,
      detail: documented ? '' : 'not documented',
      documentation: `${documented ? 'Understood by' : 'Meant for'} ${products}.${note ? ` ${note}` : ''}`,
    }),
  );
}

/** The namespace that the element needs, if it has the prefix; else that of custom; else those that no other prefix has. */
function namespaceValues(element: XmlElement, prefix: string): readonly Value[] {
  const keys: readonly NamespaceKey[] = ['soap', 'messages', 'types'];
  const own = element.prefix === prefix ? wantedNamespace(element) : undefined;
  const meant = own ? [own] : keys.filter(key => customaryPrefix[key] === prefix);
  const declared = [...element.namespaces].filter(([other]) => other !== prefix);
  const free = keys.filter(key => !declared.some(([, { value }]) => readNamespace(value).key === key));
  return (meant.length > 0 ? meant : free).map(key => ({
    value: namespaces[key],
    detail: key,
    documentation: `The ${key} namespace, letter by letter as servers compare it.`,
  }));
}

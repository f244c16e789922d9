import type { ComplexType } from '../../ews/schema.ts';
import { derivedTypes } from '../../ews/types.ts';
import type { XmlAttribute, XmlElement } from '../../xml/index.ts';
import { mayBeLeftOut } from '../declarations.ts';
import { isDeclaration, readNamespace } from '../names.ts';
import type { Check } from './context.ts';

/** The namespace of xsi:type, xsi:nil and the two schema locations. */
export const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';
/** The type of this element has no name in the schema, so that nothing can name it. */
const nameless = 't:RequestServerVersion';
const schemaNamespace = 'http://www.w3.org/2001/XMLSchema';

/** The type by which an element is checked: the one that its xsi:type names, if that is derived from the declared one. */
export function effectiveType(element: XmlElement, declared: ComplexType): ComplexType {
  const attribute = element.attributes.find(({ uri, local }) => uri === schemaInstance && local === 'type');
  const named = attribute && typeNamed(element, attribute);
  const base = derivedTypes.find(({ type }) => type.name === named)?.base;
  const derived = base === declared.name ? derivedTypes.find(({ type }) => type.name === named)?.type : undefined;
  return derived ?? declared;
}

/**
 * Checks an attribute of XML Schema itself: locations may stand everywhere, nil nowhere in EWS requests, type where it
 * names the declared type or one derived from it. Without a declared type (on the parts of SOAP) it names nothing.
 */
export function checkInstanceAttribute(
  check: Check,
  element: XmlElement,
  attribute: XmlAttribute,
  declared: ComplexType | undefined,
): void {
  if (attribute.local === 'schemaLocation' || attribute.local === 'noNamespaceSchemaLocation') return;
  const named = attribute.local === 'type' ? typeNamed(element, attribute) : undefined;
  if (
    named &&
    declared &&
    named !== nameless &&
    (named === declared.name || effectiveType(element, declared) !== declared)
  )
    return;
  const isAbsent = isNil(attribute) && saysAbsent(element);
  check.reporter.report('type.substituted', attribute, {
    type: `${attribute.name}="${attribute.value}"`,
    ...(isAbsent && { absent: element.name, optional: mayBeLeftOut(element) }),
  });
}

/** True for an element that is written only to say by xsi:nil that it is absent, as XML libraries do. */
export function saysAbsent({ attributes, children }: XmlElement): boolean {
  const [only, ...further] = attributes.filter(attribute => !isDeclaration(attribute));
  return (
    only !== undefined &&
    isNil(only) &&
    further.length === 0 &&
    children.length === 0 &&
    /^\s*(?:true|1)\s*$/.test(only.value)
  );
}

/** True for xsi:nil, which says that an element is empty on purpose. */
export function isNil({ uri, local }: XmlAttribute): boolean {
  return uri === schemaInstance && local === 'nil';
}

/** The qualified name in an xsi:type as the facts write it, such as `t:ItemIdType`. */
function typeNamed(element: XmlElement, { value }: XmlAttribute): string | undefined {
  const [, prefix = '', local = ''] = /^[\t\n\r ]*(?:([^:\s]*):)?([^:\s]+)[\t\n\r ]*$/.exec(value) ?? [];
  const uri = element.namespaces.get(prefix)?.value ?? '';
  const { key, form } = readNamespace(uri);
  if (uri === schemaNamespace) return `xs:${local}`;
  if (form !== 'exact') return undefined;
  return key === 'types' ? `t:${local}` : key === 'messages' ? `m:${local}` : undefined;
}

import { namespaces } from '../ews/namespaces.ts';
import type { ComplexType, SimpleType } from '../ews/schema.ts';
import { derivedTypes } from '../ews/types.ts';
import type { XmlAttribute, XmlElement } from '../xml/index.ts';
import { datatypeName, invalidReason } from './datatypes.ts';

/** What the validator finds wrong, and where in the text. */
export interface Finding {
  readonly offset: number;
  readonly sentence: string;
}

const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** The first thing wrong with the attributes of an element of EWS: xsi:type and xsi:nil first, the missing ones last. */
export function attributeFinding(element: XmlElement, type: ComplexType): Finding | undefined {
  const early = instanceFinding(element, type.name);
  if (early) return early;
  for (const attribute of element.attributes) {
    if (isDeclaration(attribute) || attribute.uri === xmlNamespace) continue;
    const found = attribute.uri === schemaInstance ? strangerFinding(attribute) : declaredFinding(attribute, type);
    if (found) return found;
  }
  const missing = type.attributes.find(
    ({ name, use }) => use === 'required' && !element.attributes.some(attribute => attribute.name === name),
  );
  return (
    missing && { offset: element.nameRange.from, sentence: `The required attribute '${missing.name}' is missing.` }
  );
}

/** The same for Envelope, Header and Body, where attributes of other namespaces may stand. */
export function soapAttributeFinding(element: XmlElement): Finding | undefined {
  const early = instanceFinding(element, undefined);
  if (early) return early;
  for (const attribute of element.attributes) {
    if (isDeclaration(attribute)) continue;
    const name = expandedAttribute(attribute);
    const stranger = attribute.uri === schemaInstance ? strangerFinding(attribute) : undefined;
    if (stranger) return stranger;
    if (attribute.uri === '' || (attribute.uri === namespaces.soap && attribute.local !== 'encodingStyle'))
      return { offset: attribute.from, sentence: `The '${name}' attribute is not allowed.` };
    const isLanguage = attribute.uri === xmlNamespace && attribute.local === 'lang';
    if (isLanguage && !/^\s*(?:[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*)?\s*$/.test(attribute.value)) {
      const reason = `The value '${attribute.value}' is not valid according to any of the memberTypes of the union.`;
      return invalidAttribute(attribute, 'Union', reason);
    }
  }
  return undefined;
}

/** The name of an element as the validator writes it. */
export function expandedName(element: XmlElement): string {
  return element.uri ? `${element.uri}:${element.local}` : element.local;
}

const abstractTypes = ['BaseItemIdType', 'BasePathToElementType', 'BaseRequestType', 'BaseEmailAddressType'];

/** `typeName` is undefined for the elements of SOAP, whose types have no name. */
function instanceFinding(element: XmlElement, typeName: string | undefined): Finding | undefined {
  const offset = element.nameRange.from;
  for (const { uri, local, value } of element.attributes) {
    if (uri !== schemaInstance) continue;
    if (local === 'nil') {
      return {
        offset,
        sentence: `If the 'nillable' attribute is false in the schema, the 'xsi:nil' attribute must not be present in the instance.`,
      };
    }
    const sentence = local === 'type' ? typeSentence(element, value.trim(), typeName) : undefined;
    if (sentence !== undefined) return { offset, sentence };
  }
  return undefined;
}

function typeSentence(element: XmlElement, value: string, typeName: string | undefined): string | undefined {
  const prefix = value.includes(':') ? value.slice(0, value.indexOf(':')) : '';
  const local = localOf(value);
  const uri = element.namespaces.get(prefix)?.value;
  const [first = ''] = local;
  if (value === '')
    return `The attribute 'type' has an invalid value '' according to its schema type 'QName' - The attribute value cannot be empty.`;
  if (/[^\p{L}_]/u.test(first)) {
    const code = first.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
    return `The attribute 'type' has an invalid value '${value}' according to its schema type 'QName' - Name cannot begin with the '${first}' character, hexadecimal value 0x${code}.`;
  }
  if (uri === undefined && prefix !== '')
    return `The attribute 'type' has an invalid value '${value}' according to its schema type 'QName' - '${prefix}' is an undeclared prefix.`;
  const named = uri ? `${uri}:${local}` : local;
  if (!isKnownType(uri, local)) return `This is an invalid xsi:type '${named}'.`;
  const own = typeName === undefined ? undefined : localOf(typeName);
  const isDerived = derivedTypes.some(({ base, type }) => base === typeName && localOf(type.name) === local);
  if (own !== undefined && (local === own || isDerived)) return undefined;
  if (abstractTypes.includes(local)) return `The xsi:type '${named}' cannot be abstract.`;
  return `The xsi:type attribute value '${named}' is not valid for the element '${expandedName(element)}', either because it is not a type validly derived from the type in the schema, or because it has xsi:type derivation blocked.`;
}

/** The schema set names its types so, and xs: has the built-in ones. */
function isKnownType(uri: string | undefined, local: string): boolean {
  if (uri === 'http://www.w3.org/2001/XMLSchema') return true;
  return (uri === namespaces.types || uri === namespaces.messages) && /^[A-Z]\w*(?:Type|s)$/.test(local);
}

/** An attribute in the namespace of xsi:type that is none of those that XML Schema has there. */
function strangerFinding(attribute: XmlAttribute): Finding | undefined {
  if (/^(?:type|nil|schemaLocation|noNamespaceSchemaLocation)$/.test(attribute.local)) return undefined;
  const name = expandedAttribute(attribute);
  return {
    offset: attribute.from,
    sentence: `The attribute '${name}' does not match one of the four allowed attributes in the 'xsi' namespace.`,
  };
}

function declaredFinding(attribute: XmlAttribute, type: ComplexType): Finding | undefined {
  const declared = type.attributes.find(({ name }) => attribute.uri === '' && name === attribute.name);
  if (declared) return valueFinding(attribute, declared.type);
  const isSoap = attribute.uri === namespaces.soap;
  const offset = attribute.from;
  if (type.soapAttributes && !isSoap)
    return { offset, sentence: `The '${expandedAttribute(attribute)}' attribute is not allowed.` };
  if (!type.soapAttributes || !['mustUnderstand', 'actor', 'encodingStyle'].includes(attribute.local))
    return { offset, sentence: `The '${expandedAttribute(attribute)}' attribute is not declared.` };
  if (attribute.local === 'actor' && !isUri(attribute.value)) {
    return invalidAttribute(
      attribute,
      'http://www.w3.org/2001/XMLSchema:anyURI',
      `The string '${attribute.value}' is not a valid Uri value.`,
    );
  }
  if (attribute.local !== 'mustUnderstand' || /^\s*[01]\s*$/.test(attribute.value)) return undefined;
  return invalidAttribute(attribute, 'Boolean', 'The Pattern constraint failed.');
}

function valueFinding(attribute: XmlAttribute, type: SimpleType): Finding | undefined {
  const reason = invalidReason(type, attribute.value);
  return reason === undefined ? undefined : invalidAttribute(attribute, datatypeName(type), reason);
}

function invalidAttribute(attribute: XmlAttribute, datatype: string, reason: string): Finding {
  const name = expandedAttribute(attribute);
  return {
    offset: attribute.from,
    sentence: `The '${name}' attribute is invalid - The value '${attribute.value}' is invalid according to its datatype '${datatype}' - ${reason}`,
  };
}

function expandedAttribute(attribute: XmlAttribute): string {
  return attribute.uri ? `${attribute.uri}:${attribute.local}` : attribute.local;
}

function isDeclaration(attribute: XmlAttribute): boolean {
  return attribute.prefix === 'xmlns' || attribute.name === 'xmlns';
}

function localOf(name: string): string {
  return name.replace(/^.*:/, '');
}

/** Whether .NET makes a Uri of it: nearly any text is a relative one, but what begins as an absolute one must name a host. */
function isUri(value: string): boolean {
  const authority = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i.exec(value)?.[1];
  if (authority === undefined || /^file:\/\/\//i.test(value)) return true;
  const host = /^(?:[^@]*@)?(\[[\da-f:.]+\]|[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.?)(?::(\d{0,5}))?$/iu.exec(
    authority,
  );
  return host !== null && Number(host[2] ?? 0) <= 65_535;
}

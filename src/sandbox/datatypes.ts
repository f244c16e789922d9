import { namespaces } from '../ews/namespaces.ts';
import type { SimpleType } from '../ews/schema.ts';
import { valueFault } from '../language/problems/values.ts';

const xsd = 'http://www.w3.org/2001/XMLSchema';

/** Why .NET's validator refuses a value, in its words; undefined when the value is valid. */
export function invalidReason(type: SimpleType, value: string): string | undefined {
  const fault = valueFault(type, value);
  if (!fault) return undefined;
  if (type.or) return `The value '${value}' is not valid according to any of the memberTypes of the union.`;
  if (fault.facet === 'enumeration') return 'The Enumeration constraint failed.';
  if (fault.facet === 'minLength') return 'The actual length is less than the MinLength value.';
  if (type.base === 'language')
    return value === '' ? 'The attribute value cannot be empty.' : `'' is an invalid language identifier.`;
  const clr = clrTypes[type.base];
  return clr === undefined ? 'The Pattern constraint failed.' : `The string '${value}' is not a valid ${clr} value.`;
}

/** The name of a simple type as the validator writes it: namespace and local name. */
export function datatypeName(type: SimpleType): string {
  return typeNameOf(type.name);
}

/** `t:ItemIdType` and `xs:int` with their namespaces written out. */
export function typeNameOf(name: string): string {
  const [prefix, local] = name.split(':');
  const uri = prefix === 't' ? namespaces.types : prefix === 'm' ? namespaces.messages : xsd;
  return `${uri}:${local}`;
}

const clrTypes: Readonly<Partial<Record<SimpleType['base'], string>>> = {
  boolean: 'Boolean',
  int: 'Int32',
  unsignedShort: 'UInt16',
  dateTime: 'DateTime',
};

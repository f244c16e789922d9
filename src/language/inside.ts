import type { ComplexType } from '../ews/schema.ts';
import { elementsOf, isBlank, textOf, type XmlDocument, type XmlElement } from '../xml/index.ts';
import { namespaceOf } from './names.ts';

/** An attribute that an element should carry, and that a child of it says. */
export interface SaidInside {
  /** Its name in the schema. */
  readonly name: string;
  readonly value: string;
  readonly child: XmlElement;
}

/** The attributes of a type that the children of an element say, as attributes of their own or as their text. */
export function saidInside(xml: XmlDocument, element: XmlElement, type: ComplexType): readonly SaidInside[] {
  return elementsOf(element)
    .filter(child => namespaceOf(child).form !== 'foreign')
    .flatMap(child => {
      const carried = carriedBy(child, type);
      return carried.length > 0 ? carried : writtenIn(xml, child, type);
    });
}

/** True for an element that an id inside another one is written as. */
export function isNamedId({ local }: XmlElement): boolean {
  return /Id$/i.test(local);
}

function carriedBy(child: XmlElement, { attributes }: ComplexType): readonly SaidInside[] {
  return child.attributes.flatMap(({ local, uri, value }) => {
    const declared = attributes.find(({ name }) => uri === '' && name.toLowerCase() === local.toLowerCase());
    return declared ? [{ name: declared.name, value, child }] : [];
  });
}

function writtenIn(xml: XmlDocument, child: XmlElement, { attributes, name }: ComplexType): readonly SaidInside[] {
  const value = textOf(xml, child).trim();
  if (isBlank(value) || elementsOf(child).length > 0) return [];
  const declared = attributes.find(attribute => attribute.name.toLowerCase() === child.local.toLowerCase());
  if (declared) return [{ name: declared.name, value, child }];
  return name === 't:ItemIdType' && isNamedId(child) ? [{ name: 'Id', value, child }] : [];
}

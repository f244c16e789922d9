import type { Attribute, ComplexType } from '../../ews/schema.ts';
import { itemIdType } from '../../ews/types.ts';
import type { XmlAttribute, XmlElement } from '../../xml/index.ts';
import { declarationOf } from '../declarations.ts';
import { namespaceOf } from '../names.ts';
import { wantedForm } from '../problems/values.ts';
import type { RequestDocument } from '../request.ts';
import { type HoverLine, heading, list, pageOf, paragraph } from './hover.ts';

/** What is known of an attribute of an element. */
export function attributeLines(
  request: RequestDocument,
  element: XmlElement,
  attribute: XmlAttribute,
): readonly HoverLine[] | undefined {
  const declaration = declarationOf(element);
  if (declaration?.kind === 'element') {
    const { particle, inHeader } = declaration;
    const declared = particle.type.attributes.find(({ name }) => name === attribute.name);
    if (declared) {
      const further = [...list(sinceWords(request, inHeader)), ...pagesOf(particle.type)];
      return [...declaredLines(declared), ...further];
    }
    if (namespaceOf(attribute).key === 'soap') return soapLines(attribute);
  }
  if (request.kind !== 'answer' || attribute.prefix !== '') return undefined;
  const words = answerWords[attribute.local];
  return words === undefined ? undefined : [heading(attribute.name), paragraph(words)];
}

/** Enumerations with more values than these are not listed in full. */
const mostListed = 12;

function declaredLines({ name, summary, use, type }: Attribute): readonly HoverLine[] {
  const { enumeration } = type;
  const allowed =
    enumeration && enumeration.length <= mostListed
      ? `Allowed: ${enumeration.join(', ')}`
      : enumeration && `One of ${enumeration.length} values; completion lists them`;
  const form = wantedForm(type);
  return [
    heading(name),
    paragraph(summary),
    ...list(use === 'required' ? 'Required' : 'Optional', `Type ${type.name}`, allowed, form && `Wants ${form}`),
  ];
}

/** Since which version there is what stands in an operation, and that the operation takes a header. */
export function sinceWords({ operation }: RequestDocument, inHeader: boolean): string | undefined {
  if (!operation) return undefined;
  return inHeader ? `With ${operation.name} since ${operation.since}` : `Since ${operation.since}`;
}

/** The page on elements of a type, if it has one. */
export function pagesOf({ page }: ComplexType): readonly HoverLine[] {
  return page === undefined ? [] : [pageOf(page)];
}

/** What the attributes of SOAP say on a header. */
export const soapAttributeWords = {
  mustUnderstand: 'With 1, a server that does not understand this header must refuse the request.',
  actor: 'Whom the header is meant for; EWS headers go without it.',
} as const;

function soapLines(attribute: XmlAttribute): readonly HoverLine[] | undefined {
  const words: string | undefined = (soapAttributeWords as Readonly<Record<string, string>>)[attribute.local];
  return words === undefined ? undefined : [heading(attribute.name), paragraph(words)];
}

const buildWords = 'A part of the build number of the server that answered.';

const answerWords: Readonly<Record<string, string>> = {
  ...Object.fromEntries(itemIdType.attributes.map(({ name, summary }) => [name, summary])),
  MajorVersion: buildWords,
  MinorVersion: buildWords,
  MajorBuildNumber: buildWords,
  MinorBuildNumber: buildWords,
  ResponseClass: 'Success, Warning or Error: how this response message ended. HTTP says 200 in all three cases.',
  Version: 'The newest schema that the server speaks, or a service name. It is not made for RequestServerVersion.',
};

import { type UnboundHeader, unboundHeaderFacts } from '../../ews/headers.ts';
import { findOperation } from '../../ews/operationNames.ts';
import type { ElementParticle, Operation, Particle } from '../../ews/schema.ts';
import { serverVersions } from '../../ews/versions.ts';
import type { XmlElement } from '../../xml/index.ts';
import { type Declaration, declarationOf, particlesOf } from '../declarations.ts';
import { ewsNameOf, namespaceOf, splitEwsName } from '../names.ts';
import { nameHere } from '../problems/context.ts';
import { wantedForm } from '../problems/values.ts';
import type { RequestDocument } from '../request.ts';
import { answerLines, codesOf } from './answers.ts';
import { pagesOf, sinceWords } from './attributes.ts';
import { type HoverLine, heading, list, pageOf, paragraph } from './hover.ts';

/** What is known of an element: its purpose, how often it may stand, what it holds. */
export function elementLines(request: RequestDocument, element: XmlElement): readonly HoverLine[] | undefined {
  const declaration = declarationOf(element);
  if (declaration) return declaredLines(request, element, declaration);
  const name = ewsNameOf(element);
  const unbound = unboundHeaderFacts.find(header => header.name === name);
  if (unbound) return unboundLines(request, element, unbound);
  return operationNameLines(element) ?? answerLines(element);
}

function unboundLines(request: RequestDocument, element: XmlElement, header: UnboundHeader): readonly HoverLine[] {
  const { name, summary, since } = header;
  const operation = request.payload && findOperation(request.payload.local);
  return [
    heading(element.name),
    paragraph(summary),
    paragraph(
      operation?.furtherHeaders.includes(name)
        ? `${operation.name} takes it.`
        : 'The service description does not bind it to the IM operations. Remove it, unless your server is known to take it.',
    ),
    ...list(since && `Since ${since}`),
    pageOf(splitEwsName(name).local),
  ];
}

/** Operation, codes, limits and link: shared by the request and its answer. */
function operationLines(place: XmlElement, operation: Operation): readonly HoverLine[] {
  const since = serverVersions.filter(({ name }) => name === operation.since);
  return [
    ...list(
      effects[operation.effect],
      ...since.map(({ name, products }) => `RequestServerVersion ${name} or later (${products})`),
    ),
    ...childrenLine(place, operation.request),
    ...codesOf(operation),
    ...(operation.notes.length > 0 ? [paragraph('Good to know:'), ...list(...operation.notes)] : []),
    pageOf(operation.name, operation.documentation),
  ];
}

const effects = {
  reads: 'Only reads; nothing in the mailbox changes.',
  changes: 'Changes the mailbox.',
  removes: 'Removes something from the mailbox. The extension asks before it sends this.',
} as const;

function declaredLines(
  request: RequestDocument,
  element: XmlElement,
  declaration: Declaration,
): readonly HoverLine[] | undefined {
  switch (declaration.kind) {
    case 'operation':
      return [
        heading(declaration.operation.name),
        paragraph(declaration.operation.summary),
        ...operationLines(element, declaration.operation),
      ];
    case 'element':
      return particleLines(request, element, declaration);
    default:
      return namespaceOf(element).form === 'foreign'
        ? undefined
        : [heading(element.name), paragraph(soapWords[declaration.kind])];
  }
}

const soapWords = {
  envelope: 'A SOAP 1.1 message: an optional Header, then a Body.',
  header: 'Headers of EWS, in any order, each at most once: schema version, culture, impersonation.',
  body: 'Holds exactly one operation, or the answer to one.',
} as const;

function particleLines(
  request: RequestDocument,
  element: XmlElement,
  declaration: Extract<Declaration, { kind: 'element' }>,
): readonly HoverLine[] {
  const { particle, inHeader } = declaration;
  const { content, attributes, name } = particle.type;
  const form = content.kind === 'text' ? wantedForm(content.type) : undefined;
  const parent = element.parent && declarationOf(element.parent);
  const isHeader = parent?.kind === 'header';
  const operation = inHeader ? undefined : request.operation;
  return [
    heading(element.name),
    paragraph(particle.summary),
    ...list(
      isHeader ? 'Optional, once; headers stand in any order' : occurrence(particle, parent),
      `Type ${name}${content.kind === 'empty' ? ': empty, the attributes say everything' : ''}`,
      form && `Wants ${form}`,
      attributes.length > 0
        ? `Attributes: ${attributes.map(attribute => (attribute.use === 'required' ? `${attribute.name} (required)` : attribute.name)).join(', ')}`
        : undefined,
      sinceWords(request, inHeader),
    ),
    ...(content.kind === 'elements' ? childrenLine(element, content.particles) : []),
    ...(operation ? [pageOf(operation.name, operation.documentation)] : pagesOf(particle.type)),
  ];
}

function occurrence(particle: ElementParticle, parent: Declaration | undefined): string {
  const choice =
    parent && particlesOf(parent).find(outer => outer.kind === 'choice' && outer.options.includes(particle));
  const { occurs } = choice ?? particle;
  if (choice?.kind === 'choice' && choice.options.length > 1) {
    return occurs.max === 1 ? 'Exactly one of several' : 'Any of several, at least one in all';
  }
  if (occurs.max === 'unbounded') return occurs.min === 1 ? 'Required, once or more' : 'Optional, any number of times';
  return occurs.min === 1 ? 'Required, once' : 'Optional, once';
}

/** The children in their order, in the notation of a DTD: `m:ContactId, m:GroupId?`. */
function childrenLine(place: XmlElement, particles: readonly Particle[]): readonly HoverLine[] {
  if (particles.length === 0) return [];
  const written = particles.map(particle => {
    const { min, max } = particle.occurs;
    const times = max === 'unbounded' ? (min === 1 ? '+' : '*') : min === 1 ? '' : '?';
    if (particle.kind === 'element') return nameHere(place, particle.name) + times;
    return `(${particle.options.map(option => nameHere(place, option.name)).join(' | ')})${times}`;
  });
  return [{ kind: 'code', text: written.join(', ') }];
}

function operationNameLines(element: XmlElement): readonly HoverLine[] | undefined {
  const { key, form } = namespaceOf(element);
  if (key !== 'messages' && form !== 'none') return undefined;
  const known = findOperation(element.local);
  if (!known) return undefined;
  return [
    heading(known.name),
    paragraph('An operation of EWS whose content is not checked here. Sending and decoding work.'),
    ...list(effects[known.effect]),
    ...(known.documentation === undefined ? [] : [pageOf(known.name, known.documentation)]),
  ];
}

import { findOperation, operationNames } from '../../ews/operationNames.ts';
import { operations } from '../../ews/operations/index.ts';
import type { Effect, ElementParticle, EwsName, Operation, Particle } from '../../ews/schema.ts';
import { serverVersions } from '../../ews/versions.ts';
import { attributeNamed, elementsOf, type XmlElement } from '../../xml/index.ts';
import { contentOf, declarationOf, particlesOf } from '../declarations.ts';
import { ewsNameOf } from '../names.ts';
import { optionsOf } from '../particles.ts';
import type { RequestDocument } from '../request.ts';
import type { Completion } from './completion.ts';
import { elementSnippet, operationSnippet } from './insertion.ts';
import { Naming } from './naming.ts';
import type { ContentPlace } from './place.ts';
import { textValueCompletions } from './values.ts';

/** The elements that may stand at a place in an element, required ones first, or the values of its text. */
export function childCompletions(request: RequestDocument, place: ContentPlace): readonly Completion[] {
  const { parent } = place;
  const declaration = parent && declarationOf(parent);
  if (!declaration) return [];
  const content = contentOf(declaration);
  if (content?.kind === 'text') return textValueCompletions(place, content.type);
  if (declaration.kind === 'body') return operationCompletions(request, place, parent);
  const free =
    declaration.kind === 'header'
      ? particlesOf(declaration).flatMap(particle => missingHeader(place, particle))
      : freeParticles(place, particlesOf(declaration));
  return free.map(({ particle, outer }, index) => elementCompletion(request, place, parent, particle, outer, index));
}

interface Free {
  readonly particle: ElementParticle;
  /** The particle of the sequence: itself, or the choice it is an option of. */
  readonly outer: Particle;
}

/** Headers stand in any order, each once. */
function missingHeader(place: ContentPlace, outer: Particle): readonly Free[] {
  const present = [...place.before, ...place.after].map(ewsNameOf);
  return optionsOf([outer])
    .filter(({ name }) => !present.includes(name))
    .map(particle => ({ particle, outer }));
}

/** What the sequence lets stand between what is before and what is after. */
function freeParticles(place: ContentPlace, particles: readonly Particle[]): readonly Free[] {
  const indexOf = (element: XmlElement) =>
    particles.findIndex(particle => optionsOf([particle]).some(({ name }) => name === ewsNameOf(element)));
  const before = place.before.map(indexOf).filter(index => index >= 0);
  const after = place.after.map(indexOf).filter(index => index >= 0);
  const least = before.reduce((most, index) => Math.max(most, index), -1);
  const most = after.reduce((least, index) => Math.min(least, index), particles.length);
  const free = [...particles.entries()].filter(([index, { occurs }]) => {
    const again = occurs.max === 'unbounded';
    if (before.includes(index) || after.includes(index)) return again && index >= least && index <= most;
    return index > least && index < most;
  });
  const required = (index: number, particle: Particle) =>
    particle.occurs.min === 1 && !before.includes(index) && !after.includes(index);
  const ordered = [
    ...free.filter(([index, particle]) => required(index, particle)),
    ...free.filter(([index, particle]) => !required(index, particle)),
  ];
  return ordered.flatMap(([, outer]) => optionsOf([outer]).map(particle => ({ particle, outer })));
}

function elementCompletion(
  request: RequestDocument,
  place: ContentPlace,
  parent: XmlElement,
  particle: ElementParticle,
  outer: Particle,
  index: number,
): Completion {
  const naming = namingAt(request, place, parent);
  const name = naming.nameOf(particle.name);
  const isSoap = particle.name.startsWith('soap:');
  const body = isSoap ? soapPart(naming, particle.name, name) : elementSnippet(naming, particle);
  const empty = particle.type.content.kind === 'elements' && body.includes('$0');
  return {
    ...insertionOf(naming, place, name, body),
    kind: 'element',
    detail: occurrenceOf(outer),
    documentation: particle.summary,
    sortText: sortKey(0, index),
    ...(empty && !place.renamed && { retrigger: true as const }),
  };
}

/** The Header begins with the version, which every request wants; the Body waits for its operation. */
function soapPart(naming: Naming, part: EwsName, name: string): string {
  const [version] = optionsOf(particlesOf({ kind: 'header' }));
  const content = part === 'soap:Header' && version ? elementSnippet(naming, version) : '$0';
  return `<${name}>\n\t${content}\n</${name}>`;
}

function operationCompletions(
  request: RequestDocument,
  place: ContentPlace,
  parent: XmlElement,
): readonly Completion[] {
  if (place.before.length > 0 || place.after.length > 0) return [];
  const known = operations.map((operation, index) => knownOperation(request, place, parent, operation, index));
  const others = operationNames().filter(name => !operations.some(operation => operation.name === name));
  return [...known, ...others.map((name, index) => otherOperation(request, place, parent, name, index))];
}

function knownOperation(
  request: RequestDocument,
  place: ContentPlace,
  parent: XmlElement,
  operation: Operation,
  index: number,
): Completion {
  const naming = namingAt(request, place, parent);
  const fact: EwsName = `m:${operation.name}`;
  const body = operationSnippet(naming, fact, operation.request);
  return {
    ...insertionOf(naming, place, naming.nameOf(fact), body),
    kind: 'operation',
    detail: effectWords[operation.effect] + (isTooOld(request, operation) ? `; needs ${operation.since}` : ''),
    documentation: [operation.summary, ...operation.notes].join('\n'),
    sortText: sortKey(1, index),
  };
}

/** The document names a version that lacks the operation. */
function isTooOld({ header }: RequestDocument, { since }: Operation): boolean {
  const element = header && elementsOf(header).find(({ local }) => local === 'RequestServerVersion');
  const version = serverVersions.findIndex(({ name }) => name === attributeNamed(element, 'Version')?.value);
  return version >= 0 && version < serverVersions.findIndex(({ name }) => name === since);
}

/** An operation whose content is not known: its tags, with the caret between them. */
function otherOperation(
  request: RequestDocument,
  place: ContentPlace,
  parent: XmlElement,
  local: string,
  index: number,
): Completion {
  const naming = namingAt(request, place, parent);
  const name = naming.nameOf(`m:${local}`);
  const effect = findOperation(local)?.effect ?? 'changes';
  return {
    ...insertionOf(naming, place, name, `<${name}>\n\t$0\n</${name}>`),
    kind: 'operation',
    detail: `${effectWords[effect]}; content not checked`,
    documentation: 'An operation of EWS whose content is not checked here. Sending and decoding work.',
    sortText: sortKey(2, index),
  };
}

/** What an operation does, in the words of a list. */
export const effectWords: Readonly<Record<Effect, string>> = {
  reads: 'only reads',
  changes: 'changes the mailbox',
  removes: 'removes from the mailbox',
};

function namingAt(request: RequestDocument, place: ContentPlace, parent: XmlElement): Naming {
  return new Naming(request.text, parent, place.typedPrefix);
}

/** What all elements share: how they are put into the text. Ask for it after every name has been written. */
function insertionOf(naming: Naming, place: ContentPlace, name: string, body: string) {
  const { renamed } = place;
  const declarations = naming.declarations();
  // A prefix that is typed wrong must not hide the names that are right.
  const typed = place.typedPrefix === undefined ? name : `${place.typedPrefix}:${name.replace(/^.*:/, '')}`;
  const filter = { filterText: place.inTag ? `<${typed}` : typed };
  if (renamed) {
    const endName = renamed.endNameRange ? [{ ...renamed.endNameRange, insert: name }] : [];
    const edits = [...declarations, ...endName];
    const changes = edits.length > 0 ? { additionalEdits: edits } : {};
    return { label: name, range: place.range, insert: `<${name}`, ...filter, ...changes };
  }
  const insert = place.betweenTags ? `\n\t${body.replaceAll('\n', '\n\t')}\n` : body;
  const changes = declarations.length > 0 ? { additionalEdits: declarations } : {};
  return { label: name, range: place.range, insert, ...filter, ...changes };
}

function occurrenceOf(outer: Particle): string {
  const { min, max } = outer.occurs;
  if (optionsOf([outer]).length > 1) return max === 1 ? 'one of several' : 'any of several, once or more';
  if (max === 'unbounded') return 'once or more';
  return min === 1 ? 'required' : 'optional';
}

function sortKey(group: number, index: number): string {
  return `${group}${String(index).padStart(3, '0')}`;
}

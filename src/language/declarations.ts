import { requestHeaders } from '../ews/headers.ts';
import type { NamespaceKey } from '../ews/namespaces.ts';
import { findOperation } from '../ews/operationNames.ts';
import {
  type ComplexType,
  type Content,
  type ElementParticle,
  type Operation,
  one,
  optional,
  type Particle,
  sequence,
} from '../ews/schema.ts';
import { elementsOf, type XmlElement } from '../xml/index.ts';
import { ewsNameOf, namespaceOf, splitEwsName } from './names.ts';
import { optionsOf } from './particles.ts';
import { operationNamed } from './request.ts';

/** What the facts say of an element, by where it stands. */
export type Declaration =
  | { readonly kind: 'envelope' }
  | { readonly kind: 'header' }
  | { readonly kind: 'body' }
  | { readonly kind: 'operation'; readonly operation: Operation }
  /** A header, or an element inside one; `inHeader` tells the former. */
  | { readonly kind: 'element'; readonly particle: ElementParticle; readonly inHeader: boolean };

/** What the facts say of an element; undefined for what they do not know, such as the content of an answer. */
export function declarationOf(element: XmlElement): Declaration | undefined {
  const path = [element];
  for (let at = element.parent; at; at = at.parent) {
    if (path.length === deepest) return undefined;
    path.push(at);
  }
  let found: Declaration | undefined;
  for (const step of path.reverse()) {
    found = step.parent ? found && ofChild(found, step) : ofRoot(step);
    if (!found) return undefined;
  }
  return found;
}

/** The namespace that an element belongs to by its local name and its place, whatever its prefix stands for. */
export function wantedNamespace({ parent, local }: XmlElement): NamespaceKey | undefined {
  if (!parent && local === 'Envelope') return 'soap';
  const outer = parent && declarationOf(parent);
  if (!parent || outer?.kind === 'body') return findOperation(local) && 'messages';
  const particle = outer && optionsOf(particlesOf(outer)).find(({ name }) => splitEwsName(name).local === local);
  return particle && splitEwsName(particle.name).key;
}

/** The facts know nothing that is nested as deep. */
const deepest = 50;

/** The particles that the content of a declared element is made of; empty where none may stand. */
export function particlesOf(declaration: Declaration): readonly Particle[] {
  switch (declaration.kind) {
    case 'envelope':
      return envelopeParticles;
    case 'header':
      return requestHeaders;
    case 'body':
      return [];
    default: {
      const content = contentOf(declaration);
      return content?.kind === 'elements' ? content.particles : [];
    }
  }
}

/** The content of an operation or of an element inside one; undefined for the parts of SOAP. */
export function contentOf(declaration: Declaration): Content | undefined {
  if (declaration.kind === 'element') return declaration.particle.type.content;
  if (declaration.kind === 'operation') return { kind: 'elements', particles: declaration.operation.request };
  return undefined;
}

/** The children that an element may have and has not. */
export function absentIn(element: XmlElement): readonly ElementParticle[] {
  return absent(element, () => true);
}

/** The children that an element must have and has not; of a choice, none is one of them. */
export function lackingIn(element: XmlElement): readonly ElementParticle[] {
  return absent(element, ({ kind, occurs }) => kind === 'element' && occurs.min === 1);
}

/** True where an element may be left out: the schema does not ask for it, and neither do the rules, as they do for the version. */
export function mayBeLeftOut(element: XmlElement): boolean {
  const outer = element.parent && declarationOf(element.parent);
  const name = ewsNameOf(element);
  const particle = (outer ? particlesOf(outer) : []).find(one => optionsOf([one]).some(option => option.name === name));
  return particle?.occurs.min === 0 && name !== 't:RequestServerVersion';
}

/** Header and Body, in their order. Source: the schema of SOAP 1.1. */
const envelopeParticles: readonly ElementParticle[] = [
  optional('soap:Header', soapPart('soap:Header'), 'Headers: schema version, culture, impersonation.'),
  one('soap:Body', soapPart('soap:Body'), 'Holds the one operation of the request.'),
];

function absent(element: XmlElement, counts: (particle: Particle) => boolean): readonly ElementParticle[] {
  const declaration = declarationOf(element);
  const present = new Set(elementsOf(element).map(ewsNameOf));
  const particles = declaration ? particlesOf(declaration).filter(counts) : [];
  return optionsOf(particles).filter(({ name }) => !present.has(name));
}

function soapPart(name: string): ComplexType {
  return sequence(name, []);
}

function ofRoot(root: XmlElement): Declaration | undefined {
  if (root.local === 'Envelope') return { kind: 'envelope' };
  const operation = operationNamed(root.local);
  return operation && { kind: 'operation', operation };
}

function ofChild(parent: Declaration, child: XmlElement): Declaration | undefined {
  if (parent.kind === 'envelope') {
    if (child.local === 'Header') return { kind: 'header' };
    return child.local === 'Body' ? { kind: 'body' } : undefined;
  }
  if (parent.kind === 'body') {
    const operation = namespaceOf(child).form === 'foreign' ? undefined : operationNamed(child.local);
    return operation && { kind: 'operation', operation };
  }
  const name = ewsNameOf(child);
  const particle = optionsOf(particlesOf(parent)).find(option => option.name === name);
  if (!particle) return undefined;
  const inHeader = parent.kind === 'header' || (parent.kind === 'element' && parent.inHeader);
  return { kind: 'element', particle, inHeader };
}

import { requestHeaders } from '../../ews/headers.ts';
import { operations } from '../../ews/operations/index.ts';
import type { Content, Particle } from '../../ews/schema.ts';
import { optionsOf } from './children.ts';

/** True for the local name of an element that holds text. */
export function isTextElement(local: string): boolean {
  return contents().get(local)?.kind === 'text';
}

/** True for the local name of an element that holds nothing but elements. */
export function holdsElements(local: string): boolean {
  return contents().get(local)?.kind === 'elements';
}

/** True for the local name of a part of the envelope, of an operation, of a header, or of an element inside of these. */
export function isKnownElement(local: string): boolean {
  return contents().has(local);
}

/** True for the name of an attribute of a known element. */
export function isKnownAttribute(name: string): boolean {
  contents();
  return attributes.has(name);
}

let known: Map<string, Content> | undefined;
const attributes = new Set<string>();

function contents(): ReadonlyMap<string, Content> {
  if (known) return known;
  known = new Map(['Envelope', 'Header', 'Body'].map(name => [name, { kind: 'elements', particles: [] }]));
  const waiting: Particle[] = [...requestHeaders];
  for (const { name, request } of operations) {
    known.set(name, { kind: 'elements', particles: request });
    waiting.push(...request);
  }
  for (let particle = waiting.pop(); particle; particle = waiting.pop()) {
    for (const { name, type } of optionsOf([particle])) {
      const local = name.slice(name.indexOf(':') + 1);
      for (const attribute of type.attributes) attributes.add(attribute.name);
      if (known.has(local)) continue;
      known.set(local, type.content);
      if (type.content.kind === 'elements') waiting.push(...type.content.particles);
    }
  }
  return known;
}

import { requestHeaders, unboundHeaders } from '../ews/headers.ts';
import type { NamespaceKey } from '../ews/namespaces.ts';
import { findOperation } from '../ews/operationNames.ts';
import { operations } from '../ews/operations/index.ts';
import type { Content, ElementParticle, EwsName } from '../ews/schema.ts';
import { descendants, type XmlElement } from '../xml/index.ts';
import { namespaceOf, splitEwsName } from './names.ts';
import { optionsOf } from './particles.ts';

/** What a prefix surely stands for, by the names of the elements that have it; undefined when they do not tell. */
export function namespaceByUse(root: XmlElement, prefix: string): NamespaceKey | undefined {
  let names = namesIn.get(root);
  if (!names) {
    names = Map.groupBy(descendants(root), element => element.prefix);
    namesIn.set(root, names);
  }
  return namespaceOfNames((names.get(prefix) ?? []).map(({ local }) => local));
}

/** The elements of a tree by their prefixes: a text may have thousands, and is read once. */
const namesIn = new WeakMap<XmlElement, ReadonlyMap<string, readonly XmlElement[]>>();

/** The one namespace that has all these local names; undefined when none has, or more than one. */
export function namespaceOfNames(locals: readonly string[]): NamespaceKey | undefined {
  const known = locals.map(local => entryOf(local)?.keys ?? []).filter(keys => keys.length > 0);
  const [first = []] = known;
  const common = first.filter(key => known.every(keys => keys.includes(key)));
  return common.length === 1 ? common[0] : undefined;
}

/** True for the request of an operation, also of one that is known by its name only. */
export function isOperation(element: XmlElement): boolean {
  return findOperation(element.local)?.requestElement === element.local && namespaceOf(element).form !== 'foreign';
}

/** Every way from a header down to an element of that name, outermost first; empty when no header holds it. */
export function wayThroughHeaders(name: EwsName): readonly ElementParticle[] {
  for (const header of requestHeaders) {
    const way = wayTo(name, header);
    if (way.length > 1) return way;
  }
  return [];
}

/** The operations that take elements of these names, and require no other ones. */
export function operationsTaking(names: readonly EwsName[]): readonly string[] {
  return operations
    .filter(({ request }) => {
      const options = optionsOf(request).map(particle => particle.name);
      const required = optionsOf(request.filter(({ occurs }) => occurs.min === 1)).map(particle => particle.name);
      return names.every(name => options.includes(name)) && required.every(name => names.includes(name));
    })
    .map(({ name }) => name);
}

/** True for the local name of an element that holds text. */
export function isTextElement(local: string): boolean {
  return entryOf(local)?.content === 'text';
}

/** True for the local name of an element that holds nothing but elements. */
export function holdsElements(local: string): boolean {
  return entryOf(local)?.content === 'elements';
}

/** True for the local name of a part of the envelope, of an operation, of a header, or of an element inside of these. */
export function isKnownElement(local: string): boolean {
  return entryOf(local)?.content !== undefined;
}

/** True for the name of an attribute of a known element. */
export function isKnownAttribute(name: string): boolean {
  vocabulary ??= gathered();
  return vocabulary.attributes.has(name);
}

/** What is known of a local name: the namespaces that have it, and what its element holds, where that is known. */
interface Entry {
  readonly keys: readonly NamespaceKey[];
  readonly content?: Content['kind'];
}

interface Vocabulary {
  readonly elements: ReadonlyMap<string, Entry>;
  readonly attributes: ReadonlySet<string>;
}

let vocabulary: Vocabulary | undefined;

function entryOf(local: string): Entry | undefined {
  vocabulary ??= gathered();
  return vocabulary.elements.get(local) ?? (findOperation(local) ? { keys: ['messages'] } : undefined);
}

function gathered(): Vocabulary {
  const elements = new Map<string, Entry>();
  const attributes = new Set<string>();
  const note = (name: EwsName, content?: Content['kind']) => {
    const { key, local } = splitEwsName(name);
    const known = elements.get(local);
    const kind = known?.content ?? content;
    elements.set(local, { keys: [...new Set([...(known?.keys ?? []), key])], ...(kind && { content: kind }) });
  };
  for (const part of ['Envelope', 'Header', 'Body']) note(`soap:${part}`, 'elements');
  for (const { name } of operations) note(`m:${name}`, 'elements');
  for (const name of unboundHeaders) note(name);
  const waiting = [...requestHeaders, ...operations.flatMap(({ request }) => optionsOf(request))];
  for (let particle = waiting.pop(); particle; particle = waiting.pop()) {
    const { content } = particle.type;
    note(particle.name, content.kind);
    for (const { name } of particle.type.attributes) attributes.add(name);
    if (content.kind === 'elements') waiting.push(...optionsOf(content.particles));
  }
  return { elements, attributes };
}

function wayTo(name: EwsName, particle: ElementParticle): readonly ElementParticle[] {
  if (particle.name === name) return [particle];
  if (particle.type.content.kind !== 'elements') return [];
  for (const inner of optionsOf(particle.type.content.particles)) {
    const way = wayTo(name, inner);
    if (way.length > 0) return [particle, ...way];
  }
  return [];
}

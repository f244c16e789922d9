import { requestHeaders, unboundHeaders } from '../ews/headers.ts';
import { namespaces } from '../ews/namespaces.ts';
import { operations } from '../ews/operations/index.ts';
import type { ComplexType, ElementParticle, EwsName, Particle } from '../ews/schema.ts';
import { effectiveType } from '../language/problems/substitution.ts';
import {
  isElement,
  lineIndex,
  parseXml,
  textOf,
  type XmlDocument,
  type XmlElement,
  type XmlNode,
} from '../xml/index.ts';
import { invalidReason, typeNameOf } from './datatypes.ts';
import { malformedness } from './malformed.ts';
import { attributeFinding, expandedName, type Finding, soapAttributeFinding } from './schemaAttributes.ts';

/** What ErrorSchemaValidation tells of a request: the place (1-based, UTF-16 units) and the validator's sentence. */
export interface Violation {
  readonly line: number;
  readonly position: number;
  readonly sentence: string;
}

/**
 * The first thing that .NET's validator, which Exchange uses, finds wrong with a request, in its own words. The order is
 * that of a reader going through the text: start tag, attributes, missing attributes, content, end tag. Headers that the
 * schema does not know are passed over, as servers do.
 */
export function schemaViolation(xml: XmlDocument): Violation | undefined {
  const malformed = malformedness(xml.text);
  // What stands before the trouble is read without the guesses that the tree makes because of it.
  const read = malformed ? parseXml(xml.text.slice(0, malformed.from)) : xml;
  const found = new Walk(read).envelope();
  const places = lineIndex(xml.text);
  if (found) return violationAt(places, found.offset, found.sentence);
  if (!malformed) return undefined;
  const { line, column } = places(malformed.offset);
  if (malformed.placeless) return { line: 0, position: 0, sentence: malformed.sentence };
  return { line, position: column, sentence: `${malformed.sentence} Line ${line}, position ${column}.` };
}

const soap = namespaces.soap;
const uris: Readonly<Record<string, string>> = { m: namespaces.messages, t: namespaces.types, soap };

/** The order in which .NET lists the headers: that of its own hash table, not of the schema. */
const headerOrder: readonly EwsName[] = ['t:RequestServerVersion', 't:ExchangeImpersonation', 't:MailboxCulture'];

class Walk {
  private readonly xml: XmlDocument;

  constructor(xml: XmlDocument) {
    this.xml = xml;
  }

  envelope(): Finding | undefined {
    const root = this.xml.root;
    // A root of a namespace that no schema has is let pass by the validator; the server refuses it elsewhere.
    if (!root || !Object.values(uris).includes(root.uri ?? '') || !root.complete) return undefined;
    if (root.uri === namespaces.messages && operations.some(({ name }) => name === root.local))
      return this.operation(root);
    if (root.uri !== soap || root.local !== 'Envelope')
      return { offset: root.nameRange.from, sentence: `The '${expandedName(root)}' element is not declared.` };
    return this.soapElement(root, [part('Header', 0), part('Body', 1)], child =>
      child.local === 'Header'
        ? this.header(child)
        : this.soapElement(child, [bodyChoice()], payload => this.operation(payload)),
    );
  }

  private operation(payload: XmlElement): Finding | undefined {
    const operation = operations.find(({ name }) => name === payload.local);
    if (!operation) return undefined;
    const type: ComplexType = {
      name: `m:${operation.name}Type`,
      attributes: [],
      content: { kind: 'elements', particles: operation.request },
    };
    return this.element(payload, type);
  }

  /** Envelope, Body: attributes of other namespaces are open, the content is a sequence. */
  private soapElement(
    element: XmlElement,
    particles: readonly Particle[],
    below: (child: XmlElement) => Finding | undefined,
  ): Finding | undefined {
    return soapAttributeFinding(element) ?? this.particles(element, particles, below);
  }

  /** xs:all: any order, each once. */
  private header(header: XmlElement): Finding | undefined {
    const seen = new Set<EwsName>();
    const left = () => headerOrder.filter(name => !seen.has(name));
    return (
      soapAttributeFinding(header) ??
      this.content(
        header,
        'elements',
        () => listOf(left()),
        child => {
          const known = requestHeaders.find(candidate => matches(child, candidate.name));
          if (!known) return isPassedOver(child) ? undefined : unexpected(header, child, listOf(left()));
          if (seen.has(known.name)) {
            return {
              offset: child.nameRange.from,
              sentence: `Element '${expandedName(child)}' cannot appear more than once if content model type is "all".`,
            };
          }
          seen.add(known.name);
          return this.element(child, known.type);
        },
      )
    );
  }

  private element(element: XmlElement, type: ComplexType): Finding | undefined {
    return attributeFinding(element, type) ?? this.typed(element, effectiveType(element, type));
  }

  private typed(element: XmlElement, { content, name }: ComplexType): Finding | undefined {
    if (content.kind === 'elements') {
      return this.particles(element, content.particles, (child, particle) => this.element(child, particle.type));
    }
    const kind = content.kind === 'empty' ? 'empty' : 'text';
    const inside = this.content(
      element,
      kind,
      () => '',
      child => ({
        offset: child.nameRange.from,
        sentence: `The element '${expandedName(element)}' cannot contain child element '${expandedName(child)}' because the parent element's content model is ${kind === 'empty' ? 'empty' : 'text only'}.`,
      }),
    );
    if (inside || content.kind !== 'text' || !hasEnded(element)) return inside;
    const value = textOf(this.xml, element);
    const reason = invalidReason(content.type, value);
    if (reason === undefined) return undefined;
    return {
      offset: endOf(element),
      sentence: `The '${expandedName(element)}' element is invalid - The value '${value}' is invalid according to its datatype '${typeNameOf(name)}' - ${reason}`,
    };
  }

  /** A sequence of particles, each child taken in order; `below` checks a child that fits. */
  private particles(
    element: XmlElement,
    particles: readonly Particle[],
    below: (child: XmlElement, particle: ElementParticle) => Finding | undefined,
  ): Finding | undefined {
    const state = { index: 0, taken: 0 };
    const expected = () => listOf(expectedAt(particles, state.index, state.taken).map(({ name }) => name));
    const inside = this.content(element, 'elements', expected, child => {
      const particle = take(particles, state, child);
      if (particle) return below(child, particle);
      return unexpected(element, child, expected());
    });
    if (inside) return inside;
    if (!isIncomplete(particles, state) || !hasEnded(element)) return undefined;
    return {
      offset: endOf(element),
      sentence: `The element ${inNamespace(element)} has incomplete content.${expected()}`,
    };
  }

  /** Goes through what stands between the tags; text is reported where the content model has none. */
  private content(
    element: XmlElement,
    model: 'empty' | 'text' | 'elements',
    expected: () => string,
    onChild: (child: XmlElement) => Finding | undefined,
  ): Finding | undefined {
    let previous: XmlNode | undefined;
    let runFrom = 0;
    for (const node of element.children) {
      // Text and references that touch are one piece of text to the reader.
      const joined = previous && isText(previous) && isText(node);
      if (!joined) runFrom = node.from;
      previous = node;
      const found = isElement(node) ? onChild(node) : this.text(element, node, runFrom, model, expected);
      if (found) return found;
    }
    return undefined;
  }

  private text(
    element: XmlElement,
    node: XmlNode,
    runFrom: number,
    model: 'empty' | 'text' | 'elements',
    expected: () => string,
  ): Finding | undefined {
    if (model === 'text' || node.kind === 'comment' || node.kind === 'instruction') return undefined;
    const raw = this.xml.text.slice(node.from, node.to);
    // A CDATA section begins, for the reader, behind its opening bracket.
    const offset = node.kind === 'cdata' ? node.from + '<![CDATA['.length : runFrom;
    const blank =
      node.kind === 'cdata'
        ? isBlank(raw.slice(9, -3))
        : node.kind === 'reference'
          ? /^&#(?:x0*(?:20|9|a|d)|0*(?:32|9|10|13));$/i.test(raw)
          : isBlank(raw);
    if (model === 'empty') {
      return {
        offset,
        sentence: `The element cannot contain ${blank && node.kind !== 'cdata' ? 'white space' : 'text'}. Content model is empty.`,
      };
    }
    return blank
      ? undefined
      : { offset, sentence: `The element ${inNamespace(element)} cannot contain text.${expected()}` };
  }
}

/** Headers that a server ignores: those of EWS that other operations take, and those of other standards. */
function isPassedOver(header: XmlElement): boolean {
  if (unboundHeaders.some(name => matches(header, name))) return true;
  return (
    header.uri !== undefined &&
    header.uri !== '' &&
    // The name of a header of EWS in another namespace is a misspelt namespace.
    !requestHeaders.some(({ name }) => name === `t:${header.local}`) &&
    !/exchange\/services|schemas\.xmlsoap\.org\/soap\/envelope/i.test(header.uri)
  );
}

function isText(node: XmlNode): boolean {
  return node.kind === 'text' || node.kind === 'reference';
}

function isBlank(text: string): boolean {
  return /^[\t\n\r ]*$/.test(text);
}

function unexpected(parent: XmlElement, child: XmlElement, expected: string): Finding {
  return {
    offset: child.nameRange.from,
    sentence: `The element ${inNamespace(parent)} has invalid child element ${inNamespace(child)}.${expected}`,
  };
}

function part(local: string, min: 0 | 1): ElementParticle {
  const type: ComplexType = { name: `soap:${local}`, attributes: [], content: { kind: 'empty' } };
  return { kind: 'element', name: `soap:${local}`, type, occurs: { min, max: 1 }, summary: '' };
}

function bodyChoice(): Particle {
  const options = operations.map(({ name }) => ({ ...part(name, 1), name: `m:${name}` as EwsName }));
  return { kind: 'choice', options, occurs: { min: 1, max: 1 } };
}

interface State {
  /** Of the particle that the next child is held against first. */
  index: number;
  /** How many children that particle has taken. */
  taken: number;
}

function take(particles: readonly Particle[], state: State, child: XmlElement): ElementParticle | undefined {
  let { index, taken } = state;
  for (let particle = particles[index]; particle; particle = particles[index]) {
    const full = taken > 0 && particle.occurs.max === 1;
    const fitting = full ? undefined : optionsOf(particle).find(({ name }) => matches(child, name));
    if (fitting) {
      state.index = index;
      state.taken = taken + 1;
      return fitting;
    }
    if (particle.occurs.min > taken) return undefined;
    index += 1;
    taken = 0;
  }
  return undefined;
}

function expectedAt(particles: readonly Particle[], from: number, taken: number): readonly ElementParticle[] {
  const expected: ElementParticle[] = [];
  for (const [index, particle] of particles.entries()) {
    if (index < from) continue;
    const already = index === from ? taken : 0;
    if (already === 0 || particle.occurs.max === 'unbounded') expected.push(...optionsOf(particle));
    if (particle.occurs.min > already) break;
  }
  return expected;
}

function isIncomplete(particles: readonly Particle[], { index, taken }: State): boolean {
  return particles.some((particle, at) => at >= index && particle.occurs.min > (at === index ? taken : 0));
}

function optionsOf(particle: Particle): readonly ElementParticle[] {
  return particle.kind === 'element' ? [particle] : particle.options;
}

function matches(element: XmlElement, name: EwsName): boolean {
  const [prefix = '', local] = name.split(':');
  return element.local === local && element.uri === uris[prefix];
}

/** The end tag's name, or the element's own when it is an empty-element tag. */
function endOf(element: XmlElement): number {
  return element.endNameRange?.from ?? element.nameRange.from;
}

function hasEnded(element: XmlElement): boolean {
  return element.selfClosing || element.endTag !== undefined;
}

function listOf(names: readonly EwsName[]): string {
  if (names.length === 0) return '';
  const uri = uris[names[0]?.split(':')[0] ?? ''] ?? '';
  return ` List of possible elements expected: '${names.map(name => name.replace(/^.*:/, '')).join(', ')}' in namespace '${uri}'.`;
}

function inNamespace(element: XmlElement): string {
  return element.uri ? `'${element.local}' in namespace '${element.uri}'` : `'${element.local}'`;
}

function violationAt(places: ReturnType<typeof lineIndex>, offset: number, sentence: string): Violation {
  const { line, column } = places(offset);
  return { line, position: column, sentence };
}

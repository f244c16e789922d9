import { requestHeaders, unboundHeaders } from '../ews/headers.ts';
import { namespaces } from '../ews/namespaces.ts';
import { operations } from '../ews/operations/index.ts';
import type { ComplexType, ElementParticle, EwsName, Particle, SimpleType } from '../ews/schema.ts';
import {
  isElement,
  lineIndex,
  textOf,
  type XmlAttribute,
  type XmlDocument,
  type XmlElement,
  type XmlNode,
} from '../xml/index.ts';
import { datatypeName, invalidReason, typeNameOf } from './datatypes.ts';
import { malformedness } from './malformed.ts';

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
  const limit = malformed?.offset ?? Number.POSITIVE_INFINITY;
  const found = new Walk(xml, limit).envelope();
  const places = lineIndex(xml.text);
  if (found && found.offset < limit) return violationAt(places, found.offset, found.sentence);
  if (!malformed) return undefined;
  const { line, column } = places(malformed.offset);
  if (malformed.placeless) return { line: 0, position: 0, sentence: malformed.sentence };
  return { line, position: column, sentence: `${malformed.sentence} Line ${line}, position ${column}.` };
}

interface Finding {
  readonly offset: number;
  readonly sentence: string;
}

const soap = namespaces.soap;
const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const uris: Readonly<Record<string, string>> = { m: namespaces.messages, t: namespaces.types, soap };

/** The order in which .NET lists the headers: that of its own hash table, not of the schema. */
const headerOrder: readonly EwsName[] = ['t:RequestServerVersion', 't:ExchangeImpersonation', 't:MailboxCulture'];

class Walk {
  private readonly xml: XmlDocument;
  private readonly limit: number;

  constructor(xml: XmlDocument, limit: number) {
    this.xml = xml;
    this.limit = limit;
  }

  envelope(): Finding | undefined {
    const root = this.xml.root;
    // A root that no schema declares is let pass by the validator; the server refuses it elsewhere.
    if (!root || root.uri !== soap || root.local !== 'Envelope' || !this.isWhole(root)) return undefined;
    return this.soapElement(root, [part('Header', 0), part('Body', 1)], child =>
      child.local === 'Header'
        ? this.header(child)
        : this.soapElement(child, [bodyChoice()], payload => this.operation(payload)),
    );
  }

  private isWhole(element: XmlElement): boolean {
    return element.complete && element.startTag.to <= this.limit;
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
    return this.soapAttributes(element) ?? this.particles(element, particles, below);
  }

  private soapAttributes(element: XmlElement): Finding | undefined {
    const wrong = element.attributes.find(
      attribute =>
        !isDeclaration(attribute) &&
        (attribute.uri === '' || (attribute.uri === soap && attribute.local !== 'encodingStyle')),
    );
    return wrong && { offset: wrong.from, sentence: `The '${attributeName(wrong)}' attribute is not allowed.` };
  }

  /** xs:all: any order, each once. */
  private header(header: XmlElement): Finding | undefined {
    const seen = new Set<EwsName>();
    const left = () => headerOrder.filter(name => !seen.has(name));
    return (
      this.soapAttributes(header) ??
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
    return this.instanceAttributes(element, type) ?? this.attributes(element, type) ?? this.typed(element, type);
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
    if (inside || content.kind !== 'text') return inside;
    const value = textOf(this.xml, element);
    const reason = invalidReason(content.type, value);
    if (reason === undefined) return undefined;
    return {
      offset: endOf(element),
      sentence: `The '${expandedName(element)}' element is invalid - The value '${value}' is invalid according to its datatype '${typeNameOf(name)}' - ${reason}`,
    };
  }

  /** xsi:type and xsi:nil are looked at before anything else. */
  private instanceAttributes(element: XmlElement, type: ComplexType): Finding | undefined {
    for (const { uri, local, value } of element.attributes) {
      if (uri !== schemaInstance) continue;
      const offset = element.nameRange.from;
      if (local === 'nil') {
        return {
          offset,
          sentence: `If the 'nillable' attribute is false in the schema, the 'xsi:nil' attribute must not be present in the instance.`,
        };
      }
      if (local === 'type' && value.trim().replace(/^.*:/, '') !== type.name.replace(/^.*:/, '')) {
        const [prefix = '', name] = value.includes(':') ? value.trim().split(':') : ['', value.trim()];
        const named = `${element.namespaces.get(prefix)?.value ?? ''}:${name}`;
        return {
          offset,
          sentence: `The xsi:type attribute value '${named}' is not valid for the element '${expandedName(element)}', either because it is not a type validly derived from the type in the schema, or because it has xsi:type derivation blocked.`,
        };
      }
    }
    return undefined;
  }

  private attributes(element: XmlElement, type: ComplexType): Finding | undefined {
    for (const attribute of element.attributes) {
      if (isDeclaration(attribute) || attribute.uri === schemaInstance || attribute.uri === xmlNamespace) continue;
      const found = this.attribute(attribute, type);
      if (found) return found;
    }
    const missing = type.attributes.find(
      ({ name, use }) => use === 'required' && !element.attributes.some(attribute => attribute.name === name),
    );
    return (
      missing && { offset: element.nameRange.from, sentence: `The required attribute '${missing.name}' is missing.` }
    );
  }

  private attribute(attribute: XmlAttribute, type: ComplexType): Finding | undefined {
    const offset = attribute.from;
    const name = attributeName(attribute);
    const declared =
      attribute.uri === '' ? type.attributes.find(candidate => candidate.name === attribute.name) : undefined;
    if (declared) return this.attributeValue(offset, name, attribute.value, declared.type);
    const ofSoap = attribute.uri === soap && type.soapAttributes;
    if (!ofSoap || !['mustUnderstand', 'actor', 'encodingStyle'].includes(attribute.local)) {
      return { offset, sentence: `The '${name}' attribute is not declared.` };
    }
    if (attribute.local !== 'mustUnderstand' || /^\s*[01]\s*$/.test(attribute.value)) return undefined;
    return {
      offset,
      sentence: `The '${name}' attribute is invalid - The value '${attribute.value}' is invalid according to its datatype 'Boolean' - The Pattern constraint failed.`,
    };
  }

  private attributeValue(offset: number, name: string, value: string, type: SimpleType): Finding | undefined {
    const reason = invalidReason(type, value);
    return reason === undefined
      ? undefined
      : {
          offset,
          sentence: `The '${name}' attribute is invalid - The value '${value}' is invalid according to its datatype '${datatypeName(type)}' - ${reason}`,
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
    for (const node of element.children) {
      // The reader takes in a whole start tag before the validator sees it.
      if (node.from >= this.limit || (isElement(node) && !this.isWhole(node))) return undefined;
      const found = isElement(node) ? onChild(node) : this.text(element, node, model, expected);
      if (found) return found;
    }
    return undefined;
  }

  private text(
    element: XmlElement,
    node: XmlNode,
    model: 'empty' | 'text' | 'elements',
    expected: () => string,
  ): Finding | undefined {
    if (model === 'text' || node.kind === 'comment' || node.kind === 'instruction') return undefined;
    const raw = this.xml.text.slice(node.from, node.to);
    // A CDATA section begins, for the reader, behind its opening bracket.
    const offset = node.kind === 'cdata' ? node.from + '<![CDATA['.length : node.from;
    const blank =
      node.kind === 'cdata'
        ? raw.slice(9, -3).trim() === ''
        : node.kind === 'reference'
          ? /^&#(?:x0*(?:20|9|a|d)|0*(?:32|9|10|13));$/i.test(raw)
          : raw.trim() === '';
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
    !/exchange\/services|schemas\.xmlsoap\.org\/soap\/envelope/.test(header.uri)
  );
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

function expandedName(element: XmlElement): string {
  return element.uri ? `${element.uri}:${element.local}` : element.local;
}

function attributeName(attribute: XmlAttribute): string {
  return attribute.uri ? `${attribute.uri}:${attribute.local}` : attribute.local;
}

function isDeclaration(attribute: XmlAttribute): boolean {
  return attribute.prefix === 'xmlns' || attribute.name === 'xmlns';
}

function violationAt(places: ReturnType<typeof lineIndex>, offset: number, sentence: string): Violation {
  const { line, column } = places(offset);
  return { line, position: column, sentence };
}

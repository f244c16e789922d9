import type { Attribute, ComplexType, ElementParticle, EwsName, Particle, SimpleType } from '../../ews/schema.ts';
import { refusedPropertyTypes } from '../../ews/types.ts';
import { serverVersionNames } from '../../ews/versions.ts';
import { splitEwsName } from '../names.ts';
import { arePropertyTypes, byUse } from '../propertyTypes.ts';
import { escapeSnippet, usefulOptions, versionChoices, wordsOf } from '../snippets.ts';
import type { Naming } from './naming.ts';

/** An element with what it needs, in snippet syntax: required attributes and children are tab stops. */
export function elementSnippet(naming: Naming, particle: ElementParticle): string {
  return elementText({ naming, stops: new TabStops() }, particle, naming.parent.local, 0);
}

/** An operation with its children, those mostly wanted included. */
export function operationSnippet(naming: Naming, name: EwsName, request: readonly Particle[]): string {
  const children = childrenOf(request, particle => usefulOptions.includes(splitEwsName(particle.name).local));
  return parentText({ naming, stops: new TabStops() }, naming.nameOf(name), name, children, 0);
}

/** `Name="…"`, its value a tab stop. */
export function attributeSnippet(attribute: Attribute, particle: ElementParticle, parent: string): string {
  return new TabStops().attribute(attribute, particle, parent);
}

interface Writing {
  readonly naming: Naming;
  readonly stops: TabStops;
}

/** Values as tab stops, numbered as they come. */
class TabStops {
  private last = 0;

  attribute({ name, type }: Attribute, particle: ElementParticle, parent: string): string {
    return `${name}="${this.value(type, name === 'Id' ? wordsOf(particle, parent) : inWords(name))}"`;
  }

  value(type: SimpleType, words: string): string {
    this.last += 1;
    const choices = choicesOf(type);
    if (choices) return `\${${this.last}|${choices.join(',')}|}`;
    return `\${${this.last}:${escapeSnippet(samples[type.name] ?? `{{${words}}}`)}}`;
  }
}

/** Values to begin with where any placeholder would be invalid. */
const samples: Readonly<Record<string, string>> = {
  'xs:int': '1',
  'xs:dateTime': '2026-01-31T08:00:00Z',
  'xs:language': 'en-US',
  't:GuidType': '00062004-0000-0000-C000-000000000046',
  't:PropertyTagType': '0x3001',
};

function choicesOf(type: SimpleType): readonly string[] | undefined {
  if (type.base === 'boolean') return ['true', 'false'];
  if (type.enumeration === serverVersionNames) return versionChoices;
  const { enumeration } = type;
  return enumeration && arePropertyTypes(enumeration) ? withoutRefused(enumeration) : enumeration;
}

function withoutRefused(types: readonly string[]): readonly string[] {
  return byUse(types).filter(type => !refusedPropertyTypes.includes(type));
}

function elementText(writing: Writing, particle: ElementParticle, parent: string, depth: number): string {
  const { content } = particle.type;
  const name = writing.naming.nameOf(particle.name);
  const written = attributesOf(particle.type).map(each => ` ${writing.stops.attribute(each, particle, parent)}`);
  const tag = name + written.join('');
  if (content.kind === 'empty') return `<${tag}/>`;
  if (content.kind === 'text')
    return `<${tag}>${writing.stops.value(content.type, wordsOf(particle, parent))}</${name}>`;
  return parentText(writing, tag, particle.name, childrenOf(content.particles), depth);
}

function parentText(
  writing: Writing,
  tag: string,
  fact: EwsName,
  children: readonly ElementParticle[],
  depth: number,
): string {
  if (children.length === 0) return `<${tag}/>`;
  const inner = `\n${'\t'.repeat(depth + 1)}`;
  const { local } = splitEwsName(fact);
  const content = children.map(child => inner + elementText(writing, child, local, depth + 1)).join('');
  return `<${tag}>${content}\n${'\t'.repeat(depth)}</${tag.replace(/ .*/s, '')}>`;
}

/** The children to begin with: required ones, the first of each choice, and those that are wanted besides. */
function childrenOf(
  particles: readonly Particle[],
  isWanted: (particle: ElementParticle) => boolean = () => false,
): readonly ElementParticle[] {
  return particles.flatMap(particle => {
    if (particle.kind === 'choice') return particle.occurs.min === 1 ? particle.options.slice(0, 1) : [];
    return particle.occurs.min === 1 || isWanted(particle) ? [particle] : [];
  });
}

/** Attributes that make sense together although none of them is required: a property needs a set and a name. */
const customaryAttributes: Readonly<Record<string, readonly string[]>> = {
  't:PathToExtendedFieldType': ['DistinguishedPropertySetId', 'PropertyName'],
};

function attributesOf(type: ComplexType): readonly Attribute[] {
  const customary = customaryAttributes[type.name] ?? [];
  return type.attributes.filter(({ name, use }) => use === 'required' || customary.includes(name));
}

function inWords(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b}`).toLowerCase();
}

import type { Attribute, ComplexType, ElementParticle, EwsName, Particle, SimpleType } from '../../ews/schema.ts';
import { serverVersionNames } from '../../ews/versions.ts';
import { splitEwsName } from '../names.ts';
import { escapeSnippet, usefulOptions, versionChoices, wordsOf } from '../snippets.ts';
import type { Naming } from './naming.ts';

/** What the snippets of one place share: how names are written, and what the operation asks for. */
export interface Setting {
  readonly naming: Naming;
  /** The oldest RequestServerVersion that will do. */
  readonly since: string | undefined;
}

/** An element with what it needs, in snippet syntax: required attributes and children are tab stops. */
export function elementSnippet(setting: Setting, particle: ElementParticle): string {
  return new SnippetBuilder(setting).element(particle, 0);
}

/** An operation with its children, those mostly wanted included. */
export function operationSnippet(setting: Setting, name: EwsName, request: readonly Particle[]): string {
  return new SnippetBuilder(setting).parent(setting.naming.nameOf(name), '', request, 0, true);
}

/** ` Name="…"` without the blank, its value a tab stop. */
export function attributeSnippet(
  setting: Setting,
  attribute: Attribute,
  particle: ElementParticle | undefined,
): string {
  return new SnippetBuilder(setting).attribute(attribute, particle);
}

/** Attributes that make sense together although none of them is required: a property needs a set and a name. */
const customaryAttributes: Readonly<Record<string, readonly string[]>> = {
  't:PathToExtendedFieldType': ['DistinguishedPropertySetId', 'PropertyName'],
};

class SnippetBuilder {
  private readonly setting: Setting;
  private stop = 0;

  constructor(setting: Setting) {
    this.setting = setting;
  }

  element(particle: ElementParticle, depth: number): string {
    const { type } = particle;
    const name = this.setting.naming.nameOf(particle.name);
    const attributes = requiredAttributes(type)
      .map(attribute => ` ${this.attribute(attribute, particle)}`)
      .join('');
    if (type.content.kind === 'empty') return `<${name}${attributes}/>`;
    if (type.content.kind === 'elements') return this.parent(name, attributes, type.content.particles, depth, false);
    return `<${name}${attributes}>${this.value(type.content.type, wordsOf(particle))}</${name}>`;
  }

  parent(name: string, attributes: string, particles: readonly Particle[], depth: number, useful: boolean): string {
    const children = particles
      .filter(particle => particle.occurs.min === 1 || (useful && isUseful(particle)))
      .flatMap(particle => (particle.kind === 'choice' ? particle.options.slice(0, 1) : [particle]));
    if (children.length === 0 && particles.length === 0) return `<${name}${attributes}/>`;
    const inner = `\n${'\t'.repeat(depth + 1)}`;
    const content =
      children.length === 0 ? `${inner}$0` : children.map(child => inner + this.element(child, depth + 1)).join('');
    return `<${name}${attributes}>${content}\n${'\t'.repeat(depth)}</${name}>`;
  }

  attribute(attribute: Attribute, particle: ElementParticle | undefined): string {
    const isId = attribute.name === 'Id' && particle;
    return `${attribute.name}="${this.value(attribute.type, isId ? wordsOf(particle) : inWords(attribute.name))}"`;
  }

  private value(type: SimpleType, words: string): string {
    this.stop += 1;
    const choices = this.choices(type);
    if (choices) return `\${${this.stop}|${choices.join(',')}|}`;
    return `\${${this.stop}:${escapeSnippet(samples[type.name] ?? `{{${words}}}`)}}`;
  }

  private choices(type: SimpleType): readonly string[] | undefined {
    if (type.base === 'boolean') return ['true', 'false'];
    if (type.enumeration !== serverVersionNames) return type.enumeration;
    const { since } = this.setting;
    const least = since === undefined ? 0 : names.indexOf(since);
    const fitting = versionChoices.filter(name => names.indexOf(name) >= least);
    return fitting.length > 0 ? fitting : versionChoices;
  }
}

const names: readonly string[] = serverVersionNames;

/** Values to begin with where any placeholder would be invalid. */
const samples: Readonly<Record<string, string>> = {
  'xs:int': '1',
  'xs:dateTime': '2026-01-31T08:00:00Z',
  'xs:language': 'en-US',
  't:GuidType': '00062004-0000-0000-C000-000000000046',
  't:PropertyTagType': '0x3001',
};

function requiredAttributes(type: ComplexType): readonly Attribute[] {
  const customary = customaryAttributes[type.name] ?? [];
  return type.attributes.filter(({ name, use }) => use === 'required' || customary.includes(name));
}

function isUseful(particle: Particle): boolean {
  return particle.kind === 'element' && usefulOptions.includes(splitEwsName(particle.name).local);
}

function inWords(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b}`).toLowerCase();
}

import type { ComplexType, ElementParticle, Particle } from '../../ews/schema.ts';
import type { XmlAttribute } from '../../xml/index.ts';
import { namespaceOf, splitEwsName } from '../names.ts';
import { optionsOf } from '../particles.ts';
import { nameMeant } from './meant.ts';

/** What an attribute says that stands on the parent of what it is meant for. */
export interface Said {
  /** The child that it is meant for, behind what is to stand around that one. */
  readonly way: readonly ElementParticle[];
  /** The attribute of the child; none where it is meant as its text. */
  readonly attribute?: string;
}

/**
 * The child that an attribute of its parent is meant as, by its name: that of the child or of one of its attributes. In an
 * element that was left out, such as a list, where one alone has such a child.
 */
export function saidOnParent(attribute: XmlAttribute, particles: readonly Particle[]): Said | undefined {
  const { local, uri } = attribute;
  if (uri === undefined || (uri !== '' && ewsKeys.every(key => key !== namespaceOf(attribute).key))) return undefined;
  const options = optionsOf(particles);
  const exact = saidExactly(local.toLowerCase(), options);
  if (exact) return exact;
  const similar = nameMeant(
    local,
    options.filter(option => ownAttribute(option) !== undefined || isText(option)),
  );
  return similar && asWhole([similar]);
}

/** Whether two attributes are meant for one child, and each for another attribute of it. */
export function areOfOneChild(one: Said, other: Said): boolean {
  if (one.attribute === undefined || other.attribute === undefined || one.attribute === other.attribute) return false;
  return one.way.length === other.way.length && one.way.every((particle, index) => particle === other.way[index]);
}

const ewsKeys = ['messages', 'types'] as const;

function saidExactly(word: string, options: readonly ElementParticle[]): Said | undefined {
  const named = options.find(({ name }) => splitEwsName(name).local.toLowerCase() === word);
  if (named) return asWhole(named.type.content.kind === 'elements' ? wayToId(named) : [named]);
  const holders = options.flatMap(option => {
    const attribute = attributeOf(option.type, word);
    return attribute === undefined ? [] : [{ way: [option], attribute }];
  });
  // The lists have other kinds of ids, too, which nobody means here.
  const ids = holders.filter(({ way: [holder] }) => holder && isId(holder));
  if (holders.length > 0) return onlyOne(ids.length > 0 ? ids : holders);
  return onlyOne(
    options.flatMap(option => {
      const { content } = option.type;
      const said = content.kind === 'elements' ? saidExactly(word, optionsOf(content.particles)) : undefined;
      return said ? [{ ...said, way: [option, ...said.way] }] : [];
    }),
  );
}

/** The id in a list of ids. */
function wayToId(list: ElementParticle): readonly ElementParticle[] {
  const { content } = list.type;
  const id = content.kind === 'elements' ? optionsOf(content.particles).find(isId) : undefined;
  return id ? [list, id] : [];
}

/** The attribute is all that the child says. */
function asWhole(way: readonly ElementParticle[]): Said | undefined {
  const child = way.at(-1);
  if (!child) return undefined;
  const attribute = ownAttribute(child);
  if (attribute !== undefined) return { way, attribute };
  return isText(child) ? { way } : undefined;
}

/** The attribute that an empty element is there for. */
function ownAttribute(particle: ElementParticle): string | undefined {
  const [first, ...further] = particle.type.attributes;
  return isEmpty(particle) && (further.length === 0 || isId(particle)) ? first?.name : undefined;
}

function attributeOf({ attributes, content }: ComplexType, word: string): string | undefined {
  return content.kind === 'empty' ? attributes.find(({ name }) => name.toLowerCase() === word)?.name : undefined;
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function isId({ type }: ElementParticle): boolean {
  return type.name === 't:ItemIdType';
}

function isText({ type }: ElementParticle): boolean {
  return type.content.kind === 'text';
}

function isEmpty({ type }: ElementParticle): boolean {
  return type.content.kind === 'empty';
}

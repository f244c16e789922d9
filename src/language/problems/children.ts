import { requestHeaders } from '../../ews/headers.ts';
import type { ElementParticle, EwsName, Particle } from '../../ews/schema.ts';
import { elementsOf, type XmlElement } from '../../xml/index.ts';
import { ewsNameOf, mostSimilar, namespaceOf, splitEwsName } from '../names.ts';
import { type Check, isFinished, nameHere } from './context.ts';
import { reportWrongNamespace } from './wrongNamespace.ts';

/** A child and the declaration by which its own content is checked. */
export interface Match {
  readonly child: XmlElement;
  readonly particle: ElementParticle;
}

/**
 * Compares the children of an element with its particles and reports what is missing, unknown, repeated or out of order.
 * A child with a slip in its name stands for the one that is meant, so that one slip is one problem.
 */
export function matchChildren(
  check: Check,
  parent: XmlElement,
  particles: readonly Particle[],
  { nameOf = ewsNameOf, isInside = isInsideOf, isMisplaced = () => false, elsewhere = [] }: Reading = {},
): readonly Match[] {
  const slots = slotsOf(particles);
  const children = elementsOf(parent).filter(({ complete, local }) => complete && local !== '');
  // A start tag that is being typed may become anything.
  const finished = isFinished(parent) && children.length === elementsOf(parent).length;
  const exact = new Set(children.map(nameOf).filter(name => name !== undefined && slots.has(name)));
  const placed: Placed[] = [];
  for (const child of children) {
    const slot =
      slots.get(nameOf(child) ?? 'm:') ?? checkName(check, parent, child, { slots, exact, isInside, isMisplaced });
    if (slot) placed.push({ child, slot });
  }
  checkOccurrences(check, parent, placed);
  checkOrder(check, placed);
  if (finished)
    checkMissing(
      check,
      parent,
      particles,
      new Set([
        ...placed.map(({ slot }) => slot.index),
        ...oneLevelDeeper(children, slots),
        ...elsewhere.flatMap(name => slots.get(name)?.index ?? []),
      ]),
    );
  return placed.filter(({ slot }) => slot.check).map(({ child, slot }) => ({ child, particle: slot.particle }));
}

/** Every element that may stand in the particles, in order. */
export function optionsOf(particles: readonly Particle[]): readonly ElementParticle[] {
  return particles.flatMap(particle => (particle.kind === 'element' ? [particle] : particle.options));
}

/** What stands inside a child that does not belong here is too deep, but not missing. */
function oneLevelDeeper(children: readonly XmlElement[], slots: ReadonlyMap<EwsName, Slot>): readonly number[] {
  const strangers = children.filter(child => !slots.has(ewsNameOf(child) ?? 'm:'));
  return strangers.flatMap(elementsOf).flatMap(child => slots.get(ewsNameOf(child) ?? 'm:')?.index ?? []);
}

/** How the names of children are read, where it is not as the facts write them. */
export interface Reading {
  readonly nameOf?: (child: XmlElement) => EwsName | undefined;
  /** True when the child belongs into an element of this particle, which was left out around it. */
  readonly isInside?: (child: XmlElement, particle: ElementParticle) => boolean;
  /** Reports a child that belongs to another place; false for one that is simply unknown. */
  readonly isMisplaced?: (child: XmlElement) => boolean;
  /** Children whose content stands in another place, so that they are not missing as well. */
  readonly elsewhere?: readonly EwsName[];
}

interface Slot {
  /** Of the particle in its sequence. */
  readonly index: number;
  readonly particle: ElementParticle;
  /** The particle of the sequence: itself, or the choice it is an option of. */
  readonly outer: Particle;
  /** False when the name is so far off that its content says nothing. */
  readonly check: boolean;
}

interface Placed {
  readonly child: XmlElement;
  readonly slot: Slot;
}

function slotsOf(particles: readonly Particle[]): ReadonlyMap<EwsName, Slot> {
  const slots = new Map<EwsName, Slot>();
  for (const [index, outer] of particles.entries()) {
    for (const particle of optionsOf([outer])) slots.set(particle.name, { index, particle, outer, check: true });
  }
  return slots;
}

interface Names {
  readonly slots: ReadonlyMap<EwsName, Slot>;
  /** The names that are there as they should be. */
  readonly exact: ReadonlySet<EwsName | undefined>;
  readonly isInside: (child: XmlElement, particle: ElementParticle) => boolean;
  readonly isMisplaced: (child: XmlElement) => boolean;
}

/** Reports a child whose name is not declared here, and gives the slot that was meant, if one is. */
function checkName(
  check: Check,
  parent: XmlElement,
  child: XmlElement,
  { slots, exact, isInside, isMisplaced }: Names,
): Slot | undefined {
  if (child.local === '') return undefined;
  const all = [...slots.values()];
  if (checkNamedId(check, parent, child, all)) return all[0] && { ...all[0], check: false };
  const same = all.find(
    ({ particle }) => splitEwsName(particle.name).local.toLowerCase() === child.local.toLowerCase(),
  );
  // The prefix is reported as not declared, and the name means nothing without it.
  if (child.uri === undefined && namespaceOf(child).key === undefined) return same;
  if (same) {
    const expected = nameHere(child, same.particle.name);
    const { key, local } = splitEwsName(same.particle.name);
    if (namespaceOf(child).key === key) {
      check.reporter.report('child.wrong-case', child.nameRange, { child: child.name, expected });
    } else {
      reportWrongNamespace(check, child, same.particle.name);
    }
    return { ...same, check: local === child.local };
  }
  if (checkMisplaced(check, child) || isMisplaced(child)) return undefined;
  const free = all.filter(({ particle }) => !exact.has(particle.name));
  const meant = meantSlot(child, free);
  const suggestion = meant && nameHere(child, meant.particle.name);
  check.reporter.report('child.unknown', child.nameRange, {
    parent: parent.name,
    child: child.name,
    allowed: all.map(({ particle }) => nameHere(child, particle.name)),
    ...(suggestion && { suggestion }),
  });
  const around = meant ?? free.find(({ particle }) => isInside(child, particle));
  return around && { ...around, check: false };
}

/** Reports a header outside of the Header, and a Header or Body outside of the Envelope; true when it is one. */
export function checkMisplaced(check: Check, child: XmlElement): boolean {
  const name = ewsNameOf(child);
  const isPartOfSoap = isPart(child, 'Header') || isPart(child, 'Body');
  if (!isPartOfSoap && !requestHeaders.some(header => header.name === name)) return false;
  const wanted = nameHere(child, isPartOfSoap ? 'soap:Envelope' : 'soap:Header');
  check.reporter.report('child.misplaced', child.nameRange, { child: child.name, wanted });
  return true;
}

/** True for a part of a SOAP envelope. */
export function isPart(element: XmlElement, local: 'Header' | 'Body'): boolean {
  return element.local === local && namespaceOf(element).key === 'soap';
}

/** m:ContactId and m:GroupId stand in operations; the lists of ids hold t:ItemId. */
function checkNamedId(check: Check, parent: XmlElement, child: XmlElement, all: readonly Slot[]): boolean {
  const item = all.find(({ particle }) => particle.name === 't:ItemId');
  if (!item || !/^(?:Contact|Group)Id$/i.test(child.local)) return false;
  const wanted = nameHere(child, item.particle.name);
  check.reporter.report('id.unwrapped', child.nameRange, { name: parent.name, child: wanted });
  return true;
}

function isInsideOf(child: XmlElement, { type }: ElementParticle): boolean {
  const name = ewsNameOf(child);
  return type.content.kind === 'elements' && optionsOf(type.content.particles).some(option => option.name === name);
}

function meantSlot(child: XmlElement, free: readonly Slot[]): Slot | undefined {
  const byLocal = new Map(free.map(slot => [splitEwsName(slot.particle.name).local, slot]));
  const similar = mostSimilar(child.local, byLocal.keys());
  if (similar !== undefined) return byLocal.get(similar);
  // t:ItemId, FolderId and their like where an id is wanted that has a name of its own.
  const ids = free.filter(({ particle }) => particle.type.name === 't:ItemIdType');
  if (/Id$/.test(child.local) && ids.length === 1) return ids[0];
  // Where one element alone may stand, what carries its attributes is meant for it, such as ExtendedFieldURI.
  const [only, ...further] = free;
  const declared = only?.particle.type.attributes.map(({ name }) => name) ?? [];
  const fits = child.attributes.some(({ name }) => declared.includes(name));
  return only && further.length === 0 && namespaceOf(child).key && fits ? only : undefined;
}

function checkOccurrences(check: Check, parent: XmlElement, placed: readonly Placed[]): void {
  const first = new Map<number, XmlElement>();
  for (const { child, slot } of placed) {
    const earlier = first.get(slot.index);
    if (!earlier) {
      first.set(slot.index, child);
      continue;
    }
    if (slot.outer.occurs.max === 'unbounded') continue;
    const related = [{ ...earlier.nameRange, message: 'The first one is here.' }];
    const data = { parent: parent.name, child: child.name };
    if (slot.outer.kind === 'element') check.reporter.report('child.repeated', child.nameRange, data, related);
    else {
      const allowed = slot.outer.options.map(option => nameHere(child, option.name));
      check.reporter.report('choice.several', child.nameRange, { ...data, allowed }, related);
    }
  }
}

/** Reports as validators do: the first child at which the sequence cannot go on; the rest is read as if it were right. */
function checkOrder(check: Check, placed: readonly Placed[]): void {
  const first = new Map<number, number>();
  for (const [at, { slot }] of placed.entries()) if (!first.has(slot.index)) first.set(slot.index, at);
  let last: Placed | undefined;
  for (const [at, here] of placed.entries()) {
    const other = overtaken(placed, at, first) ?? (last && last.slot.index > here.slot.index ? last : undefined);
    if (!other) {
      last = here;
      continue;
    }
    const isRepeated = here.slot.outer.occurs.max === 1 && (first.get(here.slot.index) ?? at) < at;
    if (isRepeated) continue;
    const related = [{ ...other.child.nameRange, message: `<${other.child.name}> is here.` }];
    const wanted = other === last ? ('before' as const) : ('after' as const);
    const data = { child: here.child.name, other: other.child.name, wanted };
    check.reporter.report('child.out-of-order', here.child.nameRange, data, related);
  }
}

/** Behind what the child at hand belongs when a required one that should stand before it does not: the last of all those. */
function overtaken(placed: readonly Placed[], at: number, first: ReadonlyMap<number, number>): Placed | undefined {
  const index = placed[at]?.slot.index ?? 0;
  const positions = [...first]
    .filter(([slot, position]) => slot < index && position > at)
    .map(([, position]) => position);
  const later = positions.map(position => placed[position]).filter(other => other !== undefined);
  const isRequired = later.some(({ slot }) => slot.outer.occurs.min === 1);
  return isRequired ? later.reduce((last, other) => (other.child.from > last.child.from ? other : last)) : undefined;
}

function checkMissing(
  check: Check,
  parent: XmlElement,
  particles: readonly Particle[],
  present: ReadonlySet<number>,
): void {
  for (const [index, particle] of particles.entries()) {
    if (particle.occurs.min === 0 || present.has(index)) continue;
    if (particle.kind === 'element') {
      check.reporter.report('child.missing', parent.nameRange, {
        parent: parent.name,
        child: nameHere(parent, particle.name),
      });
    } else {
      const allowed = particle.options.map(option => nameHere(parent, option.name));
      check.reporter.report('choice.missing', parent.nameRange, { parent: parent.name, allowed });
    }
  }
}

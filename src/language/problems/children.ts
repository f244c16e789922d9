import { requestHeaders } from '../../ews/headers.ts';
import type { ElementParticle, EwsName, Particle } from '../../ews/schema.ts';
import { elementsOf, isBlank, textOf, type XmlElement } from '../../xml/index.ts';
import { ewsNameOf, namespaceOf, splitEwsName } from '../names.ts';
import { optionsOf } from '../particles.ts';
import { type Check, isFinished, nameHere } from './context.ts';
import { type Slot, saidByText, slotsOf } from './meant.ts';
import { saidOnParent } from './onParent.ts';
import { checkOrder } from './order.ts';
import { type Placed, Places, type Spare } from './places.ts';
import { checkStrangers } from './strangers.ts';
import { reportWrongNamespace } from './wrongNamespace.ts';

/** A child and the declaration by which its own content is checked. */
export interface Match {
  readonly child: XmlElement;
  readonly particle: ElementParticle;
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
  /** The text between the children, which may be what one of them should hold. */
  readonly text?: string;
  /** The particles are those of another element, which is only meant: the order counts once that is written. */
  readonly isGuess?: boolean;
}

/**
 * Compares the children of an element with its particles and reports what is missing, unknown, repeated or out of order.
 * A child with a slip in its name stands for the one that is meant, so that one slip is one problem.
 */
export function matchChildren(
  check: Check,
  parent: XmlElement,
  particles: readonly Particle[],
  {
    nameOf = ewsNameOf,
    isInside = isInsideOf,
    isMisplaced = () => false,
    elsewhere = [],
    text = '',
    isGuess,
  }: Reading = {},
): readonly Match[] {
  const all = elementsOf(parent);
  const children = all.filter(child => child.complete && child.local !== '' && !check.outside.has(child));
  const places = new Places(slotsOf(particles));
  const misnamed = children.filter(child => {
    const slot = places.named(nameOf(child));
    if (slot) places.take(child, slot);
    return !slot;
  });
  const strangers = misnamed.filter(child => !checkName(check, parent, child, places) && !isMisplaced(child));
  const excused = checkStrangers(check, parent, strangers, places, isInside);
  for (const spare of places.spares) reportSpare(check, parent, spare, places);
  const placed = places.placed(children);
  // What stands twice gets its own name first: then its order can be told.
  const twins = new Set(places.spares.map(({ child }) => child));
  if (!isGuess) checkOrder(check, twins.size === 0 ? placed : placed.filter(({ child }) => !twins.has(child)));
  const present = new Set([
    ...placed.flatMap(({ child, slot }) => checkTooDeep(check, child, slot, places)),
    ...places.indices(),
    ...excused,
    ...oneLevelDeeper(misnamed, places),
    ...elsewhere.flatMap(name => places.named(name)?.index ?? []),
  ]);
  // A start tag that is being typed may become anything.
  if (isFinished(parent) && all.every(({ complete, local }) => complete && local !== ''))
    checkMissing(check, parent, particles, withSaid(parent, particles, present, text || strayText(check, placed)));
  return placed.filter(({ slot }) => slot.check).map(({ child, slot }) => ({ child, particle: slot.particle }));
}

/** What stands inside a child that does not belong here is too deep, but not missing. */
function oneLevelDeeper(misnamed: readonly XmlElement[], places: Places): readonly number[] {
  return misnamed.flatMap(elementsOf).flatMap(child => places.named(ewsNameOf(child))?.index ?? []);
}

/** Reports a child inside of another that holds no elements, where it belongs beside that one. */
function checkTooDeep(
  check: Check,
  outer: XmlElement,
  { particle, index, guessed }: Slot,
  places: Places,
): readonly number[] {
  if (guessed || particle.type.content.kind === 'elements') return [];
  return elementsOf(outer).flatMap(child => {
    const slot = places.named(ewsNameOf(child));
    if (!slot || slot.index === index || !places.isFree(slot)) return [];
    places.take(child, slot);
    check.outside.add(child);
    // Without an end tag the other one is not closed, and that is said of it.
    const data = { child: child.name, wanted: outer.name, beside: true };
    if (isFinished(outer)) check.reporter.report('child.misplaced', child.nameRange, data);
    return [slot.index];
  });
}

/** With the places of children that attributes of the parent, or text beside them, are meant as. */
function withSaid(
  parent: XmlElement,
  particles: readonly Particle[],
  present: ReadonlySet<number>,
  text: string,
): ReadonlySet<number> {
  const indexOf = (said: ElementParticle | undefined) =>
    particles.findIndex(outer => said !== undefined && optionsOf([outer]).includes(said));
  const all = new Set(present);
  for (const attribute of parent.attributes) all.add(indexOf(saidOnParent(attribute, particles)?.way[0]));
  const lacking = particles.filter(({ occurs }, index) => occurs.min === 1 && !all.has(index));
  if (text) all.add(indexOf(saidByText(text, optionsOf(lacking))));
  return all;
}

/** The text of a child that is whole without it. */
function strayText({ request }: Check, placed: readonly Placed[]): string {
  const holder = placed.find(({ child, slot: { particle, check } }) => {
    const { attributes, content } = particle.type;
    if (!check || content.kind !== 'empty' || isBlank(textOf(request.xml, child))) return false;
    const names = new Set(child.attributes.map(({ name }) => name));
    return attributes.every(({ name, use }) => use === 'optional' || names.has(name));
  });
  return holder ? textOf(request.xml, holder.child) : '';
}

/** Reports a child whose name is nearly one that may stand here, or that belongs elsewhere; false when it is neither. */
function checkName(check: Check, parent: XmlElement, child: XmlElement, places: Places): boolean {
  const all = [...places.all.values()];
  const [first] = all;
  if (first && checkNamedId(check, parent, child, all)) return places.take(child, { ...first, check: false });
  const same = all.find(
    ({ particle }) => splitEwsName(particle.name).local.toLowerCase() === child.local.toLowerCase(),
  );
  // The prefix is reported as not declared, and the name means nothing without it.
  const { key: known, form } = namespaceOf(child);
  if (form === 'assumed' && known === undefined) {
    if (same && places.isFree(same)) places.take(child, same);
    return true;
  }
  if (!same) return checkMisplaced(check, child);
  const { key, local } = splitEwsName(same.particle.name);
  // Of Header and Body the content is looked for by their names.
  if (!places.take(child, { ...same, check: local === child.local || key !== 'soap' })) return true;
  if (namespaceOf(child).key === key) {
    const expected = nameHere(child, same.particle.name);
    check.reporter.report('child.wrong-case', child.nameRange, { child: child.name, expected });
  } else {
    reportWrongNamespace(check, child, same.particle.name);
  }
  return true;
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
  if (type.content.kind !== 'elements' || namespaceOf(child).form === 'foreign') return false;
  return optionsOf(type.content.particles).some(({ name }) => splitEwsName(name).local === child.local);
}

/** Reports a child whose place another one has. */
function reportSpare(check: Check, parent: XmlElement, { child, slot, kept }: Spare, places: Places): void {
  const message = kept.from < child.from ? 'The first one is here.' : 'The other one is here.';
  const related = [{ ...kept.nameRange, message }];
  const data = { parent: parent.name, child: child.name };
  const meant = places.slotOf.get(child);
  // The same way of a choice twice is no further way.
  if (slot.outer.kind === 'choice' && !meant && kept.name !== child.name) {
    const allowed = slot.outer.options.map(option => nameHere(child, option.name));
    check.reporter.report('choice.several', child.nameRange, { ...data, allowed }, related);
    return;
  }
  const suggestion = meant && nameHere(child, meant.particle.name);
  const other = kept.name === child.name ? undefined : kept.name;
  check.reporter.report(
    'child.repeated',
    child.nameRange,
    { ...data, ...(other && { other }), ...(suggestion && { suggestion }) },
    related,
  );
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

import type { ElementParticle } from '../../ews/schema.ts';
import { elementsOf, type XmlElement } from '../../xml/index.ts';
import { type Check, nameHere } from './context.ts';
import { inTurn, isBare, meantBy, type Slot } from './meant.ts';
import { isList, type Places } from './places.ts';
import { settleTwins } from './twins.ts';

/**
 * Reports children that may not stand here, each with what it is meant as. Gives the places in the sequence of which
 * nothing is to be said besides: a stranger may be meant for them.
 */
export function checkStrangers(
  check: Check,
  parent: XmlElement,
  strangers: readonly XmlElement[],
  places: Places,
  isInside: (child: XmlElement, particle: ElementParticle) => boolean,
): readonly number[] {
  const meant = new Map<XmlElement, readonly Slot[]>();
  const siblings = strangers.length === 0 ? [] : elementsOf(parent);
  const before = new Map(siblings.map((sibling, index) => [sibling, siblings[index - 1]]));
  const lists = new Map<XmlElement, Slot>();
  for (const child of strangers) {
    // Neighbours of one name that belong into one list are one problem.
    const previous = before.get(child);
    const list = previous && previous.name === child.name ? lists.get(previous) : undefined;
    if (list) {
      lists.set(child, list);
      continue;
    }
    const around = places.free().filter(({ particle }) => isInside(child, particle));
    const slots = around.length > 0 ? [] : meantBy(child, places.free());
    const [first] = around.length > 0 ? around : slots.length === 1 ? slots : [];
    if (first) places.take(child, asGuess(first));
    if (first && isList(first.particle)) lists.set(child, first);
    meant.set(child, slots);
  }
  takeTurns(meant, places);
  if (places.spares.length > 0) settleTwins(check.request.xml, places);
  for (const [child, slots] of meant) reportUnknown(check, parent, child, places, slots);
  const choices = [...places.all.values()].filter(({ outer }) => meant.size > 0 && outer.kind === 'choice');
  return [...choices, ...[...meant.values()].flat()].map(({ index }) => index);
}

/** Gives those that have no place yet the free ones, where there are as many that they fit. */
function takeTurns(meant: Map<XmlElement, readonly Slot[]>, places: Places): void {
  const spares = places.spares.map(({ child }) => child).filter(child => !isBare(child));
  const waiting = [...meant.keys(), ...spares].filter(child => !places.slotOf.has(child));
  waiting.sort((a, b) => a.from - b.from);
  for (const [child, slots] of inTurn(waiting, places.required())) {
    const [only, ...further] = slots;
    if (only && further.length === 0) places.take(child, asGuess(only));
    if (meant.has(child)) meant.set(child, slots);
  }
}

function asGuess(slot: Slot): Slot {
  return { ...slot, check: false, guessed: true };
}

function reportUnknown(
  check: Check,
  parent: XmlElement,
  child: XmlElement,
  places: Places,
  slots: readonly Slot[],
): void {
  const names = slots.map(({ particle }) => nameHere(child, particle.name));
  check.reporter.report('child.unknown', child.nameRange, {
    parent: parent.name,
    child: child.name,
    allowed: [...places.all.values()].map(({ particle }) => nameHere(child, particle.name)),
    ...(names.length === 1 && { suggestion: names[0] as string }),
    ...(names.length > 1 && { suggestions: names }),
  });
}

import type { ElementParticle, Meaning } from '../../ews/schema.ts';
import { textOf, type XmlDocument, type XmlElement } from '../../xml/index.ts';
import { meaningOfKey, type Slot } from './meant.ts';
import type { Places, Spare } from './places.ts';

/**
 * Settles which of several children of one name is which, where all but one of them are meant for other places: what they
 * say tells, or their order, as somebody copies a child and forgets to rename one of the two.
 */
export function settleTwins(xml: XmlDocument, places: Places): void {
  const meant = places.spares.filter(({ child, kept }) => places.slotOf.has(child) && child.name === kept.name);
  for (const [kept, spares] of Map.groupBy(meant, spare => spare.kept)) settle(xml, places, kept, spares);
}

function settle(xml: XmlDocument, places: Places, kept: XmlElement, spares: readonly Spare[]): void {
  const own = places.slotOf.get(kept);
  if (!own) return;
  const twins = [kept, ...spares.map(({ child }) => child)].sort((a, b) => a.from - b.from);
  const slots = twins.flatMap(twin => places.slotOf.get(twin) ?? []).sort((a, b) => a.index - b.index);
  places.share(own, assigned(xml, twins, slots));
}

/** The places by what the children say, the others in their order. */
function assigned(
  xml: XmlDocument,
  twins: readonly XmlElement[],
  slots: readonly Slot[],
): ReadonlyMap<XmlElement, Slot> {
  const found = new Map<XmlElement, Slot>();
  const free = new Set(slots);
  const give = (twin: XmlElement, slot: Slot | undefined) => {
    if (slot && free.delete(slot)) found.set(twin, slot);
  };
  for (const twin of twins) {
    const [only, ...further] = slots.filter(({ particle }) => tells(xml, twin, particle));
    if (further.length === 0) give(twin, only);
  }
  for (const twin of twins.filter(one => !found.has(one))) give(twin, [...free][0]);
  return found;
}

/** Whether a child says what it is, and that it is this: by the ChangeKey of its id, or by the form of its text. */
function tells(xml: XmlDocument, child: XmlElement, { meaning, type }: ElementParticle): boolean {
  if (type.content.kind === 'text') return formOf[meaning ?? 'itemId']?.test(textOf(xml, child).trim()) === true;
  return meaning !== undefined && meaningOfKey(child) === meaning;
}

const formOf: Readonly<Partial<Record<Meaning, RegExp>>> = {
  imAddress: /@/,
  smtpAddress: /@/,
  telUri: /^tel:/i,
  sipUri: /^sip:/i,
  telephoneNumber: /^[+\d][\d\s()./-]*$/,
};

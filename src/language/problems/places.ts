import type { ElementParticle, EwsName } from '../../ews/schema.ts';
import type { XmlElement } from '../../xml/index.ts';
import { isBare, type Slot } from './meant.ts';

/** A child and the place it has, or should have. */
export interface Placed {
  readonly child: XmlElement;
  readonly slot: Slot;
}

/** A child for which there is no place any more, and the one that has it. */
export interface Spare extends Placed {
  readonly kept: XmlElement;
}

/** Which child has which place of a sequence. */
export class Places {
  readonly all: ReadonlyMap<EwsName, Slot>;
  readonly slotOf = new Map<XmlElement, Slot>();
  readonly spares: Spare[] = [];
  private readonly holders = new Map<number, XmlElement>();

  constructor(all: ReadonlyMap<EwsName, Slot>) {
    this.all = all;
  }

  /** Gives a child a place; false when another one has it. One that is empty gives way. */
  take(child: XmlElement, slot: Slot): boolean {
    const holder = this.holders.get(slot.index);
    if (!holder || this.isFree(slot)) {
      this.holders.set(slot.index, holder ?? child);
      this.slotOf.set(child, slot);
      return true;
    }
    const held = this.slotOf.get(holder);
    if (!held || !isBare(holder) || isBare(child)) {
      this.spares.push({ child, slot, kept: holder });
      return false;
    }
    this.slotOf.delete(holder);
    this.spares.push({ child: holder, slot: held, kept: child });
    this.holders.set(slot.index, child);
    this.slotOf.set(child, slot);
    return true;
  }

  /** Gives children of one name the places that they are meant for; one of them keeps the place of the name. */
  share(own: Slot, places: ReadonlyMap<XmlElement, Slot>): void {
    const [kept] = [...places].find(([, slot]) => slot === own) ?? [];
    if (!kept) return;
    for (const [child, slot] of places) {
      this.slotOf.set(child, slot);
      this.holders.set(slot.index, child);
    }
    const others = this.spares.filter(({ child }) => !places.has(child));
    const spares = [...places.keys()].filter(child => child !== kept).map(child => ({ child, slot: own, kept }));
    this.spares.splice(0, this.spares.length, ...others, ...spares);
  }

  /** Whether a place may still be taken. */
  isFree({ index, outer }: Slot): boolean {
    return outer.occurs.max === 'unbounded' || !this.holders.has(index);
  }

  /** The places that may still be taken. */
  free(): readonly Slot[] {
    return [...this.all.values()].filter(slot => this.isFree(slot));
  }

  /** The free places for one element each that must not stay so. */
  required(): readonly Slot[] {
    return this.free().filter(({ outer }) => outer.kind === 'element' && outer.occurs.min === 1);
  }

  /** The children in their order that have a place. */
  placed(children: readonly XmlElement[]): readonly Placed[] {
    return children.flatMap(child => {
      const slot = this.slotOf.get(child);
      return slot ? [{ child, slot }] : [];
    });
  }

  /** The taken places of the sequence. */
  indices(): readonly number[] {
    return [...this.holders.keys()];
  }

  /** The place of a name. */
  named(name: EwsName | undefined): Slot | undefined {
    return name && this.all.get(name);
  }
}

/** True for an element of a list, which may hold any number of elements. */
export function isList({ type: { content } }: ElementParticle): boolean {
  return content.kind === 'elements' && content.particles.some(({ occurs }) => occurs.max === 'unbounded');
}

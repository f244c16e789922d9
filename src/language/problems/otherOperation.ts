import type { ElementParticle, EwsName, Operation } from '../../ews/schema.ts';
import { elementsOf, type XmlElement } from '../../xml/index.ts';
import { namespaceOf, splitEwsName } from '../names.ts';
import { optionsOf } from '../particles.ts';
import { operationNamed } from '../request.ts';
import { operationsTaking } from '../vocabulary.ts';
import { isNamedFor, meaningOfKey, meantBy, type Slot, slotsOf } from './meant.ts';

/** The children of an operation are those of another one. */
export interface OtherOperation {
  readonly operation: Operation;
  /** Further ones that take the same. */
  readonly further: readonly Operation[];
  /** The first child that tells so. */
  readonly child: XmlElement;
  /** The place in the operation itself that the child may be meant for as well. */
  readonly place?: EwsName;
}

/**
 * The operation that takes exactly the children that stand in another one: its name is the mistake, and no child is one
 * too many. It does the same kind of thing to the mailbox, so that nothing turns into its opposite. Of an id under the name
 * of the other kind its ChangeKey tells which of the two names is the mistake; without one, either may be.
 */
export function otherOperation(payload: XmlElement, own: Operation): OtherOperation | undefined {
  const children = elementsOf(payload);
  const known = localsOf(own);
  const strangers = children.filter(({ local }) => !known.has(local));
  const [child] = strangers;
  if (!child || children.some(({ complete }) => !complete)) return undefined;
  if (strangers.some(stranger => namespaceOf(stranger).form === 'foreign')) return undefined;
  const there = new Set(children.map(({ local }) => local));
  const takers = operationsTaking([...there].map(local => `m:${local}` as const))
    .map(operationNamed)
    .filter(taker => taker?.effect === own.effect);
  const [operation, ...further] = takers.filter(taker => taker !== undefined);
  if (!operation) return undefined;
  const free = [...slotsOf(own.request).values()].filter(
    ({ particle }) => !there.has(splitEwsName(particle.name).local),
  );
  if (strangers.every(stranger => isNamedFor(stranger, free))) return undefined;
  const found = { operation, further, child };
  const meant = strangers.map(stranger => meantBy(stranger, free));
  if (meant.some(slots => slots.length === 0)) return found;
  // Another verb is another deed: for that, one child must be too many.
  if (verbOf(operation.name) !== verbOf(own.name)) return undefined;
  const place = ownPlace(meant, free);
  if (!place) return found;
  const kind = meaningOfKey(child);
  if (place.meaning === kind) return undefined;
  return kind === undefined ? { ...found, place: place.name } : found;
}

/** The place that the first child is meant for, where no required one is left then. */
function ownPlace(meant: readonly (readonly Slot[])[], free: readonly Slot[]): ElementParticle | undefined {
  const taken = new Set(meant.flat());
  const isWhole = free.every(slot => slot.outer.occurs.min === 0 || taken.has(slot));
  return isWhole ? meant[0]?.[0]?.particle : undefined;
}

function localsOf({ request }: Operation): ReadonlySet<string> {
  return new Set(optionsOf(request).map(({ name }) => splitEwsName(name).local));
}

function verbOf(name: string): string {
  return /^[A-Z][a-z]*/.exec(name)?.[0] ?? name;
}

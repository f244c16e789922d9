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
  // Another verb is another deed: for that, one child must be too many.
  const place = verbOf(operation.name) === verbOf(own.name) ? ownPlace(strangers, free) : undefined;
  const kind = meaningOfKey(child);
  if (place && place.meaning === kind) return undefined;
  return { operation, further, child, ...(place && kind === undefined && { place: place.name }) };
}

/** The first of the free places that the children fill, where none is too many then and none is missing. */
function ownPlace(strangers: readonly XmlElement[], free: readonly Slot[]): ElementParticle | undefined {
  const meant = strangers.map(stranger => meantBy(stranger, free));
  if (meant.some(slots => slots.length === 0)) return undefined;
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

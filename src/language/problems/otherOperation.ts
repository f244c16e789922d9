import type { Operation } from '../../ews/schema.ts';
import { elementsOf, type XmlElement } from '../../xml/index.ts';
import { namespaceOf, splitEwsName } from '../names.ts';
import { optionsOf } from '../particles.ts';
import { operationNamed } from '../request.ts';
import { operationsTaking } from '../vocabulary.ts';
import { isNamedFor, meantBy, slotsOf } from './meant.ts';

/** The children of an operation are those of another one. */
export interface OtherOperation {
  readonly operation: Operation;
  /** The first child that tells so. */
  readonly child: XmlElement;
}

/**
 * The one operation that takes exactly the children that stand in another one: its name is the mistake, and no child is one
 * too many. It does the same kind of thing to the mailbox, so that nothing turns into its opposite.
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
  if (!operation || further.length > 0) return undefined;
  return isOwn(strangers, there, own, verbOf(operation.name) === verbOf(own.name)) ? undefined : { operation, child };
}

/**
 * True where the children may well be meant for the operation in which they stand: by their names, or because none is too
 * many then and none is missing. Another verb is another deed: for that, one must be too many.
 */
function isOwn(
  strangers: readonly XmlElement[],
  there: ReadonlySet<string>,
  { request }: Operation,
  isSameVerb: boolean,
): boolean {
  const free = [...slotsOf(request).values()].filter(({ particle }) => !there.has(splitEwsName(particle.name).local));
  if (strangers.every(stranger => isNamedFor(stranger, free))) return true;
  const meant = strangers.map(stranger => meantBy(stranger, free));
  if (meant.some(slots => slots.length === 0)) return false;
  const taken = new Set(meant.flat());
  return !isSameVerb || free.every(slot => slot.outer.occurs.min === 0 || taken.has(slot));
}

function localsOf({ request }: Operation): ReadonlySet<string> {
  return new Set(optionsOf(request).map(({ name }) => splitEwsName(name).local));
}

function verbOf(name: string): string {
  return /^[A-Z][a-z]*/.exec(name)?.[0] ?? name;
}

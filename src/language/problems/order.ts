import type { Check } from './context.ts';
import type { Placed } from './places.ts';

/**
 * Reports the children that are out of order: those outside a longest run that is in order, each with the neighbour of its
 * right place. So one child in the wrong place is one problem, and moving it is enough.
 */
export function checkOrder(check: Check, placed: readonly Placed[]): void {
  if (placed.every(({ slot }, at) => at === 0 || slot.index >= (placed[at - 1]?.slot.index ?? 0))) return;
  const run = runOf(placed);
  const inOrder = new Set(run);
  for (const here of placed) {
    const place = inOrder.has(here) ? undefined : placeOf(here, run);
    // Of two that have other names, the names are to be mended first.
    if (!place || (here.slot.guessed && place.other.slot.guessed)) continue;
    const { other, wanted } = place;
    const related = [{ ...other.child.nameRange, message: `<${other.child.name}> is here.` }];
    const data = { child: here.child.name, other: other.child.name, wanted };
    check.reporter.report('child.out-of-order', here.child.nameRange, data, related);
  }
}

/** Before the first child that it must precede, or after the last one that it must follow. */
function placeOf(
  { child, slot }: Placed,
  run: readonly Placed[],
): { readonly other: Placed; readonly wanted: 'before' | 'after' } | undefined {
  const next = run.find(other => other.slot.index > slot.index);
  if (next && next.child.from < child.from) return { other: next, wanted: 'before' };
  const previous = run.findLast(other => other.slot.index < slot.index);
  return previous && { other: previous, wanted: 'after' };
}

/** Of several runs that are as long, one without the child at which a validator stops: that one is reported by both. */
function runOf(placed: readonly Placed[]): readonly Placed[] {
  const longest = longestRun(placed);
  const stop = stopOf(placed);
  const without = longestRun(placed.filter(child => child !== stop));
  return without.length === longest.length ? without : longest;
}

/** The longest selection of the children whose places do not decrease, in O(n log n). */
function longestRun(placed: readonly Placed[]): readonly Placed[] {
  // For each length, the run that ends at the lowest place; of runs, the last child is kept and what it follows.
  const ends: Placed[] = [];
  const before = new Map<Placed, Placed | undefined>();
  for (const here of placed) {
    const length = countUpTo(ends, here.slot.index);
    before.set(here, ends[length - 1]);
    ends[length] = here;
  }
  const run: Placed[] = [];
  for (let at = ends.at(-1); at; at = before.get(at)) run.push(at);
  return run.reverse();
}

/** How many of some children, whose places do not decrease, have a place up to this one. */
function countUpTo(ends: readonly Placed[], index: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle]?.slot.index ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first child at which the sequence cannot go on: its place has passed, or a required one that comes later is skipped. */
function stopOf(placed: readonly Placed[]): Placed | undefined {
  const skipped = new Map<Placed, number>();
  let lowest = Number.POSITIVE_INFINITY;
  for (const here of placed.toReversed()) {
    skipped.set(here, lowest);
    if (here.slot.outer.occurs.min === 1) lowest = Math.min(lowest, here.slot.index);
  }
  return placed.find(
    (here, at) => here.slot.index > (skipped.get(here) ?? 0) || here.slot.index < (placed[at - 1]?.slot.index ?? 0),
  );
}

import type { Range, TextEdit } from '../../xml/index.ts';
import type { Problem } from '../problems/report.ts';
import { type Mending, mendingOf } from '../problems/slips/mended.ts';
import { type Case, type Fix, likely, possible, sure, wordOf } from './fix.ts';

/** Undoes a slip of the keyboard: what was surely meant is known. */
export function mendSlip(given: Case): readonly Fix[] {
  const slip = mendingOf(given.request)?.slip;
  return slip?.code === given.problem.code ? sure(titleOf(given), ...slip.edits) : [];
}

/** What a slip itself offers, if it does. */
export function offered({ slip: { edits, offer } }: Mending): readonly Fix[] | undefined {
  if (!offer) return undefined;
  const others = (offer.others ?? []).map(other => possible(other.title, ...other.edits));
  if (offer.isPoor) return [possible(offer.title, ...edits), ...others];
  return [...(offer.isGuess ? likely : sure)(offer.title, ...edits), ...others];
}

/** True when the problem is the slip itself, and not what is wrong besides. */
export function isSlip({ slip }: Mending, problem: Problem): boolean {
  return problem.code === slip.code && problem.from === slip.from && problem.to === slip.to;
}

/**
 * The fixes of a problem beside a slip. They are made for the text without the slip, and carried over to the text with it;
 * none where both touch, unless both add an attribute there.
 */
export function besideSlip(
  { slip, request, toMended, toOriginal }: Mending,
  problem: Problem,
  fixesOf: (request: Case['request'], problem: Problem) => readonly Fix[],
): readonly Fix[] {
  const related = problem.related.map(place => moved(place, toMended));
  return fixesOf(request, { ...moved(problem, toMended), related })
    .map(fix => ({ ...fix, edits: fix.edits.map(edit => moved(edit, toOriginal)) }))
    .filter(({ edits }) => !edits.some(edit => slip.edits.some(other => disturbs(edit, other))));
}

function disturbs(edit: TextEdit, other: TextEdit): boolean {
  const touches = edit.from <= other.to && other.from <= edit.to;
  return touches && !(addsAttribute(edit) && addsAttribute(other));
}

function addsAttribute({ from, to, insert }: TextEdit): boolean {
  return from === to && /^ [^\s<>"=]+="[^<>"]*"$/.test(insert);
}

function moved<Place extends Range>(place: Place, move: (offset: number) => number): Place {
  return { ...place, from: move(place.from), to: move(place.to) };
}

function titleOf(given: Case): string {
  if (given.problem.code === 'xml.quotes') return 'Write straight quotes';
  if (given.problem.code === 'xml.raw-less-than') return 'Replace < by &lt;';
  if (given.problem.code === 'xml.odd-blank') return 'Write ordinary blanks';
  if (given.problem.code === 'document.escaped') return 'Write it as plain XML';
  return `Write ${wordOf(given, 'expected')}`;
}

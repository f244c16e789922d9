import type { Range } from '../../xml/index.ts';

/**
 * Where a range of the text that was sent stands in the text as it is now; undefined when what was there has changed.
 * An edit somewhere else only moves it.
 */
export function rangeNow(sent: string, now: string, range: Range): Range | undefined {
  const shorter = Math.min(sent.length, now.length);
  let same = 0;
  while (same < shorter && sent[same] === now[same]) same++;
  if (range.to <= same) return { from: range.from, to: range.to };
  let sameEnd = 0;
  while (sameEnd < shorter - same && sent.at(-1 - sameEnd) === now.at(-1 - sameEnd)) sameEnd++;
  if (range.from < sent.length - sameEnd) return undefined;
  const moved = now.length - sent.length;
  return { from: range.from + moved, to: range.to + moved };
}

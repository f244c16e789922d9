import type { Range } from '../../../xml/index.ts';

/**
 * The stretch of a text that is like a declaration (`xmlns:m="…"`) and differs from it in one or two characters that were
 * lost, added or changed. It stands between white space and white space or the end of a tag.
 */
export function stretchLike(text: string, declaration: string): Range | undefined {
  const pattern = ` ${declaration}>`;
  for (const { offset, piece } of piecesOf(pattern)) {
    let at = text.indexOf(piece);
    for (let tries = 0; at >= 0 && tries < mostTries; tries++) {
      const from = Math.max(0, at - offset - mostDifferent);
      const found = nearestIn(text, from, from + pattern.length + 2 * mostDifferent + 1, pattern);
      if (found) return found;
      at = text.indexOf(piece, at + 1);
    }
  }
  return undefined;
}

const mostDifferent = 2;

/** No envelope holds a piece of a declaration more often, and each costs a comparison. */
const mostTries = 10;

/** One more piece than there may be differences: one of them stands in the text as it is. */
function piecesOf(pattern: string): readonly { readonly offset: number; readonly piece: string }[] {
  // The characters at the ends stand for any white space and for any end.
  const length = Math.floor((pattern.length - 2) / (mostDifferent + 1));
  return Array.from({ length: mostDifferent + 1 }, (_, index) => {
    const offset = 1 + index * length;
    return { offset, piece: pattern.slice(offset, offset + length) };
  });
}

interface Cell {
  readonly cost: number;
  /** Where in the text the alignment begins. */
  readonly start: number;
}

/** Approximate matching by dynamic programming, a column for each character of the text (Sellers, 1980). */
function nearestIn(text: string, from: number, to: number, pattern: string): Range | undefined {
  let column: readonly Cell[] = Array.from({ length: pattern.length + 1 }, (_, row) => ({ cost: row, start: from }));
  let best: (Cell & { readonly end: number }) | undefined;
  for (let at = from; at < Math.min(to, text.length); at++) {
    column = nextColumn(column, text, at, pattern);
    const last = column.at(-1);
    if (last && last.cost < (best?.cost ?? mostDifferent + 1)) best = { ...last, end: at + 1 };
  }
  if (!best || best.cost === 0) return undefined;
  const blanks = /^\s*/.exec(text.slice(best.start, best.end))?.[0].length ?? 0;
  return { from: best.start + blanks, to: best.end - 1 };
}

function nextColumn(before: readonly Cell[], text: string, at: number, pattern: string): readonly Cell[] {
  const column: Cell[] = [{ cost: 0, start: at + 1 }];
  for (let row = 1; row < before.length; row++) {
    // What stands around a declaration is not to be mended: it is there.
    const change = row === 1 || row === before.length - 1 ? mostDifferent + 1 : 1;
    const steps = [
      moved(before[row - 1], isSame(pattern[row - 1] ?? '', text, at) ? 0 : change),
      moved(before[row], 1),
      moved(column[row - 1], change),
    ];
    column.push(steps.reduce((least, step) => (isBetter(step, least) ? step : least)));
  }
  return column;
}

/** Cheaper, or as cheap and longer. */
function isBetter(step: Cell, than: Cell): boolean {
  return step.cost < than.cost || (step.cost === than.cost && step.start < than.start);
}

function moved(cell: Cell | undefined, cost: number): Cell {
  return cell ? { cost: cell.cost + cost, start: cell.start } : { cost: Number.POSITIVE_INFINITY, start: 0 };
}

/** A blank in the pattern stands for any white space, and `>` for whatever may follow an attribute. */
function isSame(wanted: string, text: string, at: number): boolean {
  const found = text[at] ?? '>';
  if (wanted === ' ') return /\s/.test(found);
  if (wanted === '>') return /[\s>]/.test(found) || (found === '/' && text[at + 1] === '>');
  return found === wanted || (isQuote(wanted) && isQuote(found));
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'";
}

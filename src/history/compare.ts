import type { Exchange } from '../sending/exchange.ts';
import { codeOf } from './summary.ts';

/** Two texts for a difference view, the older one left. */
export interface Comparison {
  readonly title: string;
  readonly left: ComparedSide;
  readonly right: ComparedSide;
}

/** One side of it. */
export interface ComparedSide {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/**
 * What to show side by side for two exchanges, given in any order. `format` lays an answer out line by line, so that
 * a difference is found although servers answer in one line; without it the texts are as received. `timeOfDay` writes a
 * moment (ISO 8601) for the titles; without it they are in UTC.
 */
export function compareExchanges(
  one: Exchange,
  other: Exchange,
  format: (text: string) => string = text => text,
  timeOfDay: (iso: string) => string = iso => iso.slice(11, 19),
): Comparison {
  const [older, newer] = one.startedAt <= other.startedAt ? [one, other] : [other, one];
  const left = side(older, format, timeOfDay(older.startedAt));
  const right = side(newer, format, timeOfDay(newer.startedAt));
  return { title: `${left.title} ↔ ${right.title}`, left, right };
}

function side(exchange: Exchange, format: (text: string) => string, time: string): ComparedSide {
  const { id, operation = 'Request', result } = exchange;
  const text = result.kind === 'answer' ? format(result.text) : `No answer (${result.code})\n${result.message}\n`;
  return { id, title: `${operation} ${time} ${codeOf(exchange)}`, text };
}

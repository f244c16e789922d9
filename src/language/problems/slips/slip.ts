import type { Range, TextEdit } from '../../../xml/index.ts';
import type { ProblemCode, ProblemData } from '../table.ts';

/** A slip that has many consequences, and the edits after which nothing is left of it. */
export interface Slip extends Range {
  readonly code: ProblemCode;
  readonly data: Readonly<Record<string, unknown>>;
  readonly edits: readonly TextEdit[];
  /** The edits leave so much to do that what is wrong behind them says nothing. */
  readonly hidesRest?: true;
  /** How the edits are offered, where that does not follow from the code. */
  readonly offer?: Offer;
}

/** The edits of a slip as a fix, and what may be done instead. */
export interface Offer {
  readonly title: string;
  /** Something else may have been meant, so that only the author can decide. */
  readonly isGuess?: boolean;
  /** What is left may need more work: nothing to take before anything else. */
  readonly isPoor?: boolean;
  readonly others?: readonly { readonly title: string; readonly edits: readonly TextEdit[] }[];
}

/** A slip at a place, with the facts of its code. */
export function slip<Code extends ProblemCode>(
  code: Code,
  { from, to }: Range,
  data: ProblemData<Code>,
  edits: readonly TextEdit[],
  offer?: Offer,
): Slip {
  return { code, from, to, data: data as Record<string, unknown>, edits, ...(offer && { offer }) };
}

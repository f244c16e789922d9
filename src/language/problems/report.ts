import type { Range } from '../../xml/index.ts';
import { type ProblemCode, type ProblemData, problemTable, type Severity } from './table.ts';

/** Something wrong with the document, at an exact place. */
export interface Problem extends Range {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** What happened, then what to do; plain text. */
  readonly message: string;
  /** The other places that belong to it. */
  readonly related: readonly RelatedPlace[];
  /** The facts of the case, for quick fixes. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** A further place that explains a problem. */
export interface RelatedPlace extends Range {
  readonly message: string;
}

/** Far more than anybody reads: text with so many problems is no request. */
const mostKept = 1000;

/** Gathers the problems of one document. */
export class Reporter {
  readonly problems: Problem[] = [];

  /** Notes a problem; its severity and sentence come from the table. */
  report<Code extends ProblemCode>(
    code: Code,
    range: Range,
    data: ProblemData<Code>,
    related: readonly RelatedPlace[] = [],
  ): void {
    if (this.problems.length >= mostKept) return;
    const { severity, message } = problemTable[code];
    const say = message as (data: ProblemData<Code>) => string;
    this.problems.push({
      code,
      severity,
      from: range.from,
      to: range.to,
      message: say(data),
      related,
      data: data as Record<string, unknown>,
    });
  }
}

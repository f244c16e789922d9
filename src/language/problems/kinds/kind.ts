/** How bad a problem is; the names are those of the settings and the command line. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One kind of problem: its severity and its sentence, said once for the editor, the command line and the page of problems. */
export interface ProblemKind<Data> {
  readonly severity: Severity;
  /** What happened, then what to do, from the facts of the case. */
  readonly message: (data: Data) => string;
  /** Why it is a problem, for the page of problems. */
  readonly why: string;
}

/** A name as the reader sees it in this document, with its prefix. */
export type Name = string;

/** Declares a kind of problem. */
export function kind<Data = Record<never, never>>(
  severity: Severity,
  why: string,
  message: (data: Data) => string,
): ProblemKind<Data> {
  return { severity, message, why };
}

/** A value of the document in a sentence: cut when it is long. */
export function shown(value: string): string {
  return value.length > 60 ? `${value.slice(0, 57)}…` : value;
}

/** A value of the document in quotes, of the other kind where it holds some itself. */
export function quoted(value: string): string {
  return value.includes('"') ? `'${shown(value)}'` : `"${shown(value)}"`;
}

import { type Problem, problemTable } from '../../src/language/index.ts';

/** How many problems have a code. */
export function countOf(problems: readonly Problem[], code: string): number {
  return problems.filter(problem => problem.code === code).length;
}

/** The codes of errors of which there are more afterwards. */
export function newErrors(before: readonly Problem[], after: readonly Problem[]): readonly string[] {
  return [...new Set(after.map(({ code }) => code))].filter(
    code => problemTable[code].severity === 'error' && countOf(after, code) > countOf(before, code),
  );
}

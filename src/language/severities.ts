import type { Problem, Severity } from './problems/index.ts';

/** The problems as the user wants them: other severities by code, and codes switched off left out. */
export function withSeverities(
  problems: readonly Problem[],
  wanted: Readonly<Record<string, Severity | 'off'>>,
): readonly Problem[] {
  return problems.flatMap(problem => {
    const severity = wanted[problem.code] ?? problem.severity;
    return severity === 'off' ? [] : [{ ...problem, severity }];
  });
}

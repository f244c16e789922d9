import type { Verdict } from './messages.ts';
import type { Point } from './points.ts';

/** A condition and what became of it. */
export interface Outcome {
  readonly file: string;
  readonly point: Point;
  readonly verdict: Verdict;
}

/** Why no test can, or need, notice that a condition is flipped. */
export interface Explanation {
  readonly file: string;
  readonly condition: string;
  readonly why: string;
}

/** The page about the flips that no test noticed, and those of them that nobody has explained. */
export function pageOf(
  outcomes: readonly Outcome[],
  explanations: readonly Explanation[],
): { readonly text: string; readonly unexplained: readonly Outcome[]; readonly summary: string } {
  const noticed = outcomes.filter(({ verdict }) => verdict.kind === 'killed' || verdict.kind === 'endless');
  const left = outcomes.filter(outcome => !noticed.includes(outcome));
  const why = ({ file, point }: Outcome) =>
    explanations.find(each => each.file === file && each.condition === plain(point.text))?.why;
  const unexplained = left.filter(outcome => why(outcome) === undefined);
  const share = ((100 * noticed.length) / Math.max(1, outcomes.length)).toFixed(1);
  const summary = `${outcomes.length} conditions flipped, ${noticed.length} noticed (${share} %), ${left.length} not, ${unexplained.length} of them without an explanation`;
  const rows = left.map(outcome => {
    const { file, point, verdict } = outcome;
    const place = `\`${file}:${point.line}\``;
    const reach = verdict.kind === 'unreached' ? 'Reached by no fast test. ' : '';
    return `| ${place} | \`${plain(point.text).replaceAll('|', '\\|')}\` | ${reach}${why(outcome) ?? 'Not gone through yet.'} |`;
  });
  const text = [
    '# Conditions that no test misses',
    '',
    'Made by `npm run mutate`, which flips every condition of `src/language` and `src/response`, one at a time, and runs the',
    'unit tests of these rooms that reach it (those that take less than 0.7 s). Listed is what no test noticed.',
    '',
    `${summary}.`,
    '',
    '| where | condition | why |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
  return { text, unexplained, summary };
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

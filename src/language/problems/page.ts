import { type ProblemCode, problemCodes, problemTable } from './table.ts';

const intro = [
  '# Problems',
  '',
  'What EWS Request Studio says of a request, by code. The setting `ews.problems` changes a severity or switches a code',
  'off: `"ews.problems": { "version.missing": "off" }`.',
  '',
] as const;

/** Lines of one section; all sections are alike, so that the line of a code can be told without the page. */
const sectionLength = 8;

/** The page of problems in Markdown. `exampleOf` gives a sentence that was really said; `adviceOf` says how to mend it, in one line of Markdown. */
export function problemsPage(
  exampleOf: (code: ProblemCode) => string,
  adviceOf: (code: ProblemCode) => string,
): string {
  const sections = problemCodes.map(code => {
    const { severity, why } = problemTable[code];
    const example = exampleOf(code).replace(/\s+/g, ' ').replace(/[<>]/g, '\\$&');
    return [
      `## ${code}`,
      '',
      `**${severity}** · ${why.replace(/[<>]/g, '\\$&')}`,
      '',
      `> ${example}`,
      '',
      adviceOf(code),
      '',
    ];
  });
  return `${[...intro, ...sections.flat()].join('\n')}`;
}

/** The line (from 1) of the page on which the section of a code begins. */
export function problemPageLine(code: ProblemCode): number {
  return intro.length + problemCodes.indexOf(code) * sectionLength + 1;
}

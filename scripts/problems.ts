import { type ProblemCode, problemAnchor, problemCodes, problemsOf, problemTable } from '../src/language/index.ts';
import { cases } from './conformance/corpus.ts';
import { unmarked } from './conformance/marked.ts';
import { problemFixes } from './problemFixes.ts';

/** The page of all problems, with an anchor for each code. */
export function problemsPage(): string {
  return `${[
    '# Problems',
    'What EWS Request Studio reports of a request, by code. The setting `ews.problems` gives a code another severity, or turns it off.',
    '<!-- Made from the table of problems by npm run generate. -->',
    ...problemCodes.map(section),
  ].join('\n\n')}\n`;
}

function section(code: ProblemCode): string {
  const { severity, why } = problemTable[code];
  return [
    `<a id="${problemAnchor(code)}"></a>`,
    `## ${code}`,
    `Severity: ${severity}`,
    `> ${escaped(exampleOf(code))}`,
    `**Why:** ${escaped(why)}`,
    `**How to fix:** ${problemFixes[code]}`,
  ].join('\n\n');
}

/** What is said of the first envelope of the corpus that has the problem. */
function exampleOf(code: ProblemCode): string {
  const texts = cases
    .map(({ marked }) => unmarked(marked))
    .filter(({ marks }) => marks.some(mark => mark.code === code));
  const example = texts.flatMap(({ text }) => problemsOf(text)).find(problem => problem.code === code);
  if (!example) throw new Error(`No envelope of the corpus has the problem ${code}`);
  return example.message;
}

/** Messages are plain text: nothing in them is markup. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]#|]/g, '\\$&');
}

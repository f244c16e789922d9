import { lineIndex } from '../../src/xml/index.ts';
import type { Case } from './case.ts';
import { contentCases } from './cases/content.ts';
import { encodingCases } from './cases/encodings.ts';
import { envelopeCases } from './cases/envelopes.ts';
import { headerCases } from './cases/headers.ts';
import { idCases } from './cases/ids.ts';
import { listCases } from './cases/lists.ts';
import { namespaceCases } from './cases/namespaces.ts';
import { operationCases } from './cases/operations.ts';
import { slipCases } from './cases/slips.ts';
import { wellFormedCases } from './cases/wellFormed.ts';
import { type Mark, unmarked } from './marked.ts';

/** Every envelope of the corpus. */
export const cases: readonly Case[] = [
  ...operationCases,
  ...wellFormedCases,
  ...namespaceCases,
  ...envelopeCases,
  ...headerCases,
  ...contentCases,
  ...listCases,
  ...idCases,
  ...encodingCases,
  ...slipCases,
];

/** Every file of the corpus with its bytes, `expected.json` included, which says what is expected of each. */
export function corpusFiles(): ReadonlyMap<string, Uint8Array> {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const files = cases.map(({ file, marked, encode = utf8 }) => [file, encode(unmarked(marked).text)] as const);
  const repeated = files.find(([name], index) => files.findIndex(([other]) => other === name) !== index);
  if (repeated) throw new Error(`Two cases are called ${repeated[0]}`);
  return new Map([...files, ['expected.json', utf8(`${JSON.stringify(expectations(), undefined, 1)}\n`)]]);
}

function expectations(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    cases.map(({ file, about, marked, verdict, libxml2, differs }) => {
      const { text, marks } = unmarked(marked);
      const places = lineIndex(text);
      const problems = marks.map(mark => expectation(text, mark, places));
      return [file, { about, verdict, ...(libxml2 && { libxml2 }), ...(differs && { differs }), problems }];
    }),
  );
}

function expectation(text: string, { code, from, to }: Mark, places: ReturnType<typeof lineIndex>) {
  const [start, end] = [places(from), places(to)];
  return { code, text: text.slice(from, to), at: `${start.line}:${start.column}-${end.line}:${end.column}` };
}

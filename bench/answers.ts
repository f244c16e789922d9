import { XMLParser } from 'fast-xml-parser';
import { answerParserOptions } from '../src/response/elements.ts';
import { decode } from '../src/response/index.ts';
import { answerOf } from './inputs.ts';
import { interleaved, type Line } from './rounds.ts';

const sizes = [
  { name: '2 KB', bytes: 2000, toReach: 1.5 },
  { name: '200 KB', bytes: 200_000, toReach: 1.35 },
  { name: '10 MB', bytes: 10_000_000, toReach: 1.3 },
];

/** From the bytes of an answer to its outcome. */
export async function answers(): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const { name, bytes, toReach } of sizes) {
    const body = new TextEncoder().encode(answerOf(bytes));
    const ours = (): unknown => decode({ status: 200, headers: [['content-type', 'text/xml; charset=utf-8']], body });
    const same = new XMLParser(answerParserOptions);
    const plain = new XMLParser({ ignoreAttributes: false });
    const rivals = [
      { comparedWith: 'fast-xml-parser alone, the same options', parser: same, reach: { toReach } },
      { comparedWith: 'fast-xml-parser alone, its defaults with attributes', parser: plain, reach: {} },
    ];
    for (const { comparedWith, parser, reach } of rivals) {
      const theirs = (): unknown => parser.parse(new TextDecoder().decode(body));
      const medians = await interleaved({ ours, theirs });
      lines.push({ what: `decoding an answer, ${name}`, comparedWith, ...medians, unit: 'ms', ...reach });
    }
  }
  return lines;
}

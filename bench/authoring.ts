import { parser } from '@lezer/xml';
import { completionsAt, hoverAt, problemsIn, readRequest } from '../src/language/index.ts';
import { schemaVerdict } from '../test/support/schemaVerdict.ts';
import { requestOf } from './inputs.ts';
import { interleaved, type Line } from './rounds.ts';

const sizes = [
  { kilobytes: 2, typed: 6, opened: 8 },
  { kilobytes: 200, typed: 2, opened: 8 },
];

const judge = 'libxml2-wasm: parse and validate the whole text';

/** What a person waits for while writing: problems after a keystroke and on opening, completion and hover. */
export async function authoring(): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const { kilobytes, typed, opened } of sizes) {
    const text = requestOf(kilobytes * 1000);
    lines.push(await keystrokes(`problems after a typed character, ${kilobytes} KB`, text, 'A', typed));
    lines.push(await keystrokes(`problems after a typed "<", ${kilobytes} KB`, text, '<'));
    const fresh = await interleaved({ ours: () => problemsIn(readRequest(text)), theirs: () => schemaVerdict(text) });
    const what = `problems of an opened document, ${kilobytes} KB`;
    lines.push({ what, comparedWith: judge, ...fresh, unit: 'ms', toReach: opened });
  }
  return [...lines, ...(await questions())];
}

/** The character is typed in the middle of an id and taken back, in turn. */
async function keystrokes(what: string, text: string, typed: string, toReach?: number): Promise<Line> {
  const middle = text.indexOf('Id="', text.length / 2) + 40;
  const texts = [text, text.slice(0, middle) + typed + text.slice(middle)];
  let request = readRequest(text);
  const medians = await interleaved({
    ours: repetition => {
      request = readRequest(texts[repetition % 2] ?? '', request);
      return problemsIn(request);
    },
    theirs: repetition => schemaVerdict(texts[repetition % 2] ?? ''),
  });
  return { what, comparedWith: judge, ...medians, unit: 'ms', ...(toReach !== undefined && { toReach }) };
}

/** At 100 places of a large request that is open already, as in the editor. */
async function questions(): Promise<readonly Line[]> {
  const text = requestOf(200_000);
  const request = readRequest(text);
  const places = placesIn(text);
  const at = (repetition: number): number => places[repetition % places.length] ?? 0;
  const theirs = () => parser.parse(text);
  const asked = {
    completion: await interleaved({ ours: repetition => completionsAt(request, at(repetition)), theirs }),
    hover: await interleaved({ ours: repetition => hoverAt(request, at(repetition)), theirs }),
  };
  return Object.entries(asked).map(([what, medians]) => ({
    what: `${what} at 100 places, 200 KB, each`,
    comparedWith: '@lezer/xml: one full parse',
    ...medians,
    unit: 'ms',
    toReach: 0.1,
  }));
}

/** Before a tag, in its name, before an attribute, in an id and in a ChangeKey, in turn, in tags all over the text. */
function placesIn(text: string): readonly number[] {
  const tags = [...text.matchAll(/<t:ItemId .*ChangeKey="/g)];
  return Array.from({ length: 100 }, (_, index) => {
    const tag = tags[Math.floor((index * tags.length) / 100)];
    const offsets = [0, '<t:It'.length, '<t:ItemId '.length, '<t:ItemId Id="AA'.length, (tag?.[0].length ?? 0) + 2];
    return (tag?.index ?? 0) + (offsets[index % offsets.length] ?? 0);
  });
}

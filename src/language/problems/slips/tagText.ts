import { leafAt, type Range } from '../../../xml/index.ts';
import type { RequestDocument } from '../../request.ts';

/** A tag as it is written, whether it is sound or not. */
export interface TagText extends Range {
  readonly raw: string;
  readonly name: string;
  /** `broken` is what begins like a start tag and is none. */
  readonly kind: 'start' | 'end' | 'empty' | 'broken';
  /** What stands between the name and the end of a sound tag. */
  readonly hasAttributes: boolean;
  /** Where the text before it begins: behind the tag, comment or section before. */
  readonly gap: number;
}

/** The tags of a text, in order. */
export interface TagTexts {
  readonly tags: readonly TagText[];
  /** A comment, section or instruction has no end, and the rest of the text is lost in it. */
  readonly isLost: boolean;
}

/** A name with a prefix or without, for patterns. */
export const namePattern = '[^\\s<>/="\'!?:;,&]+(?::[^\\s<>/="\'!?:;,&]+)?';
/** White space and an attribute with its value, for patterns. */
export const attributePattern = `\\s+${namePattern}\\s*=\\s*(?:"[^"<]*"|'[^'<]*')`;

const soundTag = new RegExp(`<(/?)(${namePattern})((?:${attributePattern})*)\\s*(/?)>`, 'y');
const anyTag = /<(\/?)\s*([^\s<>/="']*)[^<>]*>?/y;

/** The tags of a document. Read once for it, in one pass, without a look at which element is in which. */
export function tagTexts(request: RequestDocument): TagTexts {
  const known = read.get(request);
  if (known) return known;
  const tags = readTags(request.text);
  read.set(request, tags);
  return tags;
}

const read = new WeakMap<RequestDocument, TagTexts>();

function readTags(text: string): TagTexts {
  const tags: TagText[] = [];
  let gap = 0;
  let isLost = false;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', gap)) {
    const leaf = leafAt(text, at);
    if (leaf) isLost ||= !leaf.closed;
    else tags.push(tagAt(text, at, gap));
    gap = (leaf ?? tags.at(-1))?.to ?? text.length;
  }
  return { tags, isLost };
}

function tagAt(text: string, from: number, gap: number): TagText {
  soundTag.lastIndex = from;
  const sound = soundTag.exec(text);
  if (sound) {
    const [raw, slash, name = '', attributes, empty] = sound;
    const kind = slash ? 'end' : empty ? 'empty' : 'start';
    return { from, to: from + raw.length, raw, name, kind, hasAttributes: attributes !== '', gap };
  }
  anyTag.lastIndex = from;
  const [raw = '<', slash, name = ''] = anyTag.exec(text) ?? [];
  return { from, to: from + raw.length, raw, name, kind: slash ? 'end' : 'broken', hasAttributes: false, gap };
}

/** A name without its prefix. */
export function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

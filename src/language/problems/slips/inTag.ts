import type { Range } from '../../../xml/index.ts';
import { customaryPrefixes } from '../../names.ts';
import { isPlaceholder } from '../../placeholders.ts';
import type { RequestDocument } from '../../request.ts';
import { isKnownAttribute, isKnownElement, isTextElement } from '../../vocabulary.ts';
import { type Slip, slip } from './slip.ts';
import { attributePattern, localOf, namePattern, type TagText, tagTexts } from './tagText.ts';

/** A small slip in one tag: a character too many, too few, or a wrong one. */
export function slipInTag(request: RequestDocument): Slip | undefined {
  if (!request.flaw) return undefined;
  const { tags } = tagTexts(request);
  for (const [index, tag] of tags.entries()) {
    const inText = lessThanInText(tags, index);
    if (inText) return inText;
    const found = isSound(tag) ? undefined : slipOf(request, tag);
    if (found) return inBothTags(request.text, tags.slice(index), found);
  }
  return undefined;
}

/** The slip with the same one in the end tag: editors write into both at once, and so does who replaces a word by another. */
function inBothTags(text: string, [tag, ...behind]: readonly TagText[], found: Slip): Slip {
  const start = (tag?.from ?? 0) + 1;
  const written = text.slice(start, found.to);
  if (!tag || tag.raw.endsWith('/>') || found.edits.some(({ from, to }) => from < start || from === to)) return found;
  const endTag = behind.find(
    ({ raw }) => raw.startsWith(`/${written}`, 1) && /^\s*>$/.test(raw.slice(written.length + 2)),
  );
  if (!endTag) return found;
  const shift = endTag.from + 2 - start;
  const again = found.edits.map(edit => ({ ...edit, from: edit.from + shift, to: edit.to + shift }));
  return { ...found, edits: [...found.edits, ...again] };
}

/** A tag as it stands, and one kind of slip found in it. */
interface Found {
  readonly request: RequestDocument;
  readonly text: string;
  readonly tag: TagText;
  readonly match: RegExpExecArray;
  /** Where a group of the match stands; the whole match for 0. */
  readonly range: (group: number) => Range;
}

interface Rule {
  /** Tried at the beginning of the tag, or behind its name and its sound attributes. */
  readonly place: 'tag' | 'behind';
  readonly pattern: RegExp;
  readonly read: (found: Found) => Slip | undefined;
}

/** Longer than any name that two known ones make. */
const longestName = 100;

const head = new RegExp(`</?${namePattern}(?:${attributePattern})*`, 'y');
const plainName = '[^\\s<>/="\':;,&!?]+';
const goesOn = `(?=\\s*/?>|\\s+${namePattern}\\s*=)`;
const quoted = '(?:"[^"<>]*"|\'[^\'<>]*\')';

const rules: readonly Rule[] = [
  // `m: GroupId`, `m :GroupId`, `m::GroupId`, `m;GroupId`, `m GroupId`, `m"GroupId`
  rule(
    'tag',
    `</?(${plainName})(?!:[^\\s:;,!"'&])([\\s:;,!"'&]+)(${plainName})(?![^\\s/>]|\\s*=)`,
    ({ request: { xml }, match: [, prefix = '', between = '', local = ''], range }) => {
      if (!isKnownElement(local) || isKnownElement(prefix)) return undefined;
      const isPrefix = customaryPrefixes[prefix] !== undefined || xml.root?.namespaces.has(prefix) === true;
      if (!isPrefix && !/[:;]/.test(between)) return undefined;
      return write(range(2), ':', `${prefix}:${local}`, upTo(range(1), range(3)));
    },
  ),
  // `<m:DisplayNameLunch Club</m:DisplayName>`
  rule('tag', `<(${plainName}:${plainName}?)([^\\s<>"'=/][^<>"'=]*)</\\1\\s*>`, ({ match: [, name = ''], range }) => {
    if (!isTextElement(localOf(name))) return undefined;
    const { to } = range(1);
    const edit = { from: to, to, insert: '>' };
    return slip('xml.tag-unfinished', range(1), { name }, [edit], { title: 'Add >', isGuess: true });
  }),
  // `m:Group Id`
  rule('tag', `</?(${namePattern})(\\s+)([A-Za-z]+)${goesOn}`, ({ match: [, name = '', , more = ''], range }) => {
    const isMeant = isKnownElement(localOf(name) + more) && !isKnownElement(localOf(name));
    return isMeant ? write(range(2), '', name + more, upTo(range(1), range(3))) : undefined;
  }),
  // `<m:/GroupId>`, `<\/m:GroupId>`
  rule('tag', `<(?:(${plainName}:)/|\\\\/)(${namePattern})\\s*>`, ({ match: [, prefix = '', name], range }) =>
    write(range(0), `</${prefix}${name}>`),
  ),
  // `<<m:GroupId`
  rule('tag', '(<)</?[^\\s<>/="\'!?&]', ({ text, tag, range }) =>
    text.slice(tag.gap, tag.from).trim() === '' ? remove(range(1), '<') : undefined,
  ),
  // `Version=Exchange2013"`
  rule(
    'behind',
    `\\s+(${namePattern})\\s*=\\s*([^\\s"'<>]+)(["'])(?=[\\s/>])`,
    ({ match: [, name = '', , quote = ''], range }) => {
      const { from } = range(2);
      const edit = { from, to: from, insert: quote };
      return slip('xml.value-unquoted', range(2), { name, half: true }, [edit], { title: 'Add the missing quote' });
    },
  ),
  // `Id={{groupId}}`, `Id=${id}`: a placeholder, whose characters the parser takes for no value
  rule(
    'behind',
    `\\s+(${namePattern})\\s*=\\s*(\\{\\{[^{}<>"'=]*\\}\\}|[^\\s"'<>=]+?)${goesOn}`,
    ({ match: [, name = '', value = ''], range }) => {
      if (!isPlaceholder(value, 'id')) return undefined;
      const edit = { ...range(2), insert: `"${value}"` };
      return slip('xml.value-unquoted', range(2), { name }, [edit], {
        title: 'Enclose the value in quotes',
        isGuess: true,
      });
    },
  ),
  // `xmlns:x="http:/>` of the element that ends with the text: the slash is a part of the value
  rule(
    'behind',
    `\\s+(${namePattern})\\s*=\\s*(["'])([^"'<>]*/)(?=>)`,
    ({ text, tag, match: [, name = '', quote = ''], range }) => {
      if (!text.slice(-longestName).includes(`</${tag.name}`)) return undefined;
      const edit = { from: range(3).to, to: range(3).to, insert: quote };
      return slip('xml.value-unquoted', range(3), { name, half: true }, [edit], {
        title: 'Add the missing quote',
        isGuess: true,
      });
    },
  ),
  // `Version='Exchange2013"`
  rule(
    'behind',
    `\\s+(${namePattern})\\s*=\\s*(?:"[^"'<>]*(')|'[^"'<>]*("))${goesOn}`,
    ({ match: [, name = '', double], range }) => {
      const mark = double === undefined ? "'" : '"';
      const edit = { ...range(double === undefined ? 3 : 2), insert: mark };
      return slip('xml.value-unquoted', edit, { name, mark }, [edit], { title: `Write ${mark}` });
    },
  ),
  // `Version "Exchange2013"`, `Version: "…"`, `Version=="…"`
  rule(
    'behind',
    `\\s+(${namePattern})([\\s:=]*)(?=${quoted}[\\s/>])`,
    ({ match: [, name = '', between = ''], range }) => {
      const place = { from: range(1).from, to: range(1).to + between.trimEnd().length };
      return between.trim() === '=' ? undefined : write(range(2), '=', `${name}="…"`, place);
    },
  ),
  // `Id="…",`
  rule('behind', `\\s*([,;|])(?=\\s*/?>|\\s*${namePattern}\\s*=)`, ({ text, match: [, mark], range }) =>
    remove(range(1), mark === ',' ? 'comma' : `${mark}`, /[\s/>]/.test(text[range(1).to] ?? '') ? '' : ' '),
  ),
  // `Id="…"//>`
  rule('behind', `\\s*(/+)(?=/>|\\s+${namePattern}\\s*=)`, ({ range }) => remove(range(1), 'slash')),
  // `Id="…""/>`
  rule('behind', `\\s*(["'])${goesOn}`, ({ range }) => remove(range(1), 'quote')),
  // `Id=""…""`
  rule('behind', `([^\\s"'<>]+)("")(?=[\\s/>])`, ({ text, range }) => {
    const first = { from: range(1).from - 2, to: range(1).from };
    if (text.slice(first.from, first.to) !== '""') return undefined;
    const edits = [first, range(2)].map(doubled => ({ ...doubled, insert: '"' }));
    return slip('xml.quotes', upTo(first, range(2)), { quote: '""' }, edits);
  }),
  // `Id="" + groupId + ""`, as it stands between two pieces of a program's string
  rule(
    'behind',
    `\\s*\\+\\s*([\\w$.]+(?:\\(\\))?)\\s*\\+\\s*(""|'')(?=[\\s/>])`,
    ({ text, match: [, variable = '', quotes = ''], range }) => {
      const place = { from: range(0).from - quotes.length, to: range(0).to };
      if (!text.startsWith(quotes, place.from)) return undefined;
      const quote = quotes.charAt(0);
      const edit = { ...place, insert: `${quote}{{${variable}}}${quote}` };
      return slip('xml.quotes', place, { quote: quotes, variable }, [edit], {
        title: `Write ${edit.insert}`,
        isGuess: true,
      });
    },
  ),
  // `<t:RequestServerVersionVersion="…"`
  rule('behind', `\\s*=\\s*${quoted}`, ({ tag: { from, name } }) => {
    for (let at = 1; at < Math.min(name.length, longestName); at++) {
      if (!isKnownAttribute(name.slice(at)) || !isKnownElement(localOf(name.slice(0, at)))) continue;
      const start = from + 1;
      const edit = { from: start + at, to: start + at };
      return write(edit, ' ', `${name.slice(0, at)} ${name.slice(at)}="…"`, { from: start, to: start + name.length });
    }
    return undefined;
  }),
  // `<m:DisplayName="Lunch"/>`
  rule('behind', `(\\s*=\\s*["'])[^"'<>]*(["']\\s*/>)`, ({ match: [, begin = ''], tag: { name }, range }) => {
    if (!isTextElement(localOf(name))) return undefined;
    const end = `</${name}>`;
    const edits = [
      { ...range(1), insert: '>' },
      { ...range(2), insert: end },
    ];
    const place = { from: range(1).to - begin.trimStart().length, to: range(2).to };
    return slip('xml.tag-misspelt', place, { expected: `<${name}>…${end}` }, edits, {
      title: `Write <${name}>…${end}`,
    });
  }),
  // `<m:GroupId <!-- … --> Id="…"/>`
  rule('behind', '\\s*(?=<!--)', ({ text, tag, range }) => {
    const { to: from } = range(0);
    const to = text.indexOf('-->', from + 4) + 3;
    if (to < 3 || !new RegExp(`\\s*(?:/?>|${namePattern}\\s*=\\s*["'])`, 'y').test(text.slice(to, to + 200)))
      return undefined;
    const edits = [
      { from: tag.from, to: tag.from, insert: text.slice(from, to) },
      { from, to, insert: '' },
    ];
    return slip('xml.tag-misspelt', { from, to: from + 4 }, { expected: '<!--', odd: 'comment' }, edits, {
      title: 'Move the comment before the tag',
    });
  }),
];

function rule(place: Rule['place'], pattern: string, read: Rule['read']): Rule {
  return { place, pattern: new RegExp(pattern, 'dy'), read };
}

function slipOf(request: RequestDocument, tag: TagText): Slip | undefined {
  const { text } = request;
  head.lastIndex = tag.from;
  const behind = head.test(text) ? head.lastIndex : undefined;
  for (const { place, pattern, read } of rules) {
    const at = place === 'tag' ? tag.from : behind;
    if (at === undefined) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const range = (group: number) => {
      const [from = 0, to = 0] = match?.indices?.[group] ?? [];
      return { from, to };
    };
    const found = match && read({ request, text, tag, match, range });
    if (found) return found;
  }
  return undefined;
}

/** An end tag that is being typed is sound too: nothing is wrong with it so far. */
const soundEnd = new RegExp(`^</(?:${namePattern})?\\s*>?$`);

function isSound({ kind, raw }: TagText): boolean {
  return kind === 'start' || kind === 'empty' || soundEnd.test(raw);
}

/** Another text in the place of a range; the problem is shown at the place. */
function write(range: Range, insert: string, expected = insert, place = range): Slip {
  return slip('xml.tag-misspelt', place, { expected }, [{ ...range, insert }]);
}

function remove(range: Range, odd: string, insert = ''): Slip {
  const title = odd.length > 1 ? `Remove the ${odd}` : `Remove ${odd}`;
  return slip('xml.tag-misspelt', range, { expected: '', odd }, [{ ...range, insert }], { title });
}

function upTo(first: Range, last: Range): Range {
  return { from: first.from, to: last.to };
}

const address = /^<[^\s<>"'@]+@[^\s<>"'@]+>$/;

/** In an element that holds text, what begins like a tag of no known name is text too, or a tag of HTML. */
function lessThanInText(tags: readonly TagText[], index: number): Slip | undefined {
  const [element, tag, next] = tags.slice(Math.max(0, index - 1), index + 2);
  if (!element || !tag || element.kind !== 'start' || !isTextElement(localOf(element.name))) return undefined;
  const { from, to, gap, kind, name, raw } = tag;
  if ((kind !== 'broken' && kind !== 'start') || !/^<[\p{L}_]/u.test(raw) || name.includes(':') || isKnownElement(name))
    return undefined;
  if (kind === 'start' && (next?.kind !== 'end' || next.name !== element.name)) return undefined;
  const place = { from, to: from + 1 };
  const others = [
    ...(kind === 'start' && !address.test(raw) ? [{ title: `Remove ${raw}`, edits: [{ from, to, insert: '' }] }] : []),
    ...(address.test(raw)
      ? [
          {
            title: 'Keep the address only',
            edits: [
              { from: gap, to: from + 1, insert: '' },
              { from: to - 1, to, insert: '' },
            ],
          },
        ]
      : []),
  ];
  return slip('xml.raw-less-than', place, { messageId: false, inText: true }, [{ ...place, insert: '&lt;' }], {
    title: 'Replace < by &lt;',
    isGuess: true,
    others,
  });
}

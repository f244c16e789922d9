import type { Range, TextEdit } from '../../../xml/index.ts';
import { lineLike } from '../../lines.ts';
import { optionsOf } from '../../particles.ts';
import { operationNamed, type RequestDocument } from '../../request.ts';
import { holdsElements } from '../../vocabulary.ts';
import { type Slip, slip } from './slip.ts';
import { attributePattern, localOf, namePattern, type TagText, tagTexts } from './tagText.ts';

/** An element that is open at a place of the text, and what is known of its content so far. */
interface Open {
  readonly tag: TagText;
  hasChildren: boolean;
  /** Children that ended at once, and end tags that closed nothing, by name: the last of each. */
  readonly atOnce: Map<string, TagText>;
  readonly stray: Map<string, TagText>;
}

/** Start tags and end tags that do not pair, where it is plain which of them is wrong. */
export function unpaired(request: RequestDocument): Slip | undefined {
  // Without a flaw all tags pair; but where a < is lost, the rest of the tag is text with a >.
  if (!request.flaw && (request.kind === 'answer' || !/>\s*[^\s<>:]+:[^<>]*>/.test(request.text))) return undefined;
  return new Pairing(request).find();
}

class Pairing {
  private readonly text: string;
  private readonly hasFlaw: boolean;
  private readonly tags: readonly TagText[];
  private readonly isLost: boolean;
  /** What is being typed at the end of the text, an end tag or a comment: `<`, `</`, `</na`, `<!-` or `<![CDA`. */
  private readonly begun: TagText | undefined;
  private readonly ended: ReadonlySet<string>;
  private readonly prefixes: ReadonlySet<string>;
  private readonly open: Open[] = [];
  /** The names of the start tags so far. */
  private readonly started = new Set<string>();
  private hasStray = false;
  private hasBroken = false;

  constructor(request: RequestDocument) {
    const { text, flaw } = request;
    this.text = text;
    this.hasFlaw = flaw !== undefined;
    const { tags, isLost } = tagTexts(request);
    const last = tags.at(-1);
    this.begun =
      last && last.from + last.raw.trimEnd().length === text.trimEnd().length && beginsEnd.test(last.raw)
        ? last
        : undefined;
    this.tags = this.begun ? tags.slice(0, -1) : tags;
    this.isLost = isLost;
    this.ended = new Set(this.tags.filter(({ kind }) => kind === 'end').map(({ name }) => name));
    this.prefixes = new Set([...text.matchAll(/\sxmlns:([^\s=<>"']+)/g)].map(([, prefix = '']) => prefix));
  }

  find(): Slip | undefined {
    const open = new Map<string, number>();
    const count = (name: string, change: number) => open.set(name, (open.get(name) ?? 0) + change);
    for (const [index, tag] of this.tags.entries()) {
      const top = this.open.at(-1);
      const found = this.lostBracket(top, tag) ?? (top && this.hasFlaw ? this.wrong(top, tag, index, open) : undefined);
      if (found) return found;
      if (tag.kind === 'start') {
        this.started.add(tag.name);
        this.open.push({ tag, hasChildren: false, atOnce: new Map(), stray: new Map() });
        count(tag.name, 1);
      } else if (tag.kind === 'end' && (open.get(tag.name) ?? 0) > 0) {
        for (let closed = this.open.pop(); closed; closed = this.open.pop()) {
          count(closed.tag.name, -1);
          if (closed.tag.name === tag.name) break;
          this.hasStray = true;
        }
      } else if (tag.kind === 'end') {
        this.hasStray = true;
        top?.stray.set(tag.name, tag);
      } else if (tag.kind === 'empty') top?.atOnce.set(tag.name, tag);
      else this.hasBroken = true;
      if (top && tag.kind !== 'end') top.hasChildren = true;
    }
    return this.hasFlaw && !this.hasStray && !this.isLost ? this.cutOff() : undefined;
  }

  private wrong(top: Open, tag: TagText, index: number, open: ReadonlyMap<string, number>): Slip | undefined {
    if (tag.kind === 'start' || tag.kind === 'empty')
      return this.headerNotClosed(top, tag) ?? this.listNotClosed(top, tag) ?? this.startForEnd(top, tag, index);
    if (tag.kind !== 'end' || tag.name === top.tag.name) return undefined;
    if (tag.name === '' && tag.raw === '</>') return endTag(tag, top.tag.name);
    const prefix = this.otherPrefix(top, tag);
    if (prefix) return prefix;
    return this.lostEnd(top, tag) ?? ((open.get(tag.name) ?? 0) > 0 ? undefined : this.closesNothing(top, tag));
  }

  /** `<soap:Body>` begins while the Header is open, and nothing closes the Header. */
  private headerNotClosed({ tag: header }: Open, { kind, name, gap }: TagText): Slip | undefined {
    if (kind !== 'start' || localOf(header.name) !== 'Header' || this.open.length !== 2) return undefined;
    // Into a tag that is being typed nothing is written.
    if (this.hasBroken) return undefined;
    if (name !== header.name.replace(/Header$/, 'Body') || this.ended.has(header.name)) return undefined;
    return this.notClosed(header, gap);
  }

  /** Another child of the operation begins while a list is open, and nothing closes the list. */
  private listNotClosed({ tag: list }: Open, { name, gap }: TagText): Slip | undefined {
    if (this.hasBroken || this.ended.has(list.name) || !holdsElements(localOf(list.name))) return undefined;
    const operation = operationNamed(localOf(this.open.at(-2)?.tag.name ?? ''));
    const children = optionsOf(operation?.request ?? []).map(particle => localOf(particle.name));
    const belongs = [list.name, name].every(child => children.includes(localOf(child)));
    return belongs && name !== list.name ? this.notClosed(list, gap) : undefined;
  }

  private notClosed(element: TagText, gap: number): Slip {
    const [edit, written] = this.closing([element], gap);
    return slip('xml.not-closed', nameOf(element), { name: element.name }, [edit], { title: `Add ${written}` });
  }

  /** `<name>text<name>` or `<name>text<name/>`: the second was to be the end. */
  private startForEnd({ tag, hasChildren }: Open, second: TagText, index: number): Slip | undefined {
    if (hasChildren || second.hasAttributes || second.name !== tag.name) return undefined;
    const next = this.tags[index + 1];
    const parent = this.open.at(-2)?.tag.name;
    const endsThere = next?.kind === 'end' && next.name === parent && parent !== tag.name;
    return endsThere || !this.ended.has(tag.name) ? endTag(second, tag.name) : undefined;
  }

  /** `<s:Body>…</soap:Body>`, where s is nowhere declared and soap is: the end tag says what was meant. */
  private otherPrefix({ tag: start }: Open, end: TagText): Slip | undefined {
    const prefix = prefixOf(start.name);
    const meant = prefixOf(end.name);
    if (localOf(start.name) !== localOf(end.name) || prefix === '') return undefined;
    if (this.prefixes.has(prefix) || !this.prefixes.has(meant)) return undefined;
    const { from } = nameOf(start);
    const edit = { from, to: from + prefix.length, insert: meant };
    return slip('namespace.prefix-undeclared', edit, { prefix, endTag: end.name }, [edit], {
      title: `Write ${meant}: in place of ${prefix}:`,
    });
  }

  /** The end tag of another element stands where that of the innermost should be, whose rest is text: `Lunch/name>`. */
  private lostEnd({ tag: { name } }: Open, { gap, from }: TagText): Slip | undefined {
    const before = this.text.slice(gap, from).trimEnd();
    if (!before.endsWith(`${name}>`)) return undefined;
    const to = gap + before.length;
    const start = to - name.length - 1;
    const slash = this.text[start - 1] === '/' ? 1 : 0;
    return start > gap ? endTag({ from: start - slash, to }, name) : undefined;
  }

  /** Text that is a tag but for its first character: `name>` or `name attribute="…"/>`; before the first tag the root. */
  private lostBracket(top: Open | undefined, before: TagText): Slip | undefined {
    const { from } = before;
    // Behind the rest of a root may be comments, where another gap begins.
    const gap = top ? before.gap : 0;
    const mayBeThere = top ? this.mayHoldElements(top) : before === this.tags[0];
    if (!mayBeThere || !this.text.slice(gap, from).includes('>')) return undefined;
    const pattern = top ? lostStart : lostRoot;
    pattern.lastIndex = gap;
    const match = pattern.exec(this.text);
    const [, blanks = '', tag = '', name = '', prefix] = match ?? [];
    if (!match || pattern.lastIndex > from || !(prefix === undefined || this.prefixes.has(prefix))) return undefined;
    const at = gap + blanks.length;
    const to = at + tag.length;
    return slip(
      'xml.tag-misspelt',
      { from: at, to },
      { expected: `< before ${name}` },
      [{ from: at, to: at, insert: '<' }],
      {
        title: 'Add <',
      },
    );
  }

  /** Of the parts of SOAP only those of the envelope itself: elements of mails are called Body, too. */
  private mayHoldElements({ tag: { name } }: Open): boolean {
    const isPart = /^(?:Envelope|Header|Body)$/.test(localOf(name));
    return holdsElements(localOf(name)) && (!isPart || this.open.length <= 2);
  }

  /** An end tag without a start tag: that one ended at once, was written as an end tag too, or is not there. */
  private closesNothing(top: Open, end: TagText): Slip | undefined {
    const { name } = end;
    const atOnce = top.atOnce.get(name);
    if (atOnce && this.text.slice(atOnce.to, end.from).trim() !== '') {
      const slash = { from: this.text.lastIndexOf('/', atOnce.to), to: atOnce.to - 1 };
      return slip('xml.tag-misspelt', slash, { expected: '', closed: name }, [{ ...slash, insert: '' }], {
        title: 'Remove the slash',
      });
    }
    const twice = top.stray.get(name);
    if (twice && this.text.slice(twice.to, end.from).trim() !== '') {
      const expected = `<${name}>`;
      return slip('xml.tag-misspelt', twice, { expected }, [{ from: twice.from, to: twice.to, insert: expected }], {
        title: `Write ${expected}`,
        isGuess: true,
      });
    }
    const isPart = this.open.length === 1 && !this.hasBroken && /^(?:Header|Body)$/.test(localOf(name));
    // Of a part that was closed already, this end tag is one too many.
    if (this.started.has(name)) return undefined;
    return isPart ? this.partNotOpened(top, end) : undefined;
  }

  /** `</soap:Header>` or `</soap:Body>` without a start tag: that stood before what is in the part. */
  private partNotOpened(envelope: Open, end: TagText): Slip | undefined {
    const header = this.tags.findLast(tag => tag.to <= end.from && localOf(tag.name) === 'Header');
    const at = (localOf(end.name) === 'Body' ? header : undefined)?.to ?? envelope.tag.to;
    const startTag = `<${end.name}>`;
    const insert = lineBreakBefore(this.text, end.from) + startTag;
    return slip(
      'xml.end-tag-mismatched',
      nameOf(end),
      { found: end.name, start: true },
      [{ from: at, to: at, insert }],
      {
        title: `Add ${startTag}`,
        isGuess: true,
      },
    );
  }

  /** The text ends while several elements are open: the end was not copied, or not written yet. */
  private cutOff(): Slip | undefined {
    if (this.begun) return this.cutInEndTag(this.begun);
    const last = this.tags.at(-1);
    const unfinished = last?.kind === 'broken' ? last : undefined;
    const open = this.open.map(({ tag }) => tag).reverse();
    if (open.length < (unfinished ? 1 : 2) || open.length > mostOpen) return undefined;
    const [edit, written] = this.closing(open, this.text.length);
    const rest = unfinished && restOf(unfinished);
    if (unfinished && (rest === undefined || unfinished.to < this.text.length)) return undefined;
    const names = [...(unfinished ? [unfinished.name] : []), ...open.map(({ name }) => name)];
    return slip(
      'xml.not-closed',
      nameOf(unfinished ?? open[0] ?? { from: 0, raw: '', name: '' }),
      { name: names[0] ?? '', others: names.slice(1) },
      [{ ...edit, insert: (rest ?? '') + edit.insert }],
      { title: `Add ${(rest ?? '') + written}`, isGuess: true },
    );
  }

  /** The text ends in a tag or a comment that is being typed: what closes the open elements stands in its place. */
  private cutInEndTag(begun: TagText): Slip | undefined {
    const open = this.open.map(({ tag }) => tag).reverse();
    const [innermost, ...others] = open;
    if (!innermost || open.length > mostOpen) return undefined;
    const [{ from, insert }, written] = this.closing(open, begun.from);
    const data = { name: innermost.name, others: others.map(({ name }) => name) };
    const edit = { from, to: this.text.length, insert };
    return slip('xml.not-closed', nameOf(innermost), data, [edit], { title: `Add ${written}`, isGuess: true });
  }

  /** The end tags of elements, from the innermost on, behind what stands before an offset; each on a line as its start. */
  private closing(open: readonly TagText[], before: number): readonly [TextEdit, string] {
    const at = this.text.slice(0, before).trimEnd().length;
    let insert = '';
    for (const { name, from, to } of open) {
      const isLaidOut = insert.includes('\n') || /[\r\n]/.test(this.text.slice(to, at));
      insert += `${isLaidOut ? lineLike(this.text, from) : ''}</${name}>`;
    }
    return [{ from: at, to: at, insert }, open.map(({ name }) => `</${name}>`).join('')];
  }
}

const beginsEnd = /^<(?:\/[^<>\s"'=]*|!-|!\[?[A-Z]*)?\s*$/;

/** More than that many open elements are no request that was cut off. */
const mostOpen = 20;

const lostStart = new RegExp(`(\\s*)((([^\\s<>/="':;,]+):[^\\s<>/="':;,]+)(?:${attributePattern})*\\s*/?>)`, 'y');
const lostRoot = new RegExp(
  `(\\s*(?:<\\?xml[^<>]*>\\s*)?)(((?:([^\\s<>/="':;,]+):)?Envelope)(?:${attributePattern})+\\s*>)`,
  'y',
);
const unfinishedTag = new RegExp(
  `^<${namePattern}(?:${attributePattern})*(?:\\s*(/?)|\\s+${namePattern}\\s*=\\s*(["'])[^<>"']*)$`,
);

/** What an unfinished tag at the end of the text lacks; undefined when more than its end is wrong. */
function restOf({ raw }: TagText): string | undefined {
  const match = unfinishedTag.exec(raw);
  if (!match) return undefined;
  const [, slash = '', quote = ''] = match;
  return slash ? '>' : `${quote}/>`;
}

function endTag({ from, to }: Range, name: string): Slip {
  const expected = `</${name}>`;
  return slip('xml.tag-misspelt', { from, to }, { expected }, [{ from, to, insert: expected }]);
}

function prefixOf(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf(':')));
}

function nameOf({ from, raw, name }: Pick<TagText, 'from' | 'raw' | 'name'>): Range {
  const start = from + Math.max(0, raw.indexOf(name));
  return { from: start, to: start + name.length };
}

/** The line break and the indentation before a tag that is the first on its line; nothing otherwise. */
function lineBreakBefore(text: string, from: number): string {
  return /(?:\r\n|\r|\n)[\t ]*$/.exec(text.slice(Math.max(0, from - 200), from))?.[0] ?? '';
}

import { type Tree, TreeFragment } from '@lezer/common';
import { parser } from '@lezer/xml';
import { changedRange } from './changedRange.ts';
import { withoutDebris } from './debris.ts';
import { editedInPlace } from './inPlace.ts';
import type { Range, XmlDocument } from './tree.ts';
import { buildTree, type HalfTypedValue } from './treeBuilder.ts';

/**
 * Reads any text into a tree with exact ranges. Given the document of an earlier text, only what changed in between is
 * parsed anew, as long as the text is sound.
 */
export function parseXml(text: string, previous?: XmlDocument): XmlDocument {
  const origin = previous && originOf(previous);
  const document = (origin && parseChange(text, origin)) ?? parseFresh(text);
  // A slip is mended by and by: what was sound last is where the next text starts from.
  if (origin && !originOf(document)) remember(document, origin);
  return document;
}

/** What later texts start from: the last document without a slip, and the parser's tree of it or of one before it. */
interface Origin {
  readonly document: XmlDocument;
  readonly parsed: { readonly text: string; readonly tree: Tree };
}

/** Not seen by who compares documents. A weak map of so many that live so shortly cost a third of the reading of a small text. */
const originKey = Symbol('origin');

function originOf(document: XmlDocument): Origin | undefined {
  return (document as { readonly [originKey]?: Origin })[originKey];
}

function remember(document: XmlDocument, origin: Origin): void {
  Object.defineProperty(document, originKey, { value: origin });
}

/**
 * The document when it is sound again after the change. Around an error the parser guesses, and what it guesses depends on
 * what it reused: such a text is read from the beginning.
 */
function parseChange(text: string, { document, parsed }: Origin): XmlDocument | undefined {
  const edited = editedInPlace(document, text);
  if (edited) {
    remember(edited, { document: edited, parsed });
    return edited;
  }
  if (withoutDebris(text) !== text) return undefined;
  const change = changedRange(parsed.text, text);
  const tree = parser.parse(text, TreeFragment.applyChanges(TreeFragment.addTree(parsed.tree), [change]));
  if (swallowingValue(tree, text)) return undefined;
  const changed = buildTree(text, tree, []);
  if (changed.slips.length > 0) return undefined;
  remember(changed, { document: changed, parsed: { text, tree } });
  return changed;
}

/** After that many half-typed attribute values the rest is left as the parser sees it. */
const mostHidden = 8;

/**
 * `<` cannot stand in an attribute value, so a value that holds one was begun and not finished; neither was one that ends
 * with `name=` and has text right behind its quote. Hiding such values, and those without quotes, from the parser keeps it
 * from swallowing what is behind them.
 */
function parseFresh(text: string): XmlDocument {
  let visible = withoutDebris(text);
  let tree = parser.parse(visible);
  const hidden: HalfTypedValue[] = [];
  while (hidden.length < mostHidden) {
    const value = swallowingValue(tree, visible);
    if (!value) break;
    hidden.push(value);
    visible = visible.slice(0, value.equals) + ' '.repeat(value.to - value.equals) + visible.slice(value.to);
    tree = parser.parse(visible);
  }
  const document = buildTree(text, tree, hidden);
  if (document.slips.length === 0 && visible === text) remember(document, { document, parsed: { text, tree } });
  return document;
}

/** An attribute that is swallowed by the value before it: a name and its equals sign at the end of a value. */
const swallowed = /[\t\n\r ][\p{L}_][\p{L}\p{N}._:-]*[\t\n\r ]*=[\t\n\r ]*$/u;
const suspicious =
  /=\s*(?:"[^"<]*<|'[^'<]*<|[^\s"']|"[^"<]*\s[^\s"'<>=]+\s*=\s*"[^\s/>?]|'[^'<]*\s[^\s"'<>=]+\s*=\s*'[^\s/>?])/;

function swallowingValue(tree: Tree, text: string): HalfTypedValue | undefined {
  // Most texts have no such value: a native search for the pattern costs far less than a walk through the tree.
  if (!suspicious.test(text)) return undefined;
  let found: HalfTypedValue | undefined;
  tree.iterate({
    enter(node) {
      if (found) return false;
      if (node.name !== 'AttributeValue') return true;
      if (isSound(text, node)) return false;
      const equals = text.lastIndexOf('=', node.from);
      if (equals >= 0) found = halfTypedValue(text, equals);
      return false;
    },
  });
  return found;
}

function isSound(text: string, { from, to }: Range): boolean {
  if (text[from] !== '"' && text[from] !== "'") return false;
  const value = text.slice(from, to);
  if (value.includes('<')) return false;
  return /[\s/>?]/.test(text[to] ?? '>') || !swallowed.test(value.slice(1, -1));
}

/** Where a value ends that has no closing quote: before a tag, a line end, or the next attribute. */
function halfTypedValue(text: string, equals: number): HalfTypedValue {
  let from = equals + 1;
  while (/\s/.test(text[from] ?? '')) from++;
  const quoted = text[from] === '"' || text[from] === "'";
  if (quoted) from++;
  const rest = text.slice(from);
  const length = rest.search(quoted ? /[<>\r\n]|(?<![\t ])[\t ]+[^\s"'<>=]+\s*=\s*["']|$/ : /[\s<>"']|\/>|$/);
  // The slash before > ends an empty element, except in an address, which may well end with one.
  const ofTag = quoted && rest.startsWith('/>', length - 1) && !rest.slice(0, length).includes('://');
  const to = from + (ofTag ? length - 1 : length);
  return { equals, from, to };
}

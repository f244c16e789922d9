import type { EwsName } from '../../ews/schema.ts';
import { contentRange, elementsOf, type Range, type TextEdit, type XmlElement } from '../../xml/index.ts';
import { declarationOf, particlesOf } from '../declarations.ts';
import { meantBy, slotsOf } from '../problems/meant.ts';
import type { RequestDocument } from '../request.ts';
import { withComments } from './comments.ts';
import { indentationAt, indentStep, newlineOf } from './fix.ts';

/**
 * Puts an element (written from the left margin, lines ended by `\n` and indented by tabs) into a parent, before another child
 * or at the end; a comment stays with the child that it speaks of.
 */
export function insertChild(
  request: RequestDocument,
  parent: XmlElement,
  text: string,
  before?: XmlElement,
): readonly TextEdit[] {
  const newline = newlineOf(request);
  const step = indentStep(request);
  const parentIndent = indentationAt(request.text, parent.from);
  const children = elementsOf(parent);
  const sibling = before ?? children.at(-1);
  const ownLine = sibling === undefined || /[\r\n]/.test(request.text.slice(parent.startTag.to, sibling.from));
  const indent = sibling && ownLine ? indentationAt(request.text, sibling.from) : parentIndent + step;
  const written = laidOut(text, newline, indent, step);
  if (before) {
    const { from } = withComments(request.text, before);
    return [{ from, to: from, insert: ownLine ? written + newline + indent : written }];
  }
  const last = children.at(-1);
  if (last) {
    const { to } = withComments(request.text, last);
    return [{ from: to, to, insert: ownLine ? newline + indent + written : written }];
  }
  const block = `${newline}${indent}${written}${newline}${parentIndent}`;
  if (parent.selfClosing) {
    const slash = request.text.lastIndexOf('/', parent.startTag.to);
    const tagEnd = request.text.slice(0, slash).trimEnd().length;
    return [{ from: tagEnd, to: parent.startTag.to, insert: `>${block}</${parent.name}>` }];
  }
  const content = contentRange(parent);
  if (!content) return [];
  const blank = request.text.slice(content.from, content.to).trim() === '';
  return [
    blank
      ? { ...content, insert: block }
      : { from: content.from, to: content.from, insert: `${newline}${indent}${written}` },
  ];
}

/**
 * Puts an element as {@link insertChild} does at the place of its name in the sequence of its parent, before siblings that are
 * meant for a later one, whatever their names.
 */
export function insertInOrder(
  request: RequestDocument,
  parent: XmlElement,
  text: string,
  name: EwsName,
): readonly TextEdit[] {
  const declaration = declarationOf(parent);
  const slots = slotsOf(declaration ? particlesOf(declaration) : []);
  const order = [...slots.keys()];
  const own = order.indexOf(name);
  const before = elementsOf(parent).find(child => {
    const [meant, ...others] = meantBy(child, [...slots.values()]);
    return meant !== undefined && others.length === 0 && order.indexOf(meant.particle.name) > own;
  });
  return insertChild(request, parent, text, before);
}

/** The tags of elements each inside of the one before. */
export function tagsOf(names: readonly string[]): { readonly open: string; readonly close: string } {
  const closing = names.toReversed().map(name => `</${name}>`);
  return { open: names.map(name => `<${name}>`).join(''), close: closing.join('') };
}

/** The text of an element as {@link insertChild} wants it. */
export function fromLeftMargin(text: string, element: Range): string {
  const indent = indentationAt(text, element.from);
  return text
    .slice(element.from, element.to)
    .split(/\r\n|\r|\n/)
    .map(line => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
}

/** A text written with `\n` and tabs, as this document would have it. */
export function laidOut(text: string, newline: string, indent: string, step: string): string {
  return text
    .split('\n')
    .map(line => line.replace(/^\t+/, tabs => step.repeat(tabs.length)))
    .map((line, index) => (index === 0 || line === '' ? line : indent + line))
    .join(newline);
}

/** A way to write a snippet as plain text. */
export interface Wording {
  /** The value that this one decides for. */
  readonly chosen?: string;
  readonly text: string;
}

/** The ways to write a snippet: one for each value of a choice when no placeholder is left that tells of the choice. */
export function wordings(snippet: string): readonly Wording[] {
  const choice = /\$\{\d+\|([^|]*)\|\}/.exec(snippet);
  if (!choice || snippet.includes('{{')) return [{ text: plainText(snippet) }];
  const values = choice[1]?.split(',') ?? [];
  return values.map(chosen => ({ chosen, text: plainText(snippet.replace(choice[0], chosen)) }));
}

/** A snippet as plain text: its placeholders stay visible, of choices the first is taken. */
export function plainText(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:\\.|[^|\\])*)\|\}/g, (_, choices: string) => choices.split(/(?<!\\),/)[0] ?? '')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, (_, words: string) => words)
    .replace(/\$\d+/g, '')
    .replace(/\\([\\$}])/g, '$1');
}

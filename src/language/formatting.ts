import { contentRange, isElement, type Range, type TextEdit, type XmlElement, type XmlNode } from '../xml/index.ts';
import { contentOf, declarationOf } from './declarations.ts';
import { lineEndOf } from './lines.ts';
import type { RequestDocument } from './request.ts';

/** How a document is laid out. */
export interface FormatOptions {
  /** What one level is indented by: blanks or a tab. */
  readonly indent: string;
  /** What ends a line; without it, what ends the first line of the document. */
  readonly newline?: string;
}

/**
 * Lays a document out: each element on its line, indented by its depth. Only white space between elements and runs of
 * blanks in tags change; text, comments, CDATA, values and the order of attributes stay as they are, byte for byte, and
 * so does everything in an element that may hold text or has to be empty. A text that is not well-formed gets no edits.
 * Formatting twice is formatting once.
 */
export function format(request: RequestDocument, options: FormatOptions): readonly TextEdit[] {
  // Where the tree had to guess it is no ground to move anything, even if the text is well-formed (nested beyond reason).
  if (request.flaw || request.xml.slips.length > 0) return [];
  const newline = options.newline ?? lineEndOf(request.text);
  const formatter = new Formatter(request.text, options.indent, newline);
  formatter.document(request);
  return formatter.edits.sort((a, b) => a.from - b.from || a.to - b.to);
}

class Formatter {
  readonly edits: TextEdit[] = [];
  private readonly text: string;
  private readonly indent: string;
  private readonly newline: string;

  constructor(text: string, indent: string, newline: string) {
    this.text = text;
    this.indent = indent;
    this.newline = newline;
  }

  document({ xml }: RequestDocument): void {
    const nodes = xml.children.filter(node => !this.isBlank(node));
    const [first] = nodes;
    const last = nodes.at(-1);
    if (!first || !last) return;
    const start = this.text.startsWith('\ufeff') ? 1 : 0;
    this.replace({ from: start, to: first.from }, '');
    this.between(nodes, 0);
    if (last.to < this.text.length) this.replace({ from: last.to, to: this.text.length }, this.newline);
    const waiting: { readonly element: XmlElement; readonly depth: number }[] = [];
    for (const node of nodes) if (isElement(node)) waiting.push({ element: node, depth: 0 });
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      for (const child of this.element(next.element, next.depth))
        waiting.push({ element: child, depth: next.depth + 1 });
    }
  }

  /** Lays out one element; gives the children whose own layout is free too. */
  private element(element: XmlElement, depth: number): readonly XmlElement[] {
    this.startTag(element);
    const content = contentRange(element);
    if (!content || !this.holdsElementsOnly(element)) return [];
    const nodes = element.children.filter(node => !this.isBlank(node));
    const [first] = nodes;
    const last = nodes.at(-1);
    if (!first || !last) {
      // White space alone on several lines: the end tag gets the indentation of the start tag.
      if (/[\r\n]/.test(this.text.slice(content.from, content.to))) this.replace(content, this.lineAt(depth));
      return [];
    }
    this.replace(
      { from: content.from, to: first.from },
      this.gap({ from: content.from, to: first.from }, first, depth + 1, true),
    );
    this.between(nodes, depth + 1);
    this.replace({ from: last.to, to: content.to }, this.lineAt(depth));
    return nodes.filter(isElement);
  }

  private between(nodes: readonly XmlNode[], depth: number): void {
    for (const [index, node] of nodes.entries()) {
      const next = nodes[index + 1];
      if (!next) return;
      const range = { from: node.to, to: next.from };
      this.replace(range, this.gap(range, next, depth));
    }
  }

  /** A comment at the end of a line stays there; of several empty lines one is kept, but none after a start tag. */
  private gap(range: Range, next: XmlNode, depth: number, isFirst = false): string {
    const old = this.text.slice(range.from, range.to);
    const lines = old.match(/\r\n|\r|\n/g)?.length ?? 0;
    if (next.kind === 'comment' && lines === 0) return old;
    return (lines > 1 && !isFirst ? this.newline : '') + this.lineAt(depth);
  }

  private lineAt(depth: number): string {
    return this.newline + this.indent.repeat(depth);
  }

  /** Runs of blanks within a line become one; line breaks between attributes are the author's. */
  private startTag(element: XmlElement): void {
    let end = element.nameRange.to;
    for (const attribute of element.attributes) {
      const gap = this.text.slice(end, attribute.from);
      if (gap.length > 1 && !/[\r\n]/.test(gap)) this.replace({ from: end, to: attribute.from }, ' ');
      end = attribute.to;
    }
    const close = element.startTag.to - (element.selfClosing ? 2 : 1);
    const gap = this.text.slice(end, close);
    if (/[\r\n]/.test(gap)) return;
    if (!element.selfClosing) this.replace({ from: end, to: close }, '');
    else if (gap.length > 1) this.replace({ from: end, to: close }, ' ');
  }

  /** White space may go only where no schema, and no text nearby, gives it a meaning. */
  private holdsElementsOnly(element: XmlElement): boolean {
    if (element.attributes.some(({ name, value }) => name === 'xml:space' && value === 'preserve')) return false;
    const declaration = declarationOf(element);
    const content = declaration && contentOf(declaration);
    if (content && content.kind !== 'elements') return false;
    const blankOnly = element.children.every(
      node => isElement(node) || node.kind === 'comment' || node.kind === 'instruction' || this.isBlank(node),
    );
    return blankOnly && (declaration !== undefined || element.children.some(isElement));
  }

  private isBlank(node: XmlNode): boolean {
    return node.kind === 'text' && /^\ufeff?[ \t\r\n]*$/.test(this.text.slice(node.from, node.to));
  }

  private replace({ from, to }: Range, insert: string): void {
    if (this.text.slice(from, to) !== insert) this.edits.push({ from, to, insert });
  }
}

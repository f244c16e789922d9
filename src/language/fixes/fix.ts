import { elementAt, type Range, type TextEdit, type XmlAttribute, type XmlElement } from '../../xml/index.ts';
import { indentationAt } from '../lines.ts';
import type { Problem } from '../problems/index.ts';
import type { RequestDocument } from '../request.ts';

export { indentationAt, withLine } from '../lines.ts';

/** A change that mends a problem. */
export interface Fix {
  /** What it does, in words. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one to take when there are several. */
  readonly preferred: boolean;
  /** It can lose nothing that somebody wrote on purpose: fit for "Fix all". */
  readonly safe: boolean;
}

/** What a fix is made from. */
export interface Case {
  readonly request: RequestDocument;
  readonly problem: Problem;
  /** The innermost element at the problem. */
  readonly element: XmlElement | undefined;
}

/** What a fix of an element is made from. */
export interface ElementCase extends Case {
  readonly element: XmlElement;
}

/** The case of a problem. */
export function caseOf(request: RequestDocument, problem: Problem): Case {
  return {
    request,
    problem,
    element: elementAt(request.xml, problem.from) ?? elementAt(request.xml, problem.from + 1),
  };
}

/** Whether there is an element at the problem. */
export function isOfElement(given: Case): given is ElementCase {
  return given.element !== undefined;
}

/** A fix that is safe and preferred. */
export function sure(title: string, ...edits: readonly TextEdit[]): readonly Fix[] {
  return [{ title, edits, preferred: true, safe: true }];
}

/** A fix to take by choice: it removes something or guesses. */
export function likely(title: string, ...edits: readonly TextEdit[]): readonly Fix[] {
  return [{ title, edits, preferred: true, safe: false }];
}

/** One of several fixes. */
export function possible(title: string, ...edits: readonly TextEdit[]): Fix {
  return { title, edits, preferred: false, safe: false };
}

/** Several fixes, of which the later ones are the last resort. */
export function otherwise(better: readonly Fix[], last: readonly Fix[]): readonly Fix[] {
  return better.length === 0 ? last : [...better, ...last.map(fix => ({ ...fix, preferred: false }))];
}

/** A word of the problem's facts. */
export function wordOf({ problem }: Case, name: string): string | undefined {
  const value = problem.data[name];
  return typeof value === 'string' ? value : undefined;
}

/** The words of a list in the problem's facts. */
export function wordsIn({ problem }: Case, name: string): readonly string[] {
  const value = problem.data[name];
  return Array.isArray(value) ? value.filter(word => typeof word === 'string') : [];
}

/** Replaces a range. */
export function replace(range: Range, insert: string): TextEdit {
  return { from: range.from, to: range.to, insert };
}

/** The attribute of an element whose name or value lies at an offset. */
export function attributeAt(element: XmlElement | undefined, offset: number): XmlAttribute | undefined {
  return element?.attributes.find(({ from, to }) => from <= offset && offset <= to);
}

/** Gives an element another name, in both tags. */
export function rename(element: XmlElement, name: string): readonly TextEdit[] {
  return [element.nameRange, ...(element.endNameRange ? [element.endNameRange] : [])].map(range =>
    replace(range, name),
  );
}

/** What a line of the document ends in; empty for a document that has its elements on one line. */
export function newlineOf({ text }: RequestDocument): string {
  return /(\r\n|\r|\n)(?:[ \t]+<|<\/)/.exec(text)?.[1] ?? '';
}

/** What one level is indented by in this document. */
export function indentStep(request: RequestDocument): string {
  if (newlineOf(request) === '') return '';
  const { text, envelope } = request;
  const first = envelope?.children.find(({ kind }) => kind === 'element');
  return (first && indentationAt(text, first.from)) || '  ';
}

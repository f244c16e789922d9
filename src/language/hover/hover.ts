import { referencePage } from '../../ews/reference.ts';
import type { Range } from '../../xml/index.ts';

/** What a reader is told of the thing under the pointer. */
export interface Hover {
  /** The thing itself. */
  readonly range: Range;
  readonly lines: readonly HoverLine[];
}

/** One line, in plain text: a front end must not read markup into it, for it may quote the document. */
export interface HoverLine {
  readonly kind: 'heading' | 'text' | 'code' | 'list' | 'link';
  readonly text: string;
  /** Of a link alone; always a page of the public documentation. */
  readonly href?: string;
}

/** Explains a ResponseCode; handed in, because the long table of codes does not belong into the editor's small bundle. */
export type CodeLookup = (name: string) => { readonly meaning: string; readonly category: string } | undefined;

/** The release of Exchange behind a build such as `15.2.1544.4`, in a sentence; handed in for the same reason. */
export type BuildLookup = (build: string) => string | undefined;

/** What only answers need to be explained. */
export interface AnswerLookups {
  readonly codes: CodeLookup;
  readonly builds: BuildLookup;
}

/** A line in large letters. */
export function heading(text: string): HoverLine {
  return { kind: 'heading', text };
}

/** A paragraph. */
export function paragraph(text: string): HoverLine {
  return { kind: 'text', text };
}

/** List entries; those that are undefined are left out. */
export function list(...entries: readonly (string | undefined)[]): readonly HoverLine[] {
  return entries.flatMap(text => (text === undefined ? [] : [{ kind: 'list' as const, text }]));
}

/** A link to the page of the public documentation on something: by default the one of the reference that is called like it. */
export function pageOf(title: string, href = referencePage(title)): HoverLine {
  return { kind: 'link', text: `Documentation of ${title}`, href };
}

/** A value of the document, cut to what a reader takes in. */
export function shown(value: string): string {
  return value.length > 80 ? `${value.slice(0, 77)}…` : value;
}

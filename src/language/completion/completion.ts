import type { Range, TextEdit } from '../../xml/index.ts';

/** One thing that may be typed at the caret. */
export interface Completion {
  readonly label: string;
  readonly kind: 'operation' | 'element' | 'attribute' | 'value' | 'snippet' | 'endTag';
  /** A few words beside the label. */
  readonly detail: string;
  /** Plain text. */
  readonly documentation: string;
  /** What it replaces; within one line. */
  readonly range: Range;
  /** In the snippet syntax of VS Code: further lines are indented with tabs, relative to the line of the range. */
  readonly insert: string;
  /** Completions sort by this; the best first. */
  readonly sortText?: string;
  /** What is compared with the typed text; without it the label. */
  readonly filterText?: string;
  /** Changes elsewhere that belong to it, outside of the range. */
  readonly additionalEdits?: readonly TextEdit[];
  /** Something is to be chosen right after: ask for completions again. */
  readonly retrigger?: true;
}

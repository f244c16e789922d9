import type { PanelActionName } from './actions.ts';

/** The panel as plain data: what stands on the page, in order; all strings are plain text from whatever source. */
export interface PanelView {
  readonly face: Face;
  readonly tone: Tone;
  /** Title of the page. */
  readonly title: string;
  /** The class in a word: `Success`, `Warning`, `Error`; absent on the empty face. */
  readonly word?: string;
  /** What the headline belongs to: the operation, and the kind of trouble if it is no response message. */
  readonly context: readonly string[];
  readonly headline: string;
  readonly meaning: string;
  /** The server's own words. */
  readonly said?: string;
  /** Status, duration, size, endpoint, time. */
  readonly facts: readonly Field[];
  readonly actions: readonly PanelAction[];
  /** The action that helps most, wherever it stands; absent when none stands out. */
  readonly primary?: PanelActionName;
  /** What must not be overlooked: whether the request may have been executed, whether repeating helps. */
  readonly callouts: readonly Callout[];
  readonly steps: readonly PanelStep[];
  readonly causes: readonly string[];
  /** Set when there are several response messages. */
  readonly messages?: MessageTable;
  /** Set when the answer holds groups or contacts. */
  readonly entries?: EntryTable;
  /** SOAP, HTTP and the request, top down. */
  readonly layers: readonly Layer[];
}

/** Which page it is. */
export type Face = 'empty' | Outcomes | 'failure';
type Outcomes = 'answered' | 'soapFault' | 'httpError' | 'notSoap';

/** How it went; `none` on the empty face. */
export type Tone = 'success' | 'warning' | 'error' | 'none';

/** Something the reader can do. The link is `command:` plus the id, with the arguments as JSON. */
export interface PanelAction {
  readonly name: PanelActionName;
  readonly label: string;
  /** What the pointer is told, where that is more than the label. */
  readonly hint?: string;
  readonly command: string;
  readonly arguments: readonly string[];
}

/** A next step, with what does it, if anything can. */
export interface PanelStep {
  readonly text: string;
  readonly action?: PanelAction;
}

/** A remark of weight. */
export interface Callout {
  readonly kind: 'repeat' | 'sent' | 'notSent' | 'note';
  readonly label: string;
  readonly text: string;
  readonly actions: readonly PanelAction[];
}

/** Several response messages: how many of what, and the first of them. */
export interface MessageTable {
  readonly summary: string;
  readonly rows: readonly MessageRow[];
  /** Says how many more there are, when not all are shown. */
  readonly more?: string;
}

/** One response message. */
export interface MessageRow {
  /** From 1, in the order of the answer. */
  readonly number: number;
  readonly tone: Tone;
  readonly word: string;
  readonly code: string;
  readonly text?: string;
}

/** The groups and contacts of an answer, the first of them. */
export interface EntryTable {
  readonly rows: readonly EntryRow[];
  /** Says how many more there are, when not all are shown. */
  readonly more?: string;
}

/** A group or contact, and what puts its id into a new request. */
export interface EntryRow {
  readonly name: string;
  /** What it is and what belongs to it. */
  readonly detail: string;
  readonly action: PanelAction;
}

/** One foldable part. */
export interface Layer {
  readonly id: 'soap' | 'http' | 'request';
  readonly heading: string;
  /** Beside the heading, so that a folded layer says something. */
  readonly summary: string;
  readonly open: boolean;
  readonly blocks: readonly Block[];
}

/** What a layer holds. */
export type Block = Fields | TimeBar | Source | Notes;

/** Names and values. */
export interface Fields {
  readonly kind: 'fields';
  readonly heading?: string;
  readonly fields: readonly Field[];
}

/** A name, its value, and what that tells. */
export interface Field {
  readonly name: string;
  readonly value: string;
  readonly meaning?: string;
}

/** Where the time went. */
export interface TimeBar {
  readonly kind: 'time';
  readonly heading: string;
  readonly totalMs: number;
  readonly parts: readonly TimePart[];
}

/** One step of it. */
export interface TimePart {
  readonly id: 'name' | 'connect' | 'tls' | 'authentication' | 'wait' | 'download';
  readonly label: string;
  readonly startMs: number;
  readonly durationMs: number;
}

/** A text as it went over the wire. */
export interface Source {
  readonly kind: 'source';
  readonly heading: string;
  readonly text: string;
  /** Says what is missing, when the text is cut. */
  readonly more?: string;
  /** Whether it starts folded. */
  readonly folded: boolean;
}

/** Remarks about the answer itself. */
export interface Notes {
  readonly kind: 'notes';
  readonly heading: string;
  readonly notes: readonly string[];
}

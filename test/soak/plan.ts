/** What the extension host is to do. */
export interface Plan {
  readonly seed: number;
  readonly sends: number;
  /** Of the faulty server on loopback. */
  readonly port: number;
  /** The file for the report. */
  readonly report: string;
}

/** What became of one send, as the history has it. */
export interface Ended {
  readonly id: string;
  readonly endpoint: string;
  readonly kind: 'answer' | 'failure';
  /** The kind of the outcome, or the code of the failure. */
  readonly what: string;
  readonly sent: 'yes' | 'no' | 'maybe';
}

/** What the host holds at rest. */
export interface Sizes {
  /** Bytes after collection. */
  readonly heap: number;
  /** Listeners on the process. */
  readonly listeners: number;
}

/** What the host leaves behind. */
export interface Report {
  readonly ended: readonly Ended[];
  /** What was wrong, a sentence each. */
  readonly complaints: readonly string[];
  /** After a tenth of the sends. */
  readonly first: Sizes;
  readonly last: Sizes;
  /** Open sockets before the first send, and after the last. */
  readonly idle: number;
  readonly left: number;
}

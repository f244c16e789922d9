/** What an outcome means, in plain words: for the panel, the command line and the report. All strings are plain text. */
export interface Explanation {
  readonly tone: 'success' | 'warning' | 'error';
  /** The one thing to read first: the ResponseCode, or `HTTP 401`, or `Not an EWS answer`. */
  readonly headline: string;
  /** What happened, one or two sentences. */
  readonly meaning: string;
  /** Why it happens, likeliest first. */
  readonly causes: readonly string[];
  /** What to do next, best first. */
  readonly steps: readonly Step[];
  /** Whether sending the same request again can help, in a sentence. */
  readonly repeat?: string;
}

/** A next step; with an action the reader can click it. */
export interface Step {
  readonly text: string;
  readonly action?: StepAction;
}

/** What a front end can do for the reader. */
export type StepAction =
  | 'fixRequest'
  | 'getCurrentIds'
  | 'setVersion'
  | 'openEndpointSettings'
  | 'testEndpoint'
  | 'sendAgain'
  | 'signOut';

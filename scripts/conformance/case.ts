/** What a judge says of an envelope: `malformed` when it is no well-formed XML. */
export type Verdict = 'valid' | 'invalid' | 'malformed';

/** One envelope of the corpus. */
export interface Case {
  /** The name of its file, without the folder. */
  readonly file: string;
  /** What is special about it, in a sentence. */
  readonly about: string;
  /** The envelope with the expected problems marked: `⟦code|range⟧`. */
  readonly marked: string;
  /** What both judges say; where they disagree, what .NET says, which Exchange uses. */
  readonly verdict: Verdict;
  /** What libxml2 says (`valid` or `invalid`) where it disagrees. */
  readonly libxml2?: 'valid' | 'invalid';
  /** Why the judges disagree, or why the validator differs from them on purpose. */
  readonly differs?: string;
  /** The bytes of the file; UTF-8 without a byte order mark when left out. */
  readonly encode?: (text: string) => Uint8Array;
}

/** What is special about a case besides its text and verdict. */
export type Special = Pick<Case, 'libxml2' | 'differs' | 'encode'>;

/** A case that both judges let pass. */
export function valid(file: string, about: string, marked: string, special: Special = {}): Case {
  return { file: `${file}.xml`, about, marked, verdict: 'valid', ...special };
}

/** A case that both judges find invalid. */
export function invalid(file: string, about: string, marked: string, special: Special = {}): Case {
  return { file: `${file}.xml`, about, marked, verdict: 'invalid', ...special };
}

/** A case that is no well-formed XML for either judge. */
export function malformed(file: string, about: string, marked: string, special: Special = {}): Case {
  return { file: `${file}.xml`, about, marked, verdict: 'malformed', ...special };
}

import { quickLook } from './quickLook.ts';
import { strictParser } from './strictParser.ts';

/** The first thing that makes a text no well-formed, namespace-well-formed XML document. */
export interface XmlFlaw {
  /** Where the strict parser noticed it, in UTF-16 units. */
  readonly offset: number;
  /** Elements are nested deeper than anybody writes, and nothing behind that was looked at. */
  readonly isTooDeep: boolean;
  /** The document type declaration, which SOAP forbids. */
  readonly isDoctype: boolean;
}

/** What is nested deeper was not written by anybody, and the strict parser takes time with the square of the depth. */
const deepest = 2000;

/** The strict verdict on a text: undefined when it is well-formed XML 1.0 with well-formed namespaces and no DTD. */
export function wellFormedness(text: string): XmlFlaw | undefined {
  if (text.isWellFormed() && quickLook(text, deepest)) return undefined;
  const strict = strictParser();
  let flaw: XmlFlaw | undefined;
  const note = (kind?: 'depth' | 'doctype') => {
    const offset = Math.min(strict.position, text.length);
    flaw ??= { offset, isTooDeep: kind === 'depth', isDoctype: kind === 'doctype' };
    throw found;
  };
  strict.on('error', () => note());
  let depth = 0;
  strict.on('opentagstart', () => {
    depth += 1;
    if (depth > deepest) note('depth');
  });
  strict.on('closetag', () => {
    depth -= 1;
  });
  strict.on('doctype', () => note('doctype'));
  try {
    // A byte order mark is no part of the text; the parser counts it as one.
    strict.write(text).close();
  } catch (thrown) {
    if (thrown !== found) throw thrown;
  }
  return flaw;
}

/** Thrown to leave the strict parser at its first error: the later ones are consequences. */
const found = new Error('flaw found');

import { SaxesParser } from 'saxes';
import { quickLook } from './quickLook.ts';

/** The first thing that makes a text no well-formed, namespace-well-formed XML document. */
export interface XmlFlaw {
  /** Where the strict parser noticed it, in UTF-16 units. */
  readonly offset: number;
  /** The strict parser's own words, for the log and as a last resort. */
  readonly reason: string;
  /** The document type declaration, which SOAP forbids. */
  readonly isDoctype: boolean;
}

/** What is nested deeper was not written by anybody, and the strict parser takes time with the square of the depth. */
const deepest = 2000;

/** The strict verdict on a text: undefined when it is well-formed XML 1.0 with well-formed namespaces and no DTD. */
export function wellFormedness(text: string): XmlFlaw | undefined {
  if (text.isWellFormed() && quickLook(text, deepest)) return undefined;
  const strict = new SaxesParser({ xmlns: true, position: true });
  let flaw: XmlFlaw | undefined;
  const note = (reason: string, isDoctype: boolean) => {
    flaw ??= { offset: Math.min(strict.position, text.length), reason, isDoctype };
    throw found;
  };
  strict.on('error', error => note(error.message.replace(/^\d+:\d+: /, ''), false));
  let depth = 0;
  strict.on('opentagstart', () => {
    depth += 1;
    if (depth > deepest) note(`elements are nested more than ${deepest} deep`, false);
  });
  strict.on('closetag', () => {
    depth -= 1;
  });
  strict.on('doctype', () => note('document type declaration', true));
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

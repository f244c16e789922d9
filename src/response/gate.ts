import { SaxesParser } from 'saxes';
import { lineIndex, quickLook } from '../xml/index.ts';
import { flawWords } from './flawWords.ts';

/** Deeper nesting than this is refused; real answers stay far below it. */
export const maximumDepth = 256;

/** More attributes and namespace declarations on one element than this are refused. */
const maximumAttributes = 4096;

/**
 * Whether a text may be handed to the tree builder, and if not why. The length of its longest text or attribute value
 * (UTF-16 units) comes along when it is known.
 */
export type Verdict =
  | { readonly kind: 'wellFormed'; readonly longestText?: number }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'malformed'; readonly line: number; readonly column: number; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: 'dtd' | 'depth' | 'attributes' };

/**
 * Judges strictly whether a text is well-formed and namespace-well-formed XML without a document type declaration and
 * no deeper than {@link maximumDepth}. Nothing is built and nothing is expanded; the time is linear in the length.
 */
export function judge(text: string): Verdict {
  const findings = quickLook(text, maximumDepth);
  return findings ? { kind: 'wellFormed', ...findings } : judgeStrictly(text);
}

/** The verdict of the strict parser alone. */
export function judgeStrictly(text: string): Verdict {
  const parser = new SaxesParser({ xmlns: true, position: true });
  let depth = 0;
  let attributes = 0;
  parser.on('doctype', () => {
    throw new Refusal('dtd');
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > maximumAttributes) {
      throw new Refusal('attributes');
    }
  });
  parser.on('opentag', () => {
    attributes = 0;
    depth += 1;
    if (depth > maximumDepth) {
      throw new Refusal('depth');
    }
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  let closing = false;
  try {
    parser.write(text);
    closing = true;
    parser.close();
    return { kind: 'wellFormed' };
  } catch (error) {
    if (error instanceof Refusal) {
      return { kind: 'refused', reason: error.reason };
    }
    // Only the end of the text can show that something is left open: it broke off.
    return closing ? (bareAmpersand(text) ?? { kind: 'truncated' }) : malformed(parser, error);
  }
}

/** Thrown by our own handlers to stop the parser early. */
class Refusal extends Error {
  readonly reason: 'dtd' | 'depth' | 'attributes';

  constructor(reason: 'dtd' | 'depth' | 'attributes') {
    super(reason);
    this.reason = reason;
  }
}

function malformed(parser: SaxesParser<{ xmlns: true }>, error: unknown): Verdict {
  const message = error instanceof Error ? error.message.replace(/^\d+:\d+: /, '') : '';
  return { kind: 'malformed', line: parser.line, column: parser.column, reason: flawWords(message) };
}

/** The parser takes whatever follows an & for a reference, to the end of the text if need be. */
function bareAmpersand(text: string): Verdict | undefined {
  const at = text.indexOf('&', text.lastIndexOf(';') + 1);
  if (at < 0 || !text.includes('<', at) || isInside('<!--', '-->') || isInside('<![CDATA[', ']]>')) return undefined;
  const { line, column } = lineIndex(text)(at);
  return { kind: 'malformed', line, column: column - 1, reason: flawWords('empty entity name.') };

  function isInside(start: string, end: string): boolean {
    return text.lastIndexOf(start, at) > text.lastIndexOf(end, at);
  }
}

import { lookUpCode } from '../ews/responseCodes/lookUp.ts';
import type { BodyKind } from './outcome.ts';

/**
 * The one ResponseCode that a short text names: by itself, in a line of a log, or in a part of an answer. By itself it
 * may be one that no table has. Undefined when there are several, since then nobody knows which one is meant, and when
 * there is an envelope: a broken answer is not to be trusted with what is left of it.
 */
export function codeAskedFor(text: string, bodyKind: BodyKind): string | undefined {
  const trimmed = text.trim();
  if (!readable.has(bodyKind) || trimmed.length > longest || /<(?:[\w.-]+:)?Envelope\b/.test(trimmed)) return undefined;
  const words = new Set(trimmed.match(/\b(?:Error[A-Z]\w*|NoError)\b/g));
  const known = [...words].filter(word => word === trimmed || lookUpCode(word).source !== 'rule');
  return known.length === 1 ? known[0] : undefined;
}

const readable: ReadonlySet<BodyKind> = new Set<BodyKind>(['text', 'json', 'otherXml', 'truncatedXml', 'malformedXml']);

/** Characters; a line of a log, or an exception with its stack. */
const longest = 2000;

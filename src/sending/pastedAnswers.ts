import { type LabelledAnswer, splitAnswers } from '../response/index.ts';
import { decompress } from '../transport/index.ts';

/**
 * The answers in a text or in the bytes of a file, see {@link splitAnswers}, with compressed bodies made readable. What
 * cannot be decompressed stays as it is. Never throws.
 */
export async function pastedAnswers(source: string | Uint8Array): Promise<readonly LabelledAnswer[]> {
  return await Promise.all(splitAnswers(source).map(readable));
}

async function readable(answer: LabelledAnswer): Promise<LabelledAnswer> {
  const { body, headers = [] } = answer;
  if (typeof body === 'string') return answer;
  const named = headers.find(([name]) => name.toLowerCase() === 'content-encoding')?.[1] ?? '';
  const encodings = named === '' && isGzip(body) ? 'gzip' : named;
  const bytes = encodings === '' ? undefined : await decompress(body, encodings, largest);
  return bytes === undefined ? answer : { ...answer, body: bytes };
}

/** Bytes; what a small file may become. */
const largest = 256 * 1024 * 1024;

/** RFC 1952 section 2.3.1. */
function isGzip(body: Uint8Array): boolean {
  return body[0] === 0x1f && body[1] === 0x8b;
}

import { Readable } from 'node:stream';
import { readBody } from './body.ts';
import { TransportError } from './errors.ts';

/**
 * The bytes of a body whose compression `Content-Encoding` names, `limit` in bytes after it. Undefined when they are not
 * compressed that way after all, damaged, or larger than the limit.
 */
export async function decompress(body: Uint8Array, encodings: string, limit: number): Promise<Uint8Array | undefined> {
  try {
    return await readBody(Readable.from([body]), encodings, limit, 'the file');
  } catch (cause) {
    if (!(cause instanceof TransportError)) throw cause;
    return undefined;
  }
}

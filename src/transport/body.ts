import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { fate, TransportError } from './errors.ts';

/** Reads a body to its end, decompressed, and stops at the limit (bytes after decompression). */
export async function readBody(body: Readable, encodings: string, limit: number, host: string): Promise<Uint8Array> {
  const decoders = encodings
    .split(',')
    .map(name => name.trim().toLowerCase())
    .filter(name => name !== '' && name !== 'identity')
    .reverse()
    .map(name => decoderFor(name, host));
  const source = decoders.length === 0 ? body : chained(body, decoders);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > limit) {
      body.destroy();
      throw new TransportError(
        'answer.too-large',
        `The answer of ${host} is larger than the limit of ${Math.round(limit / 1024 / 1024)} MB. Ask for less, or raise the setting ews.maxResponseSize.${fate('maybe')}`,
        'maybe',
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function chained(body: Readable, decoders: readonly Transform[]): Readable {
  const last = decoders.at(-1) ?? body;
  // Errors surface where the last stream is read.
  pipeline([body, ...decoders], error => {
    if (error) last.destroy(error);
  });
  return Readable.from(last);
}

function decoderFor(name: string, host: string): Transform {
  if (name === 'gzip' || name === 'x-gzip') return createGunzip();
  if (name === 'deflate') return createInflate();
  if (name === 'br') return createBrotliDecompress();
  throw new TransportError(
    'answer.malformed',
    `The answer of ${host} is compressed in a way that was not asked for (${name}).${fate('maybe')}`,
    'maybe',
  );
}

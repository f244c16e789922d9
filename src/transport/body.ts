import { pipeline, type Readable, type Transform } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { fate, TransportError, type TransportErrorCode } from './errors.ts';
import { EitherInflate } from './inflate.ts';

/**
 * Reads a body to its end, decompressed, and stops at the limit (bytes after decompression). `onBytes` hears of every
 * piece that comes, also of those that decompression gives nothing of yet.
 */
export async function readBody(
  body: Readable,
  encodings: string,
  limit: number,
  host: string,
  onBytes: () => void = () => {},
): Promise<Uint8Array> {
  const names = encodings
    .split(',')
    .map(name => name.trim().toLowerCase())
    .filter(name => name !== '' && name !== 'identity')
    .reverse();
  const unknown = names.find(name => !Object.hasOwn(decoders, name));
  if (unknown !== undefined || names.length > mostEncodings) {
    drop(body);
    throw failure(
      'answer.malformed',
      `The answer of ${host} is compressed in a way that was not asked for.`,
      askAdministrator,
    );
  }
  body.on('data', onBytes);
  const source = decompressed(body, names);
  const chunks: Uint8Array[] = [];
  let size = 0;
  source.on('data', (chunk: Uint8Array) => {
    size += chunk.length;
    if (size > limit) source.destroy(tooLarge(host, limit));
    else chunks.push(chunk);
  });
  try {
    await finished(source);
  } catch (cause) {
    drop(body);
    throw namedFlaw(cause, host);
  }
  return Buffer.concat(chunks);
}

/** Ends a body that is not wanted any more; what it says about that is of no interest. */
function drop(body: Readable): void {
  body.on('error', () => {});
  body.destroy();
}

/** More than one is unheard of; many are an attack. */
const mostEncodings = 3;

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  br: () => createBrotliDecompress(),
  deflate: () => new EitherInflate(),
};

function decompressed(body: Readable, names: readonly string[]): Readable {
  let source = body;
  for (const decoder of names.flatMap(name => decoders[name]?.() ?? [])) {
    // Errors surface where the last stream is read.
    pipeline(source, decoder, error => {
      if (error) decoder.destroy(error);
    });
    source = decoder;
  }
  return source;
}

function tooLarge(host: string, limit: number): TransportError {
  const size = limit < 1024 * 1024 ? `${limit} bytes` : `${Math.round(limit / 1024 / 1024)} MB`;
  return failure(
    'answer.too-large',
    `The answer of ${host} is larger than the limit of ${size}.`,
    'Ask for less, or raise the limit.',
  );
}

/** What zlib says of damaged data, in our words; anything else as it is. */
function namedFlaw(cause: unknown, host: string): unknown {
  const code = (cause as { code?: unknown } | undefined)?.code;
  if (typeof code !== 'string' || !/^(?:Z_|ERR_BROTLI|ERR__ERROR)/.test(code)) return cause;
  return code === 'Z_BUF_ERROR'
    ? failure('answer.incomplete', `The answer of ${host} broke off.`, 'Send again to see it whole.')
    : failure('answer.malformed', `The answer of ${host} is compressed, and damaged.`, askAdministrator);
}

const askAdministrator = 'Ask the administrator whether a proxy on the way changes it.';

function failure(code: TransportErrorCode, what: string, next: string): TransportError {
  return new TransportError(code, `${what} ${next}${fate('maybe')}`, 'maybe');
}

import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { TransportError, type TransportErrorCode } from './errors.ts';
import { EitherInflate } from './inflate.ts';

/** The pieces of a body, which may be so many bytes long. */
export class Pieces {
  private readonly limit: number;
  private readonly host: string;
  private readonly pieces: Uint8Array[] = [];
  private size = 0;

  constructor(limit: number, host: string) {
    this.limit = limit;
    this.host = host;
  }

  /** Throws `answer.too-large` where the limit is passed. */
  add(piece: Uint8Array): void {
    this.size += piece.length;
    if (this.size > this.limit) throw tooLarge(this.host, this.limit);
    this.pieces.push(piece);
  }

  /** All of them, in one. */
  whole(): Uint8Array {
    return Buffer.concat(this.pieces, this.size);
  }
}

/** Reads a body to its end, decompressed, and stops at the limit (bytes after decompression). */
export async function readBody(body: Readable, encodings: string, limit: number, host: string): Promise<Uint8Array> {
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
  const source = decompressed(body, names);
  const pieces = new Pieces(limit, host);
  try {
    for await (const piece of source) pieces.add(piece);
  } catch (cause) {
    drop(body);
    throw namedFlaw(cause, host);
  }
  return pieces.whole();
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
  return new TransportError(code, `${what} ${next}`, 'maybe');
}

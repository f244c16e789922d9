import type { BodyText } from './text.ts';

/** A body as it came, kept beside its text when the text alone does not give it back. */
export interface ReceivedBytes {
  readonly base64: string;
  /** What the bytes were read in, as the Encoding Standard spells it; `utf-8` with a byte order mark too. */
  readonly encoding: string;
}

/** What to keep of a body besides its text; undefined for UTF-8 without a byte order mark, whose text says all. */
export function receivedBytes(body: Uint8Array | string, { encoding, isWhole }: BodyText): ReceivedBytes | undefined {
  return typeof body === 'string' || isWhole ? undefined : { base64: toBase64(body), encoding };
}

/** The bytes of a body again, from its text and from what was kept besides. */
export function bytesOf(text: string, received: ReceivedBytes | undefined): Uint8Array {
  return received === undefined
    ? new TextEncoder().encode(text)
    : Uint8Array.from(atob(received.base64), character => character.charCodeAt(0));
}

/** In pieces, since a call takes only so many arguments; of a length that leaves no padding inside. */
function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += pieceLength) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(start, start + pieceLength))));
  }
  return pieces.join('');
}

const pieceLength = 3 * 8192;

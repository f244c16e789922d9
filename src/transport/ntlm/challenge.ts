import { TransportError } from '../errors.ts';
import { type AvPair, readAvPairs } from './avPairs.ts';
import { flags, signature } from './flags.ts';

/** CHALLENGE_MESSAGE (section 2.2.1.2), as far as NTLMv2 needs it. */
export interface Challenge {
  readonly flags: number;
  /** ServerChallenge: eight bytes. */
  readonly serverChallenge: Buffer;
  readonly targetInfo: readonly AvPair[];
  /** The message as it came: the MIC covers it. */
  readonly raw: Buffer;
}

/**
 * Reads the second message. Throws `authentication.failed` when it is none, and `authentication.downgrade` when it
 * offers less than NTLMv2: answering would give the password away to whoever listens.
 */
export function readChallenge(bytes: Uint8Array): Challenge {
  const raw = Buffer.from(bytes);
  if (raw.length < 48 || !raw.subarray(0, 8).equals(signature) || raw.readUInt32LE(8) !== 2) throw unreadable();
  const offered = raw.readUInt32LE(20);
  const needed = flags.unicode | flags.extendedSessionSecurity | flags.targetInfo;
  if ((offered & needed) >>> 0 !== needed) throw downgrade();
  const length = raw.readUInt16LE(40);
  const offset = raw.readUInt32LE(44);
  const targetInfo = readAvPairs(raw.subarray(offset, offset + length));
  if (!targetInfo) throw unreadable();
  if (targetInfo.length === 0) throw downgrade();
  return { flags: offered, serverChallenge: raw.subarray(24, 32), targetInfo, raw };
}

function unreadable(): TransportError {
  return new TransportError(
    'authentication.failed',
    'The server sent an NTLM challenge that cannot be read. Try another authentication, or ask the administrator.',
    'no',
  );
}

function downgrade(): TransportError {
  return new TransportError(
    'authentication.downgrade',
    'The server offers only the old NTLM version 1, which anyone on the way can break, so no answer was given. Ask the administrator to allow NTLMv2, or choose another authentication.',
    'no',
  );
}

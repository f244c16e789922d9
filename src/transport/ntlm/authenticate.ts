import { randomBytes } from 'node:crypto';
import { type AvPair, avIds, writeAvPairs } from './avPairs.ts';
import type { Challenge } from './challenge.ts';
import { hmacMd5, ntowfv2, utf16 } from './cryptography.ts';
import { signature, version, wantedFlags } from './flags.ts';

/** What the third message is made of. */
export interface AuthenticateInput {
  /** The first message as it was sent: the MIC covers it. */
  readonly negotiate: Uint8Array;
  readonly challenge: Challenge;
  /** Without the domain, or in the form `user@domain`. */
  readonly user: string;
  readonly domain: string;
  readonly password: string;
  /** The service principal name, `HTTP/host`, for MsvAvTargetName. */
  readonly service: string;
  /** From {@link channelBindings}; absent leaves the binding out. */
  readonly channelBindings?: Uint8Array;
  /** Eight random bytes; given only by tests. */
  readonly clientChallenge?: Uint8Array;
  /** Now, as a FILETIME in eight bytes; given only by tests, and used only when the server names no time. */
  readonly time?: Uint8Array;
}

/** AUTHENTICATE_MESSAGE (section 2.2.1.3) with an NTLMv2 response, and with a MIC where the server names its time. */
export function authenticateMessage(input: AuthenticateInput): Uint8Array {
  const { challenge, user, domain, password } = input;
  const { serverChallenge } = challenge;
  const timestamp = challenge.targetInfo.find(({ id }) => id === avIds.timestamp)?.value;
  const clientChallenge = input.clientChallenge ?? randomBytes(8);
  const key = ntowfv2(user, domain, password);
  // ComputeResponse (section 3.3.2): temp is the NTLMv2_CLIENT_CHALLENGE (section 2.2.2.7).
  const temp = Buffer.concat([
    Buffer.from([1, 1, 0, 0, 0, 0, 0, 0]),
    timestamp ?? input.time ?? fileTimeNow(),
    clientChallenge,
    Buffer.alloc(4),
    writeAvPairs(targetInfoOf(input, timestamp !== undefined)),
    Buffer.alloc(4),
  ]);
  const proof = hmacMd5(key, serverChallenge, temp);
  // Where the server names its time there is no LMv2 response, only zeros (section 3.1.5.1.2).
  const lmResponse = timestamp
    ? Buffer.alloc(24)
    : Buffer.concat([hmacMd5(key, serverChallenge, clientChallenge), clientChallenge]);
  const message = layOut(challenge.flags, {
    lmResponse,
    ntResponse: Buffer.concat([proof, temp]),
    domain: utf16(domain),
    user: utf16(user),
  });
  if (timestamp) {
    // Without KEY_EXCH the ExportedSessionKey is the SessionBaseKey (section 3.1.5.1.2).
    const sessionBaseKey = hmacMd5(key, proof);
    hmacMd5(sessionBaseKey, input.negotiate, challenge.raw, message).copy(message, micOffset);
  }
  return message;
}

/** The server's AV_PAIRs, and ours: what we promise, what connection this is, and which service is meant. */
function targetInfoOf(input: AuthenticateInput, hasMic: boolean): readonly AvPair[] {
  const { targetInfo } = input.challenge;
  const ours: readonly number[] = [avIds.flags, avIds.targetName, avIds.channelBindings];
  const serverFlags = targetInfo.find(({ id }) => id === avIds.flags)?.value;
  const flags = Buffer.alloc(4);
  const known = serverFlags && serverFlags.length >= 4 ? serverFlags.readUInt32LE(0) : 0;
  // 0x2: a MIC is there (section 2.2.2.1).
  flags.writeUInt32LE((known | (hasMic ? 2 : 0)) >>> 0, 0);
  return [
    ...targetInfo.filter(({ id }) => !ours.includes(id)),
    { id: avIds.flags, value: flags },
    // Z(16) says that there is no binding (section 3.1.5.1.2).
    { id: avIds.channelBindings, value: Buffer.from(input.channelBindings ?? Buffer.alloc(16)) },
    { id: avIds.targetName, value: utf16(input.service) },
  ];
}

/** Where the MIC stands, and how long the part before the payload is. */
const micOffset = 72;
const headLength = 88;

interface Payload {
  readonly lmResponse: Buffer;
  readonly ntResponse: Buffer;
  readonly domain: Buffer;
  readonly user: Buffer;
}

function layOut(serverFlags: number, { lmResponse, ntResponse, domain, user }: Payload): Buffer {
  const workstation = Buffer.alloc(0);
  const sessionKey = Buffer.alloc(0);
  const head = Buffer.alloc(headLength);
  signature.copy(head, 0);
  head.writeUInt32LE(3, 8);
  const payload: Buffer[] = [];
  let offset = headLength;
  const place = (field: Buffer, at: number) => {
    head.writeUInt16LE(field.length, at);
    head.writeUInt16LE(field.length, at + 2);
    head.writeUInt32LE(offset, at + 4);
    payload.push(field);
    offset += field.length;
  };
  place(domain, 28);
  place(user, 36);
  place(workstation, 44);
  place(lmResponse, 12);
  place(ntResponse, 20);
  place(sessionKey, 52);
  head.writeUInt32LE((serverFlags & wantedFlags) >>> 0, 60);
  version.copy(head, 64);
  return Buffer.concat([head, ...payload]);
}

/** FILETIME: hundreds of nanoseconds since 1601. */
function fileTimeNow(): Buffer {
  const time = Buffer.alloc(8);
  time.writeBigUInt64LE((BigInt(Date.now()) + 11_644_473_600_000n) * 10_000n);
  return time;
}

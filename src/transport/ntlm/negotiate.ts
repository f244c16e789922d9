import { signature, version, wantedFlags } from './flags.ts';

/** NEGOTIATE_MESSAGE (section 2.2.1.1): the first message, which says what the client can do, and not who it is. */
export function negotiateMessage(): Uint8Array {
  // DomainName and Workstation stay empty fields: neither is the server's business yet.
  const message = Buffer.alloc(40);
  signature.copy(message, 0);
  message.writeUInt32LE(1, 8);
  message.writeUInt32LE(wantedFlags, 12);
  version.copy(message, 32);
  return message;
}

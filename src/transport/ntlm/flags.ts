/** NEGOTIATE flags (section 2.2.2.5) that a client of HTTP needs. */
export const flags = {
  /** NTLMSSP_NEGOTIATE_UNICODE (A): strings are UTF-16, little endian. */
  unicode: 0x0000_0001,
  /** NTLMSSP_REQUEST_TARGET (C): the server shall name itself. */
  requestTarget: 0x0000_0004,
  /** NTLMSSP_NEGOTIATE_NTLM (H). */
  ntlm: 0x0000_0200,
  /** NTLMSSP_NEGOTIATE_ALWAYS_SIGN (M). */
  alwaysSign: 0x0000_8000,
  /** NTLMSSP_NEGOTIATE_EXTENDED_SESSIONSECURITY (P): without it a server speaks NTLMv1. */
  extendedSessionSecurity: 0x0008_0000,
  /** NTLMSSP_NEGOTIATE_TARGET_INFO (S): the challenge carries AV_PAIRs. */
  targetInfo: 0x0080_0000,
  /** NTLMSSP_NEGOTIATE_VERSION (T): the messages carry a VERSION. */
  version: 0x0200_0000,
  /** NTLMSSP_NEGOTIATE_128 (U). */
  key128: 0x2000_0000,
  /** NTLMSSP_NEGOTIATE_56 (W). */
  key56: 0x8000_0000,
} as const;

/** What this client asks for. No KEY_EXCH: HTTP seals nothing, so there is no session key to exchange. */
export const wantedFlags = Object.values(flags).reduce((all, flag) => (all | flag) >>> 0, 0);

/** The first bytes of every message (section 2.2.1). */
export const signature = Buffer.from('NTLMSSP\0', 'latin1');

/** VERSION (section 2.2.2.10): Windows 10.0, build 19041, NTLM revision 15. Nobody decides anything by it. */
export const version = Buffer.from([10, 0, 0x61, 0x4a, 0, 0, 0, 15]);

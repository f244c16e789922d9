/** How the client proves who it is. */
export type Authentication = 'none' | 'basic' | 'bearer' | 'ntlm' | 'negotiate' | 'auto';

/** Names and values in the order in which they stood on the wire. */
export type Headers = readonly (readonly [name: string, value: string])[];

/** Everything one POST needs to know of its endpoint. The secret stays in here and in the socket, nowhere else. */
export interface PostTarget {
  /** http or https, without user and password. */
  readonly url: string;
  readonly authentication: Authentication;
  /** `user@domain`, `DOMAIN\user` or `user`, as the authentication wants it. */
  readonly username?: string;
  /** Password or bearer token. */
  readonly secret?: string;
  /** Seconds for the whole exchange; default 100. */
  readonly timeoutSeconds?: number;
  /** Largest answer in bytes after decompression; default 64 MiB. */
  readonly maxAnswerBytes?: number;
}

/** What is posted. */
export interface PostRequest {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** Milliseconds since the start of the send at which each step was done; absent when the step did not happen. */
export interface Timing {
  readonly nameMs?: number;
  readonly connectMs?: number;
  readonly tlsMs?: number;
  readonly authenticationMs?: number;
  /** First byte of the answer. */
  readonly firstByteMs?: number;
  readonly totalMs: number;
}

/** An answer as it came, whatever its status, with every secret already redacted from headers. */
export interface HttpAnswer {
  readonly status: number;
  readonly statusText: string;
  /** Names in lower case, in the order received; values of Set-Cookie and the like are replaced. */
  readonly headers: Headers;
  readonly body: Uint8Array;
  /** Headers as they went out, with Authorization replaced by its scheme and a redaction mark. */
  readonly requestHeaders: Headers;
  readonly timing: Timing;
}

/** What a person compares before trusting a certificate. */
export interface CertificateSummary {
  readonly subject: string;
  readonly issuer: string;
  /** Names it is made out for. */
  readonly names: readonly string[];
  readonly validFrom: string;
  readonly validTo: string;
  /** SHA-256 of the certificate, in hexadecimal pairs with colons. */
  readonly fingerprint256: string;
}

/** The ways to prove who one is: `auto` takes the strongest that the server offers, and never Basic. */
export const authentications = ['none', 'basic', 'bearer', 'ntlm', 'negotiate', 'auto'] as const;

/** How the client proves who it is. */
export type Authentication = (typeof authentications)[number];

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
  /** Seconds until an answer must begin, counted from when the connection stands; default 100, at most a day. */
  readonly timeoutSeconds?: number;
  /** Seconds until the connection must stand, proxy and TLS included; default 30, never more than `timeoutSeconds`. */
  readonly connectTimeoutSeconds?: number;
  /** Seconds without a byte in the middle of an answer; default 30, never more than `timeoutSeconds`. */
  readonly silenceTimeoutSeconds?: number;
  /** Seconds for the whole exchange; default ten minutes more than `timeoutSeconds`. */
  readonly totalTimeoutSeconds?: number;
  /** Largest answer in bytes after decompression; default 64 MiB. */
  readonly maxAnswerBytes?: number;
  /** Authorities to trust besides those of Node and the system: certificates in PEM form. */
  readonly authorities?: string;
  /** SHA-256 of the only certificate to be trusted, in hexadecimal, with or without colons; names and dates do not count then. */
  readonly pinnedCertificate?: string;
  /** Lowest version of TLS to accept; default TLSv1.2. */
  readonly minimumTlsVersion?: 'TLSv1.2' | 'TLSv1.3';
  /** `off` leaves the channel binding out of NTLM: for a server behind a proxy that ends TLS. Default `auto`. */
  readonly channelBinding?: 'auto' | 'off';
  /** The proxy to go through; none when absent. */
  readonly proxy?: ProxySettings;
  /** Gives a Kerberos token in Base64 for a service such as `HTTP/mail.example.com`, where there is a way to get one. */
  readonly kerberos?: (service: string) => Promise<string>;
}

/** An HTTP proxy. */
export interface ProxySettings {
  /** http or https; may carry `user:password@`, which becomes Basic authentication to the proxy. */
  readonly url: string;
  /** A ready value for Proxy-Authorization, which goes before user and password of the address. */
  readonly authorization?: string;
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
  /** What proved who asks, where the authentication leaves a choice; absent when the connection had been signed in before. */
  readonly provedBy?: 'kerberos' | 'ntlm';
  /** How the connection is secured; absent over plain http. */
  readonly tls?: TlsFacts;
}

/** What TLS agreed on, and with whom. */
export interface TlsFacts {
  /** `TLSv1.3`, as Node names it. */
  readonly version: string;
  readonly certificate: CertificateSummary;
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

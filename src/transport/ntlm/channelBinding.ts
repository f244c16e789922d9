import { createHash } from 'node:crypto';

/**
 * The value of MsvAvChannelBindings (section 2.2.2.1) for the certificate of a server in DER: the MD5 of a
 * gss_channel_bindings_struct whose application data is `tls-server-end-point` (RFC 5929 section 4.1).
 */
export function channelBindings(certificate: Uint8Array): Uint8Array {
  const hash = createHash(signatureHash(certificate)).update(certificate).digest();
  const applicationData = Buffer.concat([Buffer.from('tls-server-end-point:', 'latin1'), hash]);
  // Initiator and acceptor have address type and length 0; then comes the length of the data.
  const head = Buffer.alloc(20);
  head.writeUInt32LE(applicationData.length, 16);
  return createHash('md5').update(head).update(applicationData).digest();
}

/** The hash of the certificate's signature; where that is MD5 or SHA-1, or unknown, RFC 5929 takes SHA-256. */
export function signatureHash(certificate: Uint8Array): 'sha256' | 'sha384' | 'sha512' {
  const algorithm = signatureAlgorithm(Buffer.from(certificate));
  // RSASSA-PSS names its hash in the parameters (RFC 4055); the first of them is the one that counts.
  const isPss = algorithm.startsWith(oids.rsaPss);
  for (const name of ['sha512', 'sha384'] as const) {
    const { signatures, hash } = oids[name];
    if (isPss ? pssHash(algorithm) === hash : signatures.some(oid => algorithm.startsWith(oid))) return name;
  }
  return 'sha256';
}

/** Object identifiers in DER, as hexadecimal. Sources: RFC 4055 (RSA), RFC 5758 (ECDSA). */
const oids = {
  rsaPss: '06092a864886f70d01010a',
  sha512: { signatures: ['06092a864886f70d01010d', '06082a8648ce3d040304'], hash: '0609608648016503040203' },
  sha384: { signatures: ['06092a864886f70d01010c', '06082a8648ce3d040303'], hash: '0609608648016503040202' },
};

/** The first object identifier after that of RSASSA-PSS: the hash, unless the default (SHA-1) leaves it out. */
function pssHash(algorithm: string): string | undefined {
  const parameters = algorithm.slice(oids.rsaPss.length);
  // SEQUENCE, then [0] with an AlgorithmIdentifier in it.
  return /^30(?:[0-7].|81..)a0[0-7].30[0-7].(0609.{18})/.exec(parameters)?.[1];
}

/** The content of signatureAlgorithm of a Certificate (RFC 5280 section 4.1): the element after tbsCertificate. */
function signatureAlgorithm(der: Buffer): string {
  const certificate = readElement(der, 0);
  const signed = readElement(der, certificate.content);
  const algorithm = readElement(der, signed.end);
  return der.subarray(algorithm.content, algorithm.end).toString('hex');
}

function readElement(der: Buffer, at: number): { readonly content: number; readonly end: number } {
  const short = der[at + 1] ?? 0;
  if (short < 0x80) return { content: at + 2, end: at + 2 + short };
  const digits = short & 0x7f;
  let length = 0;
  for (let index = 0; index < digits; index += 1) length = length * 256 + (der[at + 2 + index] ?? 0);
  return { content: at + 2 + digits, end: at + 2 + digits + length };
}

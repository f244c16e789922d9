import { X509Certificate } from 'node:crypto';
import tls from 'node:tls';
import { TransportError } from './errors.ts';
import type { CertificateSummary } from './types.ts';

/** The authorities to verify against: Node's own, those of the system, and further ones in PEM form. Throws `endpoint.invalid-authority`. */
export function authorities(further: string | undefined): string[] {
  known ??= [...new Set([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])];
  return further === undefined ? known : [...known, ...readPem(further)];
}

/**
 * The certificate that the other end showed. Not by getPeerX509Certificate, which takes the certificate out of the
 * connection: a second call finds none (Node 24.21).
 */
export function certificateOf(socket: tls.TLSSocket): X509Certificate | undefined {
  const { raw } = socket.getPeerCertificate() as { raw?: Buffer };
  return raw && new X509Certificate(raw);
}

/** What a person compares before trusting a certificate. */
export function summaryOf(certificate: X509Certificate): CertificateSummary {
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    names: (certificate.subjectAltName ?? '')
      .split(', ')
      .map(name => name.replace(/^(?:DNS|IP Address|email|URI):/, ''))
      .filter(name => name !== ''),
    validFrom: certificate.validFromDate.toISOString(),
    validTo: certificate.validToDate.toISOString(),
    fingerprint256: certificate.fingerprint256,
  };
}

let known: string[] | undefined;

function readPem(text: string): readonly string[] {
  const blocks =
    text.match(/-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]*-----END (?:TRUSTED )?CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0 || !blocks.every(isCertificate)) {
    throw new TransportError(
      'endpoint.invalid-authority',
      'The file of authorities holds no readable certificate. Give a PEM file, which begins with -----BEGIN CERTIFICATE-----.',
      'no',
    );
  }
  return blocks;
}

function isCertificate(block: string): boolean {
  try {
    return new X509Certificate(block).raw.length > 0;
  } catch {
    return false;
  }
}

function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ');
}

import type net from 'node:net';
import tls from 'node:tls';
import { certificateOf, summaryOf } from './certificates.ts';
import { TransportError } from './errors.ts';
import { whenReady } from './sockets.ts';
import type { CertificateSummary } from './types.ts';

/*
 * The only place where Node's own check of certificates is off, for the two cases that need it. Neither weakens
 * anything: the first sends nothing over the connection it makes, the second compares the fingerprint itself before
 * the connection is given to anyone who could send.
 */

/** Reads the certificate of a server and closes the connection; nothing is sent. undefined when it shows none. */
export async function readCertificate(
  socket: net.Socket,
  options: tls.ConnectionOptions,
  signal: AbortSignal,
): Promise<CertificateSummary | undefined> {
  const secure = await unverified(socket, options, signal);
  const certificate = certificateOf(secure);
  secure.destroy();
  return certificate && summaryOf(certificate);
}

/** A TLS connection to the server that holds exactly the pinned certificate. Throws `tls.not-pinned` for any other. */
export async function connectPinned(
  socket: net.Socket,
  options: tls.ConnectionOptions,
  fingerprint256: string,
  signal: AbortSignal,
): Promise<tls.TLSSocket> {
  const secure = await unverified(socket, options, signal);
  const certificate = certificateOf(secure);
  if (certificate && hex(certificate.fingerprint256) === hex(fingerprint256)) return secure;
  secure.destroy();
  throw new TransportError(
    'tls.not-pinned',
    `The server shows another certificate than the one that is trusted for this endpoint. Ask the administrator whether it was renewed; if so, trust the new one.`,
    'no',
    certificate && summaryOf(certificate),
  );
}

function unverified(socket: net.Socket, options: tls.ConnectionOptions, signal: AbortSignal): Promise<tls.TLSSocket> {
  return whenReady(tls.connect({ ...options, socket, rejectUnauthorized: false }), 'secureConnect', signal);
}

function hex(fingerprint: string): string {
  return fingerprint.replace(/[^0-9a-f]/gi, '').toLowerCase();
}

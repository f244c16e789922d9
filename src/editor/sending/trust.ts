import * as vscode from 'vscode';
import type { Endpoint } from '../../sending/endpoint.ts';
import type { Exchange } from '../../sending/index.ts';

/**
 * After a refused certificate: shows it, and lets the user trust exactly this one for this endpoint. True when it is
 * trusted now, so that sending again makes sense.
 */
export async function offerTrust(endpoint: Endpoint, { result }: Exchange): Promise<boolean> {
  if (result.kind !== 'failure' || !result.certificate || endpoint.source !== 'user') return false;
  const { subject, issuer, names, validFrom, validTo, fingerprint256 } = result.certificate;
  const trust = vscode.l10n.t('Trust This Certificate for This Endpoint');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('The certificate of this endpoint is not trusted. Compare it before you decide.'),
    {
      modal: true,
      detail: [
        vscode.l10n.t('Subject: {0}', shown(subject)),
        vscode.l10n.t('Issuer: {0}', shown(issuer)),
        vscode.l10n.t('Names: {0}', shown(names.join(', '))),
        vscode.l10n.t('Valid: {0} to {1}', validFrom.slice(0, 10), validTo.slice(0, 10)),
        vscode.l10n.t('SHA-256: {0}', fingerprint256),
        '',
        vscode.l10n.t(
          'Ask the administrator for the SHA-256 fingerprint by another way. If the two differ, somebody is between you and the server.',
        ),
      ].join('\n'),
    },
    trust,
  );
  return choice === trust && (await pin(endpoint, fingerprint256));
}

/** Writes the fingerprint into the user's own settings, where the endpoint is defined; false when it is not found there. */
async function pin(endpoint: Endpoint, fingerprint: string): Promise<boolean> {
  const settings = vscode.workspace.getConfiguration('ews');
  const entries = settings.inspect<readonly Record<string, unknown>[]>('endpoints')?.globalValue ?? [];
  const isThis = (entry: Record<string, unknown>) => String(entry['name']).trim() === endpoint.name;
  if (!entries.some(isThis)) return false;
  const pinned = entries.map(entry => (isThis(entry) ? { ...entry, pinnedCertificate: fingerprint } : entry));
  await settings.update('endpoints', pinned, vscode.ConfigurationTarget.Global);
  return true;
}

/** Text of a certificate for a dialog: no control characters, and not too long to read. */
function shown(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');
  return plain.length > 300 ? `${plain.slice(0, 300)}…` : plain;
}

import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';

/** What VS Code's own module offers; it is not part of this extension. */
interface KerberosModule {
  initializeClient(service: string, options: object): Promise<{ step(challenge: string): Promise<string> }>;
}

/**
 * Gives a Kerberos ticket from the system through the module that VS Code brings for its own proxy sign-in. It passes no
 * channel binding. Throws a sentence when the module is absent or has no ticket.
 */
export async function kerberosToken(service: string): Promise<string> {
  const kerberos = loadModule();
  // Windows wants HTTP/host, GSSAPI wants HTTP@host.
  const name = process.platform === 'win32' ? service : service.replace('/', '@');
  try {
    const client = await kerberos.initializeClient(name, {});
    return await client.step('');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(vscode.l10n.t('There is no Kerberos ticket for {0}: {1}', service, reason));
  }
}

function loadModule(): KerberosModule {
  const folders = ['node_modules.asar.unpacked', 'node_modules', 'remote/node_modules'];
  for (const folder of folders) {
    try {
      return createRequire(path.join(vscode.env.appRoot, folder, 'x.js'))('kerberos') as KerberosModule;
    } catch {
      // Not there, or not for this platform: the next place may have it.
    }
  }
  throw new Error(vscode.l10n.t('This VS Code brings no Kerberos.'));
}

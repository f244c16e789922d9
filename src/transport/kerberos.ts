import { TransportError } from './errors.ts';

/**
 * Makes what `PostTarget.kerberos` wants of the npm module `kerberos`, which VS Code brings for its own use: `load` gives
 * the module, or fails where there is none. Nothing is loaded before a token is needed. The tokens are those of SPNEGO
 * and carry no channel binding, which the module cannot set.
 */
export function kerberosBy(
  load: () => unknown,
  platform: NodeJS.Platform = process.platform,
): (service: string) => Promise<string> {
  return async service => {
    const kerberos = await loaded(load);
    // Windows takes the service principal name as it is, GSSAPI a host based name (RFC 2743 section 4.1).
    const name = platform === 'win32' ? service : service.replace('/', '@');
    const client = await kerberos.initializeClient(name, { mechOID: kerberos.GSS_MECH_OID_SPNEGO });
    const token = await client.step('');
    if (typeof token !== 'string' || token === '') throw new Error('The module gave no token.');
    return token;
  };
}

/** What is used of the module. Source: its documentation, version 2.1. */
interface KerberosModule {
  readonly GSS_MECH_OID_SPNEGO: number;
  readonly initializeClient: (
    service: string,
    options: { readonly mechOID: number },
  ) => Promise<{ readonly step: (challenge: string) => Promise<unknown> }>;
}

async function loaded(load: () => unknown): Promise<KerberosModule> {
  let found: unknown;
  try {
    found = await load();
  } catch {
    throw absent();
  }
  if (isKerberos(found)) return found;
  throw absent();
}

function isKerberos(found: unknown): found is KerberosModule {
  return typeof (found as Partial<KerberosModule> | undefined)?.initializeClient === 'function';
}

function absent(): TransportError {
  return new TransportError(
    'authentication.failed',
    'This installation has no Kerberos module, so there is no ticket to sign in with. Give a user name and a password, so that NTLM can be used.',
    'no',
  );
}

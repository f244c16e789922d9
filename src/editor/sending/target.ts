import * as vscode from 'vscode';
import type { Endpoint } from '../../sending/endpoint.ts';
import { kerberosBy, proxyFor as proxyNamed } from '../../transport/index.ts';
import type { PostTarget, ProxySettings } from '../../transport/types.ts';
import { readSettings } from '../settings.ts';
import type { Credentials } from './credentials.ts';
import { bundledKerberos } from './kerberos.ts';

/** Everything one POST to an endpoint needs, from its settings, VS Code's proxy settings and the credentials. */
export async function targetFor(endpoint: Endpoint, url: string, credentials: Credentials): Promise<PostTarget> {
  const settings = readSettings();
  const { channelBinding, pinnedCertificate, minimumTlsVersion, caFile } = endpoint;
  const proxy = endpoint.source === 'builtIn' ? undefined : await proxyFor(url);
  const authorities = caFile === undefined ? undefined : await readCertificates(caFile);
  return {
    url,
    authentication: endpoint.authentication === 'microsoft' ? 'bearer' : endpoint.authentication,
    ...credentials,
    timeoutSeconds: endpoint.timeout ?? settings.timeout,
    maxAnswerBytes: settings.maxResponseSize * 1024 * 1024,
    ...(channelBinding && { channelBinding }),
    ...(pinnedCertificate !== undefined && { pinnedCertificate }),
    ...(minimumTlsVersion && { minimumTlsVersion }),
    ...(authorities !== undefined && { authorities }),
    ...(proxy && { proxy }),
    // Without a user name the account of the system is meant, which only Kerberos can prove.
    ...(mayUseKerberos(endpoint) && { kerberos: kerberosBy(bundledKerberos) }),
  };
}

/** A proxy may be used, but no setting and no variable names one: a PAC file may, which an extension cannot read. */
export function isProxyUnknown(): boolean {
  const settings = vscode.workspace.getConfiguration();
  if (settings.get('http.proxySupport') === 'off' || settings.get('http.proxy')) return false;
  const named = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'].flatMap(name => [name, name.toLowerCase()]);
  return !named.some(name => process.env[name]);
}

function mayUseKerberos({ authentication, username }: Endpoint): boolean {
  return username === undefined && (authentication === 'negotiate' || authentication === 'auto');
}

/** VS Code's own settings go first, then the environment; PAC files are out of an extension's reach. */
async function proxyFor(url: string): Promise<ProxySettings | undefined> {
  const settings = vscode.workspace.getConfiguration();
  if (settings.get('http.proxySupport') === 'off') return undefined;
  const set = settings.get<string>('http.proxy') || undefined;
  const excluded = (settings.get<readonly string[]>('http.noProxy') ?? []).join(',');
  const noProxy = [excluded, process.env['NO_PROXY'] ?? process.env['no_proxy'] ?? ''].filter(Boolean).join(',');
  const fromSettings = set === undefined ? process.env : { ALL_PROXY: set };
  const environment = { ...fromSettings, NO_PROXY: noProxy, no_proxy: noProxy };
  const proxy = proxyNamed(url, environment);
  const authorization = settings.get<string | null>('http.proxyAuthorization') || undefined;
  return proxy === undefined ? undefined : { url: proxy, ...(authorization !== undefined && { authorization }) };
}

/** An empty text when the file cannot be read: the transport then says that it holds no certificate. */
async function readCertificates(file: string): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.file(file)));
  } catch {
    return '';
  }
}

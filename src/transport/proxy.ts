import { TransportError } from './errors.ts';
import type { ProxySettings } from './types.ts';
import { isLoopback } from './urlRules.ts';

/**
 * The proxy that the environment names for an address: HTTPS_PROXY, HTTP_PROXY or ALL_PROXY, unless NO_PROXY excludes
 * the host; small letters win, as with curl. This machine itself is never reached through one. undefined: go there directly.
 */
export function proxyFor(
  address: string,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const url = URL.parse(address);
  if (!url || isLoopback(url.hostname)) return undefined;
  const read = (name: string) => environment[name.toLowerCase()] || environment[name] || undefined;
  if (isExcluded(url, read('NO_PROXY') ?? '')) return undefined;
  const named = (url.protocol === 'https:' ? read('HTTPS_PROXY') : read('HTTP_PROXY')) ?? read('ALL_PROXY');
  if (named === undefined) return undefined;
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(named) ? named : `http://${named}`;
}

/** A proxy, ready to connect to. */
export interface ProxyRoute {
  readonly url: URL;
  /** Value of Proxy-Authorization. */
  readonly authorization?: string;
}

/** Checks the address of a proxy and makes its Basic authentication. Throws `proxy.invalid-url`. */
export function proxyRoute(proxy: ProxySettings): ProxyRoute {
  const url = URL.parse(proxy.url);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new TransportError(
      'proxy.invalid-url',
      'The address of the proxy is not an http or https URL. Write http://HOST:PORT.',
      'no',
    );
  }
  const authorization = proxy.authorization ?? basicOf(url);
  return { url, ...(authorization !== undefined && { authorization }) };
}

function basicOf({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return undefined;
  const pair = `${decoded(username)}:${decoded(password)}`;
  return `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** NO_PROXY: host names, each with its subdomains, with or without a port or a leading dot or asterisk; `*` is all. */
function isExcluded(url: URL, list: string): boolean {
  const host = url.hostname.toLowerCase().replace(/^\[|\]$/g, '');
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(entry => entry !== '')
    .some(entry => {
      if (entry === '*') return true;
      const [, name = '', onlyPort] =
        /^\[?(.*?)\]?(?::(\d+))?$/.exec(hasManyColons(entry) ? `[${entry}]` : entry) ?? [];
      if (onlyPort !== undefined && onlyPort !== port) return false;
      const suffix = name.replace(/^\*?\./, '');
      return host === suffix || host.endsWith(`.${suffix}`);
    });
}

/** An IPv6 address without brackets has no port. */
function hasManyColons(entry: string): boolean {
  return !entry.startsWith('[') && entry.split(':').length > 2;
}

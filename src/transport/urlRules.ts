import { TransportError } from './errors.ts';
import type { PostTarget } from './types.ts';

/** The address of a target, checked: http or https, no credentials in it, no secret over plain http but to this machine. */
export function checkedUrl(target: PostTarget): URL {
  const url = URL.parse(target.url);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new TransportError(
      'endpoint.invalid-url',
      'The address is not an http or https URL. Write https://HOST/EWS/Exchange.asmx.',
      'no',
    );
  }
  if (url.username || url.password) {
    throw new TransportError(
      'endpoint.credentials-in-url',
      'The address holds a user name or password. Remove them from the address and give them separately.',
      'no',
    );
  }
  const secretInClear = target.authentication === 'basic' || target.authentication === 'bearer';
  if (secretInClear && url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new TransportError(
      'endpoint.secret-over-http',
      'Over plain http the password would be readable on the way. Use https:// for this endpoint.',
      'no',
    );
  }
  return url;
}

/** True for the names and addresses of this machine itself. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/.test(hostname)
  );
}

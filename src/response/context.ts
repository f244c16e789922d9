import type { HttpFacts } from './httpFacts.ts';

/** What the explanation may know besides the outcome. */
export interface ExplanationContext {
  /** Name of the operation that was sent; of an answer its own name is taken when this is absent. */
  readonly operation?: string;
  readonly http?: HttpFacts;
  /** How the client tried to prove who it is. */
  readonly authentication?: 'none' | 'basic' | 'bearer' | 'ntlm' | 'negotiate' | 'auto';
  /** What the client used for it, where the authentication leaves a choice. */
  readonly provedBy?: 'kerberos' | 'ntlm';
  /** Where the request went; tells Exchange Online from a server of one's own. */
  readonly url?: string;
  /** A person has the answer from elsewhere, so no endpoint of this program gave it. */
  readonly pasted?: boolean;
  /** The sandbox was told to answer so: what the endpoint is set to had no part in it. */
  readonly chosen?: boolean;
}

/** Whether the answer comes from Exchange Online: by the address, else by server names and builds in the headers. */
export function isExchangeOnline(context: ExplanationContext): boolean | undefined {
  const host = /^https?:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(context.url ?? '')?.[1]?.toLowerCase();
  if (host !== undefined) {
    return onlineHosts.test(host);
  }
  const { backEnd, frontEnd, info, owaVersion } = context.http?.diagnostics ?? {};
  if (owaVersion !== undefined) {
    return owaVersion.startsWith('15.20.');
  }
  return [backEnd, frontEnd, info].some(name => /\.prod\.outlook\.com/i.test(name ?? '')) ? true : undefined;
}

const onlineHosts = /(?:^|\.)(?:office365\.com|outlook\.com|office365\.us|partner\.outlook\.cn|outlook\.office\.com)$/;

/** A waiting time in words: `under a second`, `12 seconds`, `4 minutes 58 seconds`, `2 hours`. */
export function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 1) {
    return 'under a second';
  }
  const parts = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor((seconds % 3600) / 60), 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const named = parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`);
  return named.slice(0, 2).join(' ');
}

/** Milliseconds that the server asks to wait, from the answer itself or from Retry-After. */
export function waitingTime(backOffMilliseconds: number | undefined, http: HttpFacts | undefined): number | undefined {
  const seconds = http?.retryAfterSeconds;
  return backOffMilliseconds ?? (seconds === undefined ? undefined : seconds * 1000);
}

import { type ImDirectory, impersonationIn, type RequestDocument, readImDirectory } from '../language/index.ts';
import type { Endpoint } from './endpoint.ts';
import type { Exchange } from './exchange.ts';

/** An IM list as it was read last. */
export interface KnownList {
  readonly directory: ImDirectory;
  /** False once something that may have changed it was sent to its endpoint. */
  readonly isFresh: boolean;
}

/** The IM lists that were read in this window, one for each endpoint and mailbox; in memory alone. */
export class ImLists {
  private readonly kept = new Map<string, Kept>();
  private readonly listeners = new Set<() => void>();

  /** The list of the mailbox that a request goes to on an endpoint, if it was read. */
  of(endpoint: Endpoint, request: RequestDocument): KnownList | undefined {
    return this.kept.get(keyOf(endpoint, request));
  }

  /** Learns from an exchange: GetImItemList brings a list, and whatever is not known to only read makes lists old. */
  note(endpoint: Endpoint, request: RequestDocument, { result, operation }: Exchange, onlyReads: boolean): void {
    if (!onlyReads && !(result.kind === 'failure' && result.sent === 'no')) this.outdate(endpoint);
    if (result.kind !== 'answer' || operation !== 'GetImItemList') return;
    const directory = readImDirectory(result.text);
    if (!directory) return;
    const key = keyOf(endpoint, request);
    this.kept.delete(key);
    this.kept.set(key, { directory, isFresh: true, place: placeOf(endpoint) });
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostLists && oldest !== undefined) this.kept.delete(oldest);
    this.tell();
  }

  /** The lists of an endpoint may not be true any more. One mailbox has several names, so all of them count. */
  outdate(endpoint: Endpoint): void {
    const place = placeOf(endpoint);
    const fresh = [...this.kept].filter(([, list]) => list.place === place && list.isFresh);
    for (const [key, list] of fresh) this.kept.set(key, { ...list, isFresh: false });
    if (fresh.length > 0) this.tell();
  }

  /** Forgets every list, as when somebody signs out. */
  clear(): void {
    this.kept.clear();
    this.tell();
  }

  /** Calls a listener whenever a list was read or has become old; gives the way to stop that. */
  onDidChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

interface Kept extends KnownList {
  readonly place: string;
}

const mostLists = 20;

function placeOf({ name, url, authentication, username }: Endpoint): string {
  return JSON.stringify([name, url, authentication, username]);
}

function keyOf(endpoint: Endpoint, request: RequestDocument): string {
  return `${placeOf(endpoint)} ${impersonationIn(request)?.value.toLowerCase() ?? ''}`;
}

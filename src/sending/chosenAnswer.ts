import type { Exchange } from './exchange.ts';

/** Whether the sandbox was told beforehand to answer so: it says that in a header, which no other endpoint is believed. */
export function isChosenAnswer({ endpoint, result }: Exchange): boolean {
  return (
    result.kind === 'answer' &&
    endpoint.url.startsWith('http://127.0.0.1:') &&
    result.http.headers.some(([name, value]) => name === 'x-sandbox-answer' && value === 'chosen')
  );
}

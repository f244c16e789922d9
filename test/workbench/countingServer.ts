import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An EWS server that counts, and that can keep its answers back. */
export interface CountingServer {
  readonly url: string;
  /** The text of every request that came in, in order. */
  readonly requests: readonly string[];
  /** Answers with this status and an empty body until further notice; undefined: as at first. */
  refuse(status: number | undefined): void;
  /** Keeps every answer back until `release`. */
  hold(): void;
  /** Gives the answers that were kept back, to those who still wait. */
  release(): void;
  /** Done as soon as so many requests have come in. */
  received(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it on loopback; it answers everything with the success of GetImItemList. */
export async function countingServer(): Promise<CountingServer> {
  const requests: string[] = [];
  let waiting: { readonly count: number; readonly done: () => void }[] = [];
  let kept: (() => void)[] | undefined;
  let refusal: number | undefined;
  const server: Server = createServer(async (incoming, response) => {
    let text = '';
    for await (const chunk of incoming) text += chunk;
    requests.push(text);
    for (const { done } of waiting.filter(({ count }) => count <= requests.length)) done();
    waiting = waiting.filter(({ count }) => count > requests.length);
    const answer = () => {
      if (refusal !== undefined) {
        response.writeHead(refusal).end();
        return;
      }
      response.setHeader('Content-Type', 'text/xml; charset=utf-8');
      response.end(list);
    };
    if (kept) kept.push(answer);
    else answer();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/EWS/Exchange.asmx`,
    requests,
    refuse: status => {
      refusal = status;
    },
    hold: () => {
      kept ??= [];
    },
    release: () => {
      for (const answer of kept ?? []) answer();
      kept = undefined;
    },
    received: count =>
      requests.length >= count ? Promise.resolve() : new Promise(done => waiting.push({ count, done })),
    stop: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

const list =
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><GetImItemListResponse ResponseClass="Success" xmlns="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"><ResponseCode>NoError</ResponseCode><ImItemList><t:Groups><t:ImGroup><t:DisplayName>Night Shift</t:DisplayName><t:GroupType>IPM.DistList.MOC.UserGroup</t:GroupType><t:ExchangeStoreId Id="AAMkAGEx" ChangeKey="EgAA"/><t:MemberCorrelationKey/></t:ImGroup></t:Groups><t:Personas/></ImItemList></GetImItemListResponse></s:Body></s:Envelope>';

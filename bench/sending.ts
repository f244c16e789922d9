import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { Client } from 'undici';
import { answerParserOptions } from '../src/response/elements.ts';
import { send } from '../src/sending/index.ts';
import { closeIdleConnections, type PostTarget, post } from '../src/transport/index.ts';
import { account } from './account.ts';
import { requestOf } from './inputs.ts';
import { interleaved, type Line, percentile } from './rounds.ts';

const text = requestOf(1000);

/** Sends to loopback: against bare undici, and with NTLM against without. */
export async function sending(): Promise<readonly Line[]> {
  return [...(await againstUndici()), ...(await ntlm())];
}

interface Contest {
  readonly what: string;
  readonly comparedWith: string;
  readonly ours: (server: string) => Promise<unknown>;
  readonly theirs: (client: Client) => Promise<unknown>;
}

const body = new TextEncoder().encode(text);
const headers = { 'content-type': 'text/xml; charset=utf-8' };

const contests: readonly Contest[] = [
  {
    what: 'a request posted to loopback',
    comparedWith: 'bare undici, the same body',
    ours: server => post({ url: `${server}${endpoint}`, authentication: 'none' }, { body, headers }),
    theirs: async client => (await posted(client)).body.bytes(),
  },
  {
    what: 'a send to loopback, with its decoding',
    comparedWith: 'bare undici and fast-xml-parser',
    ours: server => send({ ...sent, target: { url: `${server}${endpoint}`, authentication: 'none' } }),
    theirs: async client => parser.parse(await (await posted(client)).body.text()),
  },
  {
    what: 'a send to loopback, with its decoding',
    comparedWith: 'bare undici, nothing decoded',
    ours: server => send({ ...sent, target: { url: `${server}${endpoint}`, authentication: 'none' } }),
    theirs: async client => (await posted(client)).body.bytes(),
  },
];

const endpoint = '/EWS/Exchange.asmx';

const sent = { id: 'bench', endpointName: 'bench', text, version: '0' };

const parser = new XMLParser(answerParserOptions);

function posted(client: Client): ReturnType<Client['request']> {
  return client.request({ method: 'POST', path: endpoint, body, headers });
}

/** 1,000 requests each, one of ours and one of theirs in turn. */
async function againstUndici(): Promise<readonly Line[]> {
  const server = await startServer('plain');
  const client = new Client(server.origin);
  const lines: Line[] = [];
  for (const { what, comparedWith, ours, theirs } of contests) {
    const times: { readonly ours: number[]; readonly theirs: number[] } = { ours: [], theirs: [] };
    for (let index = -200; index < 1000; index += 1) {
      const first = await timeOf(() => ours(server.origin));
      const second = await timeOf(() => theirs(client));
      // The first of them warm up.
      if (index < 0) continue;
      times.ours.push(first);
      times.theirs.push(second);
    }
    for (const percent of [50, 99]) {
      const [ours, theirs] = [percentile(times.ours, percent), percentile(times.theirs, percent)];
      lines.push({ what: `${what}, p${percent} of 1,000`, comparedWith, ours, theirs, unit: 'ms', toReach: 1.25 });
    }
  }
  await client.close();
  await closeIdleConnections();
  server.stop();
  return lines;
}

/** Every hundred begins on a new connection, so with one handshake. */
async function ntlm(): Promise<readonly Line[]> {
  const [guarded, open] = [await startServer('ntlm'), await startServer('open')];
  const { domain, user, password } = account;
  const signedIn: PostTarget = {
    url: guarded.origin,
    authentication: 'ntlm',
    username: `${domain}\\${user}`,
    secret: password,
  };
  let hundreds = 0;
  const medians = await interleaved({
    ours: () => {
      hundreds += 1;
      return hundred(signedIn);
    },
    theirs: () => hundred({ url: open.origin, authentication: 'none' }),
  });
  const handshakes = await guarded.signIns();
  if (handshakes !== hundreds) throw new Error(`${hundreds} times 100 sends took ${handshakes} handshakes.`);
  for (const server of [guarded, open]) server.stop();
  return [
    {
      what: '100 NTLM sends, one handshake',
      comparedWith: '100 sends without authentication',
      ...medians,
      unit: 'ms',
      toReach: 1.3,
    },
  ];
}

async function hundred(target: PostTarget): Promise<void> {
  await closeIdleConnections();
  for (let index = 0; index < 100; index += 1) {
    const { status } = await post(target, { body, headers });
    if (status !== 200) throw new Error(`The server answered ${status}.`);
  }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function startServer(kind: 'plain' | 'ntlm' | 'open'): Promise<{
  readonly origin: string;
  signIns(): Promise<number>;
  stop(): void;
}> {
  const child = fork(path.join(import.meta.dirname, 'server.ts'), [kind]);
  const port = await told(child);
  return {
    origin: `http://127.0.0.1:${port}`,
    signIns: () => {
      child.send('sign-ins');
      return told(child);
    },
    stop: () => child.kill(),
  };
}

async function told(child: ChildProcess): Promise<number> {
  const [value] = await once(child, 'message');
  return Number(value);
}

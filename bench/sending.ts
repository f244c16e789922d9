import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { Client } from 'undici';
import { answerParserOptions } from '../src/response/elements.ts';
import { requestHeaders } from '../src/sending/headers.ts';
import { send } from '../src/sending/index.ts';
import { closeIdleConnections, type PostTarget, post } from '../src/transport/index.ts';
import { account } from './account.ts';
import { requestOf } from './inputs.ts';
import { interleaved, type Line, mediansOf, percentile, type Round } from './rounds.ts';

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
    theirs: async client => (await posted(client, headers)).body.bytes(),
  },
  {
    what: 'a send to loopback, with its decoding',
    comparedWith: 'bare undici and fast-xml-parser',
    ours: server => send({ ...sent, target: { url: `${server}${endpoint}`, authentication: 'none' } }),
    theirs: async client => parser.parse(await (await posted(client, requestHeaders(sent))).body.text()),
  },
  {
    what: 'a send to loopback, with its decoding',
    comparedWith: 'bare undici, nothing decoded',
    ours: server => send({ ...sent, target: { url: `${server}${endpoint}`, authentication: 'none' } }),
    theirs: async client => (await posted(client, requestHeaders(sent))).body.bytes(),
  },
];

const endpoint = '/EWS/Exchange.asmx';

const sent = { id: 'bench', endpointName: 'bench', text, version: '0' };

const parser = new XMLParser(answerParserOptions);

/** Both sides send the same headers: the server takes its time to read them. */
function posted(client: Client, sentHeaders: Readonly<Record<string, string>>): ReturnType<Client['request']> {
  return client.request({ method: 'POST', path: endpoint, body, headers: sentHeaders });
}

/** Requests of each side in one round, and rounds. */
const requests = 1000;
const rounds = 7;

/** One of ours and one of theirs in turn; neither is always first. */
async function againstUndici(): Promise<readonly Line[]> {
  const server = await startServer('plain');
  const client = new Client(server.origin, { allowH2: false, pipelining: 1 });
  const lines: Line[] = [];
  for (const { what, comparedWith, ours, theirs } of contests) {
    const percents: Readonly<Record<50 | 99, Round[]>> = { 50: [], 99: [] };
    // The first round warms up.
    for (let round = 0; round <= rounds; round += 1) {
      const times = await inTurn(
        () => ours(server.origin),
        () => theirs(client),
      );
      if (round === 0) continue;
      for (const percent of [50, 99] as const) {
        percents[percent].push({ ours: percentile(times.ours, percent), theirs: percentile(times.theirs, percent) });
      }
    }
    for (const percent of [50, 99] as const) {
      const medians = mediansOf(percents[percent]);
      lines.push({ what: `${what}, p${percent} of 1,000`, comparedWith, ...medians, unit: 'ms', toReach: 1.25 });
    }
  }
  await client.close();
  await closeIdleConnections();
  server.stop();
  return lines;
}

async function inTurn(
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
): Promise<{ readonly ours: readonly number[]; readonly theirs: readonly number[] }> {
  const times: { readonly ours: number[]; readonly theirs: number[] } = { ours: [], theirs: [] };
  for (let index = 0; index < requests; index += 1) {
    if (index % 2 === 0) times.ours.push(await timeOf(ours));
    times.theirs.push(await timeOf(theirs));
    if (index % 2 === 1) times.ours.push(await timeOf(ours));
  }
  return times;
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
  const pair = {
    ours: () => {
      hundreds += 1;
      return hundred(signedIn);
    },
    theirs: () => hundred({ url: open.origin, authentication: 'none' }),
  };
  const medians = await interleaved(pair, () => performance.now());
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

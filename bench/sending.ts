import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Client } from 'undici';
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

/** 1,000 requests each, one of ours and one of undici in turn; everything from the text to the decoded outcome. */
async function againstUndici(): Promise<readonly Line[]> {
  const server = await startServer('plain');
  const client = new Client(server.origin);
  const times: { readonly ours: number[]; readonly theirs: number[] } = { ours: [], theirs: [] };
  const body = new TextEncoder().encode(text);
  const target: PostTarget = { url: `${server.origin}/EWS/Exchange.asmx`, authentication: 'none' };
  for (let index = -100; index < 1000; index += 1) {
    const ours = await timeOf(() => send({ id: `${index}`, endpointName: 'bench', target, text, version: '0' }));
    const theirs = await timeOf(async () => {
      const headers = { 'content-type': 'text/xml; charset=utf-8' };
      const answer = await client.request({ method: 'POST', path: '/EWS/Exchange.asmx', body, headers });
      await answer.body.text();
    });
    // The first hundred warm up.
    if (index >= 0) {
      times.ours.push(ours);
      times.theirs.push(theirs);
    }
  }
  await client.close();
  await closeIdleConnections();
  server.stop();
  return [50, 99].map(percent => ({
    what: `a send to loopback, 1,000 requests, p${percent}`,
    comparedWith: 'bare undici, the same body',
    ours: percentile(times.ours, percent),
    theirs: percentile(times.theirs, percent),
    unit: 'ms',
    toReach: 1.25,
  }));
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
  const body = new TextEncoder().encode(text);
  for (let index = 0; index < 100; index += 1) {
    const { status } = await post(target, { body, headers: { 'content-type': 'text/xml' } });
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

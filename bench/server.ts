// A server in a process of its own, so that what it does takes no time of what is measured. Its first argument says
// which; it tells its port, and, asked for it, how many NTLM sign-ins it has seen.
import { createServer } from 'node:http';
import { answer, wireServer } from '../test/support/wire.ts';
import { ntlmAcceptor } from '../test/unit/transport/ntlmAcceptor.ts';
import { account } from './account.ts';
import { answerOf } from './inputs.ts';

const acceptor = ntlmAcceptor(account);
process.on('message', () => process.send?.(acceptor.verdicts.length));
process.send?.(await portOf(process.argv[2] ?? ''));

async function portOf(kind: string): Promise<number> {
  if (kind === 'ntlm') return (await wireServer(acceptor)).port;
  if (kind === 'open') {
    const server = await wireServer((socket, { body }) => socket.write(answer('200 OK', [], `signed in: ${body}`)));
    return server.port;
  }
  return plain();
}

/** Answers everything with a small list. */
function plain(): Promise<number> {
  const body = answerOf(1500);
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.setHeader('Content-Type', 'text/xml; charset=utf-8');
      response.end(body);
    });
  });
  server.keepAliveTimeout = 60_000;
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
    });
  });
}

import type { ChildProcess } from 'node:child_process';
import type net from 'node:net';
import readline from 'node:readline';
import { answer, headerOf, type WireServer, wireServer } from '../support/wire.ts';

/** An HTTPS server whose connections are signed in by a program, one process for each. */
export interface LineAcceptor extends WireServer {
  /** What the program said of every third message. */
  readonly verdicts: string[];
  /** Makes the server end the next connection after its challenge. */
  closeAfterChallenge: boolean;
}

/** Serves on loopback with a test certificate; the program speaks the protocol of ntlm_auth (squid-2.5-ntlmssp). */
export async function lineAcceptor(
  start: () => ChildProcess,
  scheme: 'NTLM' | 'Negotiate' = 'NTLM',
): Promise<LineAcceptor> {
  const programs = new WeakMap<net.Socket, Program>();
  const signedIn = new WeakSet<net.Socket>();
  const server = await wireServer(async (socket, request) => {
    const token = headerOf(request, 'authorization')?.replace(`${scheme} `, '');
    if (signedIn.has(socket) && token === undefined) {
      socket.write(answer('200 OK', [], request.body));
      return;
    }
    if (token === undefined) {
      socket.write(answer('401 No', [`WWW-Authenticate: ${scheme}`]));
      return;
    }
    const isFirst = Buffer.from(token, 'base64').readUInt32LE(8) === 1;
    if (isFirst) programs.set(socket, new Program(start()));
    const [word = '', ...rest] =
      (await programs.get(socket)?.say(`${isFirst ? 'YR' : 'KK'} ${token}`))?.split(' ') ?? [];
    if (word === 'TT') {
      socket.write(answer('401 No', [`WWW-Authenticate: ${scheme} ${rest[0]}`]));
      if (acceptor.closeAfterChallenge) socket.end();
      acceptor.closeAfterChallenge = false;
      return;
    }
    acceptor.verdicts.push([word, ...rest].join(' '));
    if (word === 'AF') signedIn.add(socket);
    socket.write(
      word === 'AF' ? answer('200 OK', [], request.body) : answer('401 No', [`WWW-Authenticate: ${scheme}`]),
    );
  }, 'localhost');
  const acceptor: LineAcceptor = Object.assign(server, { verdicts: [], closeAfterChallenge: false });
  return acceptor;
}

class Program {
  private readonly child: ChildProcess;
  private readonly lines: AsyncIterator<string>;

  constructor(child: ChildProcess) {
    this.child = child;
    if (!child.stdout) throw new Error('The program has no output.');
    this.lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  async say(line: string): Promise<string> {
    this.child.stdin?.write(`${line}\n`);
    const next = await this.lines.next();
    return next.done ? 'NA the program ended' : next.value;
  }
}

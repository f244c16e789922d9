import { createHash, createHmac, randomBytes, X509Certificate } from 'node:crypto';
import type net from 'node:net';
import md4 from 'js-md4';
import { answer, type Behaviour, headerOf } from '../../support/wire.ts';

/** How the acceptor challenges. */
export interface ChallengeOptions {
  /** Offers what only NTLMv1 needs. */
  readonly version1?: boolean;
  /** Leaves its time out, so that no MIC is due. */
  readonly withoutTime?: boolean;
  readonly serverChallenge?: Buffer;
}

/** A CHALLENGE_MESSAGE of a server named SERVER in the domain Domain, written down from MS-NLMP 2.2.1.2. */
export function challengeMessage({ version1 = false, withoutTime = false, serverChallenge }: ChallengeOptions): Buffer {
  const time = Buffer.alloc(8);
  time.writeBigUInt64LE(133_800_000_000_000_000n);
  const pairs = [pair(2, utf16('Domain')), pair(1, utf16('SERVER')), ...(withoutTime ? [] : [pair(7, time)]), pair(0)];
  const info = version1 ? Buffer.alloc(0) : Buffer.concat(pairs);
  const name = utf16('SERVER');
  const head = Buffer.alloc(56);
  head.write('NTLMSSP\0', 'latin1');
  head.writeUInt32LE(2, 8);
  head.writeUInt16LE(name.length, 12);
  head.writeUInt16LE(name.length, 14);
  head.writeUInt32LE(56, 16);
  head.writeUInt32LE(version1 ? 0x00008205 : 0xa2898205, 20);
  (serverChallenge ?? randomBytes(8)).copy(head, 24);
  head.writeUInt16LE(info.length, 40);
  head.writeUInt16LE(info.length, 42);
  head.writeUInt32LE(56 + name.length, 44);
  return Buffer.concat([head, name, info]);
}

/** What the acceptor knows and wants. */
export interface AcceptorOptions extends ChallengeOptions {
  readonly user: string;
  readonly domain: string;
  readonly password: string;
  readonly scheme?: 'NTLM' | 'Negotiate';
  /** What it offers to who says nothing; its scheme when absent. */
  readonly offers?: readonly string[];
  /** The certificate in PEM whose binding must be there; `none`: the binding must be zeros. */
  readonly binding?: string | 'none';
  /** Closes the connection after its first challenge. */
  readonly closesOnce?: boolean;
  /** What it does with the requests of who is signed in; when absent it answers 200 with what it was sent. */
  readonly welcome?: Behaviour;
}

/** A server that signs connections in: checks proof, MIC and binding on its own. */
export function ntlmAcceptor(options: AcceptorOptions): Behaviour & { readonly verdicts: string[] } {
  const { scheme = 'NTLM', welcome = echo } = options;
  const signedIn = new WeakSet<net.Socket>();
  const pending = new WeakMap<net.Socket, { negotiate: Buffer; challenge: Buffer }>();
  const verdicts: string[] = [];
  let closed = false;
  const behaviour: Behaviour = (socket, request) => {
    const [word, token] = headerOf(request, 'authorization')?.split(' ') ?? [];
    if (signedIn.has(socket) && word === undefined) {
      welcome(socket, request);
      return;
    }
    const message = Buffer.from(token ?? '', 'base64');
    const kind = word === scheme && message.length > 12 ? message.readUInt32LE(8) : 0;
    if (kind === 1) {
      const challenge = challengeMessage(options);
      pending.set(socket, { negotiate: message, challenge });
      socket.write(answer('401 No', [`WWW-Authenticate: ${scheme} ${challenge.toString('base64')}`]));
      if (options.closesOnce && !closed) {
        closed = true;
        socket.end();
      }
      return;
    }
    const legs = pending.get(socket);
    const verdict = kind === 3 && legs ? judge(message, legs, options) : 'no sign-in';
    verdicts.push(verdict);
    if (verdict === 'right') {
      signedIn.add(socket);
      welcome(socket, request);
      return;
    }
    const offers = options.offers ?? [scheme];
    socket.write(
      answer(
        '401 No',
        offers.map(offer => `WWW-Authenticate: ${offer}`),
      ),
    );
  };
  return Object.assign(behaviour, { verdicts });
}

const echo: Behaviour = (socket, { body }) => socket.write(answer('200 OK', [], `signed in: ${body.toString()}`));

function judge(message: Buffer, legs: { negotiate: Buffer; challenge: Buffer }, options: AcceptorOptions): string {
  const field = (at: number) => {
    const offset = message.readUInt32LE(at + 4);
    return message.subarray(offset, offset + message.readUInt16LE(at));
  };
  const user = field(36).toString('utf16le');
  const domain = field(28).toString('utf16le');
  if (user !== options.user || domain !== options.domain) return `wrong user ${domain}\\${user}`;
  const response = field(20);
  const temp = response.subarray(16);
  const hash = Buffer.from(md4.arrayBuffer(utf16(options.password)));
  const key = hmac(hash, utf16(options.user.toUpperCase() + options.domain));
  const proof = hmac(key, Buffer.concat([legs.challenge.subarray(24, 32), temp]));
  if (!proof.equals(response.subarray(0, 16))) return 'wrong proof';
  const pairs = readPairs(temp.subarray(28));
  if (!options.withoutTime) {
    const blank = Buffer.from(message);
    blank.fill(0, 72, 88);
    const mic = hmac(hmac(key, proof), Buffer.concat([legs.negotiate, legs.challenge, blank]));
    if (!mic.equals(message.subarray(72, 88))) return 'wrong MIC';
    if (pairs.get(6)?.readUInt32LE(0) !== 2) return 'no MIC flag';
    if (!field(12).equals(Buffer.alloc(24))) return 'an LM response';
  }
  if (pairs.get(9)?.toString('utf16le') !== 'HTTP/127.0.0.1') return 'wrong target name';
  return bindingVerdict(pairs.get(10), options.binding);
}

function bindingVerdict(sent: Buffer | undefined, wanted: string | undefined): string {
  if (wanted === undefined) return 'right';
  if (sent === undefined) return 'no binding';
  if (wanted === 'none') return sent.equals(Buffer.alloc(16)) ? 'right' : 'a binding';
  // RFC 5929: all certificates that the acceptor is used with are signed with SHA-256.
  const end = createHash('sha256').update(new X509Certificate(wanted).raw).digest();
  const data = Buffer.concat([Buffer.from('tls-server-end-point:'), end]);
  const struct = Buffer.concat([Buffer.alloc(16), Buffer.from([data.length, 0, 0, 0]), data]);
  return createHash('md5').update(struct).digest().equals(sent) ? 'right' : 'wrong binding';
}

function readPairs(bytes: Buffer): ReadonlyMap<number, Buffer> {
  const pairs = new Map<number, Buffer>();
  for (let at = 0; bytes.readUInt16LE(at) !== 0; at += 4 + bytes.readUInt16LE(at + 2)) {
    pairs.set(bytes.readUInt16LE(at), bytes.subarray(at + 4, at + 4 + bytes.readUInt16LE(at + 2)));
  }
  return pairs;
}

function pair(id: number, value: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(value.length, 2);
  return Buffer.concat([head, value]);
}

function hmac(key: Buffer, data: Buffer): Buffer {
  return createHmac('md5', key).update(data).digest();
}

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

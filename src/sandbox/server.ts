import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerToBytes, contentOf, type SandboxAnswer } from './answering.ts';
import { faultAnswer } from './answers.ts';
import { initialContent, type SandboxContent } from './content.ts';
import { ImList } from './imList.ts';
import { giveOther, type ScriptedAnswer } from './scripted.ts';

/** A running sandbox. */
export interface Sandbox {
  /** Where to post to: http, on loopback. */
  readonly url: string;
  /** What it holds now. */
  content(): SandboxContent;
  /** Puts the content back to what it began with, or to another one; no answer waits any more. */
  reset(content?: SandboxContent): void;
  /** Calls a listener after every change; gives the way to stop that. */
  onDidChange(listener: () => void): () => void;
  /** Answers the next request in this way, whatever it asks; undefined: as it deserves. */
  scriptNext(answer: ScriptedAnswer | undefined): void;
  /** What waits for the next request. */
  readonly scripted: ScriptedAnswer | undefined;
  /** Calls a listener whenever another answer waits, or none any more; gives the way to stop that. */
  onDidScript(listener: () => void): () => void;
  /** Ends it and every connection to it. */
  stop(): Promise<void>;
}

/** How to start. */
export interface SandboxOptions {
  readonly content?: SandboxContent;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** With Basic the user is `sandbox` and the password is `sandbox`. */
  readonly authentication?: 'none' | 'basic';
}

/** A request with this header is nobody's next one: it leaves the answer that waits to the one that a person sends. */
export const asideHeader = ['X-Sandbox-Aside', 'true'] as const;

const path = '/EWS/Exchange.asmx';

/** Bytes that a request may have: the limit of Exchange 2013 and later. */
const largestRequest = 64 * 1024 * 1024;

/** Starts an Exchange for practice on loopback. It answers only programs of this machine that name it as their host. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { content = initialContent, authentication = 'none' } = options;
  const practice = new Practice(content);
  const server = createServer((request, response) => {
    accept(request, response, authentication).then(
      body => body !== undefined && practice.answer(body, response, isAside(request)),
      // A client that goes away while it sends: nobody is left to answer.
      () => response.destroy(),
    );
  });
  const port = await listen(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}${path}`,
    content: () => practice.content(),
    reset: (changed = content) => practice.reset(changed),
    onDidChange: listener => practice.onDidChange(listener),
    scriptNext: answer => practice.scriptNext(answer),
    get scripted() {
      return practice.scripted;
    },
    onDidScript: listener => practice.onDidScript(listener),
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What a sandbox remembers between requests. */
class Practice {
  private lists: readonly ImList[] = [];
  private waiting: ScriptedAnswer | undefined;
  private readonly changeListeners = new Set<() => void>();
  private readonly scriptListeners = new Set<() => void>();

  constructor(content: SandboxContent) {
    this.reset(content);
  }

  get scripted(): ScriptedAnswer | undefined {
    return this.waiting;
  }

  content(): SandboxContent {
    return contentOf(this.lists);
  }

  reset(content: SandboxContent): void {
    this.lists = content.mailboxes.map(mailbox => new ImList(mailbox));
    tell(this.changeListeners);
    this.scriptNext(undefined);
  }

  onDidChange(listener: () => void): () => void {
    return added(this.changeListeners, listener);
  }

  onDidScript(listener: () => void): () => void {
    return added(this.scriptListeners, listener);
  }

  scriptNext(answer: ScriptedAnswer | undefined): void {
    if (answer === this.waiting) return;
    this.waiting = answer;
    tell(this.scriptListeners);
  }

  answer(body: Uint8Array, response: ServerResponse, aside: boolean): void {
    const next = aside ? undefined : this.waiting;
    if (next) this.scriptNext(undefined);
    if (next && !('delay' in next)) {
      giveOther(next, body, response);
      return;
    }
    const { status, body: text, changed } = this.answerTo(body);
    const give = () => sendText(response, status, 'text/xml; charset=utf-8', text);
    if (next) giveLate(next.delay, response, give);
    else give();
    if (changed) tell(this.changeListeners);
  }

  /** As a server does, a defect of its own is a fault to the client and never the end of the server. */
  private answerTo(body: Uint8Array): SandboxAnswer {
    try {
      return answerToBytes(body, this.lists);
    } catch (defect) {
      const reason = defect instanceof Error ? defect.message : String(defect);
      const fault = faultAnswer('ErrorInternalServerError', `The sandbox could not answer: ${reason}`);
      return { status: 500, body: fault, changed: false };
    }
  }
}

function added(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(listeners: ReadonlySet<() => void>): void {
  for (const listener of listeners) listener();
}

function isAside({ headers }: IncomingMessage): boolean {
  return headers[asideHeader[0].toLowerCase()] === asideHeader[1];
}

/** A client that does not wait so long gets nothing. */
function giveLate(delay: number, response: ServerResponse, give: () => void): void {
  const timer = setTimeout(give, delay);
  response.once('close', () => clearTimeout(timer));
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** Takes a request in, or refuses it as a web server would: undefined then, and the answer is on its way. */
async function accept(
  request: IncomingMessage,
  response: ServerResponse,
  authentication: 'none' | 'basic',
): Promise<Uint8Array | undefined> {
  response.setHeader('request-id', randomUUID());
  response.setHeader('X-FEServer', 'SANDBOX');
  if (request.headers['return-client-request-id'] === 'true' && request.headers['client-request-id']) {
    response.setHeader('client-request-id', request.headers['client-request-id']);
  }
  const refusal = refusalOf(request, authentication);
  if (refusal) {
    request.resume();
    if (refusal.status === 405) response.setHeader('Allow', 'POST');
    if (refusal.status === 401) response.setHeader('WWW-Authenticate', 'Basic realm="sandbox"');
    sendText(response, refusal.status, 'text/html; charset=utf-8', refusal.body);
    return undefined;
  }
  const body = await readBody(request);
  if (body) return body;
  response.setHeader('Connection', 'close');
  sendText(response, 413, 'text/html; charset=utf-8', page('The request is too long'));
  return undefined;
}

/** The bytes of a request; undefined when there are too many. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largestRequest) chunks.push(chunk);
  }
  return size <= largestRequest ? Buffer.concat(chunks) : undefined;
}

interface HttpRefusal {
  readonly status: number;
  readonly body: string;
}

/** Pages of a browser cannot reach it: they carry an Origin, and a rebound name is not its Host. */
function refusalOf(request: IncomingMessage, authentication: 'none' | 'basic'): HttpRefusal | undefined {
  const { headers, socket, method, url = '' } = request;
  const hosts = [`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`];
  if (headers.origin !== undefined || !hosts.includes(headers.host ?? ''))
    return { status: 403, body: page('Only programs of this machine may ask') };
  if (url.split('?')[0]?.toLowerCase() !== path.toLowerCase())
    return { status: 404, body: page('The resource cannot be found') };
  if (method !== 'POST') return { status: 405, body: page('Requests are sent with POST') };
  if (authentication === 'basic' && headers.authorization !== `Basic ${btoa('sandbox:sandbox')}`)
    return { status: 401, body: '' };
  const type = headers['content-type'] ?? '';
  return /^text\/xml\b/i.test(type) ? undefined : { status: 415, body: page('Requests are of the type text/xml') };
}

function page(title: string): string {
  return `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
}

function sendText(response: ServerResponse, status: number, type: string, text: string): void {
  const body = Buffer.from(text, 'utf8');
  response.writeHead(
    status,
    text === '' ? { 'Content-Length': 0 } : { 'Content-Type': type, 'Content-Length': body.length },
  );
  response.end(body);
}

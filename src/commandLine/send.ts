import { findOperation } from '../ews/operationNames.ts';
import { type RequestDocument, readRequest } from '../language/index.ts';
import { outcomeJson, readHttpFacts } from '../response/index.ts';
import { type Answer, type Exchange, explainExchange, type Failure, send } from '../sending/index.ts';
import { closeIdleConnections } from '../transport/index.ts';
import { type DecodedText, decodeBytes } from '../xml/index.ts';
import { explanationText } from './explanationText.ts';
import { readBytes } from './files.ts';
import { optionsFor } from './options.ts';
import { readSendOptions, type SendOptions } from './sendOptions.ts';
import { exitCodes, jsonLine, plain, type Terminal } from './terminal.ts';

/** `send [--json] FILE --endpoint URL …`: posts a request, then says what the answer says and means. */
export async function sendFile(parameters: readonly string[], terminal: Terminal): Promise<number> {
  const options = await readSendOptions(parameters, terminal);
  const reading = await readBytes(options.file, terminal);
  if ('complaint' in reading) {
    terminal.error(`${plain(reading.complaint)}\n`);
    return exitCodes.failure;
  }
  const decoded = decodeBytes(reading.bytes);
  const request = readRequest(decoded.text);
  const complaint = contentComplaint(options.file, decoded, request);
  if (complaint !== undefined) {
    terminal.error(`${plain(complaint)}\n`);
    return exitCodes.failure;
  }
  const abort = new AbortController();
  const interrupt = () => abort.abort();
  process.once('SIGINT', interrupt);
  try {
    const exchange = await sendText(request, options, terminal, abort.signal);
    return report(exchange, options, terminal);
  } finally {
    process.removeListener('SIGINT', interrupt);
    await closeIdleConnections();
  }
}

/** What is in the file and cannot be sent: no server would make anything of it. */
function contentComplaint(
  file: string,
  { text, encoding, faulty }: DecodedText,
  request: RequestDocument,
): string | undefined {
  if (faulty) return `${file} holds bytes that mean nothing in ${encoding}, so nothing was sent. Save it as UTF-8.`;
  if (text.trim() === '') return `${file} is empty, so nothing was sent. Write a request into it.`;
  return request.kind === 'answer' ? `${file} holds an answer, not a request. Use decode.` : undefined;
}

async function sendText(request: RequestDocument, options: SendOptions, terminal: Terminal, signal: AbortSignal) {
  const { text, payload, impersonated } = request;
  const operation = payload && findOperation(payload.local);
  return await send(
    {
      id: crypto.randomUUID(),
      endpointName: options.target.url,
      target: options.target,
      text,
      version: terminal.version,
      extraHeaders: options.headers,
      ...(operation && { operation }),
      ...(impersonated?.includes('@') && { anchorMailbox: impersonated }),
    },
    { signal },
  );
}

function report(exchange: Exchange, { file, json }: SendOptions, terminal: Terminal): number {
  const { result } = exchange;
  if (result.kind === 'failure') {
    if (json) terminal.out(jsonLine({ file, error: errorJson(result) }));
    else terminal.error(failureText(result));
    return exitCodes.failure;
  }
  const http = readHttpFacts(result.http.status, result.http.headers);
  const outcome = outcomeJson(result.outcome, http);
  if (json) terminal.out(jsonLine({ file, outcome }));
  else terminal.out(answerText(exchange, result));
  return outcome.kind === 'answered' && outcome.responseCode === 'NoError' ? exitCodes.success : exitCodes.finding;
}

function failureText({ code, message, sent, certificate }: Failure): string {
  const shown =
    certificate &&
    `The certificate is of ${certificate.subject}, from ${certificate.issuer}, SHA-256 ${certificate.fingerprint256}.`;
  const fate = sent === 'maybe' ? mayBeExecuted : undefined;
  const lines = [`No answer (${code})`, message, fate, shown, optionsFor(code)].filter(line => line !== undefined);
  return `${lines.map(plain).join('\n')}\n`;
}

const mayBeExecuted =
  'The request may have been executed all the same. Before you repeat it, look what is there now (GetImItemList for the IM list); only repeating a Remove is harmless.';

function errorJson({ code, message, sent, certificate }: Failure) {
  return { code, message, sent, ...(certificate && { certificate }) };
}

function answerText(exchange: Exchange, { http, size, outcome }: Answer): string {
  const line = `HTTP ${http.status} in ${Math.round(exchange.durationMs)} ms, ${size} bytes\n`;
  const explanation = explainExchange(exchange);
  return explanation ? explanationText(explanation, outcome) + line : line;
}

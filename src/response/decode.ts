import { namespaces, soap12Namespace, soapDraftNamespaces } from '../ews/namespaces.ts';
import { type BodyDescription, codeInPlainText, describeBody, excerptOf, looksLikeHtml, looksLikeXml } from './body.ts';
import { codeAskedFor } from './codeAskedFor.ts';
import { contradictionNotes } from './contradiction.ts';
import { childOf, childrenOf, type Element, rootElement } from './elements.ts';
import { readFault } from './fault.ts';
import { judge, type Verdict } from './gate.ts';
import { readMessages } from './messages.ts';
import type { BodyKind, Outcome, RawAnswer } from './outcome.ts';
import { replaceInvalidCharacters } from './repair.ts';
import { readServerVersion } from './server.ts';
import { readText } from './text.ts';

/**
 * Says what an answer is, whatever its status and whatever its bytes: never throws, expands nothing, and takes time
 * and memory in proportion to the size of the answer. A body that begins as XML is read as XML under every status,
 * since a SOAP fault comes with 500 and a sign-in page with 200.
 */
export function decode(answer: RawAnswer): Outcome {
  const { text, notes } = readText(answer.body, headerOf(answer, 'content-type'));
  const trimmed = text.trimStart();
  const reading = looksLikeXml(trimmed) && !looksLikeHtml(trimmed) ? readXml(trimmed) : describeBody(text);
  if ('kind' in reading) {
    return { ...reading, notes: [...notes, ...reading.notes] };
  }
  const { status } = answer;
  const failed = status !== undefined && (status < 200 || status > 299);
  if (failed) return { kind: 'httpError', status, ...reading, notes };
  // Of a server such a text tells nothing; a person who pastes one asks what the code means.
  const asked = status === undefined ? codeAskedFor(text, reading.bodyKind) : undefined;
  return { kind: 'notSoap', ...reading, ...(asked !== undefined && { responseCode: asked }), notes };
}

function headerOf(answer: RawAnswer, name: string): string | undefined {
  return answer.headers?.find(([key]) => key.toLowerCase() === name)?.[1];
}

function readXml(text: string): Outcome | BodyDescription {
  const { verdict, sound, notes } = judgeOrRepair(text);
  if (verdict.kind !== 'wellFormed') {
    return describeBadXml(verdict, text);
  }
  const tree = treeOf(sound, verdict.longestText);
  if (!tree?.root) {
    return describeXml('XML that could not be read', 'malformedXml', text);
  }
  const reading = readRoot(tree.root, text);
  if (!('kind' in reading)) {
    return reading;
  }
  const httpsNotes = tree.findings.https ? [httpsNote] : [];
  return { ...reading, notes: [...notes, ...httpsNotes, ...reading.notes] };
}

const httpsNote =
  'Namespaces begin with https:// here, as in some published copies; the real ones begin with http://. They were read as the real ones.';

/** The gate runs on the text as it is; only when it refuses is it worth looking for characters to replace. */
function judgeOrRepair(text: string): { verdict: Verdict; sound: string; notes: readonly string[] } {
  const verdict = judge(text);
  if (verdict.kind === 'wellFormed' || verdict.kind === 'refused') {
    return { verdict, sound: text, notes: [] };
  }
  const repaired = replaceInvalidCharacters(text);
  if (repaired.replaced === 0) {
    return { verdict, sound: text, notes: [] };
  }
  return { verdict: judge(repaired.text), sound: repaired.text, notes: [replacementNote(repaired.replaced)] };
}

function replacementNote(count: number): string {
  const what = count === 1 ? 'One character that XML forbids was' : `${count} characters that XML forbids were`;
  return `${what} replaced by U+FFFD, so the text is not quite the server's.`;
}

function treeOf(text: string, longest: number | undefined): ReturnType<typeof rootElement> | undefined {
  try {
    return rootElement(text, longest);
  } catch {
    return undefined;
  }
}

function describeBadXml(verdict: Exclude<Verdict, { kind: 'wellFormed' }>, text: string): BodyDescription {
  if (verdict.kind === 'truncated') {
    return describeXml('XML that breaks off before its end', 'truncatedXml', text);
  }
  if (verdict.kind === 'refused') {
    return describeXml(refusals[verdict.reason], 'refusedXml', text);
  }
  const place = `line ${verdict.line}, column ${verdict.column + 1}`;
  return describeXml(`XML that is not well-formed (${place}: ${verdict.reason})`, 'malformedXml', text);
}

const refusals = {
  dtd: 'XML with a document type declaration, which SOAP forbids',
  depth: 'XML nested deeper than any answer of Exchange',
  attributes: 'XML with more attributes on one element than any answer of Exchange',
} as const;

function describeXml(body: string, bodyKind: BodyKind, text: string): BodyDescription {
  const excerpt = excerptOf(text);
  const responseCode = codeInPlainText(text);
  return { body, bodyKind, ...(excerpt && { excerpt }), ...(responseCode && { responseCode }) };
}

function readRoot(root: Element, text: string): Outcome | BodyDescription {
  if (root.name !== 'Envelope' || !soapNamespaces.has(root.namespace)) {
    return describeXml(`XML with the root element ${shortName(root)}, no SOAP envelope`, 'otherXml', text);
  }
  const body = childOf(root, 'Body', root.namespace);
  const content = body && (childOf(body, 'Fault', root.namespace) ?? childrenOf(body)[0]);
  if (!content) {
    return describeXml('a SOAP envelope with nothing in its Body', 'otherXml', text);
  }
  const server = readServerVersion(root);
  if (content.name === 'Fault' && content.namespace === root.namespace) {
    return { ...readFault(content), ...(server && { server }), notes: [] };
  }
  if (!isResponse(content)) {
    return describeNoResponse(content, text);
  }
  const operation = content.name.replace(/Response$/, '');
  const messages = readMessages(content);
  return { kind: 'answered', operation, messages, ...(server && { server }), notes: contradictionNotes(messages) };
}

const soapNamespaces: ReadonlySet<string> = new Set([namespaces.soap, soap12Namespace, ...soapDraftNamespaces]);

/** SendNotification, which Exchange sends to a listener, holds response messages without being named a response. */
function isResponse(content: Element): boolean {
  if (content.namespace !== namespaces.messages) {
    return false;
  }
  return content.name.endsWith('Response') || childOf(content, 'ResponseMessages', namespaces.messages) !== undefined;
}

function describeNoResponse(content: Element, text: string): BodyDescription {
  return content.namespace === namespaces.messages
    ? describeXml(`a request (${shortName(content)}), not an answer`, 'request', text)
    : describeXml(
        `a SOAP envelope whose Body holds ${shortName(content)}, which is no answer of EWS`,
        'otherXml',
        text,
      );
}

function shortName(element: Element): string {
  return element.name.length > 80 ? `${element.name.slice(0, 79)}…` : element.name;
}

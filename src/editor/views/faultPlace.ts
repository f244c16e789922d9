import { explainViolation, locate } from '../../response/index.ts';
import type { Exchange } from '../../sending/index.ts';
import { elementAt, parseXml, type Range, touches, trimmedRange, type XmlDocument } from '../../xml/index.ts';

/** The place that a fault names in the request as it was sent. */
export interface FaultPlace extends Range {
  /** The ResponseCode, or what the fault has instead. */
  readonly code: string;
  /** What is wrong there, in plain words where they are known. */
  readonly message: string;
}

/** The place that the answer's fault names by line and position; undefined when it names none. */
export function faultPlace({ request, result }: Exchange): FaultPlace | undefined {
  const fault = result.kind === 'answer' && result.outcome.kind === 'soapFault' ? result.outcome : undefined;
  if (fault?.line === undefined) return undefined;
  const offset = locate(request.text, fault.line, fault.position ?? 1);
  if (offset === undefined) return undefined;
  const words = fault.violation ?? fault.messageText ?? fault.faultString ?? '';
  return {
    ...rangeAt(request.text, offset),
    code: fault.responseCode ?? fault.faultCode ?? 'SOAP fault',
    message: explainViolation(words) ?? words,
  };
}

/** The words at an offset that .NET names: a name, an attribute, a reference, a text; else the character there. */
function rangeAt(text: string, offset: number): Range {
  return referenceAt(text, offset) ?? partAt(parseXml(text), offset) ?? wordAt(text, offset);
}

/** .NET's reader stops behind the `&`, anywhere in the reference. */
function referenceAt(text: string, offset: number): Range | undefined {
  const before = /&#?\w*$/.exec(text.slice(Math.max(0, offset - 40), offset));
  if (!before) return undefined;
  const rest = /^#?\w*;?/.exec(text.slice(offset, offset + 40));
  return { from: offset - before[0].length, to: offset + (rest?.[0].length ?? 0) };
}

function partAt(xml: XmlDocument, offset: number): Range | undefined {
  const element = elementAt(xml, offset);
  if (!element) return undefined;
  const names = [element.nameRange, element.endNameRange];
  const name = names.find(range => range !== undefined && range.to > range.from && touches(range, offset));
  if (name) return name;
  const attribute = element.attributes.find(({ from, to }) => from <= offset && offset < to);
  // Within an attribute the reader stops at a sign, at its beginning the attribute as a whole is wrong.
  if (attribute) return attribute.from === offset ? attribute : undefined;
  const leaf = element.children.find(child => child.from <= offset && offset < child.to);
  if (leaf?.kind !== 'text') return undefined;
  const words = trimmedRange(xml.text, leaf);
  return words.to > words.from ? words : leaf;
}

function wordAt(text: string, offset: number): Range {
  const word = /^[^\s<>"'=/]+/.exec(text.slice(offset, offset + 200));
  if (word) return { from: offset, to: offset + word[0].length };
  // What stands there is no word: the sign before it is what the reader could not go on from.
  const from = text[offset - 1] === '<' ? offset - 1 : offset;
  return { from, to: Math.min(from + 1, text.length) };
}

import { namespaces } from '../ews/namespaces.ts';
import { childOf, childrenOf, descendantsOf, type Element, textOf } from './elements.ts';
import { readMessageXml } from './messageXml.ts';
import type { ResponseMessage } from './outcome.ts';

/**
 * Every response message of a response element, in document order: the element itself when it carries ResponseClass
 * (the IM operations), the entries of ResponseMessages, and single `ResponseMessage` elements (availability, out of
 * office). Never empty: an element with none of these counts as one message without class.
 */
export function readMessages(response: Element): readonly ResponseMessage[] {
  const list = childOf(response, 'ResponseMessages', namespaces.messages);
  const entries = list ? childrenOf(list) : [];
  const itself = 'ResponseClass' in response.attributes || childOf(response, 'ResponseCode', namespaces.messages);
  const found = [...(itself ? [response] : []), ...entries];
  const single = found.length === 0 ? descendantsOf(response, 'ResponseMessage') : [];
  const all = found.length > 0 ? found : single.length > 0 ? single : [response];
  return all.map(readMessage);
}

function readMessage(element: Element): ResponseMessage {
  const children = childrenOf(element).filter(child => messageParts.has(child.name));
  const responseCode = partText(children, 'ResponseCode');
  const messageText = partText(children, 'MessageText');
  const messageXml = children.filter(child => child.name === 'MessageXml');
  const { values, innerCode, backOffMilliseconds } = readMessageXml(messageXml);
  return {
    responseClass: responseClassOf(element),
    ...(responseCode && { responseCode }),
    ...(messageText && { messageText }),
    values,
    ...(innerCode && { innerCode }),
    ...(backOffMilliseconds !== undefined && { backOffMilliseconds }),
  };
}

const messageParts: ReadonlySet<string> = new Set(['ResponseCode', 'MessageText', 'MessageXml']);

function partText(children: readonly Element[], name: string): string | undefined {
  const part = children.find(child => child.name === name);
  return part && textOf(part);
}

function responseClassOf(element: Element): ResponseMessage['responseClass'] {
  const value = element.attributes['ResponseClass']?.trim();
  return value === 'Success' || value === 'Warning' || value === 'Error' ? value : undefined;
}

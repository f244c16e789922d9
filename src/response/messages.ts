import { namespaces } from '../ews/namespaces.ts';
import { childOf, childrenNamed, childrenOf, childText, descendantsOf, type Element } from './elements.ts';
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

/** Makes no element of what only its text is wanted of, since this runs for every message of answers with 100,000. */
function readMessage(element: Element): ResponseMessage {
  const responseClass = responseClassOf(element);
  const responseCode = childText(element, 'ResponseCode');
  const messageText = childText(element, 'MessageText');
  const message: ResponseMessage = responseCode
    ? { responseClass, responseCode, values: noValues }
    : { responseClass, values: noValues };
  const texts = messageText ? { ...message, messageText } : message;
  const messageXml = childrenNamed(element, 'MessageXml');
  return messageXml.length === 0 ? texts : withMessageXml(texts, messageXml);
}

function withMessageXml(message: ResponseMessage, elements: readonly Element[]): ResponseMessage {
  const { values, innerCode, backOffMilliseconds } = readMessageXml(elements);
  return {
    ...message,
    values,
    ...(innerCode && { innerCode }),
    ...(backOffMilliseconds !== undefined && { backOffMilliseconds }),
  };
}

const noValues: ResponseMessage['values'] = [];

function responseClassOf(element: Element): ResponseMessage['responseClass'] {
  const value = element.attributes['ResponseClass']?.trim();
  return value === 'Success' || value === 'Warning' || value === 'Error' ? value : undefined;
}

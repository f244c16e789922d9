import { namespaces } from '../ews/namespaces.ts';
import type { ResponseCode } from '../ews/responseCodes/index.ts';
import { escapeXml } from '../xml/index.ts';
import type { Violation } from './schemaViolation.ts';

/** The build the sandbox says it is. */
const serverVersion =
  'MajorVersion="15" MinorVersion="2" MajorBuildNumber="1544" MinorBuildNumber="4" Version="Exchange2016"';

/** The answer to an operation that did its work; `payload` is what it returns, in XML of the default namespace messages. */
export function successAnswer(operation: string, payload = ''): string {
  return answer(operation, 'Success', `<ResponseCode>NoError</ResponseCode>${payload}`);
}

/** The answer to an operation that could not do its work: HTTP 200 all the same. */
export function errorAnswer(operation: string, code: ResponseCode, message: string): string {
  const body = `<MessageText>${escapeXml(message)}</MessageText><ResponseCode>${code}</ResponseCode><DescriptiveLinkKey>0</DescriptiveLinkKey>`;
  return answer(operation, 'Error', body);
}

/** A SOAP fault (HTTP 500); `details` are further elements of MessageXml, in the types namespace with prefix t. */
export function faultAnswer(code: ResponseCode, message: string, details = ''): string {
  const errors = `xmlns:e="${namespaces.errors}"`;
  const messageXml = details === '' ? '' : `<t:MessageXml xmlns:t="${namespaces.types}">${details}</t:MessageXml>`;
  return `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="${namespaces.soap}"><s:Body><s:Fault>\
<faultcode xmlns:a="${namespaces.types}">a:${code}</faultcode><faultstring xml:lang="en-US">${escapeXml(message)}</faultstring>\
<detail><e:ResponseCode ${errors}>${code}</e:ResponseCode><e:Message ${errors}>${escapeXml(message)}</e:Message>${messageXml}</detail>\
</s:Fault></s:Body></s:Envelope>`;
}

/** The fault for a request that the schema refuses. */
export function violationAnswer({ line, position, sentence }: Violation): string {
  const details = `<t:LineNumber>${line}</t:LineNumber><t:LinePosition>${position}</t:LinePosition><t:Violation>${escapeXml(printable(sentence))}</t:Violation>`;
  return faultAnswer('ErrorSchemaValidation', printable(`The request does not fit the schema: ${sentence}`), details);
}

function answer(operation: string, responseClass: string, body: string): string {
  const declarations =
    'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  return `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="${namespaces.soap}"><s:Header>\
<h:ServerVersionInfo ${serverVersion} xmlns:h="${namespaces.types}" xmlns="${namespaces.types}" ${declarations}/></s:Header>\
<s:Body ${declarations}><${operation}Response ResponseClass="${responseClass}" xmlns="${namespaces.messages}">${body}</${operation}Response>\
</s:Body></s:Envelope>`;
}

/** Without the characters that no XML can hold. */
function printable(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '.');
}

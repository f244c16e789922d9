import { soap12Namespace, soapDraftNamespaces } from '../ews/namespaces.ts';
import { childOf, childrenOf, descendantsOf, type Element, textOf } from './elements.ts';
import { readMessageXml, wholeNumber } from './messageXml.ts';
import type { SoapFault } from './outcome.ts';

/** Reads a Fault of SOAP 1.1 or 1.2, with or without detail, in the shapes of Exchange 2007 up to now. */
export function readFault(fault: Element): Omit<SoapFault, 'server' | 'notes'> {
  const isSoap12 = fault.namespace === soap12Namespace || soapDraftNamespaces.includes(fault.namespace);
  const faultCode = isSoap12 && childOf(fault, 'Code') ? soap12Code(fault) : text(fault, 'faultcode');
  const reason = childOf(fault, 'Reason');
  const faultString = reason ? textOf(childOf(reason, 'Text') ?? reason) : text(fault, 'faultstring');
  const detail = childOf(fault, 'detail') ?? childOf(fault, 'Detail');
  const read = detail ? readDetail(detail) : { values: [] };
  const responseCode = read.responseCode ?? codeInFaultCode(faultCode) ?? read.errorCode;
  const { errorCode: _, responseCode: __, ...rest } = read;
  return {
    kind: 'soapFault',
    ...(responseCode && { responseCode }),
    ...(faultCode && { faultCode }),
    ...(faultString && { faultString }),
    ...rest,
  };
}

type Detail = Omit<SoapFault, 'kind' | 'notes'> & { readonly errorCode?: string };

function readDetail(detail: Element): Detail {
  const responseCode = first(detail, 'ResponseCode');
  const errorCode = first(detail, 'ErrorCode');
  const messageText = first(detail, 'Message');
  const messageXml = readMessageXml(descendantsOf(detail, 'MessageXml'));
  const line = messageXml.line ?? wholeNumber(first(detail, 'Line'));
  const position = messageXml.position ?? wholeNumber(first(detail, 'Position'));
  return {
    ...messageXml,
    ...(responseCode && { responseCode }),
    ...(errorCode && { errorCode }),
    ...(messageText && { messageText }),
    ...(line !== undefined && { line }),
    ...(position !== undefined && { position }),
  };
}

function first(detail: Element, name: string): string | undefined {
  const found = descendantsOf(detail, name)[0];
  return found && textOf(found);
}

function text(parent: Element, name: string): string | undefined {
  const child = childOf(parent, name);
  return child && textOf(child);
}

/** The innermost Subcode says most; the outer value is only Sender or Receiver. */
function soap12Code(fault: Element): string | undefined {
  let code = childOf(fault, 'Code');
  for (let inner = code; inner; inner = childrenOf(inner).find(child => child.name === 'Subcode')) {
    code = inner;
  }
  return code && text(code, 'Value');
}

function codeInFaultCode(faultCode: string | undefined): string | undefined {
  const local = faultCode?.slice(faultCode.indexOf(':') + 1).trim();
  return local?.startsWith('Error') ? local : undefined;
}

/** The namespaces of EWS and SOAP, exactly as servers compare them. Source: Exchange SE schema set and its WSDL. */
export const namespaces = {
  /** SOAP 1.1, the only version the EWS WSDL binds. */
  soap: 'http://schemas.xmlsoap.org/soap/envelope/',
  /** Request and response elements (customary prefix m). */
  messages: 'http://schemas.microsoft.com/exchange/services/2006/messages',
  /** Headers, ids and everything inside them (customary prefix t). */
  types: 'http://schemas.microsoft.com/exchange/services/2006/types',
  /** Details of a SOAP fault (customary prefix e); no schema declares it. */
  errors: 'http://schemas.microsoft.com/exchange/services/2006/errors',
} as const;

/** SOAP 1.2: understood in an answer, refused in a request. */
export const soap12Namespace = 'http://www.w3.org/2003/05/soap-envelope';

/** Namespaces of SOAP 1.2 drafts that old samples carry. */
export const soapDraftNamespaces: readonly string[] = [
  'http://www.w3.org/2001/06/soap-envelope',
  'http://www.w3.org/2001/09/soap-envelope',
  'http://www.w3.org/2001/12/soap-envelope',
  'http://www.w3.org/2002/06/soap-envelope',
  'http://www.w3.org/2002/12/soap-envelope',
];

/** A key of {@link namespaces}. */
export type NamespaceKey = keyof typeof namespaces;

/** The customary prefix of each namespace, as documentation and samples write it. */
export const customaryPrefix: Readonly<Record<NamespaceKey, string>> = {
  soap: 'soap',
  messages: 'm',
  types: 't',
  errors: 'e',
};
